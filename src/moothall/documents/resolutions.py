"""What officers recommend and what members resolved, item by item, wherever a report, a record or minutes put it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from moothall.documents.bodies import BODY
from moothall.documents.entries import Entry
from moothall.documents.limbs import Placed, limbs
from moothall.documents.lines import Line, squeezed
from moothall.documents.outline import Outline
from moothall.documents.reading.document import BlockKind
from moothall.domain.decisions import Limb, Verb

_OR = re.compile(r"(?:and[ /])?or\W*", re.IGNORECASE)
_LETTER = re.compile(r"^(?P<number>[A-Z])(?:[.)]\s+(?=\w)|\s+(?=[A-Z]))(?!\w+\s+\w+ed\b.*\bby\b)")
_SPLIT_INLINE = re.compile(r"(?<=[\w).,;:])\s*(?:\band\s+)?(?=\(?(?:[a-h]|i{1,3}|iv|vi{0,3}|[1-9])\)\s*[A-Za-z])")
_RESOLVED = re.compile(
    r"(?:\b(?i:it was|was|were|(?:the )?(?:cabinet|executive|committee|council|board|members|panel|mayor|leader|"
    r"commission)(?: members)?)\s+(?:then |therefore |duly |also |unanimously |accordingly )*)?"
    r"\b(?P<word>RESOLVED|ORDERED|AGREED|DECIDED|Resolved|Ordered|resolved|Agreed|agreed|decided)\b"
    r"(?P<after>\s*,?\s*(?:\(?unanimously\)?|nem\.? con\.?|by [\w ]+?|\([^()]{1,90}\))?\s*(?:as "
    r"follows)?\s*(?:,\s*(?=to\b))?(?:[-–—:]+|,?\s*that\b|\bto\b|$))"
)
_BARE = re.compile(
    r"(?:[A-Z][\w ]{2,24}:\s+)?(?P<words>That (?:the )?(?:(?:full |county |city |borough |district )?council|cabinet|"
    r"executive|committee|board|mayor|leader|portfolio holders?|cabinet members?|executive members?|members)\b"
    rf"|(?P<alone>(?-i:(?:The )?{BODY})\W*$))",
    re.IGNORECASE,
)
_OPENS = (":", "-", "–", "to", "that", "to:", "that:")
_NEXT_SENTENCE = re.compile(r"(?<=[a-z)]{3}[.])\s+(?=[A-Z][a-z])")
_ENDS = re.compile(
    r"^(?:reasons?\b|options? |alternative|the meeting (?:closed|ended|rose)|in reaching|meeting "
    r"closed|note:|\(the meeting|"
    r"voting|for:|chair(?:man)?$|signed|background|wards? affected|councillor .{3,60} (?:moved|"
    r"proposed)|following (?:a|the) )",
    re.IGNORECASE,
)
_REASONS = re.compile(r"(?:for the following reasons?|reasons? for\b|the reasons? )", re.IGNORECASE)
_MARK = re.compile(r"(?:(?<=[\s:;,])|^)\(?(?P<number>\d{1,2}|[a-h]|i{1,3}|iv|v)[.)]\s*(?=[A-Za-z])")
_SERIES = ([str(number) for number in range(1, 13)], list("abcdefgh"), ["i", "ii", "iii", "iv", "v"])
# A recommendation in words that have no verb of ours: "That progress be reported", "comment on the draft".
_ASKS_FOR = re.compile(
    r"(?:that|to)\b|[^.;:]{3,160}\bbe (?:\w+ )?\w+(?:ed|en)\b|(?:comments? on|considers?|receives?|reviews?|"
    r"approves?|agrees?|notes?|endorses?|adopts?|delegates?|authori[sz]es?|recommends?|supports?|requests?|asks?|"
    r"confirms?|welcomes?|refers?|scrutini[sz]es?|publish(?:es)?|submits?|instructs?|invites?|grants?|amends?)\b",
    re.IGNORECASE,
)


@dataclass(slots=True, eq=False)
class Item:
    """One recommendation or resolution: its number as printed, its lines, and the words that introduced it."""

    number: str
    lines: list[Line]
    alternative_to: str | None = None
    intro: Line | None = None
    limbs: list[tuple[Line, Placed]] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The words, without the number before them, lines joined by line ends."""
        first = self.lines[0].text
        if self.number:
            first = re.sub(rf"^\(?{re.escape(self.number)}[.)]*\s+", "", first)
        return "\n".join([first, *(line.text for line in self.lines[1:])])

    @property
    def delegates(self) -> tuple[str, ...]:
        """Everyone this item gives authority to."""
        return tuple(dict.fromkeys(who for _, placed in self.limbs for who in placed.limb.delegates))


