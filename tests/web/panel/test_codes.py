"""Going through passages: what is shown, what is kept, what is hidden until it is one's turn, and what leaves."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse

from moothall.apps.coding.models import Coding, Suggesting
from moothall.apps.panel.models import Passage
from moothall.domain.roles import Role
from tests.apps.coding.coded import code, passages_of, second_coder, suggest
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/panel/savings-plans/codes"


@pytest.fixture
def passages(council: Council) -> list[Passage]:
    return passages_of(council)


@pytest.fixture
def analyst(client: Client, council: Council, passages: list[Passage]) -> Client:
    client.force_login(council.who(Role.PANEL_ANALYST), backend="django.contrib.auth.backends.ModelBackend")
    return client


def text(answer: object) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())  # type: ignore[attr-defined]


def keep(client: Client, passage: Passage, query: str = "", **said: str) -> object:
    given = {"theme": "transformation", "practice": "none", "barrier": "none", **said}
    return client.post(f"{HERE}/{passage.pk}/keep{query}", given)


def test_the_list_says_how_many_are_open_and_puts_the_least_sure_suggestion_first(
    analyst: Client, passages: list[Passage]
) -> None:
    suggest(passages[0], "transformation", 0.9)
    suggest(passages[2], "wasteful_spend", 0.41)

    page = text(analyst.get(HERE))

    assert f"{len(passages)} of {len(passages)} passages are not coded yet" in page
    assert page.index("Unsure: Wasteful spend, 41%") < page.index("Very likely: How services have changed, 90%")
    assert page.index("Very likely: How services") < page.index("Nothing suggested yet")
    assert f"Suggest for {len(passages) - 2} passages" in page


@pytest.mark.parametrize(
    ("query", "count"), [("theme=wasteful_spend", 1), ("barrier=B02", 1), ("practice=P04", 0), ("theme=nonsense", 8)]
)
def test_the_list_is_filtered_by_suggested_codes(
    analyst: Client, passages: list[Passage], query: str, count: int
) -> None:
    suggest(passages[0], "wasteful_spend")
    suggest(passages[1], "barriers", barrier="B02")

    answer = analyst.get(f"{HERE}?state=open&{query}")

    assert answer.content.decode().count('class="mh-evidence"') == count


def test_a_passage_stands_between_its_neighbours_with_its_suggestion_in_words(
    analyst: Client, passages: list[Passage]
) -> None:
    why = {"reasons": [{"words": "record", "where": "text"}, {"words": "Data", "where": "heading"}]}
    why["nearest"] = {"text": "One record for all.", "likeness": 0.2}  # type: ignore[assignment]
    shares = {"wasteful_spend": 0.78, "transformation": 0.15}
    one = suggest(passages[1], "wasteful_spend", 0.78, shares=shares, why=why)

    answer = analyst.get(f"{HERE}/{passages[1].pk}")

    page = text(answer)
    assert "Likely: Wasteful spend, 78%" in page
    assert "coders give or could defend about 78" in page
    assert "Next likeliest: How services have changed, 15%" in page
    assert "Words that spoke for it: “record”, “Data” in the heading." in page
    assert "One record for all." not in page, "an example that is not near explains nothing"
    assert page.index(passages[0].text) < page.index(passages[1].text) < page.index(passages[2].text)
    assert f'name="beside" value="{one.pk}"' in answer.content.decode()
    assert " checked" not in answer.content.decode(), "no theme is chosen beforehand"


def test_what_is_kept_leads_to_the_next_passage_of_the_list(analyst: Client, passages: list[Passage]) -> None:
    answer = keep(analyst, passages[0], "?order=plan", note="Offices.")

    assert answer.status_code == 302  # type: ignore[attr-defined]
    assert answer["Location"] == f"{HERE}/{passages[1].pk}?order=plan"  # type: ignore[index]
    row = Coding.objects.get()
    assert (row.theme, row.practice, row.note, row.stands_at_id) == (
        "transformation", "none", "Offices.", passages[0].pk
    )  # fmt: skip


def test_without_a_theme_nothing_is_kept_and_what_was_typed_stays(analyst: Client, passages: list[Passage]) -> None:
    answer = keep(analyst, passages[0], theme="", note="I wonder.", practice="P14")

    page = answer.content.decode()  # type: ignore[attr-defined]
    assert "Choose a theme, or say that none fits" in page
    assert "I wonder." in page
    assert re.search(r'<option value="P14" selected', page)
    assert not Coding.objects.exists()


def test_a_suggested_practice_asks_for_an_answer(analyst: Client, passages: list[Passage]) -> None:
    suggest(passages[0], practice="P14")

    answer = keep(analyst, passages[0], practice="")

    assert "Say whether the suggested practice fits" in text(answer)
    assert not Coding.objects.exists()


def test_the_same_theme_twice_is_refused_in_a_sentence(analyst: Client, passages: list[Passage]) -> None:
    answer = keep(analyst, passages[0], theme_also="transformation")

    assert "The second theme is the first one again." in text(answer)


def test_what_another_coder_said_is_hidden_until_one_has_said_something(
    analyst: Client, passages: list[Passage]
) -> None:
    code(passages[0], second_coder(), "wasteful_spend", note="Buildings.")

    before = text(analyst.get(f"{HERE}/{passages[0].pk}"))
    keep(analyst, passages[0])
    after = text(analyst.get(f"{HERE}/{passages[0].pk}"))

    assert "1 other person has coded it" in before
    assert "Hale Winter" not in before
    assert "Hale Winter, 22 July 2024" in after
    assert "Theme Wasteful spend" in after
    assert "The coders differ on theme" in after


def test_a_coder_takes_their_own_coding_back_and_nobody_elses(
    analyst: Client, passages: list[Passage], council: Council
) -> None:
    own = code(passages[0], council.who(Role.PANEL_ANALYST), "transformation")
    others = code(passages[0], second_coder(), "wasteful_spend")

    analyst.post(f"{HERE}/taken-back/{own.pk}")
    answer = analyst.post(f"{HERE}/taken-back/{others.pk}", follow=True)

    assert Coding.objects.get(pk=own.pk).is_taken_back
    assert "Hale Winter coded this passage, and only they take it back." in text(answer)
    assert Coding.objects.get(pk=others.pk).ended_at is None


def test_a_run_is_asked_for_stopped_and_taken_up_again(analyst: Client, passages: list[Passage]) -> None:
    analyst.post(f"{HERE}/suggest")
    run = Suggesting.objects.get()

    under_way = text(analyst.get(HERE))
    stopped = text(analyst.post(f"{HERE}/runs/{run.pk}/stop", follow=True))
    again = text(analyst.post(f"{HERE}/runs/{run.pk}/go-on", follow=True))

    assert "They are about to begin." in under_way and "Stop them" in under_way
    assert "Stopped. What was suggested stays" in stopped and "Take them up again" in stopped
    assert "Taken up where it was." in again


def test_learning_says_from_how_many(analyst: Client, passages: list[Passage], council: Council) -> None:
    code(passages[0], council.who(Role.PANEL_ANALYST), "transformation")
    code(passages[1], council.who(Role.PANEL_ANALYST), "cannot_tell")

    assert "Learn from 1 confirmed passage" in text(analyst.get(HERE))


def test_the_frame_shows_every_code_with_its_borders(analyst: Client) -> None:
    page = text(analyst.get(f"{HERE}/frame"))

    assert "6 themes, 26 practices and 25 barriers" in page
    assert page.count("Leaves out:") == 57


def test_a_code_shows_its_passages_in_order_of_name_with_the_denominator(
    analyst: Client, passages: list[Passage], council: Council
) -> None:
    code(passages[0], council.who(Role.PANEL_ANALYST), "transformation", "wasteful_spend")
    code(passages[0], second_coder(), "wasteful_spend")

    listed = text(analyst.get(f"{HERE}/confirmed"))
    under = analyst.get(f"{HERE}/under/transformation")

    assert "1 of 1 plan read so far" in listed
    assert "1 of 1 plan, 1 passage" in listed
    assert "gave it different codes. That is too few to say more" in listed
    assert "1 of 1 plans read so far hold such a passage" in text(under)
    assert passages[0].text in text(under)
    assert "1 of 2 coders" in text(under)
    assert f"/plans/savings-plans/ambermere/#{passages[0].place}" in under.content.decode()


def test_confirmed_passages_leave_as_lines_to_learn_from(
    analyst: Client, passages: list[Passage], council: Council
) -> None:
    code(passages[1], council.who(Role.PANEL_ANALYST), "technology_data", "", "P13")
    code(passages[2], council.who(Role.PANEL_ANALYST), "none")

    lines = analyst.get(f"{HERE}/confirmed.jsonl").content.decode().splitlines()

    (one,) = map(json.loads, lines)
    assert (one["text"], one["theme"], one["practice"]) == (passages[1].text, "technology_data", "P13")
    assert (one["before"], one["after"]) == (passages[0].text, passages[2].text)


def test_every_coding_leaves_as_csv_that_no_spreadsheet_takes_for_a_formula(
    analyst: Client, passages: list[Passage], council: Council
) -> None:
    code(passages[0], council.who(Role.PANEL_ANALYST), "transformation", note='=HYPERLINK("x")')

    content = analyst.get(f"{HERE}/confirmed.csv").content.decode("utf-8-sig")

    (row,) = csv.DictReader(io.StringIO(content))
    assert row["Authority"] == "Ambermere (invented)"
    assert row["Theme"] == "How services have changed"
    assert row["Note"].startswith("'=")
    assert row["Coder"] == "Saskia Moor"


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.CHIEF_EXECUTIVE, Role.OPERATOR])
def test_no_council_sees_the_panels_working(
    client: Client, council: Council, passages: list[Passage], role: Role
) -> None:
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")

    for address in ("", "/frame", "/confirmed", "/confirmed.csv", "/under/barriers", f"/{passages[0].pk}"):
        assert client.get(HERE + address).status_code == 403
    assert keep(client, passages[0]).status_code == 403  # type: ignore[attr-defined]


def test_the_record_of_a_council_says_nothing_of_how_its_plan_was_coded(
    client: Client, council: Council, passages: list[Passage]
) -> None:
    code(passages[0], council.who(Role.PANEL_ANALYST), "transformation")
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")

    answer = client.get(reverse("council:record", args=(council.round_.slug, council.workspace.slug)))

    assert answer.status_code == 200
    assert b"coded the passage" not in answer.content
