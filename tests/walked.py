"""A council that goes along a route by the real deeds. Days are of July 2024 unless said otherwise."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Version
from moothall.apps.publications import actions as publications
from moothall.apps.publications import queries as public
from moothall.apps.publications.models import Publication
from moothall.apps.returns import actions as returns
from moothall.apps.routes import actions as routes
from moothall.apps.routes import actions_at_steps as steps
from moothall.apps.routes import walking
from moothall.apps.routes.models import Decision, Finishing, Step
from moothall.domain.authorities import BodyKind
from moothall.domain.decisions import Limb, StepValue, Verb
from moothall.domain.finishing import Finished
from moothall.domain.roles import Role
from moothall.domain.route_table import Event
from moothall.domain.routes import route
from moothall.domain.walks import End
from tests.people import Council

APPROVE = Limb(Verb.APPROVE, "the Savings Plan")
ENDORSE = Limb(Verb.ENDORSE, "the Savings Plan")
NAMES = {
    BodyKind.EXECUTIVE: "Cabinet",
    BodyKind.COMMITTEE: "Policy Committee",
    BodyKind.FULL_COUNCIL: "Full Council",
    BodyKind.SCRUTINY: "Overview and Scrutiny",
    BodyKind.INDIVIDUAL_MEMBER: "Leader",
    BodyKind.OFFICER: "Chief executive",
}


def at(day: date, hour: int = 12) -> datetime:
    return datetime(day.year, day.month, day.day, hour, tzinfo=UTC)


def july(day: int) -> date:
    return date(2024, 7, day)


class Walking:
    """A council with a plan on one route. Every deed is the real one; days are of July 2024 unless said otherwise."""

    def __init__(self, here: Council, code: str, *days: int, parts: tuple[StepValue, ...] = ()) -> None:
        self.here, self.version = here, here.written()
        shape = parts or tuple(
            StepValue(
                NAMES[one.body or BodyKind.OFFICER], one.body or BodyKind.OFFICER, one.deed.decides,
                july(days[number]) if number < len(days) else None, deed=one.deed, terms=one.terms,
            )
            for number, one in enumerate(route(code).steps)
        )  # fmt: skip
        row = routes.choose_route(
            workspace=here.workspace, code=code, name=f"By {code}", as_of=date(2024, 6, 20), planned={}, steps=shape,
            by=here.who(Role.POLICY_OFFICER), at=at(date(2024, 6, 20)),
        )  # fmt: skip
        self.steps: list[Step] = list(row.steps.all())

    def resolve(
        self, step: int, day: int, *limbs: Limb, month: int = 7, in_force: bool = True, **said: Any
    ) -> Decision:
        """A body met, resolved and published it the same evening; not open to call-in unless said."""
        row, on, by = self.steps[step], date(2024, month, day), self.here.who(Role.DEMOCRATIC_SERVICES)
        if row.met_at is None:
            routes.record_meeting(step=row, met_on=on, by=by, at=at(on, 20))
            row.refresh_from_db()
        given: dict[str, Any] = {
            "minute": "RESOLVED as set out.", "plan_version": self.version, "is_callable": not in_force,
            "not_callable_reason": "By the council's own rule it is not called in." if in_force else "",
        }  # fmt: skip
        decision = routes.record_decision(
            step=row, limbs=limbs or (APPROVE, ENDORSE), decided_on=on, by=by, at=at(on, 20), **(given | said)
        )
        return routes.publish_decision(decision=decision, published_at=at(on, 20), by=by, at=at(on, 21))

    def record(self, step: int, event: Event, day: int, who: str = "", words: str = "", **said: Any) -> None:
        """Something else that happened at a step."""
        steps.record_at_step(
            step=self.steps[step], event=event, on=july(day), who=who, words=words,
            by=self.here.who(Role.DEMOCRATIC_SERVICES), at=at(july(day), 18), **said,
        )  # fmt: skip

    def later_version(self, day: int, name: str = "final") -> Version:
        """A further version of the plan, changed by the policy officer."""
        by, when = self.here.who(Role.POLICY_OFFICER), at(july(day), 9)
        plans.add_barrier(
            draft=self.here.workspace.draft, title=f"Barrier of {day} July", text="", ask="", by=by, at=when
        )
        return plans.keep_version(workspace=self.here.workspace, round_=self.here.round_, name=name, by=by, at=when)

    def finish(
        self, step: int, decision: Decision, version: Version, day: int, limb: int = 2, **said: Any
    ) -> Finishing:
        """The delegate finished a version."""
        given = {"delegate": "the chief executive", "finished_by": "Gwen Ostler", "within": "Only figures changed."}
        return steps.finish_text(
            step=self.steps[step], version=version, decision=decision, limb=limb,
            said=Finished(finished_on=july(day), **(given | said)), by=self.here.who(Role.CHIEF_EXECUTIVE),
            at=at(july(day), 15),
        )  # fmt: skip

    def publish(self, day: int, version: Version | None = None, note: str = "", month: int = 7) -> Publication:
        """The plan published."""
        return publications.publish_plan(
            workspace=self.here.workspace, version=version or self.version, round_=self.here.round_, note=note,
            by=self.here.who(Role.POLICY_OFFICER), at=at(date(2024, month, day), 16),
        )  # fmt: skip

    def send(self, day: int, month: int = 7) -> Any:
        """The return certified and sent."""
        return returns.submit_return(
            workspace=self.here.workspace, words="I certify it.", channel="by hand",
            recipient="plans@department.example",
            by=self.here.who(Role.CHIEF_EXECUTIVE), at=at(date(2024, month, day), 17),
        )  # fmt: skip

    def out(self, day: int, version: Version | None = None, note: str = "", month: int = 7) -> None:
        """Published and sent on one day."""
        self.publish(day, version, note, month)
        self.send(day, month)

    def end(self, day: date = date(2024, 9, 1)) -> End | None:
        """How it ended."""
        return walking.ended(self.here.workspace, at(day))

    def page(self) -> Any:
        """What the public is shown."""
        return public.published(self.here.workspace.slug, self.here.workspace.round_slug)
