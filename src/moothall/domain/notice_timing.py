"""By when each kind of notice is given, whether one that was given was in time, and what is left where it was not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any

from moothall.domain import own_rules
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import general_exception, key_decision_notice
from moothall.domain.days import Counting, Holidays, in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.known_then import Tables
from moothall.domain.notice_kinds import provisions_for
from moothall.domain.notices import NoticeKind
from moothall.domain.refusals import Refusal
from moothall.domain.rulebook import Rulebook


@dataclass(frozen=True, slots=True)
class CountedBy:
    """How this council counts: the tables of holidays, its own rules, and how it is run."""

    tables: Tables
    book: Rulebook
    governance: Governance

    @property
    def holidays(self) -> Holidays:
        """The holidays as they are known now."""
        return self.tables(None)

    def ask(self, clock: str, maker: BodyKind, **plain: Any) -> Deadline:
        """What a clock answers by the council's own rules. Raises a Refusal as `own_rules.answer` does."""
        return own_rules.answer(clock, plain, self.tables, self.book, maker=maker, governance=self.governance)[0]


@dataclass(frozen=True, slots=True)
class Timing:
    """How a notice that was given stands: in time, late by some days, or under no day in law (``in_time`` None).

    ``says`` is the answer in a sentence, ``left`` what follows and which way is left, empty where nothing follows.
    """

    in_time: bool | None
    days_late: int
    says: str
    left: str
    due: Deadline | None


def due(kind: NoticeKind, on: date, maker: BodyKind, by: CountedBy) -> Deadline | None:
    """The last day for a notice about a decision or meeting on a day; None where the law names no day.

    Raises a Refusal beyond the table of holidays and before the law of that clock was in force.
    """
    if kind not in _DUE:
        return None
    found = _DUE[kind](on, maker, by)
    return replace(found, provision=provisions_for(kind, maker)[0]) if kind is NoticeKind.AGENDA else found


def _key(on: date, maker: BodyKind, by: CountedBy) -> Deadline:
    return by.ask("key-decision-notice", maker, decision=on.isoformat())


def _exception(on: date, maker: BodyKind, by: CountedBy) -> Deadline:
    last = general_exception.last_notice(on, holidays=by.holidays)
    found = general_exception.deadline(last, holidays=by.holidays)
    return replace(found, what="Publish the notice of the general exception", on=last, working_on=None)


def _private(which: str) -> Callable[[date, BodyKind, CountedBy], Deadline]:
    return lambda on, maker, by: by.ask("private-meeting-notice", maker, meeting=on.isoformat(), which=which)


def _meeting(on: date, maker: BodyKind, by: CountedBy) -> Deadline:
    return by.ask("meeting-notice", maker, meeting=on.isoformat(), body=maker.value)


def _agenda(on: date, maker: BodyKind, by: CountedBy) -> Deadline:
    return by.ask("agenda-publication", maker, meeting=on.isoformat())


def _summons(on: date, maker: BodyKind, by: CountedBy) -> Deadline:
    return by.ask("council-summons", maker, meeting=on.isoformat())


_DUE: dict[NoticeKind, Callable[[date, BodyKind, CountedBy], Deadline]] = {
    NoticeKind.KEY_DECISION: _key,
    NoticeKind.GENERAL_EXCEPTION: _exception,
    NoticeKind.PRIVATE_MEETING: _private("first"),
    NoticeKind.PRIVATE_MEETING_SECOND: _private("second"),
    NoticeKind.MEETING: _meeting,
    NoticeKind.AGENDA: _agenda,
    NoticeKind.SUMMONS: _summons,
}


def timing(
    kind: NoticeKind, *, given_on: date, on: date | None, maker: BodyKind, by: CountedBy, as_of: date,
    convened_on: date | None = None,
) -> Timing:  # fmt: skip
    """Whether a notice given on a day was in time for a decision or meeting on another, and what is left if not.

    ``convened_on`` is the day a meeting was convened at shorter notice: its notice and its agenda are in time by then.
    What can no longer be counted (beyond the table, say) has no answer and says so.
    """
    if on is None or kind not in _DUE:
        return Timing(None, 0, _no_day(kind, on, given_on, by), "", None)
    try:
        owed = due(kind, on, maker, by)
    except Refusal as refusal:
        return Timing(None, 0, str(refusal), "", None)
    assert owed is not None  # every kind of the table has a day
    last = owed.on
    if last is None or given_on <= last or _loses_no_day(owed, given_on):
        return Timing(True, 0, f"In time: it was given on {in_words(given_on)}.", "", owed)
    if convened_on is not None and kind in _WHEN_CONVENED and given_on <= convened_on:
        short = f"the meeting was convened at shorter notice on {in_words(convened_on)}, and it was given by then"
        return Timing(True, 0, f"In time: {short}. Be able to say why it could not wait.", "", owed)
    late = (given_on - last).days
    days = "one day" if late == 1 else f"{late} days"
    says = f"Late by {days}: given on {in_words(given_on)}, and the last day was {in_words(last)}."
    return Timing(False, late, says, left(kind, given_on=given_on, on=on, maker=maker, by=by, as_of=as_of), owed)


