"""The timeline on a phone: a row for each week, a cell for each day, as data for a table."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any


@dataclass(frozen=True, slots=True)
class Cell:
    """One day: its kind ("weekend", "holiday" or empty), and what happens on it in a word or two."""

    day: date
    kind: str
    event: str


_WORDS = {
    "key_decision_notice": "notice",
    "agenda": "agenda",
    "scrutiny": "scrutiny",
    "decision": "decides",
    "publish_decision": "record",
    "call_in": "call-in ends",
    "in_force": "in force",
    "submit": "send",
}


def weeks(route: Any, *, deadline_on: date, holidays: Iterable[date] = ()) -> list[list[Cell]]:
    """The weeks from the day counted from to the deadline or the route's last day, Monday first."""
    closed = set(holidays)
    ahead = [step for step in route.steps if step.on >= route.as_of]
    first, last = route.as_of, max([deadline_on, *(step.on for step in ahead)])
    first -= timedelta(days=first.weekday())
    events: dict[date, str] = {deadline_on: "deadline"}
    for step in ahead:
        word = _WORDS.get(step.step, step.step.replace("_", " "))
        events[step.on] = f"{events[step.on]}, {word}" if step.on in events else word
    out = []
    while first <= last:
        days = [first + timedelta(days=index) for index in range(7)]
        out.append([Cell(day, _kind(day, closed), events.get(day, "")) for day in days])
        first += timedelta(days=7)
    return out


def _kind(day: date, closed: set[date]) -> str:
    return "holiday" if day in closed else "weekend" if day.weekday() > 4 else ""