def recommended(outline: Outline) -> list[Item]:
    """What officers ask members to resolve, from the first place that says it in words that can be
    taken apart: one heading, or several that follow each other ("for decision", "for noting")."""
    found: list[Item] = []
    for entry in outline.entries:
        if entry.slot != "recommendations":
            if found:
                break  # later ones repeat these, or are another document's
            continue
        intro = entry.label if re.search(r"\b(?:that|to)\b", entry.label.text) else None
        ends = next((at for at, line in enumerate(entry.values) if _REASONS.match(line.text)), None)
        values = [piece for line in entry.values[:ends] for piece in _run_together(line)]
        items = _items(values, intro, whole=True)
        if any(item.limbs for item in items):
            found.extend(items)
    return _once(found)


def _run_together(line: Line) -> list[Line]:
    """A line that runs several numbered recommendations together ("That Cabinet: 1) ...; 2) ...") as its parts."""
    marks = list(_MARK.finditer(line.text))
    series = next((each for each in _SERIES if [m.group("number") for m in marks] == each[: len(marks)]), None)
    if len(marks) < 2 or series is None:
        return [line]
    ends = [mark.start() for mark in marks[1:]] + [len(line.text)]
    parts = [
        replace(line.part(mark.start(), end), number=mark.group("number"))
        for mark, end in zip(marks, ends, strict=True)
    ]
    if not all(_ASKS_FOR.match(re.sub(r"^\(?\w+[.)]\s*", "", part.text)) for part in parts):
        return [line]  # the parts of one recommendation: "note: a) the plan; b) the letter"
    before = replace(line.part(0, marks[0].start()), number=None)
    return [before, *parts] if before.text else parts


def resolved(outline: Outline) -> list[Item]:
    """What members resolved, from the record's own field or from the words of the minute."""
    for slots in (("resolved",), ("decision",)):
        found: list[Item] = []
        for entry in outline.all(*slots):
            items = _items(_until_end(_without_wrapper(entry.values)), entry.label)
            if any(item.limbs for item in items):
                found.extend(items)
        if found:
            return _once(found)
    return _from_sentences(outline) or _from_advice(outline) or _from_bare_words(outline)


def _from_bare_words(outline: Outline) -> list[Item]:
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
            item for item in _items(following if match.group("alone") else [first, *following], None) if item.limbs
        ]
        if items:
            return _once(items)
    return []


def _from_advice(outline: Outline) -> list[Item]:
    """What a body recommends to another in its minutes: RECOMMENDED in capitals, as minutes set their outcomes."""
    items: list[Item] = []
    for entry in outline.all("recommendations"):
        if re.match(r"RECOMMENDED\b", entry.label.text) and entry.values:
            lines = _until_end(entry.values)
            about = "\n".join(line.text for line in lines)
            placed = Placed(Limb(Verb.RECOMMEND, about), 0, len("RECOMMENDED"))
            items.append(Item("", lines, limbs=[(entry.label, placed)]))
    return items


