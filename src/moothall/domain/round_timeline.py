"""Everything of a round in order of its days, for one council: the letter, questions and answers, meetings, sending."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from moothall.domain.correspondence import Asked, Question, State, What
from moothall.domain.extensions import Extension
from moothall.domain.rounds import Round


class Lane(StrEnum):
    """Who did it: whoever calls the round, others outside, the council, its members; and what is public."""

    ISSUER = "issuer"
    OTHERS = "others"
    COUNCIL = "council"
    MEMBERS = "members"
    PUBLIC = "public"

    @property
    def words(self) -> str:
        """The lane's name beside the drawing."""
        return {
            "issuer": "Who calls the round",
            "others": "Others we asked",
            "council": "What we asked and sent",
            "members": "Members",
            "public": "The public page",
        }[self.value]


@dataclass(frozen=True, slots=True)
class Moment:
    """One thing on the line. ``words`` say more; ``page`` is the key of the page where it stands, with ``part``."""

    on: date
    lane: Lane
    title: str
    words: str = ""
    page: str = ""
    part: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A moment set on the drawing: ``at`` from 0 (the first day drawn) to 1 (the last)."""

    moment: Moment
    at: float
    number: int


@dataclass(frozen=True, slots=True)
class Drawing:
    """What is drawn: the lanes that have something, their marks, and the first of each month as (place, name)."""

    lanes: tuple[tuple[Lane, tuple[Mark, ...]], ...]
    months: tuple[tuple[float, str], ...]
    today: float | None


def of_round(round_: Round) -> tuple[Moment, ...]:
    """What whoever calls the round did, and the days it set."""
    found = [Moment(round_.letter_on, Lane.ISSUER, "The letter", f"{round_.issuer} calls the round.", "round")]
    for one in round_.amendments:
        found.append(Moment(one.on, Lane.ISSUER, "The round is amended", f"{one.text} {one.authority}.", "round"))
    found.append(Moment(round_.deadline_on, Lane.ISSUER, "The day the plan is due, as the round has it", "", "round"))
    found += [Moment(one.on, Lane.ISSUER, one.text, "A further date of the round.", "round") for one in round_.dates]
    return tuple(found)


def of_questions(asked: Iterable[Question]) -> tuple[Moment, ...]:
    """Each question, what was chased, and each answer. What was taken back is left out."""
    found = []
    for one in asked:
        if one.state is State.TAKEN_BACK:
            continue
        part = str(one.number)
        found.append(Moment(one.on, Lane.COUNCIL, f"Asked {one.whom}", one.words, "question", part))
        for said in one.said:
            if said.what is What.ANSWERED:
                lane = Lane.ISSUER if one.kind is Asked.DEPARTMENT else Lane.OTHERS
                found.append(Moment(said.on, lane, f"{said.who} answered", said.words, "question", part))
            elif said.what is What.CHASED:
                found.append(Moment(said.on, Lane.COUNCIL, f"Chased {one.whom}", said.words, "question", part))
    return tuple(found)


def of_extensions(later: Iterable[Extension]) -> tuple[Moment, ...]:
    """A later day asked for, and what was answered."""
    found = []
    for one in later:
        found.append(Moment(one.asked.on, Lane.COUNCIL, "A later day asked for", one.asked.why, "later_day"))
        if one.withdrawn:
            found.append(
                Moment(one.withdrawn.on, Lane.COUNCIL, "The request for a later day taken back", "", "later_day")
            )
        elif one.answer:
            found.append(Moment(one.answer.on, Lane.ISSUER, "A later day answered", one.sentence, "later_day"))
    return tuple(found)


def in_order(moments: Iterable[Moment]) -> tuple[Moment, ...]:
    """The moments by day; on one day, as they were given."""
    return tuple(sorted(moments, key=lambda one: one.on))


def drawn(moments: Iterable[Moment], *, as_of: date) -> Drawing:
    """The moments set along one line of days, numbered as in the list. Raises ValueError where there is none."""
    those = in_order(moments)
    if not those:
        raise ValueError("There is nothing to draw. A round has at least its letter.")
    first, last = those[0].on, max(those[-1].on, those[0].on + timedelta(days=1))
    length = (last - first).days
    marks = [Mark(one, (one.on - first).days / length, number) for number, one in enumerate(those, 1)]
    lanes = tuple((lane, tuple(one for one in marks if one.moment.lane is lane)) for lane in Lane)
    today = (as_of - first).days / length
    return Drawing(
        lanes=tuple(one for one in lanes if one[1]),
        months=tuple(((day - first).days / length, f"{day:%b} {day.year}") for day in _months(first, last)),
        today=today if 0 <= today <= 1 else None,
    )


def _months(first: date, last: date) -> list[date]:
    """The first of each month between two days, thinned so that no more than six are named."""
    found = [
        date(first.year + month // 12, month % 12 + 1, 1)
        for month in range(first.month, (last.year - first.year) * 12 + last.month)
    ]
    step = -(-len(found) // 6) or 1
    return found[::step]
