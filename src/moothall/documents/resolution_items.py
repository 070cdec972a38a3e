"""One recommendation or resolution with its number and limbs, and the parting of a value's lines into such items."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise

from moothall.documents.limbs import Placed, limbs
from moothall.documents.lines import Line, squeezed
from moothall.documents.reading.document import BlockKind
from moothall.domain.decisions import Verb

_FEWEST_WORDS = 8
_MOST_ALIKE = 0.7  # the share of the longer's words that the shorter holds
_OR = re.compile(r"(?:and[ /])?or\W*", re.IGNORECASE)
_ENDS_ITEM = re.compile(r"[;.](?:\s*(?:and|or))?\W*$|\band\W*$", re.IGNORECASE)
_LETTER = re.compile(r"^(?P<number>[A-Z])(?:[.)]\s+(?=\w)|\s+(?=[A-Z]))(?!\w+\s+\w+ed\b.*\bby\b)")
# A recommendation in words that have no verb of ours: "That progress be reported", "comment on the draft".
ASKS_FOR = re.compile(
    r"(?:that|to)\b|[^.;:]{3,160}\bbe (?:(?:\w+ )?\w+(?:ed|en)|exempt|subject)\b|(?:comments? on|considers?|"
    r"receives?|reviews?|"
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


def once(items: list[Item]) -> list[Item]:
    """The items, each once: a page may give the decision as a record and again, in nearly its words, in its minute."""
    kept: list[Item] = []
    for item in items:
        if not any(_same(item, other) for other in kept):
            kept.append(item)
    return kept


def _same(one: Item, two: Item) -> bool:
    """Whether two items say the same: in the same words, or with a name written out in one and short in the other."""
    first, second = (squeezed(each.text) for each in (one, two))
    if first == second:
        return True
    verbs = [[placed.limb.verb for _, placed in each.limbs] for each in (one, two)]
    if verbs[0] != verbs[1] or one.number != two.number or not verbs[0]:
        return False
    fewer, more = sorted((set(first.split()), set(second.split())), key=len)
    return len(fewer) >= _FEWEST_WORDS and fewer <= more and len(fewer) >= _MOST_ALIKE * len(more)


def items_of(values: Sequence[Line], intro: Line | None, *, whole: bool = False) -> list[Item]:
    """The items of a value. ``whole`` keeps a numbered item that asks for something we have no verb for."""
    items: list[Item] = []
    shape: str | None = None
    alternative, carried = False, intro
    pieces = list(_pieces(values))
    numbered = any(printed_number(piece) for piece in pieces)
    for piece in pieces:
        if _OR.fullmatch(piece.text):
            alternative = True
            continue
        number = printed_number(piece)
        if number:
            kind = _shape(number)
            if shape is None or kind == shape or not items:
                shape = shape or kind
                items.append(Item(number, [piece], _previous(items) if alternative else None, carried))
                alternative = False
            else:
                items[-1].lines.append(piece)
        elif (
            items and not alternative and not _is_next(items[-1].lines[-1], piece) and (numbered or not _begins(piece))
        ):
            items[-1].lines.append(piece)
        elif numbered and not items and piece.text.rstrip().endswith((":", "-", "–", "–:")):
            carried = piece
            if any(printed_number(later) for later in pieces) and not list(limbs(piece.text)):
                continue
            items.append(Item("", [piece], None, intro))
            shape = "under"
        else:
            items.append(Item("", [piece], _previous(items) if alternative else None, carried))
            alternative = False
    for item in items:
        _read_limbs(item)
    held = {id(item) for one, item in pairwise(items) if _is_next(one.lines[-1], item.lines[0])}
    held |= {id(item) for item in items if whole and item.number}
    asked = {id(item) for item in items if id(item) in held and ASKS_FOR.match(item.text)}
    return [item for item in items if item.limbs or len(items) == 1 or id(item) in asked]


def _previous(items: list[Item]) -> str | None:
    return (items[-1].number or str(len(items))) if items else None


def _pieces(values: Sequence[Line]) -> Iterator[Line]:
    """The lines of a value; a line with lettered parts run together ("note: a) ... b) ...") is one piece still."""
    for line in values:
        if line.text.strip(" -–—*_"):
            yield line


def printed_number(line: Line) -> str:
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


def _is_next(before: Line, piece: Line) -> bool:
    """Whether a list's item without a number follows one that ends as an item of a list does, and asks too."""
    both = before.kind is piece.kind is BlockKind.LIST_ITEM and not printed_number(before) and not printed_number(piece)
    return both and _ENDS_ITEM.search(before.text) is not None and ASKS_FOR.match(piece.text) is not None


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
        lead = re.match(r"^(?:\(?[\w.]{1,5}[.)]*\s+)", line.text) if printed_number(line) else None
        if lead:
            offset = lead.end()
        words = line.text[offset:]
        found = list(limbs(words, inside_delegation=powers))
        item.limbs.extend((line, Placed(p.limb, p.start + offset, p.end + offset)) for p in found)
        opens = words.rstrip().endswith((":", "to", "-"))
        if any(p.limb.verb is Verb.DELEGATE for p in found):
            powers = opens
        elif powers and not printed_number(line):
            powers = False
    if not item.limbs and item.intro is not None:
        found = list(limbs(f"{item.intro.text.rstrip(' :')} "))
        item.limbs.extend((item.intro, replace(p, limb=replace(p.limb, object=item.text))) for p in found)
