"""Where a covering report is: how far it has come, who has it and since when, by which day.

What happened goes in, a place comes out. Nothing is stored and no clock is read; what nobody knows is said in words.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.signoffs import State as Answer


class Stage(StrEnum):
    """A step in the life of a report, in order."""

    ASKED = "asked"
    DRAFTED = "drafted"
    IMPLICATIONS = "implications"
    CLEARED = "cleared"
    HANDED_OVER = "handed_over"
    MET = "met"
    IN_FORCE = "in_force"
    SENT = "sent"


class Standing(StrEnum):
    """How a step stands. WAITING: somebody is asked already, before the report is there.

    OPEN: the report went on past it, and it was not finished or has come open again.
    """

    DONE = "done"
    CURRENT = "current"
    WAITING = "waiting"
    AHEAD = "ahead"
    OPEN = "open"


LABELS = {
    Stage.ASKED: "Asked",
    Stage.DRAFTED: "Drafted",
    Stage.IMPLICATIONS: "Implications",
    Stage.CLEARED: "Cleared",
    Stage.HANDED_OVER: "Handed over",
    Stage.MET: "Meeting",
    Stage.IN_FORCE: "In force",
    Stage.SENT: "Sent",
}
STAGES = tuple(Stage)
_GONE_ON = (Stage.HANDED_OVER, Stage.MET, Stage.IN_FORCE, Stage.SENT)


@dataclass(frozen=True, slots=True)
class Request:
    """Somebody is asked to agree to words. ``what`` names it in a sentence ("the financial implications").

    ``holder`` has it today, empty where nobody does; ``since`` is the day it was last asked or handed on,
    ``answered_on`` the day of the last answer. ``changed`` are the places whose words are not what was agreed to.
    """

    number: int
    what: str
    is_sign_off: bool
    answer: Answer
    due_on: date
    since: date
    holder: str = ""
    answered_by: str = ""
    answered_on: date | None = None
    reason: str = ""
    changed: tuple[str, ...] = ()

    @property
    def is_settled(self) -> bool:
        """Whether an explicit answer to the words as they stand was given."""
        return self.answer in {Answer.AGREED, Answer.NOT_APPLICABLE}


@dataclass(frozen=True, slots=True)
class Writing:
    """A part of the report that a person was given to write, by a day. ``field`` is its name in the report."""

    field: str
    part: str
    who: str
    since: date
    due_on: date


@dataclass(frozen=True, slots=True)
class People:
    """The names of those who hold a role here, in order of name; empty where nobody does."""

    authors: tuple[str, ...] = ()
    clerks: tuple[str, ...] = ()
    officers: tuple[str, ...] = ()
    chiefs: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Life:
    """What happened to one report so far, and the days that are planned. A day is None where it is not known.

    ``unwritten`` names the parts still to write; ``papers_on`` is the last day to publish them; ``takes_effect_on`` the
    day the decision is to be in force; ``held_since`` the day from which a call-in holds it back, and
    ``held_told`` what has come of that so far and what is next, in sentences. ``not_sent`` says that members resolved
    that no plan is sent: nothing is due then after the decision.
    """

    letter_on: date
    deadline_on: date
    people: People = People()
    begun_on: date | None = None
    written_on: date | None = None
    unwritten: tuple[str, ...] = ()
    writing: tuple[Writing, ...] = ()
    requests: tuple[Request, ...] = ()
    papers_on: date | None = None
    handed_over_on: date | None = None
    body: str = ""
    has_route: bool = False
    meets_on: date | None = None
    said_meets_on: date | None = None
    met_on: date | None = None
    decided_on: date | None = None
    decision_published_on: date | None = None
    takes_effect_on: date | None = None
    held_since: date | None = None
    held_told: str = ""
    plan_published_on: date | None = None
    sent_on: date | None = None
    not_sent: str = ""


@dataclass(frozen=True, slots=True)
class Step:
    """One step of the report's life: ``on`` when it was done, ``due_on`` when it is to be; either may be unknown."""

    stage: Stage
    label: str
    standing: Standing
    on: date | None = None
    due_on: date | None = None


@dataclass(frozen=True, slots=True)
class Holding:
    """Who has the report, to do what. ``who`` are names, any of whom may; ``post`` says whose turn it is where empty.

    ``says`` is the whole sentence where no person has it.
    """

    who: tuple[str, ...]
    post: str
    todo: str
    since: date | None = None
    until: date | None = None
    says: str = ""


@dataclass(frozen=True, slots=True)
class Whereabouts:
    """Where the report is. The first of ``holdings`` has it; ``unknown`` are sentences on what nobody has said yet."""

    steps: tuple[Step, ...]
    holdings: tuple[Holding, ...]
    unknown: tuple[str, ...]

    @property
    def stage(self) -> Step | None:
        """The step it is at, or None once every step is done."""
        return next((one for one in self.steps if one.standing is Standing.CURRENT), None)


def whereabouts(life: Life, *, as_of: date) -> Whereabouts:
    """Where a report is on a day, who has it, and what is not known."""
    steps = _steps(life, as_of)
    at = next((one.stage for one in steps if one.standing is Standing.CURRENT), None)
    return Whereabouts(steps, _holdings(life, at, as_of), tuple(_unknown(life)))


