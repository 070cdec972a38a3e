"""The cast of the tests, and a council's workspace with them in it. Everyone and everything here is invented."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time
from typing import Any

from moothall.apps.people import actions as people
from moothall.apps.people.models import Person
from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Version
from moothall.apps.publications import actions as publications
from moothall.apps.publications.models import Publication
from moothall.apps.returns import actions as returns
from moothall.apps.returns.models import Return
from moothall.apps.rounds import actions as rounds
from moothall.apps.routes import actions as routes
from moothall.apps.routes.models import Decision, Step
from moothall.apps.wordings import actions as wordings
from moothall.apps.workspaces import actions as workspaces
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import Authority, BodyKind
from moothall.domain.decisions import Limb, StepValue, Verb
from moothall.domain.plans import AnswerStatus
from moothall.domain.roles import Role
from moothall.domain.rounds import LegalBasis, Question, Requirement, RequirementKind, Round, Strength, Theme

PASSWORD = "a long pass phrase for tests"
OPENED = datetime(2024, 4, 17, 9, tzinfo=UTC)

COUNCIL = Authority(
    gss="X07000090",
    register_code="XAM",
    name="Ambermere",
    official_name="Ambermere District Council",
    kind="non-metropolitan district",
    region="East of England",
    fictional=True,
)

ROUND = Round(
    slug="savings-plans",
    title="Savings Plans",
    issuer="The department",
    legal_basis=LegalBasis.POLICY_REQUEST,
    letter_on=date(2024, 4, 16),
    deadline_on=date(2024, 7, 19),
    themes=(
        Theme(
            "T1",
            "transformation",
            "How services have changed",
            "How have you changed how services are run?",
            (
                Question("T1.Q1", "What changed", "What has changed?"),
                Question("T1.Q2", "What comes next", "What comes next?"),
            ),
        ),
        Theme(
            "T2",
            "technology_data",
            "Technology and data",
            "How do you use data?",
            (Question("T2.Q1", "Data", "How is data used?"),),
        ),
        Theme(
            "T3",
            "wasteful_spend",
            "Wasteful spend",
            "How do you find waste?",
            (Question("T3.Q1", "Waste", "How is waste found?"),),
        ),
        Theme(
            "T4",
            "barriers",
            "Barriers",
            "What could government do?",
            (Question("T4.Q1", "Barriers", "What stands in the way?"),),
            asks_for_barriers=True,
        ),
    ),
    requirements=(
        Requirement(
            "endorsement", Strength.MUST, "Members oversee and endorse the plan.", kind=RequirementKind.ENDORSEMENT
        ),
    ),
    pages=(3, 4),
    fictional=True,
)

CAST = {
    Role.POLICY_OFFICER: ("Ines Harcombe", "Policy officer"),
    Role.REPORT_AUTHOR: ("Piers Tolland", "Assistant director"),
    Role.DEMOCRATIC_SERVICES: ("Uma Brackley", "Democratic services manager"),
    Role.MONITORING_OFFICER: ("Lena Rusk", "Monitoring officer"),
    Role.CHIEF_EXECUTIVE: ("Gwen Ostler", "Chief executive"),
    Role.PERFORMANCE_MANAGER: ("Rafe Lindow", "Performance manager"),
    Role.IMPLICATION_AUTHOR: ("Fay Copley", "Finance business partner"),
    Role.MEMBER: ("Councillor Ivo Pask", "Chair of Scrutiny"),
    Role.EXECUTIVE_MEMBER: ("Councillor Nora Senn", "Leader"),
    Role.PANEL_ANALYST: ("Saskia Moor", "Analyst"),
    Role.OPERATOR: ("Otto Keane", "Operator"),
}
FOR_ALL = {Role.PANEL_ANALYST, Role.OPERATOR}


@dataclass
class Council:
    """A workspace with its cast, and deeds along the line in a few words. ``at`` is the moment of each deed."""

    workspace: Workspace
    people: dict[Role, Person]
    round_: Round

    def who(self, role: Role) -> Person:
        """The person who holds this role."""
        return self.people[role]

    def stranger(self) -> Person:
        """Someone with an account and no role here or anywhere."""
        return _add("Stig Elsewhere", "", f"stranger@{self.workspace.slug}.example")

    def written(self, at: datetime = datetime(2024, 6, 20, 9, tzinfo=UTC)) -> Version:
        """A short plan, written and kept as a version."""
        by = self.who(Role.POLICY_OFFICER)
        draft = plans.begin_plan(workspace=self.workspace, title="Savings Plan 2024", by=by, at=at)
        for question, text in {
            "T1.Q1": "We moved three offices into one.\n\nIt saved £140,000 a year.",
            "T2.Q1": "We share one customer record.",
            "T4.Q1": "Settlements come for one year at a time.",
        }.items():
            plans.answer_question(
                draft=draft, question=question, status=AnswerStatus.ANSWERED, text=text, revision=0, by=by, at=at
            )
        plans.answer_question(
            draft=draft,
            question="T3.Q1",
            status=AnswerStatus.NOT_ANSWERED,
            reason="It is reported each quarter already.",
            revision=0,
            by=by,
            at=at,
        )
        commitment = plans.add_commitment(
            draft=draft,
            theme="transformation",
            title="Share a legal service",
            text="With a neighbour.",
            status="planned",
            by=by,
            at=at,
        )
        plans.add_milestone(commitment=commitment, title="Agreement signed", due_on=date(2024, 9, 30), by=by, at=at)
        plans.add_measure(
            draft=draft,
            theme="wasteful_spend",
            title="Agency spend",
            unit="% of the pay bill",
            direction="down",
            source="Quarterly performance report",
            baseline="5.6",
            baseline_period="2021/22",
            target="3.5",
            by=by,
            at=at,
        )
        plans.add_barrier(
            draft=draft, title="Single-year settlements", text="", ask="Settle for three years.", by=by, at=at
        )
        return plans.keep_version(workspace=self.workspace, round_=self.round_, name="for Cabinet", by=by, at=at)

    def routed(self, at: datetime = datetime(2024, 6, 20, 10, tzinfo=UTC)) -> Step:
        """Cabinet on Thursday 11 July decides."""
        step = StepValue("Cabinet", BodyKind.EXECUTIVE, True, date(2024, 7, 11), time(18, 30))
        route = routes.choose_route(
            workspace=self.workspace,
            code="R1",
            name="Cabinet, Thu 11 July",
            as_of=at.date(),
            planned={},
            steps=[step],
            by=self.who(Role.POLICY_OFFICER),
            at=at,
        )
        return route.steps.get()

    def decided(
        self, version: Version | None = None, *, verbs: tuple[Verb, ...] = (Verb.APPROVE, Verb.ENDORSE)
    ) -> Decision:
        """Cabinet met and resolved, that evening."""
        version = version or self.written()
        step = self.routed()
        at, by = datetime(2024, 7, 11, 20, tzinfo=UTC), self.who(Role.DEMOCRATIC_SERVICES)
        routes.record_meeting(step=step, met_on=date(2024, 7, 11), by=by, at=at)
        limbs = [Limb(verb, "the Savings Plan") for verb in verbs]
        return routes.record_decision(
            step=step,
            limbs=limbs,
            minute="RESOLVED that the plan be approved.",
            decided_on=date(2024, 7, 11),
            plan_version=version,
            by=by,
            at=at,
        )

    def published(self, **decided: Any) -> Publication:
        """The decision published on the evening, and the plan on the day it is in force."""
        decision = self.decided(**decided)
        evening = datetime(2024, 7, 11, 20, 30, tzinfo=UTC)
        routes.publish_decision(
            decision=decision, published_at=evening, by=self.who(Role.DEMOCRATIC_SERVICES), at=evening
        )
        assert decision.plan_version is not None
        return publications.publish_plan(
            workspace=self.workspace,
            version=decision.plan_version,
            round_=self.round_,
            by=self.who(Role.POLICY_OFFICER),
            at=datetime(2024, 7, 19, 9, tzinfo=UTC),
        )

    def sent(self) -> Return:
        """The return certified and sent by the chief executive; and a standard wording kept by the way."""
        self.published()
        wordings.add_wording(
            workspace=self.workspace, title="Equality duty", text="Members have had regard to the equality duty.",
            serves="question:T1.Q1", approved_by="Lena Rusk, Monitoring officer", approved_on=date(2024, 2, 21),
            by=self.who(Role.MONITORING_OFFICER), at=datetime(2024, 7, 19, 10, tzinfo=UTC),
        )  # fmt: skip
        return returns.submit_return(
            workspace=self.workspace,
            words="I certify that this is the plan members endorsed.",
            channel="by hand",
            recipient="plans@department.example",
            by=self.who(Role.CHIEF_EXECUTIVE),
            at=datetime(2024, 7, 19, 10, 42, tzinfo=UTC),
        )


def council(authority: Authority = COUNCIL, round_: Round = ROUND) -> Council:
    """A council's workspace with one person for each role. Needs the database."""
    rounds.open_round(round_=round_, by=None, at=OPENED)
    workspace = workspaces.open_workspace(authority=authority, round_=round_, by=None, at=OPENED)
    found = {role: _person(role, *who) for role, who in CAST.items()}
    for role, person in found.items():
        where = None if role in FOR_ALL else workspace.pk
        people.give_role(person=person, role=role, workspace_id=where, by=None, at=OPENED)
    return Council(workspace, found, round_)


def council_in(here: Council, round_: Round) -> Council:
    """The same council with the same people in another round."""
    rounds.open_round(round_=round_, by=None, at=OPENED)
    workspace = workspaces.open_workspace(authority=COUNCIL, round_=round_, by=None, at=OPENED)
    for role, person in here.people.items():
        if role not in FOR_ALL:
            people.give_role(person=person, role=role, workspace_id=workspace.pk, by=None, at=OPENED)
    return Council(workspace, here.people, round_)


def _person(role: Role, name: str, post: str) -> Person:
    return _add(name, post, f"{role.value}@ambermere.example")


def _add(name: str, post: str, email: str) -> Person:
    return Person.objects.filter(email=email).first() or people.add_person(
        email=email, name=name, post=post, password=PASSWORD, by=None, at=OPENED
    )
