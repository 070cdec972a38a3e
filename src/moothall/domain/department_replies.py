"""What the department or its panel said of a plan: each recommendation, the passages it speaks of, our response.

A match between a recommendation and the plan is a person's word: what is found here are candidates, and no more.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal


class Response(StrEnum):
    """What we make of a recommendation."""

    ACCEPTED = "accepted"
    PARTLY = "partly"
    NO = "no"

    @property
    def words(self) -> str:
        """The response in words."""
        return {"accepted": "Accepted", "partly": "Accepted in part", "no": "Not accepted"}[self.value]


class What(StrEnum):
    """What was said of a recommendation."""

    MATCHED = "matched"
    UNMATCHED = "unmatched"
    ANSWERED = "answered"
    DONE = "done"


class State(StrEnum):
    """How a recommendation stands."""

    OPEN = "open"
    TO_DO = "to_do"
    OVERDUE = "overdue"
    DONE = "done"
    NOT_ACCEPTED = "not_accepted"

    @property
    def words(self) -> str:
        """The state in words."""
        return {
            "open": "No response yet", "to_do": "To be done", "overdue": "Overdue", "done": "Done",
            "not_accepted": "Not accepted",
        }[self.value]  # fmt: skip


@dataclass(frozen=True, slots=True)
class Said:
    """One thing said of a recommendation. ``part`` is a key of the plan with its ``title`` when it was matched.

    A response has its reason in ``words``, and for what is to be done the post in ``who`` and ``due_on``; of what is
    done, ``words`` say what shows it.
    """

    what: What
    on: date
    part: str = ""
    title: str = ""
    response: Response | None = None
    words: str = ""
    who: str = ""
    due_on: date | None = None
    by: str = ""


@dataclass(frozen=True, slots=True)
class Point:
    """One recommendation, in the department's words, with everything said of it in order."""

    number: int
    text: str
    said: tuple[Said, ...] = ()

    @property
    def matched(self) -> tuple[Said, ...]:
        """The passages of the plan that somebody confirmed it speaks of."""
        last = {one.part: one for one in self.said if one.what in (What.MATCHED, What.UNMATCHED)}
        return tuple(one for one in last.values() if one.what is What.MATCHED)

    @property
    def answer(self) -> Said | None:
        """Our response that stands: the last."""
        return next((one for one in reversed(self.said) if one.what is What.ANSWERED), None)

    @property
    def done(self) -> Said | None:
        """That it is done, where that was said after the response that stands."""
        last = next((one for one in reversed(self.said) if one.what in (What.ANSWERED, What.DONE)), None)
        return last if last and last.what is What.DONE else None

    def state(self, *, as_of: date) -> State:
        """How it stands on a day."""
        if self.answer is None:
            return State.OPEN
        if self.done:
            return State.DONE
        if self.answer.response is Response.NO:
            return State.NOT_ACCEPTED
        return State.OVERDUE if self.answer.due_on and self.answer.due_on < as_of else State.TO_DO

    @property
    def sentence(self) -> str:
        """Our response in a sentence or two, or that there is none."""
        if self.answer is None or self.answer.response is None:
            return "We have not responded yet."
        why = self.answer.words.strip().rstrip(".")
        parts = [f"{self.answer.response.words}: {why}."]
        if self.answer.response is not Response.NO and self.answer.due_on:
            parts.append(f"{self.answer.who}, by {in_words(self.answer.due_on)}.")
        if self.done:
            parts.append(f"Done on {in_words(self.done.on)}: {self.done.words.strip().rstrip('.')}.")
        return " ".join(parts)


@dataclass(frozen=True, slots=True)
class Reported:
    """That a reply and what we did was reported to members: at which meeting, in which words."""

    body: str
    on: date
    words: str


