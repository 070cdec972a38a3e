"""The timeline on a phone: a row for each week, a cell for each day, and beside it what falls in the week."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from moothall.web.components.pictures.spans import Span, spans
from moothall.web.components.words import short_day

_BY = {"key_decision_notice": "Notice by", "agenda_publication": "Agenda by", "summons": "Summons by"}


@dataclass(frozen=True, slots=True)
class Cell:
    """One day. ``kind``: weekend, holiday or empty; ``role``: today, due, meets, papers, call_in, outside or empty."""

    day: date
    kind: str
    role: str
    is_deadline: bool


@dataclass(frozen=True, slots=True)
class Week:
    """Seven cells, the month where one begins, and what falls in the week as (what, day in words) pairs."""

    month: str
    cells: tuple[Cell, ...]
    labels: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class WeekGrid:
    """The weeks, and the roles that occur in them with what each means."""

    weeks: tuple[Week, ...]
    key: tuple[tuple[str, str], ...]


def weeks(route: Any, *, deadline_on: date, holidays: Iterable[date] = ()) -> WeekGrid:
    """The weeks from the day counted from to the deadline or the route's last day, Monday first."""
    closed = set(holidays)
    rows = spans(route, deadline_on=deadline_on, holidays=closed)
    events, roles = _events(route, deadline_on), _roles(route, rows)
    first = route.as_of - timedelta(days=route.as_of.weekday())
    last = max([deadline_on, *(day for _, day in events)])
    out: list[Week] = []
    while first <= last:
        days = [first + timedelta(days=index) for index in range(7)]
        cells = tuple(_cell(day, roles, closed, route.as_of, deadline_on) for day in days)
        month = f"{days[0]:%b}" if not out or days[0].day <= 7 else ""
        names = [("Bank holiday", day) for day in days if day in closed and day.weekday() < 5]
        names += [(what, day) for what, day in events if day in days]
        labels = tuple((what, short_day(day)) for what, day in sorted(names, key=lambda pair: pair[1]))
        out.append(Week(month, cells, labels))
        first += timedelta(days=7)
    return WeekGrid(tuple(out), _key(out))


def _events(route: Any, deadline_on: date) -> list[tuple[str, date]]:
    """What falls on which day, several deeds of one day joined."""
    found: dict[date, list[str]] = {route.as_of: ["Count from"]}
    for step in route.steps:
        words = _event(step)
        if words and step.on >= route.as_of and words not in found.setdefault(step.on, []):
            found[step.on].append(words)
    found.setdefault(deadline_on, []).append("deadline" if found.get(deadline_on) else "Deadline")
    return [(_joined(words), day) for day, words in sorted(found.items()) if words]


def _event(step: Any) -> str:
    if step.step in _BY:
        return _BY[step.step]
    if step.step == "decision":
        return str(step.what)
    if step.step == "scrutiny":
        return str(step.body)
    return {"call_in": "Call-in closes", "in_force": "In force", "submit": "send", "publish_decision": ""}.get(
        step.step, step.what
    )


def _joined(words: list[str]) -> str:
    text = f"{', '.join(words[:-1])} and {words[-1]}" if len(words) > 1 else words[0]
    return text[:1].upper() + text[1:]


def _roles(route: Any, rows: tuple[Span, ...]) -> dict[date, str]:
    """What part a day plays; what is written last wins."""
    roles: dict[date, str] = {}
    for span in rows:
        role = {"notice": "papers", "call_in": "call_in"}.get(span.kind)
        if role and span.name != "Key decision notice":
            roles |= {one.day: role for one in span.days if one.number}
    for step in route.steps:
        if step.on >= route.as_of and step.step in (*_BY, "in_force", "submit"):
            roles[step.on] = "due"
    roles |= {step.on: "meets" for step in route.steps if step.step in ("decision", "scrutiny")}
    return {route.as_of: "today"} | roles


def _cell(day: date, roles: dict[date, str], closed: set[date], as_of: date, deadline_on: date) -> Cell:
    kind = "holiday" if day in closed else "weekend" if day.weekday() > 4 else ""
    is_outside = day < as_of or (day > deadline_on and day not in roles)
    return Cell(day, kind, "outside" if is_outside else roles.get(day, ""), day == deadline_on)


def _key(grid: Iterable[Week]) -> tuple[tuple[str, str], ...]:
    seen = {cell.role for week in grid for cell in week.cells}
    meanings = (
        ("papers", "clear days for the papers"),
        ("meets", "a meeting or decision"),
        ("call_in", "days for call-in"),
    )
    return (*((role, words) for role, words in meanings if role in seen), ("weekend", "weekend: not counted"))
