"""A round unlike the first in everything goes the whole line, and no line of code knows it.

Another issuer, a condition of grant, questions inside questions, a table of actions, a certificate by the Section 151
officer and no endorsement, other lengths and dates, district councils alone, and an amendment on the way.
"""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date, datetime, time, timedelta
from decimal import Decimal

import pytest
from django.test import Client

from moothall.apps.panel import queries as panel
from moothall.apps.plans import actions as plans
from moothall.apps.plans import queries as plan_queries
from moothall.apps.progress import actions as progress
from moothall.apps.publications import actions as publications
from moothall.apps.publications import queries as published
from moothall.apps.reports import actions as reports
from moothall.apps.reports import queries as report_queries
from moothall.apps.returns import actions as returns
from moothall.apps.rounds import queries as rounds
from moothall.apps.routes import actions as routes
from moothall.apps.routes import clocks
from moothall.apps.routes import queries as route_queries
from moothall.documents.exchange import plan_json, round_json
from moothall.documents.layouts import committee_report
from moothall.documents.writing import docx
from moothall.domain.authorities import BodyKind
from moothall.domain.coverage import coverage
from moothall.domain.days import Counting
from moothall.domain.decisions import Limb, Verb
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import Meeting
from moothall.domain.plans import AnswerStatus, Layout
from moothall.domain.reports import Recommendation
from moothall.domain.roles import Role
from moothall.domain.rounds import RequirementKind
from moothall.reference import bank_holidays, demonstration, house_templates
from tests.people import COUNCIL, Council, council

pytestmark = pytest.mark.django_db
FIRST_RUN = date(2024, 9, 2)
WRITTEN = datetime.fromisoformat("2024-06-10T10:00+01:00")
MET = datetime.fromisoformat("2024-07-11T21:00+01:00")


@pytest.fixture
def here() -> Council:
    """A district council in the invented round of depots and fleets."""
    written = demonstration.second_round(FIRST_RUN, Counting(bank_holidays.england()).is_working)
    return council(replace(COUNCIL, kind="district council"), written)


def _written(here: Council) -> None:
    by = here.who(Role.POLICY_OFFICER)
    draft = plans.begin_plan(workspace=here.workspace, title="Depots and fleet to 2030", by=by, at=WRITTEN)
    for question, text in {"F.1": "Forty lorries, of which nine are too old.", "D.1": "400 kW each.",
                           "D.2": "One, with the county.", "C.1": "Twelve drivers by March."}.items():  # fmt: skip
        plans.answer_question(
            draft=draft, question=question, status=AnswerStatus.ANSWERED, text=text, revision=0, by=by, at=WRITTEN
        )
    row = plans.add_commitment(
        draft=draft, theme="fleet", title="Buy six lorries", text="With the grant.", status="planned", by=by, at=WRITTEN
    )
    plans.add_milestone(commitment=row, title="First lorry runs", due_on=date(2025, 3, 31), by=by, at=WRITTEN)
    plans.add_measure(
        draft=draft, theme="depots", title="Power used", unit="kWh", direction="down", source="Bills", by=by, at=WRITTEN
    )


