"""What both pictures of a route are drawn from: its spans of days, each with its words. Nothing is counted here."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from moothall.web.components.words import clock, short_day

_NAMES = {
    "key_decision_notice": "Key decision notice",
    "agenda_publication": "Agenda and report public",
    "summons": "Summons to members",
    "call_in": "Call-in",
}
_INSIDE_OTHERS = ("in_force", "publish_decision", "submit")


@dataclass(frozen=True, slots=True)
class SpanDay:
    """One day of a span: its number where it counts, else None, and why in words."""

    day: date
    number: int | None
    why: str


@dataclass(frozen=True, slots=True)
class Span:
    """A row of the picture. ``kind`` is work, notice, meeting, call_in or late.

    ``opens_on`` is the day of a deed that starts or needs the days (a ring), ``falls_on`` that of a meeting or an act
    without days (a diamond). ``words`` stand beside it: the deed and its day.
    """

    kind: str
    name: str
    note: str
    words: str
    days: tuple[SpanDay, ...] = ()
    opens_on: date | None = None
    falls_on: date | None = None


def spans(route: Any, *, deadline_on: date, holidays: Iterable[date] = ()) -> tuple[Span, ...]:
    """The spans of a planned route (domain/planned_routes) in order, with the one for publication a day late last."""
    found = [_writing(route, set(holidays))] if _first_papers(route) else []
    papers = [step for step in route.steps if step.step == "agenda_publication"]
    for step in route.steps:
        if step.step == "call_in" and step.deadline:
            found.append(_call_in(step.deadline))
        elif step.deadline and step.step not in _INSIDE_OTHERS:
            found.append(_notice(step, names_body=len(papers) > 1 and step in papers))
        elif _stands_alone(step, route):
            found.append(_meeting(step, route))
    if route.a_day_late and any(span.kind == "call_in" for span in found):
        found.append(_late(route.a_day_late, deadline_on))
    return tuple(found)


def _first_papers(route: Any) -> date | None:
    papers = [step.on for step in route.steps if step.step == "agenda_publication" and step.on > route.as_of]
    return min(papers, default=None)


def _writing(route: Any, closed: set[date]) -> Span:
    until = _first_papers(route)
    assert until is not None
    days, day = [], route.as_of
    while day <= until:
        works = day.weekday() < 5 and day not in closed
        days.append(SpanDay(day, 0 if works else None, "A day to write in" if works else "Not a working day"))
        day += timedelta(days=1)
    return Span("work", "Write and clear the report", f"Until {short_day(until)}", "", tuple(days))


def _notice(step: Any, *, names_body: bool) -> Span:
    days = _numbered(step.deadline.counted)
    name = _NAMES.get(step.step) or step.what
    words = f"publish{' for ' + step.body if names_body else ''} by {short_day(step.on)}"
    return Span("notice", name, _length(days, clear=True), words, days, opens_on=step.on)


def _call_in(deadline: Any) -> Span:
    days = _numbered(deadline.counted)
    closes = f"closes {short_day(deadline.on)}{', ' + clock(deadline.at) if deadline.at else ''}"
    words = f"{closes}, in force {short_day(deadline.effective_on)}" if deadline.effective_on else closes
    return Span("call_in", "Call-in", _length(days, clear=False), words, days, opens_on=days[0].day if days else None)


def _late(deadline: Any, deadline_on: date) -> Span:
    days = _numbered(deadline.counted)
    opens = days[0].day if days else None
    note = f"Decision out {short_day(opens)}" if opens else ""
    words = ""
    if deadline.effective_on:
        verdict = "too late" if deadline.effective_on > deadline_on else "still in time"
        words = f"in force {short_day(deadline.effective_on)}: {verdict}"
    return Span("late", "If published a day late", note, words, days, opens_on=opens)


def _stands_alone(step: Any, route: Any) -> bool:
    """Whether a deed needs a row: not where it happens with the decision, or with the day it takes effect."""
    if step.step == "publish_decision":
        return not any(one.step == "decision" and (one.body, one.on) == (step.body, step.on) for one in route.steps)
    if step.step == "in_force":
        return False
    if step.step == "submit":
        return bool(step.on != route.in_force_on)
    return True


def _meeting(step: Any, route: Any) -> Span:
    together = [one.step for one in route.steps if (one.body, one.on) == (step.body, step.on)]
    day = short_day(step.on)
    if step.step == "decision" and "in_force" in together:
        words = f"in force at once, {day}"
    elif step.step == "decision" and "publish_decision" in together:
        words = f"decides and publishes {day}"
    else:
        words = day
    at = f", {clock(step.at)}" if step.at else ""
    name = step.body if step.body and step.step == "scrutiny" else step.what
    return Span(
        "meeting", name, f"{day}{at}" if name == step.what else f"Looks at the plan{at}", words, falls_on=step.on
    )


def _numbered(counted: Iterable[Any]) -> tuple[SpanDay, ...]:
    number, days = 0, []
    for one in counted:
        number += one.counts
        days.append(SpanDay(one.day, number if one.counts else None, one.why))
    return tuple(days)


def _length(days: tuple[SpanDay, ...], *, clear: bool) -> str:
    """How many days count, in words: "5 clear working days" where days between them do not count."""
    counted = [index for index, one in enumerate(days) if one.number]
    if not counted:
        return ""
    has_gaps = any(one.number is None for one in days[counted[0] : counted[-1]])
    kind = f"{'clear ' if clear else ''}{'working ' if has_gaps else ''}day{'' if len(counted) == 1 else 's'}"
    return f"{len(counted)} {kind}"
