"""What a spreadsheet's cell shows: a number and its format code made into the words a reader of the sheet sees."""

from __future__ import annotations

import re
from datetime import datetime, timedelta
from decimal import ROUND_HALF_UP, Decimal, InvalidOperation

BUILT_IN: dict[int, str] = {
    1: "0", 2: "0.00", 3: "#,##0", 4: "#,##0.00", 9: "0%", 10: "0.00%", 14: "dd/mm/yyyy", 15: "d-mmm-yy", 16: "d-mmm",
    17: "mmm-yy", 18: "h:mm", 19: "h:mm:ss", 20: "h:mm", 21: "h:mm:ss", 22: "dd/mm/yyyy h:mm", 37: "#,##0",
    38: "#,##0", 39: "#,##0.00", 40: "#,##0.00", 45: "mm:ss", 46: "h:mm:ss", 47: "mm:ss",
}  # fmt: skip
"""Format codes that a workbook names by number alone."""

_BRACKETED = re.compile(r"\[(?:\$([^\]-]*)[^\]]*|[^\]]*)\]")
_QUOTED = re.compile(r'"([^"]*)"|\\(.)')
_FILLING = re.compile(r"[_*].")
_DATE_LETTERS = re.compile(r"[dmyhs]", re.IGNORECASE)
_FIRST_DAY, _FIRST_DAY_1904 = datetime(1899, 12, 30), datetime(1904, 1, 1)  # noqa: DTZ001 - a sheet knows no time zone
_LAST_SERIAL = 2_958_465
_MOST_PLACES = 10


def is_date(code: str) -> bool:
    """Whether a format code shows a number as a day or a time."""
    bare = _FILLING.sub("", _QUOTED.sub("", _BRACKETED.sub("", code.split(";")[0])))
    return bare.lower() != "general" and bool(_DATE_LETTERS.search(bare)) and not re.search(r"[0#?]", bare)


def shown(raw: str, code: str, *, from_1904: bool = False) -> str:
    """A number as kept in a file, in the words its format shows; as it is kept where it is no number."""
    try:
        number = Decimal(raw)
    except InvalidOperation:
        return raw
    if not number.is_finite() or abs(number) > Decimal("1e30"):
        return raw
    if is_date(code):
        return _day(number, code, from_1904) or raw
    return _plain(number) if code.lower() in ("", "general", "@") else _formatted(number, code)


def _day(number: Decimal, code: str, from_1904: bool) -> str | None:
    if not 0 <= number <= _LAST_SERIAL:
        return None
    letters = _QUOTED.sub("", _BRACKETED.sub("", code)).lower()
    at = (_FIRST_DAY_1904 if from_1904 else _FIRST_DAY) + timedelta(seconds=round(float(number) * 86_400))
    has_time = "h" in letters or "ss" in letters
    if "y" not in letters and "d" not in letters:
        return f"{at:%H:%M}" if has_time else f"{at:%B}"
    if "d" in letters:
        day = f"{at.day} {at:%B}" + (f" {at.year}" if "y" in letters else "")
    else:
        day = f"{at:%B} {at.year}" if "m" in letters else f"{at.year}"
    return f"{day} {at:%H:%M}" if has_time and (at.hour or at.minute) else day


def _plain(number: Decimal) -> str:
    """A number as a sheet shows it without a format: ten figures, and no tail of nines that counting in twos leaves."""
    short = Decimal(f"{number:.10g}")
    words = f"{short:f}"
    return words.rstrip("0").rstrip(".") if "." in words else words


def _formatted(number: Decimal, code: str) -> str:
    sections = code.split(";")
    section = sections[1] if number < 0 and len(sections) > 1 and sections[1] else sections[0]
    signed = number < 0 and not (len(sections) > 1 and sections[1])
    bare = _FILLING.sub("", _BRACKETED.sub(lambda match: f'"{match.group(1) or ""}"', section))
    figures = re.search(r"[0#?](?:[0#?,.]*[0#?.,])?", _QUOTED.sub(lambda match: "\0" * len(match.group()), bare))
    if figures is None:
        return _plain(number)
    pattern = figures.group()
    value = abs(number) * (100 if "%" in _QUOTED.sub("", bare) else 1)
    value /= Decimal(1000) ** (len(pattern) - len(pattern.rstrip(",")))
    whole, _, part = pattern.rstrip(",").partition(".")
    places = min(len(part), _MOST_PLACES)
    rounded = value.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    words = f"{rounded:,f}" if "," in whole else f"{rounded:f}"
    if "#" in part and "." in words:
        least = part.count("0")
        kept = words.rstrip("0")
        words = kept.ljust(words.index(".") + 1 + least, "0").rstrip(".")
    before, after = bare[: figures.start()], bare[figures.end() :]
    return ("-" if signed and rounded else "") + (_said(before) + words + _said(after)).strip()


def _said(literal: str) -> str:
    return _QUOTED.sub(lambda match: match.group(1) if match.group(1) is not None else match.group(2), literal)
