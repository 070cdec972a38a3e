"""Learning the rule from past decisions: in the workspace and for anyone, what is shown, and every wrong line."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from moothall.apps.rules import queries as rulebooks
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
LEARN = "/council/savings-plans/ambermere/route/rules/learn"
PUBLIC = "/clocks/learn"
# Stockport, an authority that counts the day of publication: clocks.md 4; published before Easter, the August holiday.
HOLIDAYS = """Published,Listed,Ref
11 April 2025,18 April 2025,A
21 August 2019,29 August 2019,B
Wednesday 4 September 2024,11/09/2024,C
2/10/2024,9 Oct 2024,D
2024-11-06,2024-11-13,E
4 December 2024,20 December 2024,F
"""


def page(client: Client, address: str = PUBLIC, **sent: Any) -> str:
    answer = client.post(address, sent)
    assert answer.status_code == 200
    return answer.content.decode()


@pytest.fixture
def clerk(client: Client, council: Council) -> Client:
    client.force_login(council.who(Role.DEMOCRATIC_SERVICES), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_page_answers_with_the_rule_what_it_explains_and_what_it_does_not(client: Client) -> None:
    found = page(client, pasted=HOLIDAYS)

    assert "5 working days from publication, counting that day." in found
    assert "It explains 5 of 6 past decisions." in found
    assert "<strong>F</strong>, listed on Friday 20 December 2024" in found
    assert "What it does not explain" in found
    assert "Count a date by this rule" in found
    assert "published=" in found.split("Count a date")[0].rsplit("href=", 1)[1]


def test_the_link_to_the_clock_counts_a_date_by_the_proposed_rule(client: Client) -> None:
    found = page(client, pasted=HOLIDAYS)
    address = found.split("Count a date")[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")

    counted = client.get(address)

    assert counted.status_code == 200
    assert "There is a problem" not in counted.content.decode()
    assert "counts: day 1 of 5" in counted.content.decode()


def test_a_few_plain_decisions_have_rivals_and_the_decision_that_would_decide(client: Client) -> None:
    found = page(client, pasted="3 July 2024, 11 July 2024\n10 July 2024, 18 July 2024")

    assert "fit as well" in found or "fits as well" in found
    assert "One more decision would decide." in found
    assert "These are few cases" in found


def test_each_line_that_cannot_be_used_is_shown_with_its_sentence_and_everything_typed_stays(client: Client) -> None:
    pasted = f"{HOLIDAYS}31 June 2024,9 July 2024,G\n3 July,9 July 2024,H\n-,9 July 2024,I"

    found = page(client, pasted=pasted)

    assert "3 lines could not be used" in found
    assert "31 June 2024 is not a day of the calendar" in found
    assert "“3 July” has no year." in found
    assert "neither a date of publication nor of decision" in found
    assert "31 June 2024,9 July 2024,G" in found.split("<textarea")[1]


def test_where_no_line_can_be_used_there_is_no_proposal(client: Client) -> None:
    found = page(client, pasted="hello\nSaturday 3 July 2024, 11 July 2024")

    assert "None of the lines could be used" in found
    assert "Wednesday 3 July 2024 is not a Saturday" in found


def test_a_file_of_json_lines_is_read_and_stands_in_the_box_from_then(client: Client) -> None:
    rows = [{"published": "2025-04-11", "listed": "2025-04-18"}, {"published": "2019-08-21", "listed": "2019-08-29"}]
    data = "".join(json.dumps(row) + "\n" for row in rows).encode()

    found = page(client, file=SimpleUploadedFile("past.jsonl", data), pasted="")

    assert "It explains 2 of 2 past decisions." in found
    assert "2019-08-29" in found.split("<textarea")[1]


@pytest.mark.parametrize(
    ("sent", "sentence"),
    [
        ({}, "Paste some past decisions, or choose a file with them."),
        ({"pasted": "   "}, "Paste some past decisions, or choose a file with them."),
        ({"pasted": "3 July 2024, 11 July 2024\n" * 400}, "Give at most 300 decisions"),
        ({"file": b""}, "There is no past decision in it."),
        ({"file": b"\x00\x01\x02"}, "The file is neither a table nor lines of text."),
        ({"file": b"x" * 1_000_001}, "The file is larger than 1 MB."),
    ],
)
def test_what_cannot_be_read_at_all_is_told_in_the_error_summary(
    client: Client, sent: dict[str, Any], sentence: str
) -> None:
    if "file" in sent:
        sent = {"file": SimpleUploadedFile("past.csv", sent["file"])}

    found = page(client, **sent)

    assert "There is a problem" in found
    assert sentence in found


def test_words_that_are_markup_are_shown_as_words(client: Client) -> None:
    found = page(client, pasted="<script>alert(1)</script> 3 July 2024, 20 July 2024")

    assert "<script>alert(1)" not in found
    assert "&lt;script&gt;alert(1)" in found


def test_use_this_rule_opens_the_form_filled_in_and_nothing_is_saved(clerk: Client, council: Council) -> None:
    found = page(clerk, LEARN, pasted=HOLIDAYS)
    address = found.split("Use this rule")[0].rsplit('href="', 1)[1].split('"')[0].replace("&amp;", "&")

    form = clerk.get(address).content.decode()

    assert "This is the rule your past decisions show." in form
    assert 'name="first_day_counts" type="radio" value="yes" checked' in form
    assert rulebooks.rulebook_of(council.workspace.gss).is_empty


def test_a_policy_officer_learns_the_rule_and_is_told_who_may_enter_it(client: Client, council: Council) -> None:
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")

    found = page(client, LEARN, pasted=HOLIDAYS)

    assert "It explains 5 of 6 past decisions." in found
    assert "Use this rule" not in found
    assert "Democratic services or the monitoring officer can enter it." in found


def test_a_stranger_is_refused_the_page_of_the_workspace(client: Client, council: Council) -> None:
    client.force_login(council.stranger(), backend="django.contrib.auth.backends.ModelBackend")

    assert client.get(LEARN).status_code == 403


def test_a_rule_that_changed_is_shown_span_by_span_and_used_from_its_first_day(clerk: Client) -> None:
    five = [("3 July 2019", "11 July 2019"), ("2 Oct 2019", "10 Oct 2019"), ("6 Nov 2019", "14 Nov 2019")]
    five += [("5 Feb 2020", "13 Feb 2020"), ("4 Mar 2020", "12 Mar 2020"), ("2 Sep 2020", "10 Sep 2020")]
    three = [("5 July 2023", "11 July 2023"), ("4 Oct 2023", "10 Oct 2023"), ("8 Nov 2023", "14 Nov 2023")]
    three += [("7 Feb 2024", "13 Feb 2024"), ("6 Mar 2024", "12 Mar 2024"), ("4 Sep 2024", "10 Sep 2024")]

    found = page(clerk, LEARN, pasted="\n".join(f"{one}, {other}" for one, other in five + three))

    assert "The rule seems to have changed" in found
    assert "3 July 2019 to 2 September 2020" in found
    assert "valid_from=2023-07-05" in found