def test_a_round_unlike_the_first_goes_from_its_letter_to_its_progress_without_a_change_of_code(here: Council) -> None:
    asked = rounds.round_called(here.round_.slug)
    assert asked is not None
    assert asked.deadline_on > here.round_.deadline_on, "the amendment is carried out"
    assert "site_plan" not in {one.id for one in asked.requirements}
    officer, clerk = here.who(Role.POLICY_OFFICER), here.who(Role.DEMOCRATIC_SERVICES)
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    at = f"/council/{asked.slug}/ambermere/"

    _written(here)
    draft = plan_queries.draft(here.workspace)
    assert draft is not None
    assert draft.layout == Layout.TABLE.value, "as the letter asks"
    plan = plan_queries.plan(draft, asked)
    assert [one.question.id for one in coverage(asked, plan).still_open] == ["F.2"]
    covered = client.get(at + "plan/coverage").content.decode()
    assert "In the answer to “Vehicles today”" in covered
    assert "could be?" in client.get(at + "plan/questions/D.2").content.decode()
    version = plans.keep_version(workspace=here.workspace, round_=asked, name="for Cabinet", by=officer, at=WRITTEN)

    report = reports.begin_report(workspace=here.workspace, house_template="plain", by=officer, at=WRITTEN)
    said = (Recommendation("1", "That the table of actions be noted.", (Limb(Verb.NOTE, "the table of actions"),)),)
    reports.write_field(report=report, name="recommendations", value=said, revision=0, by=officer, at=WRITTEN)
    template = next(one for one in house_templates.all_templates() if one.id == "plain")
    assert docx.write(committee_report.compose(report_queries.value(report), template)).startswith(b"PK")

    meeting = Meeting("Cabinet", BodyKind.EXECUTIVE, MET.date(), time(19))
    found = plan_routes(
        as_of=WRITTEN.date(), deadline_on=asked.deadline_on, meetings=[meeting],
        pack=clocks.pack_of(here.workspace, WRITTEN.date()), holidays=bank_holidays.england(),
    )  # fmt: skip
    route = next(one for one in found if any(step.body == meeting.body for step in one.bodies))
    chosen = routes.choose_route(
        workspace=here.workspace, code=route.route, name=route.name, as_of=WRITTEN.date(), planned=route,
        steps=route.bodies, by=officer, at=WRITTEN,
    )  # fmt: skip
    step = chosen.steps.get(is_deciding=True)
    routes.record_meeting(step=step, met_on=MET.date(), by=clerk, at=MET)
    decision = routes.record_decision(
        step=step, limbs=said[0].limbs, minute="RESOLVED that the table be noted.", decided_on=MET.date(),
        plan_version=version, by=clerk, at=MET,
    )  # fmt: skip
    routes.publish_decision(decision=decision, published_at=MET, by=clerk, at=MET)
    in_force = route_queries.in_force_on(decision)
    assert in_force is not None
    assert "asks for no endorsement" in client.get(at + "route/").content.decode()
    assert "Endorsement: not evident" not in client.get(at).content.decode()

    later = datetime.combine(max(in_force, MET.date()) + timedelta(days=1), time(10), WRITTEN.tzinfo)
    publications.publish_plan(workspace=here.workspace, version=version, round_=asked, by=officer, at=later)
    certificate = asked.required(RequirementKind.CERTIFICATE)[0]
    sent = returns.submit_return(
        workspace=here.workspace, words=f"{certificate.text} So certified.", channel="by hand",
        recipient="The agency, by post", by=here.who(Role.CHIEF_EXECUTIVE), at=later,
    )  # fmt: skip
    progress.record_reading(
        workspace=here.workspace, measure="M1", period="to September 2024", period_ends_on=date(2024, 9, 30),
        value=Decimal(311), by=here.who(Role.PERFORMANCE_MANAGER), at=later + timedelta(days=80),
    )  # fmt: skip

    rows = panel.register(asked.slug)
    assert {row.kind for row in rows if not row.is_fictional} == {"district council"}
    assert next(row for row in rows if row.is_fictional).receipt_number == sent.receipt_number
    anyone, public = Client(), f"/plans/{asked.slug}/ambermere/"
    page = anyone.get(public).content.decode()
    assert "Forty lorries, of which nine are too old." in page
    assert "Endorsement: not evident" not in page + anyone.get(public + "decisions/").content.decode()
    shown = published.published("ambermere", asked.slug)
    assert shown is not None
    assert plan_json.load(json.loads(anyone.get(public + "v1/plan.json").content)) == shown.plan
    assert anyone.get(public + "v1/plan.pdf").content.startswith(b"%PDF")
    assert b"Power used" in anyone.get(public + "measures.csv", follow=True).content
    assert round_json.load(anyone.get(f"/rounds/{asked.slug}/round.json").json()) == here.round_
    analyst = Client()
    analyst.force_login(here.who(Role.PANEL_ANALYST), backend="django.contrib.auth.backends.ModelBackend")
    assert analyst.get(f"/panel/{asked.slug}/").status_code == 200
