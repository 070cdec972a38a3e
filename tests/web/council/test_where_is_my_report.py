"""Where is my report: one page in the same words for everybody, and the list of democratic services."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from moothall.apps.implications import actions as implications
from moothall.apps.people import actions as people
from moothall.apps.reports import actions as reports
from moothall.apps.rounds import actions as rounds
from moothall.apps.workspaces import actions as workspaces
from moothall.domain.roles import Role
from moothall.web.council import report_where
from tests.apps.deeds import exempt_part
from tests.journeys.on_its_way import HERE, TODAY, report_on_its_way
from tests.people import COUNCIL, OPENED, ROUND, Council

pytestmark = pytest.mark.django_db
A_REPORT = 56
"""The most queries one report may cost, however much is in it."""


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with time_machine.travel(TODAY, tick=True):
        yield


def signed_in(client: Client, council: Council, role: Role) -> Client:
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def page(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, answer.content[:300]
    return " ".join(answer.content.decode().split())


def second_round(council: Council, role: Role | None = Role.DEMOCRATIC_SERVICES) -> Any:
    """The council's workspace in another round, with democratic services in it or with nobody."""
    other = replace(ROUND, slug="second-call", title="A Second Call", deadline_on=date(2024, 9, 27))
    rounds.open_round(round_=other, by=None, at=OPENED)
    here = workspaces.open_workspace(authority=COUNCIL, round_=other, by=None, at=OPENED)
    if role:
        people.give_role(person=council.who(role), role=role, workspace_id=here.pk, by=None, at=OPENED)
    return here, other


def test_the_page_says_who_has_it_how_long_there_is_and_what_is_missing_in_the_same_words_for_all(
    client: Client, council: Council
) -> None:
    report_on_its_way(council)
    seen = {
        role: page(signed_in(client, council, role), HERE + "where")
        for role in (Role.REPORT_AUTHOR, Role.IMPLICATION_AUTHOR, Role.MONITORING_OFFICER)
    }

    said = seen[Role.REPORT_AUTHOR]
    assert "Piers Tolland has it, to write" in said
    assert "Fay Copley has it too, for the financial implications" in said
    assert "<strong>Financial implications.</strong> With Fay Copley" in said
    assert f'href="{HERE}agreement/' in said
    assert "Nobody has been asked to sign the words off." in said
    assert "working days left." in said and "Cabinet, Thu 11 July" in said
    assert f'href="{HERE}route/#date-1"' in said
    assert "Waiting for Fay Copley" in seen[Role.IMPLICATION_AUTHOR], "not “You, next”: the same words for everyone"
    told = {text[text.index("mh-answer") : text.index("missing</h2>")] for text in seen.values()}
    assert len(told) == 1

    signed_in(client, council, Role.DEMOCRATIC_SERVICES)
    assert "things are missing" in page(client, HERE) and f'href="{HERE}where"' in page(client, HERE)


def test_what_nobody_knows_yet_is_said_and_no_day_is_made_up(client: Client, council: Council) -> None:
    said = page(signed_in(client, council, Role.CHIEF_EXECUTIVE), HERE + "where")

    assert "Piers Tolland has it, to begin the covering report, until Friday 19 July." in said
    assert "No route is chosen, so that of all days only the deadline is known. No meeting is named." in said
    assert "day not known" in said
    assert "No date of a route is to come." in said


def test_who_may_not_read_part_2_learns_nothing_of_it_here_or_in_the_list(client: Client, council: Council) -> None:
    report = report_on_its_way(council)
    by = council.who(Role.REPORT_AUTHOR)
    reports.write_exempt(
        report=report,
        part=exempt_part("The bid of Corvid Works is too low."),
        revision=0,
        by=by,
        at=TODAY,
    )
    may = page(signed_in(client, council, Role.REPORT_AUTHOR), HERE + "where")
    may_not = page(signed_in(client, council, Role.POLICY_OFFICER), HERE + "where")

    assert "Part 2, not for publication" in may
    assert "Part 2, not for publication" not in may_not
    assert "Corvid" not in may + may_not


def test_democratic_services_lists_every_round_of_the_council_by_meeting_and_the_csv_has_the_same_rows(
    client: Client, council: Council
) -> None:
    report_on_its_way(council)
    second_round(council)
    signed_in(client, council, Role.DEMOCRATIC_SERVICES)

    said = page(client, "/council/reports")
    assert said.index("Savings Plan 2024</a>") < said.index("A Second Call</a>"), "no meeting comes last"
    assert "2 reports, by the day of the meeting and then by name." in said
    assert "/council/reports" in page(client, "/council/")

    for query, titles in {
        "meeting=2024-07-11+Cabinet": ["Savings Plan 2024"],
        "meeting=none": ["A Second Call"],
        "holder=Fay+Copley": ["Savings Plan 2024"],
        "holder=Nobody": ["A Second Call"],
        "missing=yes": ["Savings Plan 2024", "A Second Call"],
        "due=7": ["Savings Plan 2024"],
        "holder=Somebody": [],
    }.items():
        answer = client.get(f"/council/reports.csv?{query}")
        lines = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
        assert [line["Report"] for line in lines] == titles, query
    soon = page(client, "/council/reports?due=7")
    assert "Savings Plan 2024</a>" in soon and "A Second Call</a>" not in soon
    assert "No report fits." in page(client, "/council/reports?holder=Somebody")


def test_a_report_that_was_sent_has_no_date_left_to_keep_and_asks_nothing(client: Client, council: Council) -> None:
    council.sent()
    with time_machine.travel(datetime(2024, 9, 2, 9, tzinfo=UTC)):
        signed_in(client, council, Role.DEMOCRATIC_SERVICES)
        said, listed = page(client, HERE + "where"), page(client, "/council/reports")

    assert "The report has done its work: the plan is decided, in force and sent." in said
    assert "Nothing is asked of the report any more" in said
    assert "days ago" not in said.replace("45 days ago", ""), "only the deadline is past"
    assert 'data-label="Next date">None</td>' in listed


def test_the_list_is_for_democratic_services_and_for_the_workspaces_they_have_the_role_in(
    client: Client, council: Council
) -> None:
    second_round(council, None)

    assert "A Second Call" not in page(signed_in(client, council, Role.DEMOCRATIC_SERVICES), "/council/reports")
    refused = signed_in(client, council, Role.POLICY_OFFICER).get("/council/reports.csv")
    assert refused.status_code == 403
    assert "This list is for democratic services." in refused.content.decode()


def test_a_report_costs_the_same_few_queries_however_many_requests_and_parts_it_has(council: Council) -> None:
    def cost() -> int:
        with CaptureQueriesContext(
            connection,
        ) as asked:
            report_where.look(council.workspace, council.round_, as_of=TODAY.date())
        return len(asked)

    report_on_its_way(council)
    first = cost()
    for number in range(4):
        implications.ask(
            workspace=council.workspace, kind="", capacity=f"Officer {number}", places=["report.recommendations"],
            person=council.who(Role.MONITORING_OFFICER), due_on=date(2024, 6, 28), at=TODAY,
            by=council.who(Role.REPORT_AUTHOR),
        )  # fmt: skip

    assert cost() == first <= A_REPORT
