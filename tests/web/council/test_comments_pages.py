"""Comments beside their words: what a page shows, who may do what there, and that bad input keeps what was typed."""

from __future__ import annotations

import re

import pytest
from django.test import Client
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from moothall.apps.comments.models import Comment
from moothall.apps.plans.models import Answer
from moothall.domain.roles import Role
from tests import browsing
from tests.people import Council

pytestmark = pytest.mark.django_db
HOME = "/council/savings-plans/ambermere/comments/"
AT = f"{HOME}on/plan/question/T1.Q1"


def client_of(council: Council, role: Role) -> Client:
    client = Client()
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_a_reader_comments_by_pasting_words_and_the_page_marks_and_numbers_them(council: Council) -> None:
    council.written()
    reader = client_of(council, Role.IMPLICATION_AUTHOR)

    wrong = reader.post(AT, {"quote": "five offices", "text": "Which of them?"}).content.decode()
    empty = reader.post(AT, {"quote": "three offices"}).content.decode()
    page = reader.post(AT, {"quote": "three\noffices", "text": "Which of them?"}, follow=True).content.decode()

    assert "do not stand in this section" in wrong and "five offices</textarea>" in wrong and "Which of them?" in wrong
    assert "Write your comment, or suggest other words" in empty and "three offices</textarea>" in empty
    row = Comment.objects.get()
    assert re.search(rf'<mark>three offices</mark><a class="mh-mark-number" href="#comment-{row.pk}"', page)
    assert f'id="comment-{row.pk}"' in page and "Fay Copley" in page and "Change these words" not in page
    assert (
        "comments</a>: 1 comment is open."
        in reader.get("/council/savings-plans/ambermere/plan/").content.decode().lower()
    )


def test_a_suggestion_is_used_by_whoever_may_write_and_refused_with_a_reason_and_opened_again(council: Council) -> None:
    council.written()
    reader, writer = client_of(council, Role.CHIEF_EXECUTIVE), client_of(council, Role.POLICY_OFFICER)
    for quote, words in (("three offices", "four offices"), ("£140,000", "£140,500")):
        reader.post(AT, {"quote": quote, "words": words})
    first, second = Comment.objects.all()
    before = Answer.objects.get(question="T1.Q1").text

    not_theirs = reader.post(f"{HOME}{first.pk}/use", follow=True).content.decode()
    assert "You cannot do this" in not_theirs and "Use these words" not in not_theirs
    assert Answer.objects.get(question="T1.Q1").text == before

    used = writer.post(f"{HOME}{first.pk}/use", follow=True).content.decode()
    assert "The words that Gwen Ostler suggested are in T1.Q1 What changed, saved by you." in used
    assert Answer.objects.get(question="T1.Q1").text == before.replace("three offices", "four offices")
    assert "There is no reason" in writer.post(f"{HOME}{second.pk}/refuse", follow=True).content.decode()
    writer.post(f"{HOME}{second.pk}/refuse", {"reason": "The outturn says £140,000."})
    every = reader.get(HOME).content.decode()
    assert "Refused by Ines Harcombe" in every and "The outturn says £140,000." in every and "Words used" in every
    reader.post(f"{HOME}{second.pk}/reopen")
    assert "1 suggestion is open." in reader.get(HOME).content.decode()


def test_comments_whose_words_or_whose_whole_item_is_gone_stay_listed_with_their_quotation(council: Council) -> None:
    council.written()
    writer = client_of(council, Role.POLICY_OFFICER)
    writer.post(AT, {"quote": "It saved £140,000 a year", "text": "From when?"})
    writer.post(f"{HOME}on/plan/item/C1", {"quote": "With a neighbour", "text": "Which?"})
    row = Answer.objects.get(question="T1.Q1")
    said = {"status": "answered", "text": "We moved three offices into one.", "revision": row.revision}
    writer.post("/council/savings-plans/ambermere/plan/questions/T1.Q1", said)
    writer.post("/council/savings-plans/ambermere/plan/items/C1/remove")

    for page in (writer.get(HOME), writer.get(AT), writer.get(f"{HOME}on/plan/item/C1")):
        assert "no longer there" in page.content.decode()

    every = writer.get(HOME).content.decode()
    assert "“It saved £140,000 a year”" in every and "“With a neighbour”" in every
    assert writer.get(f"{HOME}on/plan/item/C99").status_code == 404
    assert writer.get(f"{HOME}on/plan").status_code == writer.get(f"{HOME}on/route/x").status_code == 404


@pytest.mark.slow
@pytest.mark.django_db(transaction=True)
def test_words_selected_on_the_page_are_taken_into_the_form(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    council.written()
    browsing.sign_in(page, live_server.url, council.who(Role.CHIEF_EXECUTIVE))
    page.goto(f"{live_server.url}{AT}")
    page.evaluate(
        "() => { const held = document.querySelector('.mh-words p').firstChild, range = document.createRange();"
        "range.setStart(held, 9); range.setEnd(held, 22); getSelection().addRange(range); }"
    )

    page.get_by_role("button", name="Comment on these words").click()
    expect(page.get_by_label("The words you mean")).to_have_value("three offices")
    page.get_by_label("Your comment").fill("Which of them?")
    page.get_by_role("button", name="Put it beside the words").click()

    expect(page.locator("mark")).to_have_text("three offices")
    expect(page.locator(".mh-comment")).to_contain_text("Which of them?")
