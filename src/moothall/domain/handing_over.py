"""Handing a report over to the system that keeps the agenda: what the files are called, and what is not ready.

Nothing here says what is exempt. That there is a Part 2, and under which paragraphs, is all the open folder may say.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.placed_remarks import PlacedRemark
from moothall.domain.refusals import Refusal
from moothall.domain.report_completeness import Lacking
from moothall.domain.safety import exempt_sentences
from moothall.domain.signoffs import State
from moothall.domain.standing_dates import StandingDate

LONGEST_NAME = 80
"""The most characters of a file's name before its ending: longer ones are cut by some systems, without a word."""
CUT_OFFS = frozenset({"agenda_publication", "member_papers", "summons"})
_DASHES = str.maketrans(dict.fromkeys("‐‑‒–—−", "-") | dict.fromkeys("/\\_|", " "))
_LABELLED = re.compile(r"\s*(?:appendix|annexe?|enclosure|schedule)\b", re.I)
_PARAGRAPHS = re.compile(r"(?<!part )(?<!schedule )(?<![\w.])[1-7](?![\w])(?!\.\d)", re.I)


class System(StrEnum):
    """Where the agenda is kept. The folder is the same for each: only what it is called changes."""

    MODERN_GOV = "modern_gov"
    CMIS = "cmis"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The system as a sentence names it."""
        return {"modern_gov": "Modern.Gov", "cmis": "CMIS", "other": "your committee system"}[self.value]


class Kind(StrEnum):
    """What a file of the folder is. Those that are not for the agenda are for democratic services alone."""

    REPORT = "report"
    PLAN = "plan"
    APPENDIX = "appendix"
    BACKGROUND_PAPER = "background_paper"
    SHEET = "sheet"
    CHECKLIST = "checklist"
    ITEM = "item"

    @property
    def is_for_the_agenda(self) -> bool:
        """Whether it is put on the agenda, and is not only a help to whoever does so."""
        return self in {Kind.REPORT, Kind.PLAN, Kind.APPENDIX}


@dataclass(frozen=True, slots=True)
class HandedFile:
    """One file of a folder: its name, what it is, its size in bytes and its SHA-256 in hexadecimal."""

    name: str
    kind: Kind
    title: str
    media_type: str
    size: int
    sha256: str


class How(StrEnum):
    """How a file of one folder differs from the same in the folder before."""

    SAME = "same"
    CHANGED = "changed"
    RENAMED = "renamed"
    ADDED = "added"
    TAKEN_OUT = "taken_out"


@dataclass(frozen=True, slots=True)
class FileDifference:
    """One file against the folder before. ``before`` is the name it had there, where it had another."""

    name: str
    how: How
    before: str = ""


def differences(before: Sequence[HandedFile], now: Sequence[HandedFile]) -> tuple[FileDifference, ...]:
    """What became of each file, in the order of the later folder, with those taken out at the end.

    A file is the same where its bytes are; one with the same bytes under another name was renamed.
    """
    left = {one.name: one for one in before}
    gone = {one.sha256: one.name for one in before if one.name not in {each.name for each in now}}
    found = []
    for one in now:
        earlier = left.pop(one.name, None)
        if earlier is not None:
            found.append(FileDifference(one.name, How.SAME if earlier.sha256 == one.sha256 else How.CHANGED))
        elif one.sha256 in gone:
            name = gone.pop(one.sha256)
            left.pop(name)
            found.append(FileDifference(one.name, How.RENAMED, name))
        else:
            found.append(FileDifference(one.name, How.ADDED))
    return (*found, *(FileDifference(name, How.TAKEN_OUT) for name in left))


def in_letters(words: str) -> str:
    """The words as a file's name may hold them: letters, figures, spaces and hyphens, cut after a whole word."""
    plain = unicodedata.normalize("NFKD", words.translate(_DASHES)).encode("ascii", "ignore").decode()
    tidy = " ".join(re.sub(r"[^A-Za-z0-9 -]+", " ", plain).split()).strip(" -")
    if len(tidy) <= LONGEST_NAME:
        return tidy
    cut = tidy[: LONGEST_NAME + 1].rpartition(" ")[0] or tidy[:LONGEST_NAME]
    return cut.strip(" -")


def appendix_name(label: str, place: int) -> str:
    """What an appendix goes by: the label of the report, with the word and its number where the label has none."""
    return label.strip() if _LABELLED.match(label) else f"Appendix {place} {label.strip()}"


def named_apart(names: Iterable[tuple[str, str]]) -> Iterator[str]:
    """A name for each pair of words and ending ("pdf"), no two alike: a second of the same name has a number."""
    seen: set[str] = set()
    for words, ending in names:
        stem = in_letters(words) or "File"
        name, number = f"{stem}.{ending}", 2
        while name.casefold() in seen:
            name, number = f"{stem[: LONGEST_NAME - 4].strip()} {number}.{ending}", number + 1
        seen.add(name.casefold())
        yield name


