"""What a report says of the papers that go with it, against the papers that are there: appendices, the letter, the
entry in the forward plan; and of a plan, whether it is the one that was approved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.outline import Outline
from moothall.documents.plan_text import plan_date
from moothall.documents.records import Record
from moothall.documents.sentences import sentences
from moothall.domain.checks import appendices_counted, forward_plan_differs, letter_not_there, plan_not_final
from moothall.domain.checks.forward_plan_differs import Entry
from moothall.domain.remarks import Remark

_WORDS = ("no", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")
_NUMBER = rf"(?P<number>\d{{1,2}}|{'|'.join(_WORDS)})"
_SAID = re.compile(
    rf"\b{_NUMBER} (?:\w+ )?(?:appendi(?:x|ces)|annex(?:e?s)?|enclosures?)\b(?=[^.;]{{0,50}}\b(?:attached|appended|"
    r"enclosed|accompan\w+|to (?:this|the) report|with (?:this|the) report)\b)|"
    rf"\b(?:number of )?(?:appendices|annexes|enclosures)(?: attached)?: ?{_NUMBER.replace('number', 'count')}\W*$",
    re.IGNORECASE,
)
_APPENDIX = re.compile(r"\b(?:appendix|annexe?|enclosure)(?:\s+(?P<which>[A-Z]|\d{1,2})\b)?", re.IGNORECASE)
_LETTER = re.compile(r"\bletter\b", re.IGNORECASE)
# What stands behind one of these is no longer said of the letter.
_ANOTHER = r"\b(?:plan|response|return|report|which|asks?|asked|requests?|requested|requires?|invites?|invited)\b"
_ATTACHED = re.compile(
    rf"\bletter\b(?:(?!{_ANOTHER})[^.;]){{0,90}}"
    r"\b(?:attached|appended|enclosed|set out|shown|included|reproduced|provided|is)\b"
    r"(?: \w+){0,3} (?:at|as|in|to|with) (?:the )?(?:appendix|annexe?|enclosure)(?:\s+(?:[A-Z]|\d{1,2})\b)?",
    re.IGNORECASE,
)
_LINKED = re.compile(
    rf"\bletter\b(?:(?!{_ANOTHER})[^.;]){{0,90}}"
    r"\b(?:(?:can be|is|may be) (?:found|read|viewed|seen|accessed|available|published|linked)"
    r" (?:\w+ ){0,4}?(?:here|at this link|online|on (?:the )?\S+ website|below)|via (?:this|the) link|at this link)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(r"https?://|\bwww\.", re.IGNORECASE)
_KEEPS_LINKS = ("html", "wordprocessing", "pdf", "opendocument")
_IN_PLAN = re.compile(
    r"\b(?:forward plan|notice of (?:(?:forthcoming|proposed|intended|a|the|key|executive|intention to make an?) )*"
    r"decisions?)\b",
    re.IGNORECASE,
)
_REFERENCE = re.compile(r"\b(?:ref(?:erence)?|notice (?:no|number))\b", re.IGNORECASE)
_MAKER = re.compile(r"\b(?:decision[- ](?:maker|taker|making body)|to be (?:taken|made|decided) by)\b", re.IGNORECASE)
_MATTER = re.compile(r"\b(?:title|subject|matter|issue|decision to be (?:taken|made))\b", re.IGNORECASE)
_TOP = 8


def paper_remarks(sketch: Outline, clues: Clues, found: Record) -> Iterator[Remark]:
    """What the checks of papers point out in one document: in a report its papers, in a plan its own state."""
    if clues.kind is DocumentKind.COMMITTEE_REPORT:
        said, words = appendices_said(sketch)
        yield from appendices_counted.check(said=said, where=words, there=_listed(sketch, found))
        yield from _letter(sketch, found)
    if clues.kind is DocumentKind.PLAN:
        left = sketch.document.metadata
        yield from plan_not_final.check(
            dated_on=plan_date(sketch),
            approved_on=date.fromisoformat(found.meeting_date) if found.meeting_date else None,
            body=str((found.body or {}).get("name") or ""),
            comments=int(left.get("comments", 0)),
            changes=int(left.get("changes", 0)),
        )


def attached_remarks(sketch: Outline, found: Record, attached: Sequence[str]) -> Iterator[Remark]:
    """What they point out of a report that came in a mail beside other files; silent where it lists its appendices."""
    if _listed(sketch, found) is None:
        said, words = appendices_said(sketch)
        yield from appendices_counted.check(said=said, where=words, there=len(attached), are_attached=True)


def appendices_said(sketch: Outline) -> tuple[int | None, str]:
    """How many appendices the document says it has, with the words that say so; None where it gives no number."""
    for line in sketch.lines:
        for _, _, words in sentences(line):
            if match := _SAID.search(words):
                number = (match.group("number") or match.group("count")).lower()
                return (int(number) if number.isdigit() else _WORDS.index(number)), match.group().strip()
    return None, ""


def _listed(sketch: Outline, found: Record) -> int | None:
    """How many appendices are listed under their heading; None where there is no list of them."""
    if found.appendices is None or not sketch.first("appendices"):
        return None
    if found.appendices == "none":
        return 0
    named = [one for one in found.appendices if _APPENDIX.match(one)]
    return len(named or found.appendices)


def _letter(sketch: Outline, found: Record) -> Iterator[Remark]:
    for line in sketch.lines:
        if (match := _ATTACHED.search(line.text)) is not None:
            is_there = _has_letter(sketch, found, match.group())
            yield from letter_not_there.check(said=match.group(), is_link=False, is_there=is_there)
            return
        if (match := _LINKED.search(line.text)) is not None:
            yield from letter_not_there.check(
                said=match.group(), is_link=True, is_there=_has_link(sketch, line.text, match.group())
            )
            return


def _has_letter(sketch: Outline, found: Record, said: str) -> bool | None:
    """Whether an appendix that is listed is the letter; None where none is listed, or the one named has no title."""
    if not sketch.first("appendices") or found.appendices in (None, "none"):
        return False if found.appendices == "none" else None
    listed = [str(one) for one in found.appendices or ()]
    if any(_LETTER.search(one) for one in listed):
        return True
    cited = list(_APPENDIX.finditer(said))[-1]["which"]
    same = [one for one in listed if (match := _APPENDIX.match(one)) and cited and match["which"] == cited]
    if same and all(_APPENDIX.sub("", one).strip(" -–:.") == "" for one in same):
        return None
    return False


def _has_link(sketch: Outline, line: str, said: str) -> bool | None:
    if _ADDRESS.search(line):
        return True
    if not any(kind in sketch.document.media for kind in _KEEPS_LINKS):
        return None
    words = said.casefold()
    return any(
        _LETTER.search(f"{text} {address}") or (text.strip() and text.strip().casefold() in words)
        for text, address in sketch.document.links
    )


def entry_in(sketch: Outline) -> Entry | None:
    """The entry of a forward plan that a document is, a notice of one decision; None for every other document."""
    if not any(_IN_PLAN.search(line.text) for line in sketch.lines[:_TOP]):
        return None
    given: dict[str, str] = {}
    for entry in sketch.entries:
        words = entry.text.split("\n", 1)[0].strip()
        if not words or entry.via == "heading":
            continue
        for name, label in (("reference", _REFERENCE), ("decision_maker", _MAKER), ("title", _MATTER)):
            if label.search(entry.name):
                given.setdefault(name, words)
                break
    return Entry(**given) if len(given) > 1 else None


def entry_remarks(entry: Entry, found: Record) -> Iterator[Remark]:
    """What differs between an entry of the forward plan and the report it should be of."""
    number = (found.forward_plan or {}).get("number")
    report = Entry(number, found.title, (found.body or {}).get("name"))
    yield from forward_plan_differs.check(entry=entry, report=report)