def _from_sentences(outline: Outline) -> list[Item]:
    found: list[Item] = []
    strict = any(match.group("word").isupper() for line in outline.lines for match in _RESOLVED.finditer(line.text))
    for at, line in enumerate(outline.lines):
        match = next(
            (
                m
                for m in _RESOLVED.finditer(line.text)
                if m.group("word").isupper() or (not strict and m.start("word") > m.start())
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
            found.extend(_items([rest, *following], said))
        else:
            found.extend(_items(_until_end(outline.lines[at + 1 : at + 14], alone=True), line.part(match.start())))
    return _once([item for item in found if item.limbs])


def _once(items: list[Item]) -> list[Item]:
    """The items, each text once: a page may give the decision as a record and again in its minute."""
    return list({squeezed(item.text): item for item in reversed(items)}.values())[::-1]


_ADVICE_TAKEN = re.compile(
    r"(?:agreed|approved|accepted|endorsed)\s+the\s+(?:officers?['’]?\s+)?recommendations?\b[^:]*(?:\bto|\bthat)?\s*:$",
    re.IGNORECASE,
)


def _without_wrapper(values: Sequence[Line]) -> list[Line]:
    out = []
    for at, line in enumerate(values):
        if at + 1 < len(values) and _ADVICE_TAKEN.match(line.text):
            continue  # the recommendations that follow are what was resolved
        match = _RESOLVED.match(line.text) or next(
            (
                m
                for m in _RESOLVED.finditer(line.text)
                if m.group("word").isupper() or (m.start("word") > m.start() and line.text.rstrip().endswith(_OPENS))
            ),
            None,
        )
        rest = line.part(match.end()) if match else line
        if re.search(r"\w", rest.text):
            out.append(rest)
    return out


def _until_end(lines: Sequence[Line], *, alone: bool = False) -> list[Line]:
    """The lines of a resolution: up to the first that begins something else."""
    kept: list[Line] = []
    for line in lines:
        if line.kind is BlockKind.HEADING or _ENDS.match(line.text):
            break
        if alone and kept and not _number(line) and not re.match(r"(?:that|to|and|or)\b|\(", line.text, re.I):
            break
        kept.append(line)
    return kept


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


def _items(values: Sequence[Line], intro: Line | None, *, whole: bool = False) -> list[Item]:
    """The items of a value. ``whole`` keeps a numbered item that asks for something we have no verb for."""
    items: list[Item] = []
    shape: str | None = None
    alternative, carried = False, intro
    pieces = list(_pieces(values))
    numbered = any(_number(piece) for piece in pieces)
    for piece in pieces:
        if _OR.fullmatch(piece.text):
            alternative = True
            continue
        number = _number(piece)
        if number:
            kind = _shape(number)
            if shape is None or kind == shape or not items:
                shape = shape or kind
                items.append(Item(number, [piece], _previous(items) if alternative else None, carried))
                alternative = False
            else:
                items[-1].lines.append(piece)
        elif items and not alternative and (numbered or not _begins(piece)):
            items[-1].lines.append(piece)
        elif numbered and not items and piece.text.rstrip().endswith((":", "-", "–", "–:")):
            carried = piece
            if any(_number(later) for later in pieces) and not list(limbs(piece.text)):
                continue
            items.append(Item("", [piece], None, intro))
            shape = "under"
        else:
            items.append(Item("", [piece], _previous(items) if alternative else None, carried))
            alternative = False
    for item in items:
        _read_limbs(item)
    asked = {id(item) for item in items if whole and item.number and _ASKS_FOR.match(item.text)}
    return [item for item in items if item.limbs or len(items) == 1 or id(item) in asked]


def _previous(items: list[Item]) -> str | None:
    return (items[-1].number or str(len(items))) if items else None


def _pieces(values: Sequence[Line]) -> Iterator[Line]:
    """The lines of a value; a line with lettered parts run together ("note: a) ... b) ...") is one piece still."""
    for line in values:
        if line.text.strip(" -–—*_"):
            yield line


def _number(line: Line) -> str:
    if line.number:
        return line.number
    if match := _LETTER.match(line.text):
        # A lettered paragraph ("A Cabinet notes ..."), told apart from a sentence that starts with the article.
        return match.group("number")
    if match := re.match(r"^\((\d{1,2}|[a-z]|[ivx]{1,4})\)\s", line.text):
        return match.group(1)
    return ""


def _shape(number: str) -> str:
    if number.replace(".", "").isdigit():
        return f"decimal{number.rstrip('.').count('.')}"
    if re.fullmatch(r"[ivx]+", number) and number != "v" and number != "x":
        return "roman"
    return "upper" if number.isupper() else "letter"


def _begins(line: Line) -> bool:
    return bool(
        re.match(r"(?:that\b|to\b|(?:the )?(?:cabinet|executive|council|committee|members)\b)", line.text, re.I)
        or line.kind is BlockKind.LIST_ITEM
        or line.bold
    ) and any(True for _ in limbs(line.text))


def _read_limbs(item: Item) -> None:
    powers = False
    for line in item.lines:
        offset = 0
        lead = re.match(r"^(?:\(?[\w.]{1,5}[.)]*\s+)", line.text) if _number(line) else None
        if lead:
            offset = lead.end()
        words = line.text[offset:]
        found = list(limbs(words, inside_delegation=powers))
        item.limbs.extend((line, Placed(p.limb, p.start + offset, p.end + offset)) for p in found)
        opens = words.rstrip().endswith((":", "to", "-"))
        if any(p.limb.verb is Verb.DELEGATE for p in found):
            powers = opens
        elif powers and not _number(line):
            powers = False
    if not item.limbs and item.intro is not None:
        found = list(limbs(f"{item.intro.text.rstrip(' :')} "))
        item.limbs.extend((item.intro, replace(p, limb=replace(p.limb, object=item.text))) for p in found)


def opening(entry: Entry) -> str:
    """The words of an entry's label and first line together, for finders that look at how it opens."""
    return f"{entry.label.text} {entry.values[0].text if entry.values else ''}"
