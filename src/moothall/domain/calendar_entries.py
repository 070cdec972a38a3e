"""The dates of a route as entries of a calendar: what each says, when, and which entry it stays when it moves.

Nothing here knows a calendar's file format. Words of a private item are left out before an entry is made.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, time

from moothall.domain.days import in_words
from moothall.domain.reports import CommitteeReport
from moothall.domain.standing_dates import StandingDate

PRIVATE = "Item in private"
_NOTHING = frozenset({"", "none", "no", "n/a", "not applicable"})


@dataclass(frozen=True, slots=True)
class CalendarEntry:
    """One entry. ``key`` lasts when the day moves; ``at`` is a local time in England, None for the whole day.

    ``words`` are the lines of its description.
    """

    key: str
    summary: str
    on: date
    at: time | None = None
    words: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class DatedEntry:
    """An entry as a calendar keeps it. ``uid`` never changes; ``sequence`` rises when it does, at ``changed_at``."""

    uid: str
    entry: CalendarEntry
    sequence: int
    changed_at: datetime
    is_cancelled: bool = False


def has_private_part(report: CommitteeReport) -> bool:
    """Whether any part of a report is withheld from the public, so that its title may not leave the house.

    Local Government Act 1972, section 100B(2) and (5): it is the proper officer's opinion that counts, as the report
    states it.
    """
    return not report.is_open or report.exempt_paragraphs.strip().rstrip(".").lower() not in _NOTHING


def entries(
    dates: Iterable[StandingDate], *, title: str, deadline_on: date | None = None, round_title: str = "",
    is_private: bool = False,
) -> tuple[CalendarEntry, ...]:  # fmt: skip
    """The entries of a route's dates, and of the round's deadline where it is given.

    ``title`` names what is decided; where ``is_private`` it is replaced, and reasons that officers wrote are left out.
    """
    named = PRIVATE if is_private else title
    found = [_entry(one, named, is_private=is_private) for one in dates]
    if deadline_on is not None:
        found.append(
            CalendarEntry("deadline", f"Deadline: {round_title}", deadline_on, words=("The round's deadline.",))
        )
    return tuple(found)


def cancelled(last: CalendarEntry, *, is_private: bool) -> CalendarEntry:
    """An entry whose date is no longer on the route: what it was and when, and nothing of a private item's words."""
    return CalendarEntry(last.key, PRIVATE if is_private else last.summary, last.on, last.at)


def _entry(one: StandingDate, named: str, *, is_private: bool) -> CalendarEntry:
    step = one.step
    whose = f" for {step.body}" if step.body and step.step not in ("decision", "scrutiny") else ""
    return CalendarEntry(
        key=one.key,
        summary=f"{step.what}{whose}: {named}" if named else f"{step.what}{whose}",
        on=step.on,
        at=step.at.time() if step.at else None,
        words=tuple(_words(one, is_private=is_private)),
    )


def _words(one: StandingDate, *, is_private: bool) -> Iterable[str]:
    step = one.step
    yield f"Who acts: {step.who}."
    if step.provision:
        yield f"{step.provision.in_words()}.{f' Rule {step.rule}.' if step.rule else ''}"
    if one.override and not one.is_done:
        if is_private:
            yield f"A date put by the proper officer. Counted: {in_words(one.override.counted_on)}."
        else:
            yield one.override.sentence
            yield from one.override.warnings
        if one.asks:
            yield f"The date is now counted as {in_words(one.counted.on)}: ask whether the one put still holds."
    if one.follows:
        yield f"{one.follows} Counted: {in_words(one.counted.on)}."
    if step.deadline:
        yield f"Holidays: {step.deadline.calendar}."
