"""The members' page and call-in: what each says to whom, and that nothing typed is lost when it is too late."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from moothall.apps.call_ins.models import CallIn
from moothall.apps.people import actions as people
from moothall.apps.reports import actions as reports
from moothall.apps.routes import actions as routes
from moothall.apps.routes.models import Decision, Step
from moothall.apps.rules import actions as rules
from moothall.apps.writing import reading
from moothall.domain.authorities import BodyKind
from moothall.domain.decisions import Limb, StepValue, Verb
from moothall.domain.exempt_parts import ExemptPart
from moothall.domain.parts import PLAN, REPORT
from moothall.domain.roles import Role
from tests import browsing
from tests.apps.deeds import NOW
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/"
CALL_IN = f"{HERE}call-in/"
SAID = {"grounds": "It departs from the budget.", "alternative": "Ask Council first."}


def words(answer: Any) -> str:
    assert answer.status_code == 200
    return " ".join(re.sub(r"<[^>]+>", " ", answer.content.decode()).split())


def as_(council: Council, role: Role) -> Client:
    client = Client()
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def published_today(council: Council, requesters: str = "any two members") -> Step:
    """A decision of today, published an hour ago, with call-in open for five working days until 5pm."""
    now, clerk = timezone.now(), council.who(Role.DEMOCRATIC_SERVICES)
    today = timezone.localdate(now)
    value = {"days": 5, "closes": "17:00", "requesters": requesters, "grounds": "contrary to the budget"}
    own = {"clock": "call-in", "source": "Part 4, paragraph 9", "value": value}
    rules.enter_rule(workspace=council.workspace, rule=own, by=clerk, at=now)
    hold = {"clock": "call-in-hold", "source": "Part 4, paragraph 11", "value": {"days": 10, "unit": "working"}}
    rules.enter_rule(workspace=council.workspace, rule=hold, by=clerk, at=now)
    step = StepValue("Cabinet", BodyKind.EXECUTIVE, True, today)
    routes.choose_route(
        workspace=council.workspace, code="R1", name="Cabinet", as_of=today, planned={}, steps=[step], by=clerk, at=now
    )
    row = Step.objects.get()
    routes.record_meeting(step=row, met_on=today, by=clerk, at=now)
    decision = routes.record_decision(
        step=row, limbs=[Limb(Verb.ENDORSE, "the plan")], minute="RESOLVED that it be endorsed.", decided_on=today,
        by=clerk, at=now,
    )  # fmt: skip
    routes.publish_decision(decision=decision, published_at=now, by=clerk, at=now)
    return row


def test_a_member_asks_and_it_stands_wherever_the_decision_is_shown(council: Council) -> None:
    step, member = published_today(council, "any member of scrutiny"), as_(council, Role.MEMBER)
    ask = f"{CALL_IN}steps/{step.pk}/ask"

    assert "The decision of Cabinet may be called in until 5pm on" in words(member.get(CALL_IN))
    unsaid = words(member.post(ask, {"grounds": "It departs from the budget."}))
    page = words(member.post(ask, SAID, follow=True))

    assert "Say what you would have instead" in unsaid and "It departs from the budget." in unsaid
    assert "Your request is kept with its exact time." in page
    assert "The decision of Cabinet is held back. It was called in" in page
    assert "Next, for democratic services: Check the names" in page
    clerk = as_(council, Role.DEMOCRATIC_SERVICES)
    assert "Called in Ambermere District Council: Cabinet" in words(clerk.get("/council/"))
    for address in ("", "route/", "publication/", "members/", "where"):
        assert "was called in" in words(clerk.get(HERE + address)), address
    assert "In force" not in words(clerk.get(f"{HERE}route/")).split("The dates")[0]


def test_two_members_are_enough_and_democratic_services_marks_it(council: Council) -> None:
    step, member = published_today(council), as_(council, Role.MEMBER)
    other, second, leader = council.stranger(), Client(), as_(council, Role.EXECUTIVE_MEMBER)
    people.give_role(person=other, role=Role.MEMBER, workspace_id=council.workspace.pk, by=None, at=NOW)
    second.force_login(other, backend="django.contrib.auth.backends.ModelBackend")
    member.post(f"{CALL_IN}steps/{step.pk}/ask", SAID)
    row = CallIn.objects.get()

    assert "1 more name is needed by 5pm on" in words(second.get(CALL_IN))
    second.post(f"{CALL_IN}{row.pk}/join", {"words": "It was not costed."})
    clerk = as_(council, Role.DEMOCRATIC_SERVICES)
    page = words(clerk.post(f"{CALL_IN}{row.pk}/settle", {"answer": "yes", "reason": "Two, in time."}, follow=True))

    assert "It was not costed." in page
    assert "Scrutiny hears it at the latest by" in page
    assert "Valid. Uma Brackley," in page
    assert member.get(f"{CALL_IN}{row.pk}/settle").status_code == 403
    assert leader.get(f"{CALL_IN}steps/{step.pk}/ask").status_code == 403


def test_a_request_that_comes_too_late_keeps_what_was_typed_and_says_when_it_closed(council: Council) -> None:
    step, member = published_today(council), as_(council, Role.MEMBER)
    kept = Decision.objects.get().call_in
    long_ago = timezone.localdate() - timedelta(days=1)
    Decision.objects.update(call_in=kept | {"on": f"{long_ago}", "at": f"{long_ago}T17:00:00"})

    page = words(member.post(f"{CALL_IN}steps/{step.pk}/ask", SAID))

    assert "Call-in closed at 5pm on" in page
    assert "by the council&#39;s rule (5 working days from publication" in page
    assert "Scrutiny can still look at the decision and recommend" in page
    assert "It departs from the budget." in page and "Ask Council first." in page
    assert CallIn.objects.count() == 0
    assert member.get(f"{CALL_IN}steps/{step.pk}/ask").status_code == 302


def test_nothing_can_be_called_in_before_a_decision_and_the_page_says_why(council: Council) -> None:
    member = as_(council, Role.MEMBER)

    assert "Nothing can be called in yet. No decision is recorded." in words(member.get(CALL_IN))
    council.decided()
    assert "The decision of Cabinet is not published yet, and call-in runs from its publication." in words(
        member.get(CALL_IN)
    )
    Decision.objects.update(is_callable=False, not_callable_reason="It was scrutinised before")
    routes.publish_decision(
        decision=Decision.objects.get(), published_at=NOW, by=council.who(Role.DEMOCRATIC_SERVICES), at=NOW
    )
    page = words(member.get(CALL_IN))
    assert "This decision of Cabinet cannot be called in. It was scrutinised before." in page
    assert "No rule of call-in applies to this decision." in page


def test_the_members_page_says_what_is_asked_of_us_and_nothing_exempt(council: Council) -> None:
    member, author = as_(council, Role.MEMBER), council.who(Role.REPORT_AUTHOR)
    assert "Nothing is asked of members yet." in words(member.get(f"{HERE}members/"))
    council.written()
    council.routed()
    report = reports.begin_report(workspace=council.workspace, house_template="plain", by=author, at=NOW)
    for name, value in {
        "title": "Our Savings Plan", "body": "Cabinet", "meeting_on": "2024-07-11", "is_open": False,
        "recommendations": [{"number": "1", "text": "Endorse the plan."}], "exempt_paragraphs": "paragraph 3",
        "risk_register": [{"text": "The supplier may fail.", "reference": "CR7"}],
    }.items():  # fmt: skip
        reports.write_field(report=report, name=name, value=value, revision=0, by=author, at=NOW)
    part = ExemptPart((3,), "Bidders must not see it.", date(2025, 1, 6), "The secret tender of Harrow and Sons.")
    reports.write_exempt(report=report, part=part, revision=0, by=author, at=NOW)

    page = words(member.get(f"{HERE}members/"))

    assert "Cabinet is asked to decide on Thursday 11 July, 6.30pm." in page
    assert "1. Endorse the plan." in page
    assert "A part of the report is not public (Schedule 12A, paragraph 3)." in page
    assert "secret" not in page and "Read Part 2" not in page
    assert "Settle for three years. Single-year settlements" in page
    assert "The supplier may fail." in page and "CR7" in page
    assert "You have not said yet that you have read the plan." in page
    assert "Share a legal service" in page and "Agreement signed, 30 September 2024" in page
    assert f'href="{HERE}members/"' in member.get("/council/").content.decode()
    seen = reading.latest(council.workspace)
    reading.mark_read(workspace=council.workspace, whole=PLAN, entry=seen, by=council.who(Role.MEMBER), at=NOW)
    assert "Nothing has changed since you read it on Monday 22 July 2024 at 10am." in words(
        member.get(f"{HERE}members/")
    )
    field = report.fields.get(name="recommendations")
    reading.mark_read(workspace=council.workspace, whole=REPORT, entry=seen, by=council.who(Role.MEMBER), at=NOW)
    again = [{"number": "1", "text": "Endorse the whole plan."}]
    reports.write_field(report=report, name="recommendations", value=again, revision=field.revision, by=author, at=NOW)
    assert "added: whole" in words(member.get(f"{HERE}members/"))


def test_a_member_asks_on_a_phone_and_democratic_services_answers(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    step = published_today(council, "any member of scrutiny")
    browsing.sign_in(page, live_server.url, council.who(Role.MEMBER))
    page.set_viewport_size({"width": 375, "height": 800})

    page.goto(f"{live_server.url}{CALL_IN}")
    page.get_by_role("button", name="Ask for a call-in").click()
    expect(page.get_by_role("heading", name="Your request")).to_be_visible()
    faults = browsing.faults(page, "council-ask-call-in")
    page.get_by_label("On what grounds, in your own words").fill(SAID["grounds"])
    page.get_by_label("What you would have instead").fill(SAID["alternative"])
    page.get_by_role("button", name="Ask for a call-in").click()
    expect(page.get_by_text("Your request is kept with its exact time.")).to_be_visible()
    faults += browsing.faults(page, "council-call-in-asked")
    browsing.sign_in(page, live_server.url, council.who(Role.DEMOCRATIC_SERVICES))
    page.goto(f"{live_server.url}{CALL_IN}{CallIn.objects.get(decision__step=step).pk}/settle")
    faults += browsing.faults(page, "council-settle-call-in")

    assert faults == []
