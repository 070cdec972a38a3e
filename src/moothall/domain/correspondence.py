"""Questions asked outside the council about a round, and what came of each: chased, answered, shared, taken back.

Of whom a question is asked is as the council enters it; none is shipped. Nothing said is overwritten.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.extensions import Channel
from moothall.domain.refusals import Refusal


class Asked(StrEnum):
    """What kind of body is asked."""

    DEPARTMENT = "department"
    ASSOCIATION = "association"
    NETWORK = "network"
    OTHER = "other"

    @property
    def words(self) -> str:
        """The kind in words."""
        return _KINDS[self]


_KINDS = {
    Asked.DEPARTMENT: "The government department that calls the round",
    Asked.ASSOCIATION: "An association of councils",
    Asked.NETWORK: "A network of officers or councils",
    Asked.OTHER: "Somebody else",
}


class What(StrEnum):
    """What was said of a question later."""

    ANSWERED = "answered"
    CHASED = "chased"
    SHARED = "shared"
    UNSHARED = "unshared"
    TAKEN_BACK = "taken_back"


class State(StrEnum):
    """How a question stands."""

    WAITING = "waiting"
    ANSWERED = "answered"
    TAKEN_BACK = "taken_back"


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said of a question on a day: an answer in ``words`` by ``who``, or that it was chased.

    ``is_named`` says of sharing whether the council's name goes with it; ``words`` are the reason where one is asked.
    """

    what: What
    on: date
    who: str = ""
    channel: Channel | None = None
    words: str = ""
    is_named: bool = True
    pk: int = 0
    file_name: str = ""
    recorded_by: str = ""


@dataclass(frozen=True, slots=True)
class Question:
    """A question as it was put. ``asker`` is the post or team that asked, ``bears_on`` ids of the round, or none.

    ``said`` is in the order in which it was recorded.
    """

    number: int
    kind: Asked
    whom: str
    asker: str
    on: date
    channel: Channel
    words: str
    bears_on: tuple[str, ...] = ()
    said: tuple[Said, ...] = ()
    file_name: str = ""
    recorded_by: str = ""

    def of(self, what: What) -> tuple[Said, ...]:
        """What was said of it in this way, in order."""
        return tuple(one for one in self.said if one.what is what)

    @property
    def answer(self) -> Said | None:
        """The answer that stands: the last one recorded."""
        return next(reversed(self.of(What.ANSWERED)), None)

    @property
    def state(self) -> State:
        """How it stands."""
        if self.of(What.TAKEN_BACK):
            return State.TAKEN_BACK
        return State.ANSWERED if self.answer else State.WAITING

    @property
    def shared(self) -> Said | None:
        """That its answer is shared with the round, or None where it was not, or is no longer."""
        last = next((one for one in reversed(self.said) if one.what in (What.SHARED, What.UNSHARED)), None)
        return last if last and last.what is What.SHARED and self.state is State.ANSWERED else None

    def sentence(self, *, as_of: date) -> str:
        """What became of it, in a sentence. Days of waiting count every day since it was asked."""
        if self.state is State.TAKEN_BACK:
            return f"Taken back on {in_words(self.of(What.TAKEN_BACK)[-1].on)}."
        if self.answer:
            return f"Answered by {self.answer.who} on {in_words(self.answer.on)}."
        days = (as_of - self.on).days
        chased = self.of(What.CHASED)
        last = f" Chased on {in_words(chased[-1].on)}." if chased else ""
        return f"No answer yet, {days} day{'' if days == 1 else 's'} after it was asked.{last}"


def answer_of(found: Iterable[Question]) -> str:
    """How many were asked and how many are answered, in a sentence."""
    rows = [one for one in found if one.state is not State.TAKEN_BACK]
    if not rows:
        return "No question to the department or anybody else is on record."
    waiting = sum(one.state is State.WAITING for one in rows)
    asked = "One question was asked" if len(rows) == 1 else f"{len(rows)} questions were asked"
    if not waiting:
        return f"{asked}, and answered." if len(rows) == 1 else f"{asked}, and all are answered."
    if len(rows) == 1:
        return f"{asked}, and there is no answer yet."
    return f"{asked}, and {waiting} {'has' if waiting == 1 else 'have'} no answer yet."


def check_question(asked: Question, *, known: Iterable[str], today: date) -> None:
    """Raise a Refusal for a question that lacks words, who or whom, is of a day to come, or bears on nothing known."""
    if not asked.whom.strip() or not asked.asker.strip():
        raise Refusal("Who asked, and whom, are both needed.", next_step="Name the office asked and the post or team.")
    if not asked.words.strip():
        raise Refusal("The question has no words.", next_step="Write it as it was put.")
    if asked.on > today:
        raise Refusal(f"{in_words(asked.on)} is still to come.", next_step="Record the question once it was asked.")
    if not set(asked.bears_on) <= set(known):
        raise Refusal("The round has no such question or requirement.", next_step="Choose among those it has now.")


def check_said(asked: Question, new: Said, *, today: date) -> None:
    """Raise a Refusal for what cannot be said of this question: see each sentence."""
    if asked.state is State.TAKEN_BACK:
        raise Refusal("This question was taken back.", next_step="Record a new one where it was asked again.")
    if new.on > today or new.on < asked.on:
        raise Refusal(
            f"It was asked on {in_words(asked.on)}, so {in_words(new.on)} is before that, or still to come.",
            next_step="Correct the day.",
        )
    if new.what is What.ANSWERED and not (new.who.strip() and (new.words.strip() or new.file_name)):
        raise Refusal(
            "An answer needs whoever gave it, and its words or its file.", next_step="Fill in what is missing."
        )
    if new.what is What.CHASED and asked.answer:
        raise Refusal("This question is answered.", next_step="Record a new question to ask for more.")
    if new.what is What.TAKEN_BACK and not new.words.strip():
        raise Refusal("What is taken back needs a reason.", next_step="Say in a sentence why.")


def check_sharing(asked: Question, new: Said) -> None:
    """Raise a Refusal where there is nothing to share, or nothing shared to end."""
    if asked.state is not State.ANSWERED:
        raise Refusal("There is no answer to share.", next_step="Record the answer first.")
    if new.what is What.UNSHARED and asked.shared is None:
        raise Refusal("It is not shared.", next_step="Look at the question again.")
    if asked.answer and not asked.answer.words.strip():
        raise Refusal(
            "The answer is kept as a file only, and files are not shared.",
            next_step="Record the words of the answer, then share them.",
        )


def shown(council: str, *, is_named: bool) -> str:
    """What others see when an answer is shared, and who they are, in a sentence or two. Nothing else is hidden."""
    who = (
        f"your council’s name ({council})"
        if is_named
        else "“a council in this round” in place of your name, though the words themselves may still tell who you are"
    )
    return (
        f"Everyone with a role in any workspace of this round on this installation, the operator and the reading panel"
        f" see {who}, whom you asked and on which day, the words of the question and the words of the answer, with who"
        f" gave it, exactly as recorded. Files, chasing and who recorded it stay with you."
    )