def folder_name(authority: str, body: str, on: date | None, number: int, *, is_part_2: bool = False) -> str:
    """What a folder is called. It says no more of Part 2 than that it is one."""
    when = on.isoformat() if on else ""
    words = in_letters(" ".join(one for one in (authority, body, when) if one.strip()))
    return f"{words} hand-off {number}{' part 2 not for publication' if is_part_2 else ''}.zip"


def paragraphs_named(words: str) -> tuple[int, ...]:
    """The paragraphs of schedule 12A that a report names in words: "paragraphs 1 and 3 of part 1" gives 1 and 3."""
    return tuple(sorted({int(found) for found in _PARAGRAPHS.findall(words)}))


@dataclass(frozen=True, slots=True)
class NotReady:
    """One thing that is not ready: what, the rule behind it or None, and what to do.

    ``about`` is report, appendix, plan, agreement, safety or cut_off; ``where`` names the place within it.
    """

    about: str
    message: str
    next: str
    rule: str | None = None
    where: str = ""


def cut_off(dates: Sequence[StandingDate], body: str) -> tuple[int, StandingDate] | None:
    """The day by which the papers of this body go out, with its number among the route's dates; None without one.

    Where the route has no such day for the body, the first it has for any.
    """
    papers = [(number, one) for number, one in enumerate(dates, start=1) if one.step.step in CUT_OFFS]
    return next(iter([pair for pair in papers if pair[1].step.body == body] or papers), None)


def of_report(lacking: Iterable[Lacking]) -> Iterator[NotReady]:
    """What the completeness check remarks."""
    for one in lacking:
        yield NotReady("report", one.remark.message, one.remark.next, one.remark.rule, one.field)


def of_agreements(asked: Sequence[tuple[str, str, State, str]]) -> Iterator[NotReady]:
    """What is still owed of implications and sign-offs: (number, title, state, who has it or empty) of each request."""
    if not any(state is not State.WITHDRAWN for _, _, state, _ in asked):
        yield NotReady(
            "agreement", "Nobody was asked for an implication or a sign-off.", "Ask the people whose words it needs."
        )
    for number, title, state, holder in asked:
        if state.is_open:
            has = f"{holder} has it" if holder else "nobody has it"
            why = "it lapsed, because the words changed" if state is State.LAPSED else "it is not answered"
            yield NotReady(
                "agreement",
                f"{title}: {why}, and {has}.",
                "Silence is not agreement. Ask for the answer.",
                None,
                number,
            )
        elif state is State.CANNOT_AGREE:
            yield NotReady(
                "agreement",
                f"{title}: whoever was asked cannot agree.",
                "Change the words and ask again.",
                None,
                number,
            )


def of_safety(remarks: Iterable[PlacedRemark]) -> Iterator[NotReady]:
    """What is to be looked at before the public sees it and was not settled. The words themselves are not repeated."""
    for one in remarks:
        if not one.is_hint:
            said = one.remark
            yield NotReady("safety", f"{one.label}: {said.message}", said.next, said.rule, one.key)


def of_cut_off(found: StandingDate | None, today: date) -> Iterator[NotReady]:
    """What stands against the day by which the papers go out: that nobody knows it, or that it has passed."""
    if found is None:
        yield NotReady(
            "cut_off", "The day by which the papers go out is not known.", "Choose the route, and it is counted."
        )
    elif found.step.on < today:
        yield NotReady(
            "cut_off",
            f"{found.step.what}: that was due by {in_words(found.step.on)}.",
            "Ask the chair for a late item, or a later meeting.",
            found.step.provision.in_words() if found.step.provision else found.step.rule,
        )


def check_may_hand_over(waits: Sequence[NotReady], reason: str) -> None:
    """Raise a Refusal where something is not ready and nobody says why it is handed over all the same."""
    if waits and not reason.strip():
        count = len(waits)
        raise Refusal(
            f"{'One thing is' if count == 1 else f'{count} things are'} not ready.",
            next_step="Mend it, or say why it is handed over all the same.",
        )


def check_nothing_exempt(remarks: Iterable[PlacedRemark]) -> None:
    """Raise a Refusal where a sentence of Part 2 stands in what is open. No reason lifts it; settling the remark does.

    The refusal names the place and never the words.
    """
    places = sorted({one.label for one in remarks if one.remark.check == exempt_sentences.CHECK})
    if places:
        raise Refusal(
            f"A sentence of Part 2 stands in the open papers: {', '.join(places)}.",
            next_step="Take it out there, then make the folder.",
            rule=exempt_sentences.RULE,
        )
