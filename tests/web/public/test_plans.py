"""Published plans: the list, the page, its files, its versions, and what a withdrawal leaves."""

import csv
import io
import json
from datetime import UTC, date, datetime
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from moothall.apps.plans import actions as writing
from moothall.apps.plans import queries as plans
from moothall.apps.progress import actions as progress
from moothall.apps.publications import actions as publications
from moothall.documents.exchange import plan_json
from moothall.documents.reading.attachments import plan_inside
from moothall.domain.decisions import Verb
from moothall.domain.fingerprints import fingerprint
from moothall.domain.plans import Layout
from moothall.domain.progress import MilestoneState
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db

PAGE = "/plans/savings-plans/ambermere/"
LATER = datetime(2024, 10, 10, 9, tzinfo=UTC)


def _text(client: Client, address: str = PAGE) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_list_is_empty_in_words_where_nothing_is_published(client: Client, council: Council) -> None:
    assert "No plan is published here yet." in _text(client, "/plans/")


def test_the_list_names_the_round_and_the_council(client: Client, council: Council) -> None:
    council.published()

    text = _text(client, "/plans/")
    assert "Savings Plans" in text
    assert "Ambermere District Council" in text
    assert "Approved and endorsed by Cabinet on Thursday 11 July 2024." in text


def test_no_page_stands_for_a_plan_that_is_not_published(client: Client, council: Council) -> None:
    council.decided()

    assert client.get(PAGE).status_code == 404
    assert client.get(PAGE + "v1/plan.json").status_code == 404
    assert client.get(PAGE + "measures.csv").status_code == 404


def test_the_page_says_who_decided_in_a_sentence_and_wears_the_council_s_colour(
    client: Client, council: Council
) -> None:
    council.published()

    text = _text(client)
    assert "Savings Plan 2024" in text
    assert "Approved and endorsed by Cabinet on Thursday 11 July 2024." in text
    assert f"/colours/{council.workspace.colour[1:]}.css" in text
    assert "Ambermere and its people are invented." in text


def test_paragraphs_are_numbered_as_in_the_pdf_and_can_be_linked(client: Client, council: Council) -> None:
    council.published()

    text = _text(client)
    assert '<p id="p1" class="mh-numbered"><a class="mh-number" href="#p1">1</a>' in text
    assert text.index('id="p1"') < text.index('id="p2"') < text.index('id="p3"')


def test_a_noted_plan_is_not_said_to_be_endorsed(client: Client, council: Council) -> None:
    council.published(verbs=(Verb.NOTE,))

    text = _text(client)
    assert "Oversight: yes. Endorsement: not evident." in text
    assert "Noted by Cabinet on Thursday 11 July 2024." in text


def test_the_texts_agree_and_the_three_fingerprints_can_be_seen(client: Client, council: Council) -> None:
    council.sent()

    text = _text(client)
    mark = fingerprint(plan_json.load(client.get(PAGE + "v1/plan.json").content))
    assert "The text on this page is the text that was agreed and the text that was sent." in text
    assert text.count(mark) == 3
    assert "hash" not in text.lower().replace("#", "")


def test_readings_and_milestones_are_told_in_sentences_with_their_numbers(client: Client, council: Council) -> None:
    publication = council.published()
    measure, milestone = publication.plan["measures"][0]["key"], publication.plan["commitments"][0]["milestones"][0]
    by = council.who(Role.PERFORMANCE_MANAGER)
    for period, ends_on, value in (
        ("2022/23", date(2023, 3, 31), "4.4"),
        ("September 2024", date(2024, 9, 30), "3.3"),
    ):
        progress.record_reading(
            workspace=council.workspace,
            measure=measure,
            period=period,
            period_ends_on=ends_on,
            value=Decimal(value),
            note="Three posts are filled.",
            source="Quarter 2 report, page 6",
            by=by,
            at=LATER,
        )
    progress.update_milestone(
        workspace=council.workspace,
        milestone=milestone["key"],
        state=MilestoneState.DONE,
        words="Signed by both councils.",
        done_on=date(2024, 10, 7),
        by=by,
        at=LATER,
    )
    progress.release(workspace=council.workspace, by=by, at=LATER)

    text = _text(client)
    assert "3.3% of the pay bill in September 2024, from 5.6% in 2021/22. Three posts are filled." in text
    assert "Quarter 2 report, page 6. Lower is better." in text
    assert "3.5%, our limit" in text
    assert "Done, 7 days late" in text
    assert "Signed by both councils." in text
    assert 'role="img" aria-label="Agency spend, from 5.6% to 3.3%.' in text


def test_a_plan_without_readings_says_so(client: Client, council: Council) -> None:
    council.published()

    text = _text(client)
    assert "No reading yet. It started from 5.6% of the pay bill in 2021/22." in text
    assert "No word yet" in text


