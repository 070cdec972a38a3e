"""What the plan rests on, whether it covers the letter, how it is set out, and measures picked from the library."""

from __future__ import annotations

import pytest
from django.test import Client

from moothall.apps.plans import actions, queries
from moothall.apps.plans.models import Answer, Draft, Objective
from moothall.domain.plans import Layout
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW
from tests.people import ROUND, Council

pytestmark = pytest.mark.django_db
BACKEND = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def at(council: Council) -> str:
    council.written()
    return f"/council/{council.round_.slug}/{council.workspace.slug}/plan/"


def signed_in(council: Council, role: Role) -> Client:
    client = Client()
    client.force_login(council.who(role), backend=BACKEND)
    return client


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_the_coverage_page_says_what_became_of_every_question_by_whom_and_how_long_it_is(
    council: Council, at: str
) -> None:
    page = text(signed_in(council, Role.CHIEF_EXECUTIVE), f"{at}coverage")

    assert "4 of 5 questions are settled." in page
    assert "It is reported each quarter already." in page
    assert "Ines Harcombe, Thu" in page
    assert "Members oversee and endorse the plan." in page
    assert "Measured on the PDF" in page
    assert "Answer it" not in page, "who may not write is offered nothing to write"


def test_what_is_said_of_a_requirement_stands_in_the_plan_and_on_the_coverage_page(council: Council, at: str) -> None:
    client = signed_in(council, Role.POLICY_OFFICER)
    said = {"status": "answered", "text": "Cabinet endorsed it on 11 July.", "revision": "0"}

    answer = client.post(f"{at}requirements/endorsement", said)

    assert answer.headers["Location"].endswith("/plan/coverage")
    assert "Cabinet endorsed it on 11 July." in text(client, f"{at}coverage")
    draft = queries.draft(council.workspace)
    assert draft is not None
    assert [one.question for one in queries.plan(draft, ROUND).requirements] == ["endorsement"]
    assert not any(one.question == "endorsement" for one in queries.plan(draft, ROUND).answers)


def test_an_answer_saved_over_anothers_keeps_both_in_sight(council: Council, at: str) -> None:
    client = signed_in(council, Role.POLICY_OFFICER)
    client.post(f"{at}requirements/endorsement", {"status": "answered", "text": "Theirs.", "revision": "0"})

    page = client.post(f"{at}requirements/endorsement", {"status": "answered", "text": "Mine.", "revision": "0"})

    assert "Theirs." in page.content.decode() and "Mine." in page.content.decode()
    assert Answer.objects.get(question="endorsement").text == "Theirs."


def test_a_document_says_what_it_supports_and_whether_it_is_adopted(council: Council, at: str) -> None:
    client = signed_in(council, Role.POLICY_OFFICER)
    client.post(
        f"{at}further/documents/add",
        {"title": "Our four years", "kind": "corporate_plan", "address": "https://ambermere.example/plan",
         "standing": "adopted", "standing_on_day": "21", "standing_on_month": "2", "standing_on_year": "2024",
         "supports": ["T1.Q1", "technology_data"]},
    )  # fmt: skip

    page = text(client, f"{at}further")

    assert "Adopted, 21 February 2024" in page
    assert "Supports What changed, Technology and data." in page
    assert "Our four years" in text(client, f"{at}coverage")


def test_a_document_with_no_web_address_keeps_what_was_typed(council: Council, at: str) -> None:
    client = signed_in(council, Role.POLICY_OFFICER)

    page = client.post(f"{at}further/documents/add", {"title": "Our four years", "address": "javascript:alert(1)"})

    assert page.status_code == 200
    assert "Our four years" in page.content.decode()
    assert queries.draft(council.workspace).linkeddocument_set.count() == 0  # type: ignore[union-attr]


def test_an_objective_is_changed_and_taken_out_like_anything_else(council: Council, at: str) -> None:
    client = signed_in(council, Role.POLICY_OFFICER)
    client.post(f"{at}further/objectives/add", {"title": "A fair town"})

    client.post(f"{at}items/O1", {"title": "A fairer town", "source": "Our four years, page 3", "revision": "1"})
    changed = Objective.objects.get()
    client.post(f"{at}items/O1/remove")

    assert changed.title == "A fairer town"
    assert Objective.objects.get().removed_at is not None
    assert "No objectives yet." in text(client, f"{at}further")


def test_switching_the_layout_and_back_changes_no_word(council: Council, at: str) -> None:
    client = signed_in(council, Role.POLICY_OFFICER)
    before = queries.plan(queries.draft(council.workspace), ROUND)  # type: ignore[arg-type]

    client.post(f"{at}layout", {"layout": "own", "length_reason": "", "revision": "1"})
    page = text(client, f"{at}layout")
    client.post(f"{at}layout", {"layout": "narrative", "length_reason": "", "revision": "2"})

    assert "We moved three offices into one." in page
    assert queries.plan(queries.draft(council.workspace), ROUND) == before  # type: ignore[arg-type]


@pytest.mark.parametrize("kind", ["pdf", "docx"])
def test_every_layout_comes_as_a_file(council: Council, at: str, kind: str) -> None:
    client = signed_in(council, Role.REPORT_AUTHOR)

    files = {one: client.get(f"{at}layout/{one.value}.{kind}") for one in Layout}

    assert all(one.status_code == 200 and len(one.content) > 1000 for one in files.values())