@dataclass(frozen=True, slots=True)
class Reply:
    """What was received, from whom and when. ``receipt`` is of the return somebody says it answers, or empty."""

    number: int
    from_whom: str
    on: date
    words: str
    points: tuple[Point, ...] = ()
    receipt: str = ""
    file_name: str = ""
    reported: tuple[Reported, ...] = ()
    by: str = ""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A passage of the plan that shares words with a recommendation: where it stands, the passage, the words."""

    part: str
    title: str
    passage: str
    shared: tuple[str, ...]


_PLAIN = (
    "about above across after again against also been before being below between both could councils council does "
    "doing down during each ensure from further have having here into more most must need only other over plan "
    "plans productivity recommend recommends recommended same service services should some such than that their "
    "them then there these they this those through under until very were what when where which while will with "
    "within would your "
)
_LEFT_OUT = frozenset(_PLAIN.split())


def points_in(text: str) -> tuple[str, ...]:
    """The recommendations in a text that parts them by blank lines, each on one line, without its printed number."""
    parts = (" ".join(one.split()) for one in re.split(r"\n\s*\n", text.replace("\r\n", "\n")))
    return tuple(re.sub(r"^(?:\(?\d{1,2}[.)]|[-•])\s+", "", one) for one in parts if one)


def candidates(text: str, parts: Mapping[str, tuple[str, str]], *, most: int = 6) -> tuple[Candidate, ...]:
    """The passages of a plan that share two words or more with a recommendation, in the plan's own order.

    ``parts`` are the plan's parts in order: key to (title, text). Common words count for nothing. Of more than ``most``
    those with the most shared words are kept.
    """
    asked = _words(text)
    found = []
    for key, (title, words) in parts.items():
        passages = [one.strip() for one in words.split("\n\n") if one.strip()] or [title]
        best = max(passages, key=lambda one: len(asked & _words(one)))
        shared = asked & (_words(best) | _words(title))
        if len(shared) >= 2:
            found.append(Candidate(key, title, best, tuple(sorted(shared))))
    kept = sorted(found, key=lambda one: -len(one.shared))[:most]
    return tuple(one for one in found if one in kept)


def _words(text: str) -> frozenset[str]:
    found = (one.lower().removesuffix("s") for one in re.findall(r"[A-Za-z]{4,}", text))
    return frozenset(one for one in found if one not in _LEFT_OUT and one + "s" not in _LEFT_OUT)


def names_of_ours(words: str, *, names: Iterable[str], receipts: Iterable[str]) -> tuple[str, ...]:
    """What of ours a reply names: our name, our receipts, as they are written. Empty where it names neither."""
    folded = words.casefold()
    return tuple(one for one in dict.fromkeys([*names, *receipts]) if one and one.casefold() in folded)


def check_reply(reply: Reply, *, today: date) -> None:
    """Raise a Refusal for a reply from nobody, without words and file, or of a day to come."""
    if not reply.from_whom.strip():
        raise Refusal("It is not said from whom it came.", next_step="Name the office or the panel.")
    if not (reply.words.strip() or reply.file_name or reply.points):
        raise Refusal("There are no words and no file.", next_step="Write what was said, or bring the file.")
    if reply.on > today:
        raise Refusal(f"{in_words(reply.on)} is still to come.", next_step="Correct the day it was received.")


def check_said(point: Point, new: Said, *, received_on: date, today: date) -> None:
    """Raise a Refusal for what cannot be said of a recommendation: see each sentence."""
    if new.what is What.UNMATCHED and new.part not in {one.part for one in point.matched}:
        raise Refusal("It is not matched with that passage.", next_step="Look at the recommendation again.")
    if new.what is What.MATCHED and new.part in {one.part for one in point.matched}:
        raise Refusal("It is matched with that passage already.", next_step="Choose another, or leave it.")
    if new.what is What.ANSWERED:
        if new.response is None or not new.words.strip():
            raise Refusal("A response needs its reason.", next_step="Say what we make of it, and why.")
        if new.response is not Response.NO and not (new.who.strip() and new.due_on):
            raise Refusal("What is accepted is done by somebody by a day.", next_step="Name the post and the day.")
    if new.what is What.DONE:
        if point.answer is None or point.answer.response is Response.NO:
            raise Refusal("Nothing of it was accepted, so nothing can be done of it.", next_step="Respond first.")
        if not new.words.strip():
            raise Refusal("It is not said what shows that it is done.", next_step="Name the document or the decision.")
        if not received_on <= new.on <= today:
            raise Refusal("It is done before it was received, or still to come.", next_step="Correct the day.")


def check_reported(reply: Reply, new: Reported, *, today: date) -> None:
    """Raise a Refusal for a report without body or words, before the reply came, or still to come."""
    if not new.body.strip() or not new.words.strip():
        raise Refusal("To which meeting, and in which words, are both needed.", next_step="Fill in the empty one.")
    if not reply.on <= new.on <= today:
        raise Refusal("The meeting was before the reply came, or is still to come.", next_step="Correct the day.")


def answer_of(replies: Iterable[Reply], *, as_of: date) -> str:
    """What was said and how it stands, in a sentence: 3 recommendations: 1 done, 2 to be done."""
    rows = list(replies)
    points = [point for one in rows for point in one.points]
    if not rows:
        return "The department has said nothing of the plan that is on record."
    if not points:
        return f"{len(rows)} repl{'y is' if len(rows) == 1 else 'ies are'} on record, with no recommendation."
    words = [one.state(as_of=as_of).words.lower() for one in points]
    said = ", ".join(f"{words.count(word)} {word}" for word in dict.fromkeys(words))
    return f"{len(points)} recommendation{'' if len(points) == 1 else 's'}: {said}."