def test_the_pdf_carries_the_very_plan_of_the_page(client: Client, council: Council) -> None:
    council.published()

    pdf, data = client.get(PAGE + "v1/plan.pdf"), client.get(PAGE + "v1/plan.json")
    inside = plan_inside(pdf.content)
    assert pdf["Content-Type"] == "application/pdf"
    assert inside is not None
    assert plan_json.load(inside) == plan_json.load(data.content)


def test_measures_as_csv_cannot_start_a_formula(client: Client, council: Council) -> None:
    publication = council.published()
    progress.record_reading(
        workspace=council.workspace,
        measure=publication.plan["measures"][0]["key"],
        period="September 2024",
        period_ends_on=date(2024, 9, 30),
        value=Decimal("-0.4"),
        note="=HYPERLINK(1)",
        source="@report",
        by=council.who(Role.PERFORMANCE_MANAGER),
        at=LATER,
    )
    progress.release(workspace=council.workspace, by=None, at=LATER)

    answer = client.get(PAGE + "measures.csv")
    rows = list(csv.DictReader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert rows[0]["value"] == "-0.4"
    assert rows[0]["note"] == "'=HYPERLINK(1)"
    assert rows[0]["source"] == "'@report"


def test_a_page_that_did_not_change_is_not_sent_again(client: Client, council: Council) -> None:
    council.published()

    first = client.get(PAGE)
    again = client.get(PAGE, headers={"If-None-Match": first["ETag"]})
    assert "public" in first["Cache-Control"]
    assert first["Last-Modified"] == "Fri, 19 Jul 2024 09:00:00 GMT"
    assert "Cookie" not in first.get("Vary", "")
    assert again.status_code == 304


def test_a_corrected_plan_keeps_its_older_version_with_a_note_of_the_newer(client: Client, council: Council) -> None:
    council.published()
    publications.publish_plan(
        workspace=council.workspace,
        version=_version(council),
        round_=council.round_,
        note="A figure in paragraph 2 was corrected.",
        by=council.who(Role.POLICY_OFFICER),
        at=LATER,
    )

    assert "Corrections: 1" in _text(client)
    assert "A figure in paragraph 2 was corrected." in _text(client)
    old = _text(client, PAGE + "v1/")
    assert "This is version 1, and a newer one stands." in old
    assert 'rel="canonical" href="http://127.0.0.1:8000/plans/savings-plans/ambermere/"' in old
    assert client.get(PAGE + "v3/").status_code == 404


def test_a_withdrawn_plan_says_when_and_why_and_shows_its_words_no_more(client: Client, council: Council) -> None:
    publication = council.published()
    publications.withdraw(
        publication=publication, note="It named a resident.", by=council.who(Role.POLICY_OFFICER), at=LATER
    )

    text = _text(client)
    assert "This plan was withdrawn on Thursday 10 October 2024." in text
    assert "It named a resident." in text
    assert "three offices" not in text
    assert "How it was decided" in text
    assert client.get(PAGE + "v1/plan.json").status_code == 410
    assert client.get(PAGE + "v1/plan.pdf").status_code == 410
    assert client.get(PAGE + "measures.csv").status_code == 410
    assert "Withdrawn on Thursday 10 October 2024." in _text(client, "/plans/")


def test_social_cards_carry_the_title_and_the_decision(client: Client, council: Council) -> None:
    council.published()

    text = _text(client)
    assert '<meta property="og:title" content="Savings Plan 2024">' in text
    assert (
        '<meta property="og:description" content="Approved and endorsed by Cabinet on Thursday 11 July 2024.">' in text
    )


def test_the_data_is_a_file_of_the_published_format(client: Client, council: Council) -> None:
    council.published()

    data = json.loads(client.get(PAGE + "v1/plan.json").content)
    assert data["format"] == "moothall-plan"
    assert data["authority_name"] == "Ambermere District Council"


def _version(council: Council) -> Any:
    return plans.versions(council.workspace)[0]


def test_the_list_costs_the_same_few_queries_however_many_plans_there_are(
    client: Client, council: Council, django_assert_max_num_queries: Any
) -> None:
    council.published()

    with django_assert_max_num_queries(4):
        client.get("/plans/")


def test_a_plan_set_out_otherwise_says_so_and_leads_to_its_pdf(client: Client, council: Council) -> None:
    council.written()
    draft, by = plans.draft(council.workspace), council.who(Role.POLICY_OFFICER)
    assert draft is not None
    at = datetime(2024, 6, 21, 9, tzinfo=UTC)
    writing.set_out(draft=draft, layout=Layout.TABLE, length_reason="", revision=1, by=by, at=at)
    version = writing.keep_version(workspace=council.workspace, round_=council.round_, name="set out", by=by, at=at)
    council.published(version=version)

    text = _text(client)
    assert "The council set its plan out as tables" in text
    assert 'id="p1"' in text
