"""Two people at one section, each in a browser of their own: neither loses a word."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page
from pytest_django.live_server_helper import LiveServer

from moothall.apps.people import actions as people
from moothall.apps.plans import queries as plans
from moothall.domain.roles import Role
from tests import browsing
from tests.people import OPENED, PASSWORD, Council

FIRST = "We moved three offices into one.\n\nIt saved £140,000 a year."


@pytest.fixture
def second(council: Council) -> object:
    """Another policy officer of the same council."""
    person = people.add_person(email="vera@ambermere.example", name="Vera Holt", password=PASSWORD, by=None, at=OPENED)
    people.give_role(person=person, role=Role.POLICY_OFFICER, workspace_id=council.workspace.pk, by=None, at=OPENED)
    return person


@pytest.fixture
def other_page(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
    context.set_default_timeout(15_000)
    yield context.new_page()
    context.close()


def address_of(council: Council) -> str:
    return reverse("council:question", args=(council.round_.slug, council.workspace.slug, "T1.Q1"))


def text_of(council: Council, question: str = "T1.Q1") -> str:
    draft = plans.draft(council.workspace)
    assert draft is not None
    return str(next(one.text for one in draft.answers.all() if one.question == question))


@pytest.mark.slow
def test_two_browsers_at_one_section_lose_no_word(
    live_server: LiveServer, page: Page, other_page: Page, council: Council, second: object
) -> None:
    council.written()
    address = f"{live_server.url}{address_of(council)}"
    browsing.sign_in(page, live_server.url, council.who(Role.POLICY_OFFICER))
    browsing.sign_in(other_page, live_server.url, second)  # type: ignore[arg-type]
    for one in (page, other_page):
        one.goto(address)

    page.get_by_label("Answer", exact=True).fill(FIRST.replace("three offices", "four offices") + "\n\nMine.")
    page.get_by_role("button", name="Save", exact=True).click()
    other_page.get_by_label("Answer", exact=True).fill(FIRST.replace("£140,000", "£138,500") + "\n\nTheirs.")
    other_page.get_by_role("button", name="Save", exact=True).click()

    assert other_page.get_by_role("heading", level=1).inner_text() == "You both changed the same words"
    assert browsing.faults(other_page, "words-met") == []
    other_page.get_by_label("Keep both").check()
    other_page.get_by_role("button", name="Save what I chose").click()
    assert "T1.Q1 is saved." in other_page.inner_text("main")
    changed = FIRST.replace("three offices", "four offices").replace("£140,000", "£138,500")
    assert text_of(council) == changed + "\n\nMine.\n\nTheirs."


@pytest.fixture
def here(council: Council, client: Client) -> str:
    """The address of a question that a second save already moved on, with its writer signed in."""
    council.written()
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    address = address_of(council)
    theirs = {"revision": 1, "status": "answered", "text": FIRST.replace("£140,000", "£138,500")}
    client.post(address, theirs)
    return address


MINE = {"revision": 1, "status": "answered", "text": FIRST.replace("£140,000", "£150,000")}


@pytest.mark.django_db
def test_changes_that_do_not_touch_are_saved_and_whose_words_stand_beside_is_said(
    client: Client, here: str, council: Council
) -> None:
    answer = client.post(here, {**MINE, "text": FIRST.replace("three", "four")}, follow=True)

    assert "saved meanwhile stands beside it" in answer.content.decode()
    assert text_of(council) == FIRST.replace("three", "four").replace("£140,000", "£138,500")


@pytest.mark.django_db
def test_a_piece_without_a_choice_is_asked_for_again_with_nothing_saved(
    client: Client, here: str, council: Council
) -> None:
    answer = client.post(here, {**MINE, "theirs": "2"})

    assert "Choose what stays in every place." in answer.content.decode()
    assert "£138,500" in text_of(council)


@pytest.mark.django_db
@pytest.mark.parametrize(("which", "stays"), [("mine", "£150,000"), ("theirs", "£138,500")])
def test_everything_of_one_side_is_kept_with_one_button(
    client: Client, here: str, council: Council, which: str, stays: str
) -> None:
    client.post(here, {**MINE, "theirs": "2", "all": which})

    assert stays in text_of(council)


@pytest.mark.django_db
def test_what_was_chosen_can_be_looked_at_before_it_is_saved(client: Client, here: str, council: Council) -> None:
    answer = client.post(here, {**MINE, "theirs": "2", "all": "mine", "look": "1"}).content.decode()

    assert "£150,000" in answer and 'name="revision" value="2"' in answer
    assert "£138,500" in text_of(council)


@pytest.mark.django_db
def test_a_third_save_while_one_chooses_is_met_in_its_turn(client: Client, here: str, council: Council) -> None:
    client.post(here, {"revision": 2, "status": "answered", "text": FIRST.replace("£140,000", "£139,000")})

    answer = client.post(here, {**MINE, "theirs": "2", "all": "mine"})

    assert "You both changed the same words" in answer.content.decode()
    assert "£139,000" in text_of(council)


@pytest.mark.slow
def test_words_typed_and_left_are_offered_again_and_let_go_once_saved(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    council.written()
    address = f"{live_server.url}{address_of(council)}"
    browsing.sign_in(page, live_server.url, council.who(Role.POLICY_OFFICER))
    page.goto(address)
    box = page.get_by_label("Answer", exact=True)
    box.fill("Typed and not saved.")
    with page.expect_response(lambda answer: answer.url.endswith("/keep")) as kept:
        page.wait_for_timeout(1)
    assert kept.value.status == 204

    box.fill("Typed and left.")
    page.goto(f"{live_server.url}/about")
    page.goto(address)

    assert page.get_by_role("heading", name="Words of yours are kept here, not saved").count() == 1
    assert browsing.faults(page, "words-kept") == []
    assert text_of(council) == FIRST
    page.get_by_role("link", name="Go on with these words").click()
    assert box.input_value() == "Typed and left."
    page.get_by_role("button", name="Save", exact=True).click()
    page.goto(address)
    assert text_of(council) == box.input_value() == "Typed and left."
    assert page.get_by_role("link", name="Go on with these words").count() == 0


@pytest.mark.django_db
def test_without_a_script_a_button_keeps_words_and_another_lets_them_go(
    client: Client, here: str, council: Council
) -> None:
    keep = here.replace("questions", "sections") + "/keep"

    answer = client.post(keep, {**MINE, "sitting": "one", "text": "For later"}, follow=True)

    assert "Your words are kept for later." in answer.content.decode()
    assert "Words of yours are kept here, not saved" in client.get(here).content.decode()
    client.post(here.replace("questions", "sections") + "/let-go", {"sitting": "one"})
    assert "kept here, not saved" not in client.get(here).content.decode()
