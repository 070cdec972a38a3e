"""What this plan says, as pages: every statement under its question, the answers to each, and the council's plan."""

from __future__ import annotations

import re
from typing import Any

import pytest
from django.test import Client
from playwright.sync_api import Page

from moothall.apps.plans import queries as plans
from moothall.apps.statements import actions
from moothall.apps.statements.models import PlanReading
from moothall.domain.roles import Role
from moothall.web.components.fields import DayField
from moothall.web.council.forms.plan_content import form_for
from tests import browsing
from tests.apps.intake.brought_in import FORMATS, NOON, bring
from tests.apps.statements.plan_brought_in import PLAN, a_council, accept_all, again, one, read
from tests.people import Council

pytestmark = pytest.mark.django_db


def signed_in(here: Council, role: Role) -> Client:
    client = Client()
    client.force_login(here.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def words(answer: Any) -> str:
    return " ".join(answer.content.decode().split())


def page_of(reading: PlanReading, more: str = "") -> str:
    workspace = reading.workspace
    return f"/council/{workspace.round_slug}/{workspace.slug}/documents/{reading.upload_id}/content{more}"


@pytest.fixture
def here(db: None) -> Council:
    return a_council()


@pytest.fixture
def reading(here: Council) -> PlanReading:
    return read(here)


@pytest.fixture
def officer(here: Council) -> Client:
    return signed_in(here, Role.POLICY_OFFICER)


def test_a_plan_is_read_when_asked_and_the_page_looks_again_by_itself(here: Council, officer: Client) -> None:
    upload = bring(here, PLAN.encode(), "plan.txt")
    address = f"/council/{here.round_.slug}/{here.workspace.slug}/documents/{upload.pk}/content"

    first = officer.get(address)
    officer.post(f"{address}/read")
    waits = officer.get(address)
    officer.post(f"{address}/stop")

    assert "has not been read as a plan yet" in words(first)
    assert waits["Refresh"] == "3"
    assert "Your plan is being read" in words(waits)
    assert "was stopped" in words(officer.get(address))


def test_every_statement_stands_under_its_question_and_the_rest_is_named(officer: Client, reading: PlanReading) -> None:
    text = words(officer.get(page_of(reading)))

    assert f"We found {reading.statements.count()} statements on 1 page." in text
    assert re.search(r'id="at-T1\.Q2".*?How productivity is measured', text)
    assert "Words of the Minister, of government" in text
    assert "Trade union facility time is answered elsewhere" in text
    assert "5 questions without an answer" in text
    assert text.count("<h1") == 1


def test_an_answer_leads_to_the_next_statement_and_the_last_one_to_the_page(
    officer: Client, here: Council, reading: PlanReading
) -> None:
    rows = list(reading.statements.all())
    last = one(reading, "ask")
    actions.accept_statements(
        statements=[row for row in rows[1:] if row.pk != last.pk], by=here.who(Role.POLICY_OFFICER), at=NOON
    )

    first = officer.post(page_of(reading, f"/{rows[0].pk}/answer"), {"verdict": "accepted"})
    then = officer.post(page_of(reading, f"/{last.pk}/answer"), {"verdict": "rejected"})

    assert first["Location"] == page_of(reading, f"/{last.pk}#statement")
    assert then["Location"] == page_of(reading)
    assert again(reading).statements.get(pk=last.pk).verdict == "rejected"


def test_a_statement_is_shown_with_its_words_marked_on_the_page(officer: Client, reading: PlanReading) -> None:
    row = one(reading, "commitment", "offices")

    text = words(officer.get(page_of(reading, f"/{row.pk}")))

    assert "Does the plan say this?" in text
    assert re.search(r"<mark data-open>We moved .*?<mark data-open> into one in 2021", text)
    assert "Found in a sentence" in text


def test_a_correction_keeps_what_was_typed_where_it_is_wrong_and_what_was_read_beside_it(
    officer: Client, reading: PlanReading
) -> None:
    row = one(reading, "commitment", "benefits")
    address = page_of(reading, f"/{row.pk}/correct")
    given = {"revision": "0", "text": "Move benefits", "status": "planned", "whose": "others", "place": "T3.Q6"}

    wrong = words(officer.post(address, given))
    officer.post(address, {**given, "whose": "ours", "who": "Head of Benefits"})

    assert "Write who says it, as the document names them." in wrong
    assert ">Move benefits</textarea>" in wrong
    held = again(reading).statements.get(pk=row.pk)
    assert (held.verdict, held.to_value().place) == ("corrected", ("wasteful_spend", "T3.Q6"))
    assert "We read: We will move benefits" in words(officer.get(page_of(reading, f"/{row.pk}")))


def test_what_somebody_else_said_meanwhile_is_shown_and_nothing_is_lost(
    officer: Client, here: Council, reading: PlanReading
) -> None:
    row = one(reading, "commitment", "benefits")
    given = {"revision": "0", "text": "My words", "status": "planned", "whose": "ours", "place": ""}
    actions.reject_statements(statements=[row], by=here.who(Role.REPORT_AUTHOR), at=NOON)

    told = words(officer.post(page_of(reading, f"/{row.pk}/correct"), given))

    assert "Piers Tolland answered for this statement while you were writing." in told
    assert ">My words</textarea>" in told
    assert 'name="revision" value="1"' in told


def test_a_form_that_is_saved_as_it_was_opened_changes_no_kind_of_statement(
    here: Council, reading: PlanReading
) -> None:
    changed = []
    for row in reading.statements.all():
        value = row.to_value()
        given = sent(form_for(value, None, round_=here.round_, revision=0))
        form = form_for(value, given, round_=here.round_, revision=0)
        assert form.is_valid(), (row.kind, form.errors)
        if form.corrected(value, here.round_) != value:
            changed.append(row.kind)

    assert len({row.kind for row in reading.statements.all()}) >= 9
    assert changed == []


def sent(form: Any) -> dict[str, Any]:
    """What a browser sends of a form nobody touched."""
    given: dict[str, Any] = {}
    for bound in form:
        held = bound.value()
        if isinstance(bound.field, DayField):
            parts = bound.field.widget.decompress(held)
            given |= dict(zip((f"{bound.html_name}_{at}" for at in ("day", "month", "year")), parts, strict=True))
        elif held is not None:
            given[bound.html_name] = held
    return given


def test_a_statement_is_moved_to_another_question(officer: Client, reading: PlanReading) -> None:
    row = one(reading, "section", "Technology")

    officer.post(page_of(reading, f"/{row.pk}/move"), {"revision": "0", "place": "T2.Q4"})

    held = again(reading).statements.get(pk=row.pk)
    assert (held.verdict, held.to_value().place) == ("moved", ("technology_data", "T2.Q4"))


def test_what_is_left_under_a_question_is_accepted_together_but_only_what_was_shown(
    officer: Client, here: Council, reading: PlanReading
) -> None:
    seen = words(officer.get(page_of(reading, "/under/barriers")))
    asked = words(officer.get(page_of(reading, "/under/T4.Q1")))
    shown = re.findall(r'name="shown" value="(\d+)"', asked)

    officer.post(page_of(reading, "/under/T4.Q1"), {"shown": shown})

    assert "What stands in our way" in seen
    assert "Single-year settlements" in asked
    assert {str(row.pk) for row in again(reading).statements.exclude(verdict="")} == set(shown)


def test_the_document_does_not_say_is_a_word_of_a_person(officer: Client, reading: PlanReading) -> None:
    officer.post(page_of(reading, "/under/T1.Q6/not-said"))
    officer.post(page_of(reading, "/under/T3.Q5/not-said"))

    text = words(officer.get(page_of(reading)))
    assert text.count("It does not say") == 1
    assert "Ines Harcombe said so" in text
    assert "Something was found under this question" in text


def test_what_would_be_added_is_shown_and_then_put_in_with_where_it_came_from(
    officer: Client, here: Council, reading: PlanReading
) -> None:
    accept_all(here, reading)
    address = page_of(reading, "/plan")

    before = words(officer.get(address))
    shown = re.findall(r'name="shown" value="([\w-]+)"', before)
    after = words(officer.post(address, {"shown": shown}, follow=True))
    item = words(officer.get(f"/council/{here.round_.slug}/{here.workspace.slug}/plan/items/C1"))

    draft = plans.draft(here.workspace)
    assert draft is not None
    assert f"{len(shown)} things would be added to the plan; 1 still wants something." in before
    assert f"{len(shown)} things are in the plan now." in after
    assert "Nothing more would be added" in after
    assert "Where it came from" in item
    assert "plan.txt, page 1" in item


def test_another_council_s_plan_brings_a_remark_and_nothing_to_put_in(officer: Client, here: Council) -> None:
    reading = accept_all(here, read(here, PLAN.replace("Ambermere District", "Harlow District").encode()))

    page, put = words(officer.get(page_of(reading))), officer.get(page_of(reading, "/plan"))

    assert "Another council’s plan" in page
    assert "Put into our plan</a>" not in page
    assert "Nothing is put in: this is the plan of Harlow" in words(put)
    assert officer.post(page_of(reading, "/plan"), {"shown": "x"}).status_code == 409
    assert plans.draft(here.workspace) is None


@pytest.mark.parametrize("role", [Role.DEMOCRATIC_SERVICES, Role.CHIEF_EXECUTIVE])
def test_others_of_the_council_may_look_and_are_offered_no_deed(
    here: Council, reading: PlanReading, role: Role
) -> None:
    client, row = signed_in(here, role), one(reading, "ask")

    text = words(client.get(page_of(reading))) + words(client.get(page_of(reading, f"/{row.pk}")))

    assert "What this plan says" in text
    assert "That is right" not in text
    assert "The document does not say" not in text
    assert client.post(page_of(reading, f"/{row.pk}/answer"), {"verdict": "accepted"}).status_code == 403
    assert client.get(page_of(reading, f"/{row.pk}/correct")).status_code == 403
    assert client.post(page_of(reading, "/plan")).status_code == 403


def test_a_report_author_answers_and_is_told_who_puts_it_into_the_plan(here: Council, reading: PlanReading) -> None:
    reading = accept_all(here, reading)
    author = signed_in(here, Role.REPORT_AUTHOR)

    assert "A policy officer puts them into the plan." in words(author.get(page_of(reading, "/plan")))
    assert author.post(page_of(reading, "/plan")).status_code == 403


def test_a_stranger_sees_nothing_of_it(here: Council, reading: PlanReading) -> None:
    client = Client()
    client.force_login(here.stranger(), backend="django.contrib.auth.backends.ModelBackend")

    assert client.get(page_of(reading)).status_code == 403


# The page asks the database as often for a plan of many statements as for one of few.
def test_the_page_asks_the_database_a_fixed_number_of_times(
    officer: Client, reading: PlanReading, django_assert_max_num_queries: Any
) -> None:
    with django_assert_max_num_queries(22):
        officer.get(page_of(reading))


# In a real browser


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_and_an_officer_answers_and_puts_in_with_the_keyboard_alone(
    live_server: Any, page: Page
) -> None:
    here = a_council()
    reading = read(here, FORMATS["pdf"](PLAN), "plan.pdf")
    row, fig = one(reading, "commitment", "benefits"), one(reading, "figure")
    browsing.sign_in(page, live_server.url, here.who(Role.POLICY_OFFICER))
    faults = []

    page.goto(live_server.url + page_of(reading, f"/{row.pk}"))
    page.get_by_role("button", name="That is right").focus()
    page.keyboard.press("Enter")
    page.wait_for_url(re.compile(rf"/content/(?!{row.pk}#)\d+#statement$"))
    faults += browsing.faults(page, "content-statement")
    for name, more in {
        "content": "",
        "content-text": f"/{row.pk}?text",
        "content-correct": f"/{fig.pk}/correct",
        "content-move": f"/{row.pk}/move",
        "content-rest": "/under/transformation",
        "content-put": "/plan",
    }.items():
        page.goto(live_server.url + page_of(reading, more))
        faults += browsing.faults(page, name)
    page.get_by_role("button", name="Put these into our plan").focus()
    page.keyboard.press("Enter")
    page.get_by_text("1 thing is in the plan now").wait_for()

    assert faults == []
    draft = plans.draft(here.workspace)
    assert draft is not None
    assert [one_.title for one_ in draft.commitment_set.all()]
