"""Notices from the page on which they are owed to the forward plan, as democratic services walks it."""

from __future__ import annotations

import re
from datetime import UTC, datetime
from html import unescape
from typing import Any

import pytest
from django.test import Client

from moothall.apps.notices.models import Notice
from moothall.apps.reports import actions as reports
from moothall.domain.roles import Role
from tests.apps.deeds_notices import late_item
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/notices/"
BEGUN = datetime(2024, 5, 20, 9, tzinfo=UTC)


def text(answer: Any) -> str:
    """What a page says, its markup and runs of space taken out."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())


def reported(council: Council, **fields: Any) -> None:
    """A covering report with these fields."""
    by = council.who(Role.REPORT_AUTHOR)
    row = reports.begin_report(workspace=council.workspace, house_template="plain", by=by, at=BEGUN)
    for name, value in fields.items():
        reports.write_field(report=row, name=name, value=value, revision=0, by=by, at=BEGUN)


def clerk(client: Client, council: Council) -> Client:
    client.force_login(council.who(Role.DEMOCRATIC_SERVICES), backend="django.contrib.auth.backends.ModelBackend")
    return client


def filled(page: Any, **said: str) -> dict[str, str]:
    """What the form of a page holds as it is shown, with some of it changed."""
    form = page.content.decode().partition('<form class="mh-form"')[2].partition("</form>")[0]
    boxes = {found[1]: found[0] for found in re.findall(r'<input([^>]* name="([^"]+)"[^>]*)', form)}
    shown = {name: (re.findall(r'value="([^"]*)"', box) or [""])[0] for name, box in boxes.items()}
    shown |= dict(re.findall(r'<textarea[^>]* name="([^"]+)"[^>]*>(.*?)</textarea>', form, re.DOTALL))
    return {name: unescape(value) for name, value in shown.items()} | said


def test_a_key_decision_is_noticed_from_the_report_given_late_replaced_and_stands_in_the_forward_plan(
    client: Client, council: Council
) -> None:
    council.routed()
    reported(council, title="Savings Plan 2024", key_decision=True, portfolio_holder="The Leader")
    clerk(client, council)
    step = council.workspace.route.steps.get().pk

    owed = text(client.get(HERE))
    drafting = client.get(f"{HERE}steps/{step}/key_decision")
    said = filled(drafting, how_to_ask="Democratic services, 01200 000000")
    client.post(f"{HERE}steps/{step}/key_decision", said)
    lacking = text(client.get(f"{HERE}1"))
    when = {
        "on_day_day": "20", "on_day_month": "6", "on_day_year": "2024", "at_time": "10.15am", "ending": "html",
        "given_by": "U Brackley", "office": "Town Hall", "address": "https://ambermere.example/notices/1",
    }  # fmt: skip
    unexplained = client.post(f"{HERE}1/give", when)
    given = text(client.post(f"{HERE}1/give", when | {"lacking_why": "The page itself says it."}, follow=True))
    again = filled(client.get(f"{HERE}1/replace"), why="The title changed.", matter="Savings Plan, revised")
    client.post(f"{HERE}1/replace", again)
    client.post(f"{HERE}2/give", when | {"at_time": "11am", "lacking_why": "As before."})
    replaced, plan = text(client.get(f"{HERE}1")), text(client.get(f"{HERE}forward-plan"))
    stood = client.get(f"{HERE}1/as-given")

    assert "Notice of a key decision" in owed
    assert "The covering report says that the decision is key." in owed
    assert "By Wed 12 June 2024" in owed
    assert "The notice does not say the address from which copies of a listed document can be had" in lacking
    assert "Only one member of the body is named" in lacking
    assert "The notice lacks what the law asks for" in text(unexplained)
    assert "U Brackley" in unexplained.content.decode(), "what was typed is still there"
    assert "Late by 8 days: given on Thursday 20 June 2024" in given
    assert "Or take the decision on Friday 19 July 2024 or later" in given
    assert "Replaced on" in replaced
    assert "Number 2 took its place" in replaced
    assert "Savings Plan, revised" in plan
    assert "Changed: The matter" in plan
    assert b"Savings Plan 2024" in stood.content
    assert Notice.objects.get(number=1).file.sha256 != Notice.objects.get(number=2).file.sha256
    for ending in ("docx", "html", "json"):
        assert client.get(f"{HERE}2/notice.{ending}").status_code == 200
    assert "Savings Plan, revised" in client.get(f"{HERE}forward-plan.csv").content.decode("utf-8-sig")


def test_what_comes_after_the_agenda_says_which_door_it_has(client: Client, council: Council) -> None:
    clerk(client, council)
    late = late_item(council)
    executive = text(client.get(f"{HERE}agendas"))

    refused = text(
        client.post(f"{HERE}agendas/additions/{late.pk}/minute", {"chair": "The Leader", "circumstances": "Urgent."})
    )
    early = {
        "what": "paper", "title": "Appendix", "why": "It followed.", "on_day_day": "1", "on_day_month": "7",
        "on_day_year": "2024", "at_time": "9am",
    }  # fmt: skip
    before = text(client.post(f"{HERE}agendas/{late.agenda_id}/add", early))

    assert "an executive meeting has no door for an urgent item" in executive
    assert "no opinion of a chair to record" in refused
    assert "before the agenda was public" in before
