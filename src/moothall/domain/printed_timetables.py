"""The timetable of one decision as it is printed for the report: each date, its rule, who acts, what it rests on."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from moothall.domain.days import in_words
from moothall.domain.overrides import Override
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.provisions import Provision
from moothall.domain.rule_packs import RulePack
from moothall.domain.standing_dates import StandingDate
from moothall.domain.timetable import Step

MARK = "†"
"""Stands beside a provision whose own text was not read."""
_PLACE = re.compile(
    r"(?:sections?|regulations?|paragraphs?|articles?|rules?|schedules?|parts?|chapters?)\b", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class PrintedTimetable:
    """Everything the page says. ``title`` is the report's, ``route`` names the route in a line.

    ``planned_on`` is the day the dates were counted from, ``computed_on`` the day the page was made; ``past`` are
    overrides that no longer stand. ``authority_name`` is empty where nobody said whose it is.
    """

    title: str
    authority_name: str
    round_title: str
    deadline_on: date
    route: str
    dates: tuple[StandingDate, ...]
    pack: RulePack
    computed_on: date
    planned_on: date | None = None
    past: tuple[Override, ...] = ()

    @property
    def decision(self) -> Step | None:
        """The step at which it is decided, the last one where several bodies decide."""
        found = [one.step for one in self.dates if one.step.step == "decision"]
        return found[-1] if found else None

    @property
    def instruments(self) -> tuple[str, ...]:
        """The instruments the dates rest on, each once, in the order they are met."""
        found = (one.step.provision.instrument for one in self.dates if one.step.provision)
        return tuple(dict.fromkeys(found))

    @property
    def has_marked(self) -> bool:
        """Whether any provision is one to check with the monitoring officer."""
        return any(one.step.provision and one.step.provision.check_with_monitoring_officer for one in self.dates)

    @property
    def verdict(self) -> str:
        """When the plan can be sent against the deadline, in a sentence or two."""
        due = f"The plan is due on {in_words(self.deadline_on)}."
        sent = next((one.step.on for one in self.dates if one.step.step == "submit"), None)
        effect = max((one.step.on for one in self.dates if one.step.step == "in_force"), default=None)
        on, does = (sent, "can be sent") if sent else (effect, "is in force")
        if on is None:
            return due
        days = (self.deadline_on - on).days
        spare = "no day to spare" if days == 0 else f"{_days(abs(days))} {'to spare' if days > 0 else 'late'}"
        whose = "It" if does == "can be sent" else "The decision"
        return f"{due} {whose} {does} on {in_words(on)}: {spare}."

    @property
    def calendars(self) -> tuple[str, ...]:
        """The tables of holidays the dates were counted by, with their versions; one that says more stands for both."""
        found = dict.fromkeys(one.step.deadline.calendar for one in self.dates if one.step.deadline)
        return tuple(one for one in found if not any(other.startswith(f"{one}, and ") for other in found))

    @property
    def versions(self) -> tuple[str, ...]:
        """The clocks the dates were counted by, with the version of each."""
        clocks = (one.step.deadline for one in self.dates if one.step.deadline)
        return tuple(dict.fromkeys(f"{clock.rule} ({clock.clock}, {clock.version})" for clock in clocks))


def as_it_stands(planned: PlannedRoute, dates: Sequence[StandingDate], deadline_on: date) -> PlannedRoute:
    """The planned route with the dates that stand now, for its picture."""
    steps = tuple(_drawn(one.step, dates) for one in dates)
    effect = max((step.on for step in steps if step.step == "in_force"), default=planned.in_force_on)
    sent = next((step.on for step in steps if step.step == "submit"), planned.submit_on)
    is_public = any(one.is_done and one.step.step == "publish_decision" for one in dates)
    return replace(
        planned,
        steps=steps,
        in_force_on=effect,
        submit_on=sent,
        slack_days=(deadline_on - sent).days if sent else planned.slack_days,
        a_day_late=None if is_public else planned.a_day_late,
    )


def _drawn(step: Step, dates: Sequence[StandingDate]) -> Step:
    """A step whose working says the day that stands, as a picture draws it; what was counted stays in the working."""
    if step.step != "call_in" or step.deadline is None:
        return step
    effect = next((one.step.on for one in dates if one.step.step == "in_force" and one.step.body == step.body), None)
    return replace(step, deadline=replace(step.deadline, on=step.on, at=step.at, effective_on=effect))


def cited(instrument: str, dates: Sequence[StandingDate]) -> str:
    """An instrument as its line in the list says it: with what a provision of it adds that is not a place in it."""
    said = (one.step.provision for one in dates if one.step.provision and one.step.provision.instrument == instrument)
    more = dict.fromkeys(provision.part for provision in said if provision.part and not _PLACE.match(provision.part))
    return ", ".join([instrument, *more])


def place(provision: Provision, instruments: Sequence[str]) -> str:
    """A provision in few words: the number of its instrument in the list, its part, and the mark where it has one."""
    number = instruments.index(provision.instrument) + 1
    mark = f"\N{NO-BREAK SPACE}{MARK}" if provision.check_with_monitoring_officer else ""
    part = f" {provision.part}" if _PLACE.match(provision.part) else ""
    return f"[{number}]{part}{mark}"


def _days(number: int) -> str:
    return f"{number} day{'' if number == 1 else 's'}"
