"""What the members' page says: who is asked what and when, and the plan's commitments under their themes."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, time
from typing import Any

from moothall.apps.routes import queries as routes
from moothall.domain.days import time_in_words
from moothall.domain.plans import Commitment, Plan
from moothall.domain.reports import CommitteeReport
from moothall.domain.rounds import Round
from moothall.web.components.words import weekday
from moothall.web.council.call_in_rows import DecisionRow

_PAPERS = frozenset({"agenda_publication", "member_papers", "summons"})


@dataclass(frozen=True, slots=True)
class Asked:
    """One body that is asked: whether to decide or to look at it, on which day, when and where, as far as known."""

    body: str
    decides: bool
    on: date | None
    at: time | None
    place: str
    has_met: bool

    @property
    def when(self) -> str:
        """When and where it meets, as it stands after "meets": on Thursday 11 July, 6.30pm, in the Guildhall."""
        day = f"on {weekday(self.on)}" if self.on else "on a day not known yet"
        hour = f", {time_in_words(self.at)}" if self.at else ""
        return f"{day}{hour}{f', {self.place}' if self.place else ''}"


def asked(route: Any, report: CommitteeReport | None) -> tuple[Asked, ...]:
    """The bodies of the chosen route in order; without a route, the body that the covering report is written for."""
    if route is not None:
        return tuple(
            Asked(
                body=step.body,
                decides=step.is_deciding,
                on=step.meets_on,
                at=step.meets_at,
                place=step.meeting.place if step.meeting else "",
                has_met=step.met_at is not None,
            )
            for step in route.steps.all()
            if step.resolves
        )
    if report is not None and report.body:
        return (Asked(report.body, decides=True, on=report.meeting_on, at=None, place="", has_met=False),)
    return ()


def answer(found: Sequence[Asked], decisions: Sequence[DecisionRow], *, today: date) -> str:
    """What is asked of members now, in a sentence or two: a meeting that is ahead, or a call-in that is open."""
    ahead = next((one for one in found if not one.has_met), None)
    if ahead is not None:
        verb = "is asked to decide" if ahead.decides else "is asked to look at it"
        late = " The day is past, and the meeting is not recorded." if ahead.on and ahead.on < today else ""
        return f"{ahead.body} {verb} {ahead.when}.{late}"
    if decisions:
        last = decisions[-1]
        decided = last.prospect.decision
        is_open = last.prospect.refusal is None or last.prospect.stands is not None
        more = last.answer if is_open else "Nothing more is asked of members."
        return f"{decided.step.body} decided on {weekday(decided.decided_on)}. {more}"
    if found:
        return f"{found[-1].body} has met. What it resolved is not recorded yet."
    return "Nothing is asked of members yet."


def papers_on(route: Any) -> date | None:
    """The day on which the papers of the next meeting are public, or None where no date of the route says it."""
    found = (one for one in routes.standing_dates(route) if one.step.step in _PAPERS)
    return next((one.step.on for one in found), None)


def by_theme(plan: Plan, round_: Round) -> list[tuple[str, list[Commitment]]]:
    """The commitments under the titles of the round's themes, in their order; those under no theme last."""
    known = {theme.key: theme.title for theme in round_.themes}
    rows = [(title, [one for one in plan.commitments if one.theme == key]) for key, title in known.items()]
    others = [one for one in plan.commitments if one.theme not in known]
    return [(title, some) for title, some in [*rows, ("Under no theme of this round", others)] if some]
