"""Writing the covering report: from a field's plain data to its form and back, and to words to read beside others."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms

from moothall.documents.limbs import limbs
from moothall.domain.days import in_words as in_words_of_day
from moothall.domain.fingerprints import plain
from moothall.web.components.fields import DayField
from moothall.web.council.forms.report_fields import FIELDS, PAIRS, ROW_WORDS, SINGLE, SLOT_FIELDS
from moothall.web.council.forms.report_rows import (
    IMPLICATION_KINDS,
    DayForm,
    ListForm,
    RecommendationForm,
    YesNoForm,
)

__all__ = ["FIELDS", "IMPLICATION_KINDS", "ROW_WORDS", "SLOT_FIELDS", "bound", "in_words", "is_rows", "value"]
EXTRA_ROWS = 3
_YES_NO = {None: "", True: "yes", False: "no"}
_NONE_AT_ALL = frozenset({"no_options", "no_background_papers"})


def is_rows(name: str) -> bool:
    """Whether the field is a list of rows, each with several parts."""
    return bool(FIELDS[name].key)


def bound(name: str, data: Any, stands: Any) -> Any:
    """The form, or set of forms, for a field: ``data`` is what was posted, ``stands`` its plain value."""
    kind = FIELDS[name]
    if not is_rows(name):
        return kind.form(data, initial={"value": _shown(kind.form, stands)})
    rows = [stands] if isinstance(stands, dict) else list(stands or ())
    if name in PAIRS:
        rows = [dict(zip(PAIRS[name], pair, strict=True)) for pair in rows]
    if name == "power":
        rows = [one | {"reserved_to_council": _YES_NO[one.get("reserved_to_council")]} for one in rows]
    most = 1 if name in SINGLE else len(rows) + EXTRA_ROWS
    made = forms.formset_factory(kind.form, extra=max(0, most - len(rows)), max_num=60, absolute_max=60)
    return made(data, initial=rows, prefix="rows")


def _shown(form: type[forms.Form], stands: Any) -> Any:
    if form is ListForm:
        return "\n".join(stands or ())
    if form is YesNoForm:
        return "" if stands is None else "yes" if stands else "no"
    return stands if stands is not None else ""


def value(name: str, form: Any) -> Any:
    """The plain value of a valid form, as the report keeps it."""
    if is_rows(name):
        if name == "recommendations":
            return [made for row in form if (made := _recommendation(row))]
        return _rows_value(name, [row.cleaned_data for row in form if row.cleaned_data.get(FIELDS[name].key)])
    said = form.cleaned_data["value"]
    if isinstance(form, ListForm):
        return [line.strip() for line in said.splitlines() if line.strip()]
    if isinstance(form, YesNoForm):
        chosen = {"yes": True, "no": False}.get(said)
        if name in _NONE_AT_ALL:
            return bool(chosen)
        return True if name == "is_open" and chosen is None else chosen
    return plain(said)


def _rows_value(name: str, rows: Sequence[dict[str, Any]]) -> Any:
    if name == "power" and rows:
        return rows[0] | {"reserved_to_council": {"yes": True, "no": False}.get(rows[0]["reserved_to_council"])}
    if name in SINGLE:
        return rows[0] if rows else None
    if name in PAIRS:
        return [[row[part] for part in PAIRS[name]] for row in rows]
    return [plain(dict(row)) for row in rows]


def _recommendation(row: RecommendationForm) -> dict[str, Any] | None:
    """The recommendation, None where neither words nor a limb were written.

    Limbs that nobody wrote, and those left as they were under other words, are read from the words.
    """
    said, written = row.cleaned_data, row.limbs() if row.cleaned_data else []
    if not said.get("text") and not written:
        return None
    is_reworded = said["text"] != (row.initial.get("text") or "")
    is_untouched = written == [plain(limb) for limb in row.initial.get("limbs") or ()]
    if said["text"] and (not written or (is_reworded and is_untouched)):
        written = [plain(placed.limb) for placed in limbs(said["text"])]
    return {
        "number": said["number"],
        "text": said["text"],
        "limbs": written,
        "alternative_to": said["alternative_to"] or None,
    }


def in_words(name: str, value: Any) -> str:
    """A field's plain value as a text to read beside another: rows as numbered paragraphs with their parts named."""
    if value in (None, "", []):
        return "Nothing."
    if is_rows(name):
        rows = [value] if isinstance(value, dict) else value
        return "\n\n".join(f"{number}. {_row_in_words(name, row)}" for number, row in enumerate(rows, start=1))
    form = FIELDS[name].form
    if form is YesNoForm:
        return "Yes." if value else "No."
    if form is DayForm:
        day = date.fromisoformat(str(value))
        return f"{day.day} {day:%B %Y}"
    return "\n".join(value) if isinstance(value, list) else str(value)


def _row_in_words(name: str, row: Any) -> str:
    said = dict(zip(PAIRS[name], row, strict=True)) if name in PAIRS else row
    lines = []
    for part, asked in FIELDS[name].form.base_fields.items():
        written = said.get(part)
        if written in (None, "", False):
            continue
        if isinstance(asked, forms.ChoiceField):
            written = dict(asked.choices).get(_YES_NO.get(written, written), written)  # type: ignore[arg-type]
        elif isinstance(asked, DayField):
            written = in_words_of_day(date.fromisoformat(str(written)))
        lines.append(str(asked.label) if written is True else f"{asked.label}: {written}")
    for limb in said.get("limbs") or () if isinstance(said, dict) else ():
        to = f" to {', '.join(limb['delegates'])}" if limb.get("delegates") else ""
        lines.append(f"Limb: {limb['verb']}{to} {limb['object']} {limb.get('condition') or ''}".strip())
    return "\n".join(lines)
