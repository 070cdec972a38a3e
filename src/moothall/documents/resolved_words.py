"""What members resolved in the words of a minute: after RESOLVED, in a sentence, as advice, or with no such word."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from moothall.documents.bodies import BODY
from moothall.documents.limbs import Placed, limbs
from moothall.documents.lines import Line
from moothall.documents.outline import Outline
from moothall.documents.reading.document import BlockKind
from moothall.documents.resolution_items import Item, items_of, once, printed_number
from moothall.domain.decisions import Limb, Verb

_RESOLVED = re.compile(
    r"(?:\b(?i:it was(?:,? (?:by [\w ]{3,40}|on (?:a|the) [\w ]{3,40}),)?|was|were|(?:the )?(?:cabinet|executive|"
    r"committee|council|board|members|panel|mayor|leader|"
    r"commission|(?:executive|cabinet|lead) member|portfolio holder|chief executive)(?: members)?)\s+"
    r"(?:then |therefore |duly |also |unanimously |accordingly )*)?"
    r"(?<!\bbe )(?<!\bBe )(?<!\bBE )"
    r"\b(?P<word>RESOLVED|ORDERED|AGREED|DECIDED|Resolved|Ordered|resolved|Agreed|agreed|decided)\b"
    r"(?P<after>\s*,?\s*(?:\(?unanimously\)?|nem\.? con\.?|by [\w ]+?|\([^()]{1,90}\))?\s*(?:as "
    r"follows)?\s*(?:,\s*(?=to\b))?(?:[-–—:]+|,?\s*that\b|\bto\b|$))"
)
_RESOLVING = ("resolved", "ordered", "agreed", "decided")
# A verb in capitals that wraps nothing: "NOTED the plan", "The Board ENDORSED the return".
_DONE = re.compile(
    rf"^(?:\(?[\w.]{{1,5}}[.)]\s+)?(?:(?:That )?(?:the )?(?:{BODY}|[Mm]embers|Leader|Mayor)\s+)?"
    r"(?P<word>NOTED|ENDORSED|APPROVED|ADOPTED|AGREED|SUPPORTED)\s+(?!that\b|to\b)(?=[a-zA-Z(])"
)
_BARE = re.compile(
    r"(?:[A-Z][\w ]{2,24}:\s+)?(?P<words>That (?:the )?(?:(?:full |county |city |borough |district )?council|cabinet|"
    r"executive|committee|board|mayor|leader|portfolio holders?|cabinet members?|executive members?|members)\b"
    rf"|(?P<alone>(?-i:(?:The )?{BODY})\W*$))",
    re.IGNORECASE,
)
_AFTER_TWO = 2
# "RECOMMENDED to Council that the plan be adopted", as minutes set what they put to another body.
_ADVISED = re.compile(
    r"^(?:(?:It was|The [A-Z]\w+)\s+)?(?P<word>RECOMMENDED)\b(?:\s+(?:to|TO)\s+(?:the\s+)?[A-Z][\w &]{2,60}?)?"
    r"\s*(?:[-–—:]+|,?\s*(?:that|THAT)\b)"
)
_OPENS = (":", "-", "–", "to", "that", "to:", "that:")
_NEXT_SENTENCE = re.compile(r"(?<=[a-z)]{3}[.])\s+(?=[A-Z][a-z])")
_ENDS = re.compile(
    r"^(?:reasons?\b|options? |alternative|the meeting (?:closed|ended|rose)|in reaching|meeting "
    r"closed|note:|\(the meeting|"
    r"voting|for:|any (?:member|councillor)s? wishing|(?:the|these|this|all)? ?decisions? (?:may|can|"
    r"will) be called|chair(?:man)?$|signed|background|wards? affected|councillor .{3,60} (?:moved|"
    r"proposed)|following (?:a|the) )",
    re.IGNORECASE,
)
_ADVICE_TAKEN = re.compile(
    r"(?:agreed|approved|accepted|endorsed)\s+the\s+(?:officers?['’]?\s+)?recommendations?\b[^:]*(?:\bto|\bthat)?\s*:$",
    re.IGNORECASE,
)


def from_bare_words(outline: Outline) -> list[Item]:
    """What a record without any wrapper sets out as "That Cabinet approves ...", on a line or under one."""
    for at, line in enumerate(outline.lines):
        match = _BARE.match(line.text)
        if match is None or line.kind is BlockKind.HEADING:
            continue
        first = line.part(match.start("words"))
        if match.group("alone") and not list(limbs(" ".join(each.text for each in outline.lines[at + 1 : at + 2]))):
            continue
        opens = match.group("alone") or first.text.rstrip().endswith((":", "-", "–"))
        following = _listed_after(outline.lines[at + 1 :]) if opens else []
        items = [
            item for item in items_of(following if match.group("alone") else [first, *following], None) if item.limbs
        ]
        if items:
            return once(items)
    return []


def from_advice(outline: Outline) -> list[Item]:
    """What a body recommends to another in its minutes: RECOMMENDED in capitals, as minutes set their outcomes."""
    items: list[Item] = []
    for entry in outline.all("recommendations"):
        if re.match(r"RECOMMENDED\b", entry.label.text) and entry.values:
            lines = until_end(entry.values)
            about = "\n".join(line.text for line in lines)
            placed = Placed(Limb(Verb.RECOMMEND, about), 0, len("RECOMMENDED"))
            items.append(Item("", lines, limbs=[(entry.label, placed)]))
    if items:
        return items
    for line in outline.lines:
        if (advised := _ADVISED.match(line.text)) and (rest := line.part(advised.end())).text:
            placed = Placed(Limb(Verb.RECOMMEND, rest.text.strip(" .")), *advised.span("word"))
            return [Item("", [line], limbs=[(line, placed)])]
    return []


def _resolving(words: str) -> Iterator[re.Match[str]]:
    """Each word that says a thing was resolved; most lines hold none, which is seen without a search for all before."""
    small = words.lower()
    return _RESOLVED.finditer(words) if any(one in small for one in _RESOLVING) else iter(())


def from_sentences(outline: Outline) -> list[Item]:
    """What the words of a minute say was resolved, ordered, decided or agreed."""
    found: list[Item] = []
    strict = any(match.group("word").isupper() for line in outline.lines for match in _resolving(line.text))
    for at, line in enumerate(outline.lines):
        if (done := _DONE.match(line.text)) and line.kind is not BlockKind.HEADING:
            found.extend(_with_limbs(items_of([line.part(done.start("word"))], None)))
            continue
        match = next(
            (
                m
                for m in _resolving(line.text)
                if m.group("word").isupper() or (not strict and (m.start("word") > m.start() or _opens_a_line(m)))
            ),
            None,
        )
        if match is None or line.kind is BlockKind.HEADING:
            continue
        rest = line.part(match.end())
        if not match.group("word").isupper() and (stop := _NEXT_SENTENCE.search(rest.text)):
            rest = rest.part(0, stop.start())  # in running words, what comes after is the debate again
        if rest.text:
            following = _numbered_after(outline.lines[at + 1 :]) if rest.text.rstrip().endswith((":", "-", "–")) else []
            # "It was agreed that officers would write" is no resolution: only what it says after may be.
            said = None if match.group("word") == "agreed" else line.part(match.start(), match.end())
            found.extend(_with_limbs(items_of([rest, *following], said, whole=bool(following))))
        else:
            under = until_end(outline.lines[at + 1 : at + 14], alone=True)
            found.extend(_with_limbs(items_of(under, line.part(match.start()), whole=True)))
    return once(found)


def _with_limbs(items: list[Item]) -> list[Item]:
    """The items, where one of them has a verb of ours; without one it is something else that was said."""
    return items if any(item.limbs for item in items) else []


def _opens_a_line(match: re.Match[str]) -> bool:
    """Whether "Resolved" opens a line and something is set out behind it: "Resolved - (i) That ..."."""
    return (
        match.start() == match.start("word") == 0
        and match.group("word")[0].isupper()
        and re.search(r"[-–—:]|\bthat\b", match.group("after")) is not None
    )


def without_wrapper(values: Sequence[Line]) -> list[Line]:
    """A field's lines without the words that only open a resolution ("RESOLVED that")."""
    out = []
    for at, line in enumerate(values):
        if at + 1 < len(values) and _ADVICE_TAKEN.match(line.text):
            continue  # the recommendations that follow are what was resolved
        match = _RESOLVED.match(line.text) or next(
            (
                m
                for m in _resolving(line.text)
                if m.group("word").isupper() or (m.start("word") > m.start() and line.text.rstrip().endswith(_OPENS))
            ),
            None,
        )
        rest = line.part(match.end()) if match else line
        if match and printed_number(line) and re.fullmatch(r"\W*[\w.]{0,5}\W*", line.text[: match.start("word")]):
            rest = line  # "(2) AGREED that the Director could ...": the word is the item's own
        if re.search(r"\w", rest.text):
            out.append(rest)
    return out


