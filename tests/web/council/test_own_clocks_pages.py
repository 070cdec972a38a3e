"""Asking a clock in the workspace: filled in by the council's own rules of the day, and answered with the paragraph."""

from __future__ import annotations

import json
import re
from typing import Any

import pytest
import time_machine
from django.test import Client

from moothall.domain.clock_questions import QUESTIONS
from moothall.domain.roles import Role
from tests.people import Council
from tests.web.council.test_rules_pages import as_, enter

pytestmark = pytest.mark.django_db
CLOCKS = "/council/savings-plans/ambermere/clocks/"
CALL_IN = CLOCKS + "call-in"
THREE_DAYS = {
    "clock": "call-in",
    "makers": ["executive"],
    "valid_from": "2024-05-01",
    "source": "Part 4, scrutiny rule 15",
    "value": {"days": 3, "closes": "17:00"},
}


@pytest.fixture
def clerk(client: Client, council: Council) -> Client:
    return as_(client, council, Role.DEMOCRATIC_SERVICES)


def page(client: Client, address: str, **asked: str) -> str:
    answer = client.get(address, asked)
    assert answer.status_code == 200
    return re.sub(r"\s+", " ", answer.content.decode())


def boxes(shown: str) -> dict[str, str]:
    """What a form would send as it stands: its boxes and chosen buttons by name."""
    found = {}
    for tag in re.findall(r"<input[^>]*>", shown):
        of = dict(re.findall(r'(\w+)="([^"]*)"', tag))
        if of.get("type") not in ("radio", "checkbox") or re.search(r"\bchecked\b", tag):
            found[of["name"]] = of.get("value", "")
    return found


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.MONITORING_OFFICER, Role.CHIEF_EXECUTIVE])
def test_whoever_reads_the_workspace_may_ask_every_clock(client: Client, council: Council, role: Role) -> None:
    reader = as_(client, council, role)

    listed = page(reader, CLOCKS)

    assert all(f'href="{CLOCKS}{name}"' in listed for name in QUESTIONS)
    for name in QUESTIONS:
        assert QUESTIONS[name].called.replace("'", "&#39;") in page(reader, CLOCKS + name)


def test_a_stranger_and_somebody_signed_out_are_not_let_in(client: Client, council: Council) -> None:
    assert client.get(CALL_IN).status_code == 302

    client.force_login(council.stranger(), backend="django.contrib.auth.backends.ModelBackend")

    assert client.get(CALL_IN).status_code == client.get(CLOCKS).status_code == 403


def test_the_list_says_which_clocks_our_rules_fill_in_today(clerk: Client, council: Council) -> None:
    enter(council, THREE_DAYS)

    listed = page(clerk, CLOCKS)

    own = re.search(r'clocks/call-in">.*?</li>', listed)
    default = re.search(r'clocks/agenda-publication">.*?</li>', listed)
    neither = re.search(r'clocks/foi-answer">.*?</li>', listed)
    assert own and "By our own rule" in own[0]
    assert default and "By a default" in default[0]
    assert neither and "By our own rule" not in neither[0] and "By a default" not in neither[0]


@time_machine.travel("2024-07-01T09:00:00Z")
def test_the_form_opens_with_our_rule_and_the_answer_names_its_paragraph(clerk: Client, council: Council) -> None:
    enter(council, THREE_DAYS)

    sent = boxes(page(clerk, CALL_IN))
    answered = page(clerk, CALL_IN, **sent | {"published_day": "3", "published_month": "7", "published_year": "2024"})

    assert (sent["days"], sent["closes"], sent["maker"]) == ("3", "17:00", "executive")
    assert "until 5pm on Monday 8 July 2024" in answered
    assert "Part 4, scrutiny rule 15, from 1 May 2024." in answered
    assert "Our rule" in answered
    assert "instead of the rule" not in answered
    assert "--days 3" in answered and "--closes 17:00" in answered


@time_machine.travel("2024-07-01T09:00:00Z")
def test_the_rule_of_the_day_asked_about_counts_and_not_that_of_today(clerk: Client, council: Council) -> None:
    enter(council, THREE_DAYS)

    sent = boxes(page(clerk, CALL_IN))
    answered = page(clerk, CALL_IN, **sent | {"published_day": "3", "published_month": "4", "published_year": "2024"})

    assert "until Wednesday 10 April 2024" in answered
    assert "A default counts here: nobody has entered the council&#39;s own rule on call-in (executive)" in answered
    assert boxes(answered)["days"] == "5"


