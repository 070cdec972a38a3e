"""The steps of a route as the page shows them: where each stands, what was recorded, and what may be done next."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moothall.apps.routes import walking
from moothall.domain.decisions import Outcome
from moothall.domain.own_routes import DEED_WORDS, TERM_WORDS
from moothall.domain.route_remarks import route_remarks
from moothall.domain.route_table import ANSWERS, OWNERS, Event, Move, State, moves
from moothall.domain.routes import Deed
from moothall.domain.step_records import Kind, kind, kinds_for
from moothall.domain.subject_to import not_sent
from moothall.domain.walks import LACKING, Stage, Walk, may
from moothall.web.council.access import Here

_SHAPES = {State.WAITING: "ring", State.HELD: "flag", State.WITHDRAWN: "square", State.NOT_AGREED: "broken"}


@dataclass(frozen=True, slots=True)
class Row:
    """One step of the page. ``step`` is the kept row; None for the sending that every route ends with."""

    stage: Stage
    step: Any
    deed: str
    rests_on: tuple[str, ...]
    kinds: tuple[Kind, ...]
    records: Sequence[Any]
    finishings: Sequence[Any]
    lacks: tuple[str, ...]
    may_finish: bool
    may_put_again: bool
    moves: tuple[Move, ...]

    @property
    def shape(self) -> str:
        """The shape beside the state."""
        if self.stage.is_complete:
            return "tick"
        return _SHAPES.get(self.stage.state, "half")

    @property
    def label(self) -> str:
        """The state in words, as it is for this kind of step."""
        if self.stage.is_passed_over:
            return "Passed over"
        if self.stage.outcome in (Event.REFUSED, Event.NOT_SENT) and self.stage.state is State.IN_FORCE:
            return self.stage.outcome.label.removeprefix("It is ").capitalize()
        return self.stage.state.label


@dataclass(frozen=True, slots=True)
class WalkPage:
    """A route as it is walked, for its page. ``todo`` are what moves it on and what is owed, in words with an owner."""

    walk: Walk
    rows: tuple[Row, ...]
    todo: tuple[str, ...]
    end: str
    reason: str
    subject_to: str
    decided_later: str
    remarks: tuple[Any, ...]


def walk_page(here: Here, route: Any, report: Any, at: datetime) -> WalkPage | None:
    """Everything the page says of the steps of the chosen route; None without a route."""
    on = walking.walk_of(route, at)
    if on is None:
        return None
    kept = list(route.steps.all())
    rows = tuple(_row(on, stage, kept[stage.number] if stage.number < len(kept) else None) for stage in on.stages)
    banner, later = walking.subject_to(here.workspace)
    refused = walking.not_sent(here.workspace)
    return WalkPage(
        walk=on,
        rows=rows,
        todo=tuple(_todo(on)),
        end=on.end.sentence if on.end else "",
        reason=refused.outcome_reason if refused else "",
        subject_to=banner,
        decided_later=later,
        remarks=route_remarks([row.stage.part for row in rows], report, _places(rows), here.round_),
    )


def unsent(decision: Any) -> str:
    """The answer where members resolved that no plan is sent, with their reason; empty where they did not."""
    if decision is None or decision.outcome != Outcome.NOT_SENT:
        return ""
    return not_sent(decision.step.body, decision.decided_on, decision.outcome_reason)


def _row(on: Walk, stage: Stage, step: Any) -> Row:
    part, number = stage.part, stage.number
    records = walking.standing_records(step) if step else []
    return Row(
        stage=stage,
        step=step,
        deed=DEED_WORDS[part.doing],
        rests_on=tuple(TERM_WORDS[term] for term in part.terms),
        kinds=tuple(one for one in kinds_for(part.terms) if may(on, number, one.event)),
        records=[(kind(Event(one.event)), one) for one in records if one.event in _ENTERED],
        finishings=list(step.finishings.all()) if step else [],
        lacks=tuple(LACKING[term] for term in stage.lacks),
        may_finish=part.doing is Deed.FINISH and may(on, number, Event.FINISHED),
        may_put_again=may(on, number, Event.PUT_AGAIN) and Event.PUT_AGAIN not in on.at(number),
        moves=moves(part.doing, part.terms),
    )


_ENTERED = frozenset(event.value for event in ANSWERS)


def _todo(on: Walk) -> list[str]:
    """What moves the route on, then what is owed, each once, with whose turn it is."""
    found = ([on.next] if on.next else []) + list(on.duties)
    said = []
    for number, event in dict.fromkeys(found):
        owner = OWNERS[event]
        who = f" {owner.label.capitalize()} records it." if owner else " It comes with the day."
        said.append(f"{on.parts[number].body}: {event.label[:1].lower()}{event.label[1:]}.{who}")
    return said


def _places(rows: Sequence[Row]) -> dict[str, str] | None:
    """Where a strategy that serves as the plan answers each question; None where the route has none."""
    named = [one for row in rows for entered, one in row.records if entered.has_places]
    return dict(named[-1].places) if named else None
