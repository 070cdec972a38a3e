"""Sentences of a line, each with its place in it, and the words that say yes, no or none."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from moothall.documents.lines import Line

_END = re.compile(
    r"(?<=[.!?;])(?<!\bNo\.)(?<!\bMr\.)(?<!\bMrs\.)(?<!\bDr\.)(?<!\bpara\.)(?<!\be\.g\.)(?<!\bi\.e\.)(?<!\bSt\.)\s+(?=[A-Z(“\"'‘]|"
    r"\d+\s+[a-z])"
)
_LEAD = re.compile(r"\(?\d[\d.]*[.)]?\s+")
_NONE = re.compile(
    r"(?:n/?a|nil|none|not applicable|no|there (?:are|were|is) (?:none|(?:no|not "
    r"(?:considered )?(?:to be )?any) (?:[\w,/&-]+ ){0,6}(?:implications?|options?|papers?|documents?|consultation|"
    r"alternatives?|issues?|impacts?|effects?|risks?|appendices|annexes|concerns?|considerations?|costs?|"
    r"consequences|requirements?)\b[^.]{0,100})"
    r"|(?:this|the|these) (?:report|plan|proposals?|recommendations?|decision|matter)s? (?:itself |themselves )?"
    r"(?:has|have|raises?|carr(?:y|ies)|does not have|do not have|will not have) (?:no|any) (?:[\w,/&-]+ ){0,5}"
    r"(?:implications?|impacts?|effects?|issues|consequences|considerations?)\b[^.]{0,60}"
    r"|no[nt]e? (?:(?:from|noted|declared|this time|under|within|identified|applicable|arising|specific|specifically|"
    r"required|for this report|in "
    r"relation|relevant|were considered|considered|directly|as a|at this|have been|to report|proposed|"
    r"available|expected)\b[^.]{0,60})"
    r"|no (?:[\w,/&-]+ ){0,4}"
    r"(?:implications?|options?|papers?|documents?|consultation|alternatives?|issues|impacts?|risks?|"
    r"appendices|annexes|concerns|considerations)\b[^.]{0,60})[.\s]*",
    re.IGNORECASE,
)
_BUT = re.compile(r"\b(?:beyond|other than|except|apart from|but|however)\b", re.IGNORECASE)
_YES = re.compile(r"\W*(?:yes|y|true|☒ ?yes|✓|✔)\b", re.IGNORECASE)
_NO = re.compile(r"\W*(?:no|n|false|not)\b(?!\.? ?\d)", re.IGNORECASE)
_TICKED = re.compile(r"(?:[☒☑✓✔■]|\[x\])\s*(yes|no)\b|\b(yes|no)\s*(?:[☒☑✓✔■]|\[x\])", re.IGNORECASE)

# Where the boxes stand before their words, a tick belongs to the word after it.
_BOX_FIRST = re.compile(r"\s*(?:[☐☒☑✓✔■□]|\[[ x]?\])", re.IGNORECASE)
_TICKED_AFTER = re.compile(r"(?:[☒☑✓✔■]|\[x\])\s*(yes|no)\b()", re.IGNORECASE)


def sentences(line: Line) -> Iterator[tuple[int, int, str]]:
    """Each sentence of the line with where it starts and ends in the line's words."""
    yield from _sentences_of(line.text, bool(line.number))


@lru_cache(maxsize=2048)
def _sentences_of(text: str, numbered: bool) -> tuple[tuple[int, int, str], ...]:
    """The sentences of a text. Many finders ask it of one line."""
    lead = _LEAD.match(text) if numbered else None
    at = lead.end() if lead else 0
    found = []
    for match in _END.finditer(text, at):
        found.append((at, match.start(), text[at : match.start()]))
        at = match.end()
    if at < len(text):
        found.append((at, len(text), text[at:]))
    return tuple(found)


def says_none(words: str) -> bool:
    """Whether a value says only that there is none."""
    plain = re.sub(r"^(?:\(?\d[\d.]*[.)]?|[A-Z]|[a-z][.)])\s+", "", words.strip())
    return bool(_NONE.fullmatch(plain)) and not _BUT.search(plain)


def all_say_none(lines: Iterable[Line]) -> bool:
    """Whether there is a value and every line of it says only that there is none."""
    kept = [line.text for line in lines if line.text]
    return bool(kept) and all(says_none(text) for text in kept)


def yes_or_no(words: str) -> bool | None:
    """The answer in a label's value, or None where it is neither ("Not applicable", both boxes printed)."""
    if re.match(r"\W*(?:n/?a\b|not applicable)", words, re.IGNORECASE):
        return None
    ticked = (_TICKED_AFTER if _BOX_FIRST.match(words) else _TICKED).findall(words)
    if ticked:
        answers = {(before or after).lower() for before, after in ticked}
        return answers == {"yes"} if len(answers) == 1 else None
    if re.match(r"\W*yes\W+no\b", words, re.IGNORECASE):
        return None
    if _YES.match(words):
        return True
    return False if _NO.match(words) else None