def test_a_kept_version_freezes_layout_and_everything_further(council: Council, at: str) -> None:
    by = council.who(Role.POLICY_OFFICER)
    draft = Draft.objects.get()
    actions.add_item(draft=draft, into="own-points", title="Our coast", text="It moves.", by=by, at=NOW)
    actions.set_out(draft=draft, layout=Layout.QUESTIONS, length_reason="The coast.", revision=1, by=by, at=NOW)

    version = actions.keep_version(workspace=council.workspace, round_=ROUND, name="With the coast", by=by, at=NOW)

    frozen = queries.frozen(version)
    assert (frozen.layout, frozen.length_reason) == (Layout.QUESTIONS, "The coast.")
    assert [one.title for one in frozen.own_points] == ["Our coast"]


def test_a_measure_is_found_in_the_library_by_its_words_and_comes_filled_in(council: Council, at: str) -> None:
    client = signed_in(council, Role.POLICY_OFFICER)

    page = text(client, f"{at}measures/library?q=agency+PAY")
    form = text(client, f"{at}measures/add?library_id=K03&title=Spending+on+agency+staff")

    assert "K03." in page and "K05." not in page
    assert 'value="Spending on agency staff"' in form
    assert "No measure has all of these words." in text(client, f"{at}measures/library?q=zeppelin")


def test_a_commitment_names_the_objective_it_serves(council: Council, at: str) -> None:
    client = signed_in(council, Role.POLICY_OFFICER)
    client.post(f"{at}further/objectives/add", {"title": "A fair town"})
    said = {"theme": "transformation", "title": "Open at six", "status": "planned", "objective": "O1"}

    client.post(f"{at}commitments/add", said)

    assert "Served by Open at six." in text(client, f"{at}further")


def test_whatever_is_typed_wrongly_is_told_in_a_sentence_with_everything_still_there(council: Council, at: str) -> None:
    client = signed_in(council, Role.POLICY_OFFICER)
    typed = "Words that somebody typed"
    document = {"title": typed, "kind": "strategy", "address": "https://a.example/x", "standing": "adopted"}
    figure = {"title": typed, "value": "1", "unit": "days", "period": "2024", "kind": "actual", "source": "Report",
              "recurrence": "unsaid"}  # fmt: skip
    days = {"standing_on_day": "1", "standing_on_month": "2", "standing_on_year": "2999"}
    long = typed + "." * 2000
    faults = [
        ("further/documents/add", document | {"supports": "C99"}, "What it supports"),
        ("further/documents/add", document | days, "is still to come"),
        ("further/documents/add", document | days | {"standing_on_year": "MMXX"}, "not a date"),
        ("further/documents/add", document | {"address": "http://["}, "The web address must"),
        ("further/figures/add", figure | {"about": "C99"}, "What it belongs to"),
        ("further/figures/add", figure | {"value": "1" * 61}, "60 characters or fewer"),
        ("further/sections/add", {"title": typed, "items": ["T1.Q1", "T9.Q9"]}, "What stands in it"),
        ("layout", {"layout": "sideways", "length_reason": typed, "revision": "1"}, "Set the plan out as"),
        ("layout", {"layout": "table", "length_reason": typed, "revision": "0"}, "Someone else changed this"),
        ("layout", {"layout": "table", "length_reason": typed, "revision": "x"}, ""),
        ("layout", {"layout": "table", "length_reason": long, "revision": "1"}, "characters or fewer"),
        ("items/B1", {"title": "x" * 301, "ask": typed, "revision": "x"}, "300 characters or fewer"),
    ]  # fmt: skip

    for address, said, sentence in faults:
        page = client.post(f"{at}{address}", said).content.decode()

        assert "There is a problem" in page, (address, sentence)
        assert sentence in page.split("govuk-error-summary__body")[1].split("</ul>")[0]
        assert typed in page.split("</h1>")[1]


def test_what_leans_on_a_thing_taken_out_meanwhile_is_refused_by_its_key(council: Council, at: str) -> None:
    draft, by = queries.draft(council.workspace), council.who(Role.POLICY_OFFICER)
    assert draft is not None
    barrier = queries.item(draft, "B1")
    actions.remove_item(item=barrier, by=by, at=NOW)

    with pytest.raises(Refusal, match="B1 is not in the plan any more"):
        actions.add_item(draft=draft, into="sections", title="Barriers", items=["T4.Q1", "B1"], by=by, at=NOW)
    with pytest.raises(Refusal, match="was taken out of the plan"):
        actions.change_item(item=barrier, revision=1, title="Again", by=by, at=NOW)


def test_the_page_of_a_long_plan_does_not_wait_for_its_pages_to_be_measured(council: Council, at: str) -> None:
    client = signed_in(council, Role.POLICY_OFFICER)
    said = {"status": "answered", "text": "We let two offices to a neighbour. " * 600, "revision": "1"}
    client.post(f"{at}questions/T1.Q1", said)

    before = text(client, at)
    part = client.get(f"{at}length", headers={"X-Part": "part"}).content.decode()
    after = text(client, at)

    assert "About" in before.split("mh-meter")[1][:3000] and "Measure it on the PDF" in before
    assert f'data-part="{at}length"' in before
    assert "<html" not in part and "of 4 pages" in part and "About" not in part
    assert "Measure it on the PDF" not in after, "it is known now"
    assert client.get(f"{at}length").headers["Location"] == at