@time_machine.travel("2024-07-01T09:00:00Z")
def test_what_a_person_changes_goes_before_the_rule_and_the_answer_says_so(clerk: Client, council: Council) -> None:
    enter(council, THREE_DAYS)
    sent = boxes(page(clerk, CALL_IN)) | {"published_day": "3", "published_month": "7", "published_year": "2024"}

    answered = page(clerk, CALL_IN, **sent | {"days": "5"})

    assert "until 5pm on Wednesday 10 July 2024" in answered
    assert "Given instead of the rule: how many days scrutiny has, 5 and not 3." in answered
    assert boxes(answered)["days"] == "5"
    assert "?published=2024-07-03&amp;days=5&amp;maker=executive" in answered


@time_machine.travel("2024-07-01T09:00:00Z")
def test_officers_decisions_without_call_in_are_refused_with_the_reason(clerk: Client, council: Council) -> None:
    enter(council, THREE_DAYS | {"makers": ["officer"], "value": {"none": "Officers carry out what was decided."}})

    said = page(clerk, CALL_IN, published="2024-07-03", maker="officer")

    assert "no call-in: Officers carry out what was decided (Part 4, scrutiny rule 15, from 1 May 2024)." in said


def test_each_kind_of_rule_is_counted_by_on_its_clock(clerk: Client, council: Council) -> None:
    entered: list[tuple[str, Any]] = [
        ("call-in-hold", {"days": 10}),
        ("meeting-notice", {"clear_days": 7}),
        ("key-decision-threshold", [{"what": "spending", "pounds": 250000}]),
        ("officer-decision-records", {"words": "Above a sum", "pounds": 50000}),
        ("special-urgency-report", {"months": 3}),
        ("retention", {"records": 10, "papers": 6}),
    ]
    for clock, value in entered:
        enter(council, {"clock": clock, "source": f"Rule on {clock}", "valid_from": "2020-01-01", "value": value})

    for clock, asked, expected in (
        ("call-in-hold", {"called_in": "2024-07-03"}, "Wednesday 17 July 2024"),
        ("meeting-notice", {"meeting": "2024-07-11"}, "Monday 1 July 2024"),
        ("key-decision", {"decision": "2024-07-11", "pounds": "300000", "wards": "1"}, "reach the council&#39;s"),
        ("officer-executive-record", {"decided": "2024-07-11", "key": "no", "pounds": "60000"}, "reach the 50,000"),
        ("special-urgency-report", {"last_report": "2024-07-11"}, "Thursday 10 October 2024"),
        ("retention", {"begins": "2024-07-29", "record": "executive_background_papers"}, "28 July 2030"),
    ):
        shown = page(clerk, CLOCKS + clock, **asked)
        assert expected in shown, clock
        assert "Rule on " in shown, clock


def test_the_data_of_an_answer_holds_the_rule_as_the_shell_gives_it(clerk: Client, council: Council) -> None:
    enter(council, THREE_DAYS)

    found = clerk.get(CALL_IN, {"published": "2024-07-03", "format": "json"}).json()
    wrong = clerk.get(CALL_IN, {"published": "3 July", "format": "json"})

    assert found["at"] == "2024-07-08T17:00"
    assert [(one["rule"], one["source"]) for one in found["own_rules"]] == [("call-in-1", "Part 4, scrutiny rule 15")]
    assert wrong.status_code == 400 and json.loads(wrong.content)["error"]


@time_machine.travel("2024-07-01T09:00:00Z")
def test_a_wrong_date_keeps_what_was_typed_and_what_was_filled_in(clerk: Client, council: Council) -> None:
    enter(council, THREE_DAYS)
    sent = boxes(page(clerk, CALL_IN))

    shown = page(clerk, CALL_IN, **sent | {"published_day": "31", "published_month": "6", "published_year": "2024"})

    assert "There is a problem" in shown
    kept = boxes(shown)
    assert (kept["published_day"], kept["days"], kept["filled_on"]) == ("31", sent["days"], "2024-07-01")


def test_no_clock_of_that_name_is_no_page(clerk: Client) -> None:
    assert clerk.get(CLOCKS + "egg-timer").status_code == 404
