"""The author: a part given to them, words kept and saved, a suggestion used, the report seen through to its folder."""

from __future__ import annotations

import zipfile
from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
import time_machine
from playwright.sync_api import Page, expect
from pytest_django.live_server_helper import LiveServer

from moothall.apps.comments import actions as comments
from moothall.apps.people import actions as people
from moothall.apps.writing import actions as writing
from moothall.domain.roles import Role
from tests import browsing
from tests.journeys.on_its_way import TODAY, report_on_its_way
from tests.people import Council

pytestmark = pytest.mark.django_db
NEXT = "We share a legal service from October, and a payroll from April."
ENDORSES = "That Cabinet approves and endorses the Savings Plan at Appendix A, for publication and return."


@pytest.fixture(autouse=True)
def in_june() -> Iterator[None]:
    with time_machine.travel(TODAY, tick=True):
        yield


def arranged(council: Council) -> None:
    """The author writes the plan too; a part of it is theirs by Friday, and the chief executive suggested words."""
    report_on_its_way(council)
    author, officer, workspace = council.who(Role.REPORT_AUTHOR), council.who(Role.POLICY_OFFICER), council.workspace
    people.give_role(person=author, role=Role.POLICY_OFFICER, workspace_id=workspace.pk, by=None, at=TODAY)
    writing.assign(
        workspace=workspace, part="plan/T1.Q2", title="What comes next", person=author, due_on=date(2024, 6, 28),
        note="Two sentences will do.", by=officer, at=TODAY,
    )  # fmt: skip
    comments.suggest(
        workspace=workspace, place="plan/question/T1.Q1", title="T1.Q1 What changed", quote="three offices",
        words="four offices", text="The depot closed too.", by=council.who(Role.CHIEF_EXECUTIVE), at=TODAY,
    )  # fmt: skip


def test_an_author_writes_the_part_they_were_given_and_sees_the_report_through_to_its_folder(
    live_server: LiveServer, page: Page, council: Council
) -> None:
    arranged(council)
    browsing.sign_in(page, live_server.url, council.who(Role.REPORT_AUTHOR))
    page.clock.install()
    writes_the_part(page, live_server.url)
    uses_the_suggested_words(page)
    recommends_and_asks_for_implications(page)
    sees_where_it_is(page)
    takes_the_folder(page)


def writes_the_part(page: Page, address: str) -> None:
    """My work, the part, words kept by themselves, the page left, the words offered again and saved."""
    page.goto(f"{address}/council/")
    expect(page.get_by_text("They write: Two sentences will do.")).to_be_visible()
    page.get_by_role("link", name="What comes next").click()
    expect(page.get_by_text("4 of 5 questions settled")).to_be_visible()
    page.get_by_label("Answer it here").check()
    page.get_by_label("Answer", exact=True).fill(NEXT)
    with page.expect_response(lambda answer: answer.url.endswith("/keep")) as kept:
        page.clock.fast_forward(5_000)
    assert kept.value.status == 204
    expect(page.get_by_text("not saved yet")).to_be_visible()

    page.goto(f"{address}/council/")
    expect(page.get_by_role("heading", name="Your words that are not saved")).to_be_visible()
    expect(page.get_by_role("listitem").filter(has_text=NEXT[:40])).to_be_visible()
    page.get_by_role("link", name="What comes next").first.click()
    expect(page.get_by_role("heading", name="Words of yours are kept here, not saved")).to_be_visible()
    page.get_by_role("link", name="Go on with these words").click()
    expect(page.get_by_label("Answer", exact=True)).to_have_value(NEXT)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_text("T1.Q2 is saved.")).to_be_visible()
    expect(page.get_by_text("5 of 5")).to_be_visible()


def uses_the_suggested_words(page: Page) -> None:
    """From the plan to what somebody else suggested, its words used, and every question settled on the coverage."""
    page.get_by_role("link", name="Comments", exact=True).click()
    page.get_by_role("link", name="The depot closed too.").click()
    expect(page.locator(".mh-comment")).to_contain_text("Gwen Ostler")
    page.get_by_role("button", name="Use these words").click()
    expect(page.get_by_text("The words that Gwen Ostler suggested are in T1.Q1 What changed")).to_be_visible()
    page.get_by_role("link", name="Plan", exact=True).first.click()
    page.get_by_role("link", name="What the letter asks, and where we answer it").click()
    expect(page.get_by_text("Every question of the letter is settled.")).to_be_visible()
    expect(page.get_by_role("row").filter(has_text="What comes next")).to_contain_text("Last written by Piers Tolland")


def recommends_and_asks_for_implications(page: Page) -> None:
    """The recommendations written anew, and the solicitor's view of them asked for."""
    page.get_by_role("link", name="Report", exact=True).click()
    page.get_by_role("link", name="Recommendations", exact=True).click()
    page.locator("#id_rows-0-text").fill(ENDORSES)
    page.get_by_role("button", name="Save", exact=True).click()
    expect(page.get_by_role("heading", name="What it holds")).to_be_visible()
    page.get_by_role("link", name="Who is asked, and what they said").click()
    page.get_by_role("button", name="Ask for implications").click()
    page.get_by_label("Which implications").select_option(label="Legal")
    page.get_by_label("Who is asked").select_option(label="Fay Copley, Finance business partner")
    page.get_by_role("button", name="Ask", exact=True).click()
    expect(page.get_by_text("Fay Copley is asked")).to_be_visible()


def sees_where_it_is(page: Page) -> None:
    """The page names who has it, and counts what is not written as the report's own page does."""
    page.get_by_role("link", name="Report", exact=True).first.click()
    said = page.locator(".mh-answer").inner_text()
    number = said.partition(" parts that are not written yet")[0].rpartition(" ")[2]
    page.get_by_role("link", name="Where is my report?").click()
    expect(page.locator(".mh-answer")).to_contain_text("Piers Tolland has it, to write")
    expect(page.locator(".mh-answer")).to_contain_text("Fay Copley has it too, for the legal implications")
    assert number.isdecimal()
    expect(page.get_by_text(f"{number} parts are not written.", exact=True)).to_be_visible()


def takes_the_folder(page: Page) -> None:
    """The hand-off, refused without a reason, made with one, and taken."""
    page.get_by_role("link", name="Hand over to democratic services").click()
    page.get_by_role("button", name="Make the folder").click()
    expect(page.get_by_role("heading", name="There is a problem")).to_be_visible()
    page.get_by_label("Why it is handed over all the same").fill("The chair agreed to a first sight of it.")
    page.get_by_role("button", name="Make the folder").click()
    expect(page.get_by_role("heading", level=1)).to_have_text("Hand-off 1")
    with page.expect_download() as taken:
        page.get_by_role("button", name="Take the folder").click()
    with zipfile.ZipFile(Path(taken.value.path())) as folder:
        names = folder.namelist()
        checklist = next(name for name in names if "Checklist" in name)
        assert any(name.endswith("item.json") for name in names)
        assert b"a first sight of it" in folder.read(checklist)
