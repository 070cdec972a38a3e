"""Words in an open text that belong to what schedule 12A lets a council keep back."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.exemptions import DESCRIPTIONS
from moothall.domain.placed_remarks import Material, PlacedRemark, Whole, at, sentences
from moothall.domain.remarks import Remark

CHECK = "exempt_words"
_SCHEDULE = "Local Government Act 1972, schedule 12A"
_MARKED = re.compile(
    r"\b(?:not for publication|private (?:and|&) confidential|strictly confidential|in commercial confidence|"
    r"commercial[- ]in[- ]confidence|commercially sensitive|commercially confidential|OFFICIAL[- ]SENSITIVE|"
    r"exempt appendix (?:states|shows|sets out that)|(?:this|the following) (?:is|information is) confidential)\b",
    re.IGNORECASE,
)
_FIRM = re.compile(r"\b[A-Z][\w&’'-]*(?:\s+(?:and\s+|&\s+)?[A-Z][\w&’'-]*){0,4}\s+(?:Ltd|Limited|LLP|plc|PLC|Plc)\b")
_AFFAIRS = re.compile(
    r"\b(?:insolven\w+|cash[- ]flow|profit margin|tender(?:ed)? (?:price|sum|rate)s?|bid (?:price|of|was)|day rates?|"
    r"unit rates?|financial (?:difficult\w+|distress|standing)|in (?:arrears|dispute|breach)|owes|trading (?:loss\w*|"
    r"position)|losses|rent (?:arrears|concession|review)|termination payment|settlement (?:sum|figure|of £))\b",
    re.IGNORECASE,
)
_OTHERS = (
    (1, re.compile(
        r"\b(?:disciplinary|grievance|capability|misconduct) (?:hearings?|case|proceedings|investigation|action)"
        r" (?:against|concerning|involving|brought by|into)\b|\b(?:severance|exit|redundancy) payment of £|"
        r"\bsuspended on full pay\b|\bsettlement agreement with (?:the|a) (?:former|post|officer|employee)|"
        r"\bthe (?:post[- ]?holder|officer) (?:has been|was|is) (?:dismissed|suspended|absent|off sick)",
        re.IGNORECASE,
    )),
    (4, re.compile(
        r"\b(?:negotiating (?:position|mandate)|(?:pay|final|improved) offer (?:to|made to) (?:the )?(?:recognised )?"
        r"(?:trade )?unions?|(?:unions?|UNISON|GMB|Unite) (?:have|has) (?:rejected|threatened|lodged|balloted)|"
        r"ballot for (?:strike|industrial) action|failure to agree with the (?:trade )?unions?)\b",
    )),
    (5, re.compile(
        r"\b(?:counsel(?:[’']s)? (?:has |have )?(?:advis\w+|advice is|opinion)|(?:legally|"
        r"legal professional) privileg\w+|"
        r"(?:our|the council[’']s) legal advice (?:is|was) that|legal advice (?:obtained|"
        r"received)[^.]{0,30} (?:is|that)|"
        r"prospects? of success|without prejudice)\b",
        re.IGNORECASE,
    )),
    (7, re.compile(r"\b(?:under (?:criminal|fraud) investigation|covert (?:surveillance|operation))\b", re.IGNORECASE)),
)  # fmt: skip
_NOT_SO = re.compile(
    r"\b(?:no|not|nothing|none|nor|neither|never|without|unless|where|whether|if|except|save|any|may be|"
    r"would be|could be|"
    r"policy|procedure|clause|removed|redacted|excluding|excludes|separate|Part 2|Part II|exempt appendix)\b",
    re.IGNORECASE,
)


def check(material: Material) -> Iterator[PlacedRemark]:
    """Point out markings and subjects of exempt information, with the paragraph of schedule 12A they come under.

    A sentence that denies or conditions it ("contains no commercially sensitive information"), or sends the reader to
    a separate part, is left alone. A report that is closed as a whole is not looked at.
    """
    for section in material.sections:
        if section.whole is Whole.REPORT and material.report and not material.report.is_open:
            continue
        for begin, end in sentences(section.text) if _may_have(section.text) else ():
            yield from (
                at(section, begin + start, begin + stop, _remark(section.text[begin + start : begin + stop], number))
                for start, stop, number in _found(section.text[begin:end])
            )


def _may_have(text: str) -> bool:
    """Whether any of the words stand in the text at all: most texts have none, and need no closer look."""
    return any(words.search(text) for words in (_MARKED, _AFFAIRS, *(words for _, words in _OTHERS)))


def _found(sentence: str) -> Iterator[tuple[int, int, int | None]]:
    marked = _MARKED.search(sentence)
    if marked and not _NOT_SO.search(sentence[: marked.start()] + sentence[marked.end() :]):
        yield marked.start(), marked.end(), None
    firm, affairs = _FIRM.search(sentence), _AFFAIRS.search(sentence)
    if firm and affairs:
        yield firm.start(), firm.end(), 3
    for number, words in _OTHERS:
        found = words.search(sentence)
        if found and not _NOT_SO.search(sentence[: found.start()]):
            yield found.start(), found.end(), number


def _remark(words: str, number: int | None) -> Remark:
    then = "Move it to the exempt part with its paragraph and the public interest weighed, or take it out."
    if number is None:
        return Remark(CHECK, f"“{words}” stands in a text the public will read.", _SCHEDULE, then)
    about = f"“{words}”: this may be {DESCRIPTIONS[number]}."
    return Remark(CHECK, about, f"{_SCHEDULE}, paragraph {number}", f"{then} Ask your monitoring officer.")
