"""Makes any text safe to set: what no file format may hold is taken out, and nothing else is changed."""

from __future__ import annotations

import re

_LINE_ENDS = re.compile(r"\r\n?|[\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029]")
_NEVER = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff\ufeff"
    + "".join(f"{chr(plane << 16 | 0xFFFE)}{chr(plane << 16 | 0xFFFF)}" for plane in range(1, 17))
    + "]"
)


def clean(text: str) -> str:
    """The text without control characters, lone surrogates and noncharacters, its line ends as ``\\n``.

    XML 1.0 section 2.2 and PDF/A both refuse these characters; no reader could see them.
    """
    return _NEVER.sub("", _LINE_ENDS.sub("\n", text))
