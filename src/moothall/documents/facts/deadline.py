"""The day by which the plan must be returned, and the words that say so."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.sentences import sentences
from moothall.documents.written_dates import written_dates
from moothall.domain.facts import Fact

_BY = re.compile(
    r"(?:\b(?:by|before|prior to|no later than|not later than|on or before|ahead of|deadline|due|"
    r"until|submission date|closing date|return date)\b)"
    r"(?:\s+(?:date|of|is|was|for|on|by|set|at|the|to|be|midnight|noon|\d{1,2}(?:[.:]\d\d)?\s*[ap]m|"
    r"remain(?:s|ed)?|stays?|still|unchanged|midday|end of|close of (?:play|business) on|"
    r"submission|submissions?|submitted|returns?|plans?|them|their|its|"
    r"central|government|this|these|which|being|has|been|as|day|"
    r"all)\b)*[\s(:,–-]*(?:\w+day,?\s+(?:the\s+)?)?$"
    r"|\b(?:deadline|closing date|due date)\b[^.;,]{0,70}\b(?:is|was|of|being|set (?:for|at)|as|remain(?:s|ed))\s*:?\s*"
    r"(?:\w+day,?\s+)?(?:the\s+)?$",
    re.IGNORECASE,
)
# "the government's 19 July deadline": the day stands before the word for it.
_DAY_OF = re.compile(r"\s+(?:deadline|closing date|cut-?off|due date)\b", re.IGNORECASE)
_BEFORE_ITS_DAY = re.compile(r"\b(?:the|its|their|a|[\w-]+['’]s?)\s+(?:\w+day,?\s+)?$", re.IGNORECASE)
_ABOUT = re.compile(
    r"\b(?:submi\w+|deadline|return(?:ed|s)?|publish\w*|publication|upload\w*|sent|send|completed?|"
    r"produced?|requir\w+|provided?|finalised|to be with|reach|due|be with|ask(?:ed|ing) for|request(?:ed|ing)?)\b",
    re.IGNORECASE,
)
_OTHER = re.compile(
    r"\bcall(?:ed)?[ -]in\b|representation|comments? (?:by|on)|agenda|consultation (?:clos|end|"
    r"period)|implementation|effective|election"
    r"|questions? (?:by|must)|budget (?:by|for)|audit|accounts|approved by (?:the )?(?:cabinet|council) (?:on|by)",
    re.IGNORECASE,
)
_STRICT = re.compile(r"\b(?:before|prior to|ahead of)\b[^.]{0,20}$", re.IGNORECASE)
_MONTH_ONLY = re.compile(
    r"\b(?:by|in|during|before|by the end of|end of|mid[- ]|late )\s*(?:the end of )?(?:January|"
    r"February|March|April|May|June|July|August|September|October|November|"
    r"December)(?:\s+20\d\d)?\b(?!\s*\d)"
)
_SPAN = re.compile(
    r"\bwithin (?:\w+|\d+) (?:weeks?|months?|days)\b(?: of (?:the (?:letter|request)|receipt))?|"
    r"\b(?:by|before) (?:the )?(?:summer(?: recess| break)?|recess)\b",
    re.IGNORECASE,
)
_SENT = re.compile(
    r"\b(?:submi\w+|published|return(?:ed)?|sent|ask(?:s|ed) for|required|requested)\b[^.;]{0,90}$", re.IGNORECASE
)

_ASKED = re.compile(
    r"\b(?:must|to|should|has to|have to) be with\b|\bclosing date for (?:returns|submissions?)\b|"
    r"\bdeadline|\bsubmi|\bgovernment\b|\bdepartment\b|\bministry\b|\bminister\b|\breturn(?:ed)?\b|\brequired\b|"
    r"\bha(?:ve|s|d) to (?:be )?(?:sen[dt]|make|publish)|\b(?:sen[dt]|go(?:es)?|went|back)\b[^.;]{0,40}\bto (?:the )?"
    r"(?-i:[A-Z]{4,6})\b|"
    r"\bletter\b.{0,60}\bask|\basks? (?:all|every|each|us|the council)\b|"
    r"\b(?:councils?|authorities)\b.{0,30}\b(?:been|were|was|are|is) (?:asked|required|told|expected|requested)\b",
    re.IGNORECASE,
)
# "It is due by ...", behind a sentence that tells who asked for it.
_GOES_ON = re.compile(r"(?:it|this|they|these|(?:the )?(?:plans?|returns?|responses?))\b", re.IGNORECASE)
_WROTE = re.compile(
    r"\b(?:wrote|written)\b.{0,90}\bask|\bask(?:s|ed|ing) (?:for|councils|all|every|each)\b", re.IGNORECASE
)
_EVERYONE = re.compile(
    r"\b(?:all|every|each|local)\s+(?:[\w-]+\s+){0,2}(?:councils?|authorit(?:y|ies))\b", re.IGNORECASE
)
_INWARD = re.compile(
    r"\b(?:submi\w+|report\w*|return\w*|brought|"
    r"presented)\s+(?:back\s+)?to\s+(?:the\s+)?(?:next\s+)?(?:cabinet|council\b|committee|executive|"
    r"members|scrutiny|overview)",
    re.IGNORECASE,
)
_RETURN = re.compile(
    r"\bsubmi\w+|\bdeadline\b|\b(?:government|department|ministry|minister|secretary of state)\b.{0,80}\b"
    r"(?:ask(?:s|ed|ing)?|requir(?:es?|ed|ing)|requested|told|wrote)\b",
    re.IGNORECASE,
)


_FOR_SUBMISSION = re.compile(
    r"\bdeadline (?:for|to|of) (?:the )?(?:submi\w+|return\w*)|\bsubmission deadline\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Stated:
    """A day the document gives as the deadline. ``is_strict`` where the words leave the day itself out."""

    on: date
    is_strict: bool
    line: Line
    start: int
    end: int
    weight: int
    number: str


def find(outline: Outline, clues: Clues) -> Iterator[Fact]:
    """The deadline the document states most plainly, at each place it states it, and its words."""
    places = list(stated(outline, clues))
    if places:
        weights: Counter[date] = Counter()
        for place in places:
            weights[place.on] += place.weight
        chosen = max(weights, key=lambda day: (weights[day], -[p.on for p in places].index(day)))
        for place in places:
            if place.on == chosen:
                yield place.line.fact("deadline", chosen.isoformat(), "deadline", *_day_in(place))
        first = next(place for place in places if place.on == chosen)
        words = first.line.text[first.start : first.end].rstrip(" .,")
        yield first.line.fact("deadline_text", words, "deadline", first.start, first.end)
        return
    for line in outline.lines:
        for match in (*_MONTH_ONLY.finditer(line.text), *_SPAN.finditer(line.text)):
            if _SENT.search(line.text[: match.start()]):
                yield line.fact("deadline_text", match.group(), "deadline.month", match.start(), match.end())
                return


def stated(outline: Outline, clues: Clues) -> Iterator[Stated]:
    """Every place where the document says by when the plan is due."""
    about = re.compile(rf"\b{re.escape(clues.subject)}s?\b|\bplans?\b", re.IGNORECASE)
    for line in outline.lines:
        before_it = ""
        for start, _, words in sentences(line):
            told = bool(_GOES_ON.match(words)) and (_ASKED.search(before_it) or _WROTE.search(before_it)) is not None
            before_it = words
            for day in written_dates(words, year=clues.year):
                subject = bool(about.search(words))
                before = words[: day.start]
                by = _BY.search(before)
                if by is None and _DAY_OF.match(words[day.end :]):
                    by = _BEFORE_ITS_DAY.search(before)
                if (
                    by is None
                    or not _ABOUT.search(words)
                    or _OTHER.search(words[max(0, by.start() - 90) : day.end + 20])
                ):
                    continue
                asked = told or bool(_ASKED.search(words))
                if not asked and not (subject and _EVERYONE.search(words)):
                    continue
                if _INWARD.search(words) or (
                    clues.kind is DocumentKind.PLAN
                    and not (subject and _RETURN.search(words))
                    and not _FOR_SUBMISSION.search(words)
                ):
                    continue
                yield Stated(
                    day.on,
                    bool(_STRICT.search(before)),
                    line,
                    start + by.start(),
                    start + day.end,
                    1 + 2 * asked + subject,
                    line.number or "",
                )


def _day_in(place: Stated) -> tuple[int, int]:
    words = place.line.text[place.start : place.end]
    day = list(written_dates(words, year=place.on.year))[-1]
    return place.start + day.start, place.start + day.end