_WHEN_CONVENED = frozenset({NoticeKind.MEETING, NoticeKind.AGENDA})


def _loses_no_day(owed: Deadline, given_on: date) -> bool:
    """Whether a notice given after the last working day still leaves every day that counts, as on a Saturday."""
    needed = sum(one.counts for one in owed.counted)
    return needed > 0 and sum(one.counts for one in owed.counted if one.day > given_on) == needed


def _no_day(kind: NoticeKind, on: date | None, given_on: date, by: CountedBy) -> str:
    if kind is NoticeKind.FORWARD_PLAN:
        return f"Given on {in_words(given_on)}. Its day is the council's own rule, and no law's."
    if kind in _DUE:
        return f"Given on {in_words(given_on)}. The day of the meeting or decision is not known, so nothing is counted."
    said = f"Given on {in_words(given_on)}. The law names no day: as soon as reasonably practicable."
    if on is None or on > given_on:
        return said
    took = Counting(by.holidays).clear_days(on, given_on + timedelta(1))
    many = "on the same day" if took == 0 else "one working day later" if took == 1 else f"{took} working days later"
    return f"{said} It came {many}; be able to say why not sooner."


def left(kind: NoticeKind, *, given_on: date, on: date, maker: BodyKind, by: CountedBy, as_of: date) -> str:
    """What follows from a notice of this kind that came late, or did not come, and which way is left; in sentences."""
    match kind:
        case NoticeKind.KEY_DECISION:
            return _left_of_key(given_on, on, by, as_of)
        case NoticeKind.GENERAL_EXCEPTION:
            first = general_exception.deadline(given_on, holidays=by.holidays)
            return (
                f"Five clear days do not lie between. The decision may be taken on {_day(first.working_on or first.on)}"
                " or later; before that only special urgency is left (regulation 11), with an agreement that comes"
                " first."
            )
        case NoticeKind.PRIVATE_MEETING | NoticeKind.PRIVATE_MEETING_SECOND:
            return (
                "The meeting, or that part of it, may be private only with the agreement that it is urgent and cannot"
                " reasonably be deferred (regulation 5(6)), and a notice of the reasons. Otherwise take it in public,"
                " or at a later meeting."
            )
        case NoticeKind.MEETING:
            return (
                "The meeting stands on shorter notice only if it was convened then: say when it was convened and why"
                " it could not wait, or move the meeting."
            )
        case NoticeKind.SUMMONS:
            return (
                "The council was not summoned five clear days before. Move the meeting, or ask your monitoring officer."
            )
        case NoticeKind.AGENDA:
            return _left_of_agenda(maker)
        case _:
            return ""


def _left_of_key(given_on: date, on: date, by: CountedBy, as_of: date) -> str:
    from_day = given_on + timedelta(key_decision_notice.CLEAR_DAYS.number + 1)
    later = f"Or take the decision on {in_words(from_day)} or later, when this notice has stood for 28 clear days."
    last = general_exception.last_notice(on, holidays=by.holidays)
    if as_of <= last:
        return (
            f"The general exception is left (regulation 10): its own notice by {in_words(last)}, the chair of scrutiny"
            f" told in writing, and afterwards a notice of why 28 days could not be given. {later}"
        )
    return (
        "Fewer than five clear days are left, so that only special urgency is open (regulation 11): the decision maker"
        f" first obtains the agreement that it is urgent and cannot reasonably be deferred. {later}"
    )


def _left_of_agenda(maker: BodyKind) -> str:
    if maker is BodyKind.EXECUTIVE:
        return (
            "An executive takes only what was listed for five clear days, or since the meeting was convened"
            " (regulation 6(2)); its chair has no door for urgency. Move the meeting, or convene it at shorter notice."
        )
    return (
        "Each item may be taken only if the chair is of the opinion, by reason of special circumstances that go in the"
        " minutes, that it is urgent (section 100B(4)(b)). Or move the meeting."
    )


def _day(day: date | None) -> str:
    return in_words(day) if day else "a later day"