def until_end(lines: Sequence[Line], *, alone: bool = False) -> list[Line]:
    """The lines of a resolution: up to the first that begins something else."""
    kept: list[Line] = []
    for line in lines:
        if line.kind is BlockKind.HEADING or _ENDS.match(line.text):
            break
        if kept and _is_another(line, kept):
            break
        if alone and kept and not printed_number(line) and not re.match(r"(?:that|to|and|or)\b|\(", line.text, re.I):
            break
        kept.append(line)
    return kept


def _is_another(line: Line, kept: Sequence[Line]) -> bool:
    """Whether a numbered line is the next item of the meeting: what was resolved has no number and has ended."""
    number = printed_number(line)
    ended = not any(printed_number(each) for each in kept) and kept[-1].text.rstrip().endswith(".")
    return ended and number.isdigit() and int(number) > _AFTER_TWO


def _numbered_after(lines: Sequence[Line]) -> list[Line]:
    kept: list[Line] = []
    for line in lines[:14]:
        if line.number is None and not line.text.startswith("("):
            break
        kept.append(line)
    return kept


def _listed_after(lines: Sequence[Line]) -> list[Line]:
    """The numbered lines or list items that follow at once."""
    kept: list[Line] = []
    for line in lines[:14]:
        if line.number is None and not line.text.startswith("(") and line.kind is not BlockKind.LIST_ITEM:
            break
        kept.append(line)
    return kept
