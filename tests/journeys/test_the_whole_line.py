"""The whole line in a real browser, in a council's words: nine steps, one person after another.

The council and its report are invented. The days are those of summer 2024, whose calendar is known: the round is due
on Friday 19 July, and Cabinet meets on Thursday 11 July.
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import docx
import pytest
import time_machine
from playwright.sync_api import Page, expect

from moothall.apps.rounds import actions as rounds
from moothall.domain.roles import Role
from moothall.reference import rounds as reference_rounds
from tests import browsing
from tests.people import OPENED, PASSWORD, Council, council

pytestmark = pytest.mark.django_db
ENGLAND = ZoneInfo("Europe/London")

REPORT = [
    ("h", "Savings Plan 2024"),
    ("t", ("Report to", "Cabinet")),
    ("t", ("Date", "11 July 2024")),
    ("t", ("Portfolio holder", "Councillor Ivo Marsden, Finance")),
    ("t", ("Key decision", "No")),
    ("t", ("Call in", "This item is subject to call-in")),
    ("h", "1. Summary"),
    ("p", "1.1 This report of Ambermere District Council sets out the Savings Plan asked for by the department."),
    ("h", "2. Recommendations"),
    ("p", "2.1 That Cabinet approves and endorses the Savings Plan for publication on the council's website."),
    ("h", "3. Options"),
    ("p", "3.1 Cabinet could decide not to send a plan. This is not recommended."),
    ("h", "4. Financial implications"),
    ("p", "4.1 The cost of writing the plan was met from existing budgets. Author: Tilda Renshaw, Finance Manager"),
    ("h", "5. Background papers"),
    ("p", "None"),
]


def covering_report(folder: Path) -> Path:
    """The invented report as a Word file."""
    document = docx.Document()
    table = None
    for kind, said in REPORT:
        if kind == "t":
            table = table or document.add_table(rows=0, cols=2)
            cells = table.add_row().cells
            cells[0].text, cells[1].text = said
            continue
        table = None
        if kind == "h":
            document.add_heading(str(said), 1)
        else:
            document.add_paragraph(str(said))
    kept = io.BytesIO()
    document.save(kept)
    path = folder / "savings-plan-cabinet.docx"
    path.write_bytes(kept.getvalue())
    return path


class Walk:
    """A browser on its way through the product, which looks at every page it stops at."""

    def __init__(self, page: Page, address: str) -> None:
        self.page = page
        self.address = address
        self.stops = 0

    def stop(self, name: str) -> None:
        """Look at the page at both widths, and let axe look too."""
        self.stops += 1
        assert browsing.faults(self.page, f"journey-{self.stops:02}-{name}") == []

    def go(self, path: str) -> None:
        """Open an address."""
        answer = self.page.goto(self.address + path)
        assert answer is not None and answer.status < 400, path

    def become(self, role: Role) -> None:
        """Sign out if somebody is signed in, and sign in as the one who holds this role."""
        self.page.context.clear_cookies()
        self.go("/sign-in")
        self.page.get_by_label("E-mail address").fill(f"{role.value}@ambermere.example")
        self.page.get_by_label("Password").fill(PASSWORD)
        self.page.get_by_role("button", name="Sign in").click()
        expect(self.page.get_by_role("heading", level=1)).to_have_text("My work")

    def press(self, name: str) -> None:
        """Press a button."""
        self.page.get_by_role("button", name=name, exact=True).click()

    def follow(self, name: str) -> None:
        """Follow a link."""
        self.page.get_by_role("link", name=name, exact=True).first.click()

    def fill_day(self, legend: str, day: int, month: int, year: int) -> None:
        """Fill the three boxes of a date."""
        group = self.page.get_by_role("group", name=legend)
        for label, value in (("Day", day), ("Month", month), ("Year", year)):
            group.get_by_label(label, exact=True).fill(str(value))

    def says(self, text: str) -> None:
        """The page says this somewhere."""
        expect(self.page.get_by_role("main")).to_contain_text(text)


@pytest.fixture
def clock() -> Iterator[Any]:
    """The day of the step, which each step sets."""
    with time_machine.travel(datetime(2024, 5, 24, 9, 0, tzinfo=ENGLAND), tick=True) as traveller:
        yield traveller


@pytest.fixture
def here(clock: Any) -> Council:
    return council()


@pytest.fixture
def walk(live_server: Any, page: Page, here: Council) -> Walk:
    return Walk(page, live_server.url)


WORK = "/council/savings-plans/ambermere/"
PUBLIC = "/plans/savings-plans/ambermere/"


def test_a_plan_goes_from_the_letter_to_its_first_progress(
    walk: Walk, clock: Any, here: Council, tmp_path: Path
) -> None:
    plan_a_route(walk)
    start_from_a_report(walk, covering_report(tmp_path))
    write_the_plan(walk)
    make_the_report(walk)
    choose_the_route(walk)
    clock.move_to(datetime(2024, 7, 11, 21, 0, tzinfo=ENGLAND))
    decide(walk)
    clock.move_to(datetime(2024, 7, 19, 9, 0, tzinfo=ENGLAND))
    publish(walk)
    send_the_return(walk)
    clock.move_to(datetime(2024, 10, 10, 9, 0, tzinfo=ENGLAND))
    record_progress(walk)
    read_as_the_panel(walk)


def plan_a_route(walk: Walk) -> None:
    """1. Anyone learns which routes can still make the deadline."""
    walk.go("/")
    walk.stop("front")
    walk.go(
        "/plan-a-route?round=savings-plans&as_of=24+May+2024&key=unsure"
        "&meetings=Cabinet+13+June,+11+July,+25+July.+Overview+and+Scrutiny+2+July.+Council+18+July"
    )
    walk.says("still make Friday 19 July")
    walk.says("Local Government Act")
    walk.stop("planner")


def start_from_a_report(walk: Walk, report: Path) -> None:
    """2. The policy officer brings a covering report in, confirms what it says, and drafts from it."""
    walk.become(Role.POLICY_OFFICER)
    walk.stop("my-work")
    walk.go(WORK + "documents/")
    walk.page.get_by_label("document").set_input_files(report)
    walk.press("Bring it in")
    walk.says("Is this what the report says?")
    walk.stop("reading")
    walk.page.get_by_role("button", name="That is right").first.click()
    walk.page.get_by_role("button", name=re.compile(r"^Look through the other \d+$")).click()
    walk.stop("the-rest")
    walk.press("All of these are right")
    walk.go(walk.page.url.removeprefix(walk.address).split("?")[0].removesuffix("rest") + "draft")
    walk.says("What the draft will hold")
    walk.says("Still empty in the report")
    walk.stop("draft")
    walk.press("Draft from this")
    walk.says("What the draft holds")


def write_the_plan(walk: Walk) -> None:
    """3. The policy officer answers the questions and adds what hangs on them."""
    answers = {
        "T1.Q1": "We moved three offices into one.\n\nIt saved £140,000 a year.",
        "T1.Q2": "Two more will follow.",
        "T2.Q1": "We share one customer record.",
        "T4.Q1": "Settlements come for one year at a time.",
    }
    for question, text in answers.items():
        walk.go(f"{WORK}plan/questions/{question}")
        walk.page.get_by_label("Answer it here").check()
        walk.page.get_by_label("Answer", exact=True).fill(text)
        walk.press("Save")
    walk.go(WORK + "plan/questions/T3.Q1")
    walk.page.get_by_label("We do not answer it, and say why").check()
    walk.page.get_by_label("Answer", exact=True).fill("")
    walk.page.get_by_label("Why it is not answered").fill("It is reported each quarter already.")
    walk.stop("question")
    walk.press("Save")
    walk.says("5 of 5")
    _add_what_hangs_on_it(walk)
    walk.page.get_by_label("Name of this version").fill("for Cabinet")
    walk.stop("plan")
    walk.press("Keep this version")
    walk.says("Version 1 is kept")


def _add_what_hangs_on_it(walk: Walk) -> None:
    walk.press("Add a commitment")
    walk.page.get_by_label("What", exact=True).fill("Share a legal service")
    walk.page.get_by_label("Planned").check()
    walk.press("Save")
    walk.page.get_by_role("link", name="Add a milestone").click()
    walk.page.get_by_label("Milestone").fill("Agreement signed")
    walk.fill_day("Due", 30, 9, 2024)
    walk.press("Save")
    walk.follow("Add a measure of our own")
    walk.page.get_by_label("Theme").select_option("wasteful_spend")
    walk.page.get_by_label("Measure", exact=True).fill("Agency spend")
    walk.page.get_by_label("Unit").fill("% of the pay bill")
    walk.page.get_by_label("Lower is better").check()
    walk.page.get_by_label("Where it is already reported").fill("Quarterly performance report")
    walk.press("Save")
    walk.press("Add a barrier")
    walk.page.get_by_label("What stands in the way").fill("Single-year settlements")
    walk.page.get_by_label("What we ask of government").fill("Settle for three years.")
    walk.press("Save")


def make_the_report(walk: Walk) -> None:
    """4. The report author completes the covering report and takes it away."""
    walk.become(Role.REPORT_AUTHOR)
    walk.go(WORK + "report/fields/reasons")
    walk.page.get_by_label("Reasons").fill("The department asks for the plan, and members have the last word on it.")
    walk.press("Save")
    walk.says("Reasons is saved")
    walk.stop("report")
    for words, begins in (("Word (DOCX)", b"PK"), ("PDF, tagged", b"%PDF")):
        with walk.page.expect_download() as taken:
            walk.follow(words)
        assert taken.value.path().read_bytes().startswith(begins)
    walk.follow("Read it here")
    walk.says("The department asks for the plan")
    walk.stop("report-preview")


def choose_the_route(walk: Walk) -> None:
    """The policy officer takes one of the routes the planner found."""
    walk.become(Role.POLICY_OFFICER)
    walk.go(WORK + "route/")
    walk.press("See the routes")
    walk.page.get_by_label("Meetings you could use").fill("Cabinet 11 July")
    walk.press("Show the routes")
    walk.stop("routes")
    walk.page.get_by_role("button", name="Choose this route Cabinet, Thu 11 July", exact=True).click()
    walk.says("The route is chosen: Cabinet, Thu 11 July.")
    walk.stop("route")


def decide(walk: Walk) -> None:
    """5. Democratic services records the meeting and the decision as limbs; the call-in clock runs."""
    walk.become(Role.DEMOCRATIC_SERVICES)
    walk.go(WORK + "route/")
    walk.follow("Record that Cabinet met")
    walk.press("Record the meeting")
    walk.page.get_by_label("The resolution, as it was passed").fill("RESOLVED that the plan be approved and endorsed.")
    walk.stop("decision")
    walk.press("Record the decision")
    walk.says("Endorsement: yes")
    walk.follow("Publish the decision")
    walk.press("Publish the decision")
    walk.says("Call-in is open until Thursday 18 July")
    walk.says("in force on Friday 19 July")
    walk.stop("call-in")


def publish(walk: Walk) -> None:
    """6. The policy officer publishes: a page, a PDF with the data inside it, JSON."""
    walk.become(Role.POLICY_OFFICER)
    walk.go(WORK + "publication/publish")
    walk.press("Publish")
    walk.says("The plan is published")
    walk.go(PUBLIC)
    walk.says("We moved three offices into one.")
    walk.says("It has not been sent yet")
    walk.stop("public-plan")
    request = walk.page.request
    assert request.get(f"{walk.address}{PUBLIC}v1/plan.pdf").body().startswith(b"%PDF")
    assert request.get(f"{walk.address}{PUBLIC}v1/plan.json").json()["title"] == "Savings Plan 2024"


def send_the_return(walk: Walk) -> None:
    """7. The chief executive certifies, and anyone can check that the three texts agree."""
    walk.become(Role.CHIEF_EXECUTIVE)
    walk.go(WORK + "publication/return")
    walk.page.get_by_label("By e-mail, from our own mailbox").check()
    for label in ("To whom", "The same address again"):
        walk.page.get_by_label(label).fill("plans@department.example")
    walk.stop("return")
    walk.press("See what will be sent")
    walk.says("Nothing has gone yet.")
    walk.stop("what-will-be-sent")
    walk.press("Certify it")
    walk.says("The return is certified.")
    walk.press("Record that it was sent")
    walk.press("Record that it was sent")
    walk.says("The return is on record as sent")
    walk.stop("sent")
    walk.page.context.clear_cookies()
    walk.go(PUBLIC)
    walk.says("The text on this page is the text that was agreed and the text that was sent.")


def record_progress(walk: Walk) -> None:
    """8. The performance manager records a reading and a milestone, and releases both to the public page."""
    walk.become(Role.PERFORMANCE_MANAGER)
    walk.go(WORK + "progress/measures/M1")
    walk.page.get_by_label("Period, in words").fill("to September 2024")
    walk.fill_day("The period ended on", 30, 9, 2024)
    walk.page.get_by_label("Reading", exact=True).fill("3.3")
    walk.page.get_by_label("In your own words").fill("Four posts are filled.")
    walk.stop("reading-of-a-measure")
    walk.press("Record the reading")
    walk.go(WORK + "progress/milestones/C1.1")
    walk.page.get_by_label("Done", exact=True).check()
    walk.page.get_by_label("In a sentence").fill("Both councils signed.")
    walk.fill_day("If it is done, on which day", 9, 10, 2024)
    walk.press("Save the update")
    walk.stop("progress")
    walk.go(WORK + "progress/release")
    walk.page.get_by_label("How it is going, in a few sentences").fill("Agency spend falls.")
    walk.press("Release it")
    walk.go(PUBLIC)
    walk.says("Four posts are filled.")
    walk.says("Both councils signed.")
    walk.stop("public-progress")


def read_as_the_panel(walk: Walk) -> None:
    """9. The panel analyst finds the return on the register and a passage by search."""
    walk.become(Role.PANEL_ANALYST)
    walk.go("/panel/savings-plans/")
    walk.says("1 return known here, from invented councils only")
    walk.says("Nothing known here")
    walk.stop("register")
    walk.page.get_by_role("link", name="Read it theme by theme").click()
    walk.says("No numbered paragraph of the plan stands under this theme.")
    walk.stop("plan-by-theme")
    (shipped,) = reference_rounds.shipped()
    rounds.open_round(round_=shipped, by=None, at=OPENED)
    walk.go(f"/panel/{shipped.slug}/")
    walk.says("0 of 317 returns known here")
    walk.says("Nothing known here")
    walk.stop("register-of-a-real-round")
    walk.go("/panel/savings-plans/search?words=three+offices")
    walk.says("three offices")
    walk.stop("search")