def sentence(one: Holding, *, as_of: date) -> str:
    """Who has it, what for and by when, as the answer to where the report is."""
    if one.says:
        return one.says
    if not one.who:
        post = f" {one.post}" if one.post else ""
        return f"Nobody has it. Somebody has still to be named{post}, {one.todo}."
    named = " or ".join([", ".join(one.who[:-1]), one.who[-1]] if len(one.who) > 1 else one.who)
    if one.until is None:
        return f"{named} has it, {one.todo}."
    if one.until < as_of:
        return f"{named} has it, {one.todo}. It was due {in_words(one.until)}."
    return f"{named} has it, {one.todo}, until {_day(one.until, as_of)}."


def _day(day: date, as_of: date) -> str:
    """A day in words, with its year only where it is not that of today."""
    said = in_words(day)
    return said.rpartition(" ")[0] if day.year == as_of.year else said


def _reached(life: Life, as_of: date) -> dict[Stage, date | None]:
    """The day on which each step was done, as things stand now; None where it is not done."""
    is_drafted = life.begun_on is not None and not life.unwritten
    in_force = life.takes_effect_on if life.decision_published_on and not life.held_since else None
    return {
        Stage.ASKED: life.letter_on,
        Stage.DRAFTED: (life.written_on or life.begun_on) if is_drafted else None,
        Stage.IMPLICATIONS: _settled_on(_of(life, is_sign_off=False)),
        Stage.CLEARED: _settled_on(_of(life, is_sign_off=True)),
        Stage.HANDED_OVER: life.handed_over_on,
        Stage.MET: life.met_on,
        Stage.IN_FORCE: in_force if in_force and in_force <= as_of else None,
        Stage.SENT: life.sent_on,
    }


def waiting_for(life: Life, stage: Stage) -> tuple[str, ...]:
    """The names of those who were asked at this step and have still to answer, in order of name; else empty."""
    if stage not in {Stage.IMPLICATIONS, Stage.CLEARED}:
        return ()
    asked = _of(life, is_sign_off=stage is Stage.CLEARED)
    return tuple(sorted({one.holder for one in asked if one.answer.is_open and one.holder}))


def _of(life: Life, *, is_sign_off: bool) -> list[Request]:
    wanted = (one for one in life.requests if one.is_sign_off is is_sign_off)
    return [one for one in wanted if one.answer is not Answer.WITHDRAWN]


def _settled_on(requests: Sequence[Request]) -> date | None:
    if not requests or not all(one.is_settled for one in requests):
        return None
    return max(one.answered_on or one.since for one in requests)


def _steps(life: Life, as_of: date) -> tuple[Step, ...]:
    """Every step. What was handed over went on past what is open; before that the first step not done is the one."""
    reached = _reached(life, as_of)
    gone_on = max((STAGES.index(one) for one in _GONE_ON if reached[one]), default=-1)
    stages = tuple(one for one in STAGES if one is not Stage.SENT or life.sent_on or not life.not_sent)
    current = next((one for one in stages if not reached[one] and STAGES.index(one) > gone_on), None)
    due = _due(life)
    found = []
    for stage in stages:
        standing = Standing.AHEAD
        if reached[stage]:
            standing = Standing.DONE
        elif stage is current:
            standing = Standing.CURRENT
        elif STAGES.index(stage) < gone_on:
            standing = Standing.OPEN
        elif waiting_for(life, stage):
            standing = Standing.WAITING
        label = life.body if stage is Stage.MET and life.body else LABELS[stage]
        found.append(Step(stage, label, standing, reached[stage], due.get(stage)))
    return tuple(found)


def _due(life: Life) -> dict[Stage, date | None]:
    return {
        Stage.DRAFTED: max((one.due_on for one in life.writing), default=life.papers_on),
        Stage.IMPLICATIONS: max((one.due_on for one in _of(life, is_sign_off=False)), default=None),
        Stage.CLEARED: max((one.due_on for one in _of(life, is_sign_off=True)), default=None),
        Stage.HANDED_OVER: life.papers_on,
        Stage.MET: life.meets_on,
        Stage.IN_FORCE: None if life.held_since else life.takes_effect_on,
        Stage.SENT: life.deadline_on,
    }


def _holdings(life: Life, at: Stage | None, as_of: date) -> tuple[Holding, ...]:
    """Who has it at this step, the one who has it first; then those who have a request open beside it."""
    if at is None and life.not_sent:
        return (Holding((), "", "", says=f"Nobody has anything to do. {life.not_sent}"),)
    if at is None:
        return (Holding((), "", "", says="The report has done its work: the plan is decided, in force and sent."),)
    requests = [one for one in life.requests if one.answer is not Answer.WITHDRAWN]
    if at in {Stage.IMPLICATIONS, Stage.CLEARED}:
        is_sign_off = at is Stage.CLEARED
        others = [one for one in requests if one.is_sign_off is not is_sign_off]
        return (*_asked(life, _of(life, is_sign_off=is_sign_off), at), *_open(others))
    first = _before(life, at) or _after(life, at, as_of)
    return (*first, *(_open(requests) if life.decided_on is None else ()))


