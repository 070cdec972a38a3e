"""What a covering report promised for later, such as an assessment or a further report, and what became of it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal
from moothall.domain.reports import CommitteeReport, promised


class What(StrEnum):
    """What was said of a follow-up."""

    DONE = "done"
    DROPPED = "dropped"
    CHANGED = "changed"


class State(StrEnum):
    """How a follow-up stands."""

    WAITING = "waiting"
    OVERDUE = "overdue"
    DONE = "done"
    DROPPED = "dropped"


@dataclass(frozen=True, slots=True)
class Owner:
    """Who sees to it: the post, and the name of the person who holds it. An empty name is a vacant post."""

    post: str
    name: str = ""

    @property
    def words(self) -> str:
        """The post with its holder, or that nobody holds it."""
        return f"{self.post} ({self.name})" if self.name else f"{self.post}, with nobody in the post"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said later: done with what shows it, dropped with the reason, or another owner or day with why."""

    what: What
    on: date
    words: str
    owner: Owner | None = None
    due_on: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class FollowUp:
    """One thing promised. ``place`` says where in the report it stands, empty where it was entered by hand."""

    number: int
    text: str
    place: str
    first_owner: Owner
    first_due_on: date
    said: tuple[Said, ...] = ()

    @property
    def owner(self) -> Owner:
        """Who sees to it now."""
        return next((one.owner for one in reversed(self.said) if one.owner), self.first_owner)

    @property
    def due_on(self) -> date:
        """The day by which it is due now."""
        return next((one.due_on for one in reversed(self.said) if one.due_on), self.first_due_on)

    @property
    def end(self) -> Said | None:
        """That it is done or dropped, or None while it waits."""
        return next((one for one in self.said if one.what in (What.DONE, What.DROPPED)), None)

    @property
    def is_vacant(self) -> bool:
        """Whether it waits for somebody and nobody holds the post."""
        return self.end is None and not self.owner.name

    def state(self, *, as_of: date) -> State:
        """How it stands on a day."""
        if self.end:
            return State.DONE if self.end.what is What.DONE else State.DROPPED
        return State.OVERDUE if self.due_on < as_of else State.WAITING

    def sentence(self, *, as_of: date) -> str:
        """Who sees to it and by when, or what became of it."""
        if self.end:
            word = "Done" if self.end.what is What.DONE else "Dropped"
            return f"{word} on {in_words(self.end.on)}: {self.end.words.strip().rstrip('.')}."
        was = "was" if self.due_on < as_of else "is"
        return f"{self.owner.words}. It {was} due on {in_words(self.due_on)}."


@dataclass(frozen=True, slots=True)
class Candidate:
    """A promise the report makes that nobody has taken up yet: its words, where it stands, its day if it has one."""

    key: str
    text: str
    place: str
    due_on: date | None = None


def candidates(report: CommitteeReport, taken: Iterable[str]) -> tuple[Candidate, ...]:
    """The promises of a report that were not taken up, those with the nearest day first. ``taken`` are their keys."""
    known = set(taken)
    found = (
        Candidate(
            f"{one.kind}: {one.promised.strip()}"[:300], one.promised.strip(),
            f"Implications of the report: {one.kind}", one.promised_by,
        )
        for one in promised(report)
    )  # fmt: skip
    return tuple(one for one in found if one.key not in known)


def answer_of(found: Iterable[FollowUp], *, as_of: date) -> str:
    """How many were promised and how many wait, in a sentence."""
    rows = list(found)
    if not rows:
        return "Nothing promised for later is on record."
    states = [one.state(as_of=as_of) for one in rows]
    overdue, open_ = states.count(State.OVERDUE), sum(one in (State.WAITING, State.OVERDUE) for one in states)
    promised_ = "One thing was promised" if len(rows) == 1 else f"{len(rows)} things were promised"
    if not open_:
        return f"{promised_}, and nothing waits."
    if len(rows) == 1:
        return f"{promised_}, and it {'is overdue' if overdue else 'waits'}."
    late = f", {overdue} of them overdue" if overdue and open_ > 1 else ", and it is overdue" if overdue else ""
    return f"{promised_}, and {open_} {'waits' if open_ == 1 else 'wait'}{late}."


def check_promise(text: str, owner: Owner, *, due_on: date, today: date) -> None:
    """Raise a Refusal without words or a post, and for a day more than ten years from today."""
    if not text.strip() or not owner.post.strip():
        raise Refusal(
            "What was promised, and which post sees to it, are both needed.", next_step="Fill in the empty one."
        )
    if abs((due_on - today).days) > 3660:
        raise Refusal(f"{in_words(due_on)} is more than ten years away.", next_step="Correct the day.")


def check_said(found: FollowUp, new: Said, *, today: date) -> None:
    """Raise a Refusal for what was settled before, what lacks its words, or a day still to come."""
    if found.end:
        raise Refusal("It is settled already.", next_step="Enter it again where it was promised again.")
    if not new.words.strip():
        needed = "what shows that it is done" if new.what is What.DONE else "the reason"
        raise Refusal(f"It is not said {needed if new.what is What.DONE else 'why'}.", next_step=f"Give {needed}.")
    if new.on > today:
        raise Refusal(f"{in_words(new.on)} is still to come.", next_step="Correct the day.")
