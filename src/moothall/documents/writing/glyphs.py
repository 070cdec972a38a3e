"""Which characters our fonts can show, and what to say in place of those they cannot.

PDF/A and PDF/UA refuse a page with a character that no font shows, so an emoji in one answer would stop a whole plan.
"""

from __future__ import annotations

import re
import struct
import unicodedata
from functools import cache
from itertools import groupby
from pathlib import Path

UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u200e\u200f\u2060\n\t") | frozenset(map(chr, range(0x202A, 0x202F)))
"""Characters that need no glyph and still matter: joiners, places to break a line, and which way text runs."""

_BOX = "□"
_NEVER_SHOWN = frozenset({"Co", "Cf", "Cc", "Cs"})
_DROPPED, _SPACE, _SYMBOL = "mark of format", "space", "symbol"
_CJK = re.compile(r"^(CJK|HIRAGANA|KATAKANA|HANGUL|IDEOGRAPHIC)")


def showable(text: str, fonts: Path) -> str:
    """The text with what the fonts in the folder cannot show told in words: "[party popper]", "[Bengali text]".

    Text the fonts can show comes back as it was.
    """
    known = covered(fonts)
    if all(ord(character) in known for character in text):
        return text
    parts = []
    for kind, run in groupby(text, key=lambda character: _kind(character, known)):
        characters = list(run)
        parts.append("".join(characters) if kind == "" else _told(kind, characters))
    return "".join(parts)


def _kind(character: str, known: frozenset[int]) -> str:
    """Empty for what can be shown, else the script's name for letters, or what else it is."""
    if ord(character) in known or character in UNSEEN:
        return ""
    category, name = unicodedata.category(character), unicodedata.name(character, "")
    if category == "Cf":
        return _DROPPED
    if category[0] == "Z":
        return _SPACE
    if category[0] in "LM" and name:
        return "Chinese, Japanese or Korean" if _CJK.match(name) else name.split(" ")[0].capitalize()
    return _SYMBOL


def _told(kind: str, characters: list[str]) -> str:
    if kind in (_DROPPED, _SPACE):
        return " " if kind == _SPACE else ""
    if kind == _SYMBOL:
        names = (unicodedata.name(character, "").lower() for character in characters)
        return "".join(f"[{name}]" if name else _BOX for name in names)
    return f"[{kind} text]"


@cache
def covered(fonts: Path) -> frozenset[int]:
    """The code points that every weight of some family in the folder can show."""
    families: dict[str, list[frozenset[int]]] = {}
    for file in sorted(fonts.glob("*.ttf")):
        families.setdefault(file.name.split("-")[0], []).append(_code_points(file.read_bytes()))
    sets = {name: frozenset.intersection(*found) for name, found in families.items()}
    fallback = sets.pop("DejaVuSans", frozenset())
    ours = frozenset.intersection(*sets.values()) if sets else frozenset()
    # Fonts may draw characters of private use and of format, which PDF/A refuses or which have no meaning of their own.
    return frozenset(code for code in fallback | ours if unicodedata.category(chr(code)) not in _NEVER_SHOWN)


def _code_points(font: bytes) -> frozenset[int]:
    """The code points in a TrueType font's character map (OpenType specification, table cmap, formats 4 and 12)."""
    start = _table(font, b"cmap")
    (count,) = struct.unpack_from(">H", font, start + 2)
    found: set[int] = set()
    for place in range(count):
        (offset,) = struct.unpack_from(">I", font, start + 8 + 8 * place)
        (form,) = struct.unpack_from(">H", font, start + offset)
        if form == 12:
            found |= _format_12(font, start + offset)
        elif form == 4:
            found |= _format_4(font, start + offset)
    return frozenset(found)


def _table(font: bytes, tag: bytes) -> int:
    (count,) = struct.unpack_from(">H", font, 4)
    for place in range(count):
        name, _, offset, _ = struct.unpack_from(">4sIII", font, 12 + 16 * place)
        if name == tag:
            return int(offset)
    raise ValueError(f"The font has no {tag.decode()} table and cannot be used. Run the set-up again.")


def _format_12(font: bytes, at: int) -> set[int]:
    (groups,) = struct.unpack_from(">I", font, at + 12)
    found: set[int] = set()
    for place in range(groups):
        first, last, _ = struct.unpack_from(">III", font, at + 16 + 12 * place)
        found.update(range(first, last + 1))
    return found


def _format_4(font: bytes, at: int) -> set[int]:
    (doubled,) = struct.unpack_from(">H", font, at + 6)
    count = doubled // 2
    lasts = struct.unpack_from(f">{count}H", font, at + 14)
    firsts = struct.unpack_from(f">{count}H", font, at + 16 + doubled)
    # The closing segment of every such map is 0xFFFF alone and stands for nothing.
    return {
        code for first, last in zip(firsts, lasts, strict=True) if last != 0xFFFF for code in range(first, last + 1)
    }