def _asked(life: Life, requests: Sequence[Request], at: Stage) -> Iterable[Holding]:
    """Those who have still to answer, the earliest due first; the author where none was asked or one said no."""
    what = "implications" if at is Stage.IMPLICATIONS else "sign-off"
    if not requests:
        yield _authors(life, f"to ask for {what}", since=life.written_on or life.begun_on)
        return
    yield from _open(requests)
    for one in requests:
        if one.answer is Answer.CANNOT_AGREE:
            yield _authors(life, f"because {one.answered_by} cannot agree to {one.what}", since=one.answered_on)


def _open(requests: Iterable[Request]) -> Iterable[Holding]:
    waiting = sorted((one for one in requests if one.answer.is_open), key=lambda one: (one.due_on, one.what))
    for one in waiting:
        again = ", again because the words changed" if one.answer is Answer.LAPSED else ""
        who = (one.holder,) if one.holder else ()
        yield Holding(who, "", f"for {one.what}{again}", one.since, one.due_on)


def _authors(life: Life, todo: str, *, since: date | None) -> Holding:
    until = life.papers_on or min(life.meets_on or life.deadline_on, life.deadline_on)
    return Holding(life.people.authors, "report author", todo, since, until)


def _before(life: Life, at: Stage) -> list[Holding]:
    """Who has it before it is handed over."""
    if at is Stage.DRAFTED and life.begun_on is None:
        return [_authors(life, "to begin the covering report", since=life.letter_on)]
    if at is Stage.DRAFTED and life.writing:
        given = {one.part for one in life.writing}
        rest = [part for part in life.unwritten if part not in given]
        others = [_authors(life, f"to write {_some(rest)}", since=life.begun_on)] if rest else []
        return [
            *(Holding((one.who,), "", f"to write “{one.part}”", one.since, one.due_on) for one in life.writing),
            *others,
        ]
    if at is Stage.DRAFTED:
        return [_authors(life, f"to write {_some(life.unwritten)}", since=life.begun_on)]
    if at is Stage.HANDED_OVER:
        settled = [one.answered_on for one in life.requests if one.answered_on]
        since = max(settled, default=life.written_on)
        return [_authors(life, "to hand it over to democratic services", since=since)]
    return []


def _after(life: Life, at: Stage, as_of: date) -> list[Holding]:
    """Who has it once it is handed over."""
    people = life.people
    if at is Stage.MET:
        return [_meeting(life, as_of)]
    if at is Stage.IN_FORCE:
        if life.held_since:
            told = f". {life.held_told}" if life.held_told else " and is held back until that is settled."
            said = f"The decision was called in on {_day(life.held_since, as_of)}{told}"
            return [Holding((), "", "", says=said)]
        if life.decision_published_on and life.takes_effect_on:
            day = life.takes_effect_on
            said = f"The decision is published, and in force on {_day(day, as_of)} unless it is called in."
            return [Holding((), "", "", since=life.decision_published_on, says=said)]
        todo = "to publish the decision" if life.decided_on else f"to record what {life.body or 'members'} resolved"
        return [Holding(people.clerks, "democratic services", todo, life.decided_on or life.met_on)]
    if life.plan_published_on is None:
        todo = "to publish the plan"
        return [Holding(people.officers, "policy officer", todo, life.takes_effect_on, life.deadline_on)]
    todo = "to certify and send the return"
    return [Holding(people.chiefs, "chief executive", todo, life.plan_published_on, life.deadline_on)]


def _meeting(life: Life, as_of: date) -> Holding:
    if life.meets_on is None:
        return Holding(life.people.clerks, "democratic services", "and no meeting is named yet", life.handed_over_on)
    if life.meets_on < as_of:
        todo = f"to record the meeting of {in_words(life.meets_on)}"
        return Holding(life.people.clerks, "democratic services", todo, life.meets_on)
    todo = f"for {life.body or 'the meeting'}"
    return Holding(life.people.clerks, "democratic services", todo, life.handed_over_on, life.meets_on)


def _unknown(life: Life) -> Iterable[str]:
    if life.begun_on is None:
        yield "Nobody has begun the covering report."
    if not life.has_route:
        yield "No route is chosen, so that of all days only the deadline is known."
    if life.meets_on is None:
        yield "No meeting is named."
    elif life.said_meets_on and life.said_meets_on != life.meets_on:
        said, chosen = in_words(life.said_meets_on), in_words(life.meets_on)
        yield f"The report says it goes to a meeting on {said}, and the route to one on {chosen}."


def _some(names: Sequence[str]) -> str:
    """The parts by name; where there are many, the first two. How many there are is said once, with what is missing."""
    if len(names) > 3:
        return f"“{names[0]}”, “{names[1]}” and other parts"
    quoted = [f"“{one}”" for one in names]
    return " and ".join([", ".join(quoted[:-1]), quoted[-1]] if len(quoted) > 1 else quoted)
