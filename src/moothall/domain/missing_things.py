"""What a covering report still lacks, from everywhere it can lack something, in one order; and the days left to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from moothall.domain.days import Counting, in_short
from moothall.domain.refusals import Refusal
from moothall.domain.report_completeness import Lacking
from moothall.domain.signoffs import State as Answer
from moothall.domain.whereabouts import Life, Request

UNWRITTEN = "slot_empty"
EXEMPT = "exempt_without_reason"


class Kind(StrEnum):
    """Where a missing thing comes from."""

    REPORT = "report"
    AGREEMENT = "agreement"
    EXEMPT = "exempt"
    PART = "part"
    REMARK = "remark"
    SAFETY = "safety"


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: a few words, what to know of it, and whose or which it is.

    ``who`` has it, empty where nobody does. ``field`` is the report's field to mend, ``number`` the request's,
    ``count`` how many parts it stands for.
    """

    kind: Kind
    what: str
    detail: str = ""
    who: str = ""
    due_on: date | None = None
    field: str = ""
    number: int = 0
    count: int = 1


@dataclass(frozen=True, slots=True)
class Left:
    """The days left to a day: working days after today up to and with the day itself, and days of the calendar.

    Either is negative once the day is past. ``working`` is None beyond the days whose holidays are known.
    """

    working: int | None
    days: int

    @property
    def words(self) -> str:
        """How long that is: "5 working days", "today", "2 days ago"."""
        if self.days == 0:
            return "today"
        if self.days < 0:
            return f"{_days(-self.days)} ago"
        return _days(self.days) if self.working is None else _days(self.working, "working day")


def missing(
    life: Life, lacks: Sequence[Lacking], *, labels: dict[str, str], open_remarks: Sequence[str], as_of: date
) -> tuple[Missing, ...]:
    """Everything that is missing, what somebody has to answer first.

    ``lacks`` is what the check for the agenda points out, ``labels`` what people call its fields, and ``open_remarks``
    the places of the remarks that were not settled before the public sees it. Once members have decided, nothing is.
    """
    if life.decided_on is not None:
        return ()
    if life.begun_on is None:
        return (Missing(Kind.REPORT, "The covering report.", "Nobody has begun it."),)
    found = [_request(one, as_of) for one in life.requests if not one.is_settled and one.answer is not Answer.WITHDRAWN]
    found += _not_asked(life)
    found += [_lacking(one, Kind.EXEMPT, labels) for one in lacks if one.remark.check == EXEMPT]
    found += _parts([one for one in lacks if one.remark.check == UNWRITTEN], labels, life)
    others = [one for one in lacks if one.remark.check not in {EXEMPT, UNWRITTEN}]
    found += [_lacking(one, Kind.REMARK, labels) for one in others]
    found += _safety(open_remarks)
    return tuple(found)


def left(as_of: date, on: date, counting: Counting) -> Left:
    """How long it is from a day to another, in working days of this council and in days."""
    days = (on - as_of).days
    try:
        first, last = (as_of, on) if days >= 0 else (on, as_of)
        working = counting.clear_days(first, last + timedelta(1))
    except Refusal:
        return Left(None, days)
    return Left(working if days >= 0 else -working, days)


def _request(one: Request, as_of: date) -> Missing:
    named = one.what.removeprefix("the ")
    what = f"{named[:1].upper()}{named[1:]}."
    due = f"due {in_short(one.due_on)}" if one.due_on >= as_of else f"was due {in_short(one.due_on)}"
    if one.answer is Answer.CANNOT_AGREE:
        detail = f"{one.answered_by} cannot agree: {one.reason}"
        return Missing(Kind.AGREEMENT, what, detail, one.answered_by, one.due_on, number=one.number)
    if not one.holder:
        detail = f"Nobody has it: somebody must be named. It {'is ' if one.due_on >= as_of else ''}{due}."
        return Missing(Kind.AGREEMENT, what, detail, "", one.due_on, number=one.number)
    if one.answer is Answer.LAPSED:
        where = f" in {', '.join(one.changed)}" if one.changed else ""
        detail = f"{one.answered_by} agreed to words that changed{where}. It lapsed, and is with {one.holder}, {due}."
    else:
        detail = f"With {one.holder} since {in_short(one.since)}, {due}."
    return Missing(Kind.AGREEMENT, what, detail, one.holder, one.due_on, number=one.number)


def _not_asked(life: Life) -> Iterable[Missing]:
    asked = [one for one in life.requests if one.answer is not Answer.WITHDRAWN]
    if not any(not one.is_sign_off for one in asked):
        yield Missing(Kind.AGREEMENT, "Implications.", "Nobody has been asked for any.")
    if not any(one.is_sign_off for one in asked):
        yield Missing(Kind.AGREEMENT, "Sign-off.", "Nobody has been asked to sign the words off.")


def _parts(lacks: Sequence[Lacking], labels: dict[str, str], life: Life) -> Iterable[Missing]:
    """The parts nobody has written: those given to somebody each by name, the others together."""
    given = {one.field: one for one in life.writing}
    for field in dict.fromkeys(one.field for one in lacks if one.field in given):
        one = given[field]
        detail = f"With {one.who} to write since {in_short(one.since)}, due {in_short(one.due_on)}."
        yield Missing(Kind.PART, f"{one.part}.", detail, one.who, one.due_on, field)
    rest = [one for one in lacks if one.field not in given]
    if rest:
        names = list(dict.fromkeys(_name(one, labels) for one in rest))
        other = "other " if given else ""
        number = f"One {other}part is" if len(names) == 1 else f"{len(names)} {other}parts are"
        said = f"{', '.join(names)}."
        yield Missing(Kind.PART, f"{number} not written.", said, field=rest[0].field, count=len(names))


def _name(one: Lacking, labels: dict[str, str]) -> str:
    quoted = one.remark.message.partition("“")[2].partition("”")[0]
    return quoted or labels.get(one.field, one.field)


def _lacking(one: Lacking, kind: Kind, labels: dict[str, str]) -> Missing:
    rule = f" {one.remark.rule}." if one.remark.rule else ""
    label = labels.get(one.field, one.field.replace("_", " "))
    return Missing(kind, f"{label}.", f"{one.remark.message}{rule} {one.remark.next}", field=one.field)


def _safety(places: Sequence[str]) -> Iterable[Missing]:
    if places:
        where = ", ".join(dict.fromkeys(places[:4]))
        number = "One remark is" if len(places) == 1 else f"{len(places)} remarks are"
        yield Missing(Kind.SAFETY, f"{number} open before the public sees it.", f"In {where}.")


def _days(number: int, one: str = "day") -> str:
    return f"{number} {one}{'' if number == 1 else 's'}"


def in_a_line(things: Sequence[Missing]) -> str:
    """What is missing, as one cell of a list has room for; empty where nothing is."""
    return "; ".join(one.what.rstrip(".") + (f" ({one.who})" if one.who else "") for one in things)


def due_within(days: Iterable[date], *, as_of: date, number: int) -> bool:
    """Whether any of these days falls within so many days of the calendar from a day, or is past."""
    return any((day - as_of).days <= number for day in days)
