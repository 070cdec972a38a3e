"""Standard wordings: keeping them, and what is offered where somebody writes."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from django.test import Client
from django.urls import reverse

from moothall.apps.plans import actions as plans
from moothall.apps.plans import queries as plan_queries
from moothall.apps.statements import actions as statements
from moothall.apps.statements.models import StatementRead
from moothall.apps.wordings import actions as wordings
from moothall.apps.wordings import queries as kept
from moothall.domain.fingerprints import plain
from moothall.domain.plans import AnswerStatus
from moothall.domain.roles import Role
from moothall.domain.statements import Level, SectionFound
from moothall.domain.wordings import Extent
from tests.apps.deeds import APPROVED, NOW, kept_wording, read_as_plan
from tests.people import ROUND, Council, council_in

pytestmark = pytest.mark.django_db
DUTY = APPROVED["text"]
DAYS = {"approved_on_day": "21", "approved_on_month": "2", "approved_on_year": "2024"}


def signed_in(here: Council, role: Role = Role.POLICY_OFFICER) -> Client:
    client = Client()
    client.force_login(here.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def at(here: Council, name: str, *more: object) -> str:
    return reverse(f"council:{name}", args=(here.round_.slug, here.workspace.slug, *more))


def box(page: str) -> str:
    """What stands in the box of the answer."""
    return page.split('name="text"')[1].split(">", 1)[1].split("</textarea>")[0]


def test_a_wording_is_kept_renewed_and_taken_back_and_every_version_stays(council: Council) -> None:
    client = signed_in(council)
    said = {"title": "Equality duty", "serves": "theme:transformation", "text": DUTY, "approved_by": "L Rusk", **DAYS}

    client.post(at(council, "add_wording"), said)
    client.post(at(council, "renew_wording", 1), {**said, "text": "Due regard is had.", "seen": "1"})
    late = client.post(at(council, "renew_wording", 1), {**said, "text": "Too late.", "seen": "1"})
    client.post(at(council, "take_back_wording", 1), {"why": "The duty is worded anew."})

    assert "Someone put a newer version in its place" in late.content.decode()
    assert "Too late." in late.content.decode()
    newest, first = kept.versions(council.workspace.gss, 1)
    assert (newest.text, newest.taken_back_why, first.text) == ("Due regard is had.", "The duty is worded anew.", DUTY)
    page = client.get(at(council, "wording", 1)).content.decode()
    assert "Taken back" in page and "Version 1" in page and DUTY in page


WRONG: dict[str, dict[str, str]] = {
    "is still to come": {"approved_on_year": "2099"},
    "31 2 2024 is not a date": {"approved_on_day": "31"},
    "not after its approval": {"review_on_day": "20", "review_on_month": "2", "review_on_year": "2024"},
    "What it is for": {"serves": "theme:no-such"},
    "200": {"title": "x" * 201},
}


def test_a_wording_that_cannot_be_kept_says_why_and_keeps_what_was_typed(council: Council) -> None:
    said = {"title": "Equality duty", "serves": "theme:transformation", "text": DUTY, "approved_by": "L Rusk", **DAYS}
    client = signed_in(council)

    pages = {
        sentence: client.post(at(council, "add_wording"), said | wrong).content.decode()
        for sentence, wrong in WRONG.items()
    }

    told = {sentence: page.split("govuk-error-summary__body")[-1].split("</ul>")[0] for sentence, page in pages.items()}
    assert [sentence for sentence in WRONG if sentence not in told[sentence]] == []
    assert all(DUTY in page for page in pages.values())
    assert kept.wordings(council.workspace.gss) == []


def test_a_wording_is_offered_under_its_theme_put_after_what_stands_and_saved_by_nobody(council: Council) -> None:
    council.written()
    kept_wording(council)
    client = signed_in(council)

    under = client.get(at(council, "question", "T1.Q1")).content.decode()
    elsewhere = client.get(at(council, "question", "T2.Q1")).content.decode()
    used = client.get(at(council, "question", "T1.Q1") + "?use=wording-1-1").content.decode()

    assert "approved by Lena Rusk, Monitoring officer on Wednesday 21 February 2024" in under
    assert "Words you may use" not in elsewhere
    assert DUTY not in box(under)
    assert box(used).strip().startswith("We moved three offices into one.") and box(used).strip().endswith(DUTY)
    draft = plan_queries.draft(council.workspace)
    assert draft is not None
    assert DUTY not in plan_queries.plan(draft, council.round_).answers[0].text


def test_where_a_wording_was_used_is_read_from_the_record(council: Council) -> None:
    council.written()
    row = kept_wording(council)
    draft, by = plan_queries.draft(council.workspace), council.who(Role.POLICY_OFFICER)
    assert draft is not None

    def answer(text: str, revision: int) -> Extent:
        plans.answer_question(
            draft=draft, question="T1.Q2", status=AnswerStatus.ANSWERED, text=text, revision=revision, by=by, at=NOW
        )
        (use,) = kept.uses([row])
        assert (use.section, use.by_name, use.at) == ("T1.Q2", by.name, NOW)
        return use.now

    assert answer(f"More will come.\n\n{DUTY.upper()}", 0) is Extent.ALL
    assert answer("More will come.", 1) is Extent.NONE
    page = signed_in(council).get(at(council, "wording", 1)).content.decode()
    assert "Stands there no longer" in page


def test_last_rounds_answer_to_the_question_of_this_name_is_offered_with_where_it_is_from(council: Council) -> None:
    council.written()
    later = replace(ROUND, slug="later-plans", letter_on=date(2025, 4, 16), deadline_on=date(2025, 7, 18))
    next_year = council_in(council, later)
    plans.begin_plan(workspace=next_year.workspace, title="Plan 2025", by=None, at=datetime(2025, 5, 1, tzinfo=UTC))
    client = signed_in(next_year)

    page = client.get(at(next_year, "question", "T1.Q1")).content.decode()
    used = client.get(at(next_year, "question", "T1.Q1") + "?use=before-T1.Q1").content.decode()
    earlier = signed_in(council).get(at(council, "question", "T1.Q1")).content.decode()

    assert "From our plan of Savings Plans, version 1, for Cabinet." in page
    assert "It saved £140,000 a year." in box(used) and "It saved" not in box(page)
    assert "Last round" not in earlier


def test_a_wording_for_an_implication_goes_into_the_row_of_its_kind(council: Council) -> None:
    client = signed_in(council, Role.REPORT_AUTHOR)
    client.post(at(council, "begin_report"), {"house_template": "plain"})
    for serves in ("field:implications.equalities", "field:reasons"):
        wordings.add_wording(
            workspace=council.workspace, **APPROVED | {"serves": serves}, by=council.who(Role.POLICY_OFFICER), at=NOW
        )

    rows = client.get(at(council, "report_field", "implications") + "?use=wording-1-1").content.decode()
    reasons = client.get(at(council, "report_field", "reasons") + "?use=wording-2-1").content.decode()

    assert '<option value="equalities" selected>' in rows and DUTY in rows.split("</textarea>")[0]
    assert DUTY in reasons.split("</textarea>")[0]


def test_only_a_part_of_a_document_that_a_person_confirmed_is_offered_with_its_page(council: Council) -> None:
    council.written()
    read_as_plan(council)
    row = StatementRead.objects.get()
    row.kind, row.value = "section", plain(SectionFound("What changed", Level.QUESTION, text="Three offices are one."))
    row.save()
    client = signed_in(council)

    unconfirmed = client.get(at(council, "question", "T1.Q1")).content.decode()
    statements.accept_statements(statements=[row], by=council.who(Role.POLICY_OFFICER), at=NOW)
    confirmed = client.get(at(council, "question", "T1.Q1")).content.decode()

    assert "Words you may use" not in unconfirmed
    assert "From plan.txt, page 1, confirmed by Ines Harcombe." in confirmed and "Three offices are one." in confirmed
