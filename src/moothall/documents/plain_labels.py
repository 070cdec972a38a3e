"""A label as compared with another: without its number, brackets, capitals and marks."""

from __future__ import annotations

import re

_LEADING_NUMBER = re.compile(r"^(?:(?:\(?\d{1,3}(?:\.\d+)*[.)]?|\(?[a-z][.)]|\(?[ivx]{1,4}[.)])\s+)")


def normalised(words: str) -> str:
    """A label as compared: lower case, without number, brackets' content, punctuation at its end, or marks."""
    plain = words.lower().replace("’", "'").replace("&", " and ").replace("\u00a0", " ").replace("(s)", "s")
    plain = _LEADING_NUMBER.sub("", plain.strip())
    plain = re.sub(r"\((?!s\b)[^()]*\)", " ", plain)
    plain = re.sub(r"[^\w ]+", " ", plain)
    return re.sub(r"\s+", " ", plain).strip()
