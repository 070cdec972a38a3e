"""The timetable of a decision: every date with who acts and under what, what was put, and what it all rests on."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import UTC, date, datetime

import docx
import pypdfium2
import pytest

from moothall.documents.layouts import decision_timetable
from moothall.documents.writing import docx as word
from moothall.documents.writing import html, pdf
from moothall.documents.writing.document import Paragraph, Picture, Table, plain
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.meetings import Meeting
from moothall.domain.overrides import Override
from moothall.domain.planned_routes import PlannedRoute, planned
from moothall.domain.printed_timetables import PrintedTimetable, as_it_stands, place
from moothall.domain.provisions import Provision, Read
from moothall.domain.routes import route
from moothall.domain.standing_dates import standing
from moothall.domain.timetable import Key, Situation, advice, decision
from moothall.reference import bank_holidays, rule_packs
from tests.documents.checker import faults

PACK = rule_packs.default(Governance.EXECUTIVE)
DEADLINE = date(2024, 7, 19)
MOMENT = datetime(2024, 7, 1, 9, tzinfo=UTC)
SQUARE = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 2"><rect width="10" height="2"/></svg>'
PUT = Override(
    key="agenda_publication-cabinet", what="Put the agenda and reports on public view", counted_on=date(2024, 7, 3),
    on=date(2024, 7, 2), reason="The website is down", by_name="Uma Brackley", by_role="democratic services",
    put_at=MOMENT, put_on=date(2024, 7, 1),
)  # fmt: skip


def harlow(*, by_scrutiny: bool = False) -> PlannedRoute:
    """Harlow's Cabinet of Thursday 11 July 2024, alone or after its scrutiny of 2 July."""
    situation = Situation(
        date(2024, 5, 24), DEADLINE, PACK, Governance.EXECUTIVE, Key.YES, True, bank_holidays.england()
    )
    course = decision(Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 7, 11)), situation)
    before = advice(Meeting("Scrutiny", BodyKind.SCRUTINY, date(2024, 7, 2)), situation).steps if by_scrutiny else ()
    return planned(route("R3" if by_scrutiny else "R1"), "Cabinet, Thu 11 July", course, situation, steps=before)


def timetable(**changed: object) -> PrintedTimetable:
    found = PrintedTimetable(
        title="Savings Plan", authority_name="Ambermere District Council", round_title="Savings Plans",
        deadline_on=DEADLINE, route="Cabinet, Thu 11 July", dates=standing(harlow().steps), pack=PACK,
        computed_on=date(2024, 7, 1), planned_on=date(2024, 5, 24),
    )  # fmt: skip
    return replace(found, **changed)  # type: ignore[arg-type]


def said(found: PrintedTimetable) -> str:
    """Everything the document says, in one line."""
    written = html.write(decision_timetable.compose(found)).decode()
    return " ".join(written.replace("<", " <").split())


def test_the_head_names_the_report_the_body_its_day_and_the_route_in_a_line() -> None:
    document = decision_timetable.compose(timetable())

    assert document.eyebrow == "The timetable of this decision"
    assert document.title == "Savings Plan"
    assert document.subtitles == ("Cabinet, Thursday 11 July 2024", "Route: Cabinet, Thu 11 July")
    assert document.foot.endswith("Computed on 1 July 2024")


def test_every_date_has_its_row_with_who_acts_and_its_rule_and_provision() -> None:
    (table,) = (block for block in decision_timetable.compose(timetable()).blocks if isinstance(block, Table))

    rows = [[plain(part.words) for part in cell if isinstance(part, Paragraph)] for row in table.rows for cell in row]
    assert len(table.rows) == len(harlow().steps)
    assert rows[:4] == [
        ["Wed 12 June 2024"], ["Publish the key decision notice"], ["Democratic services"],
        ["G-K2 [1] regulation 9(2)\N{NO-BREAK SPACE}†"],
    ]  # fmt: skip


@pytest.mark.parametrize(
    "words",
    [
        "no day to spare",
        "Local Authorities (Executive Arrangements) (Meetings and Access to Information) (England) Regulations 2012",
        "check with your monitoring officer",
        "is a default, the commonest seen and not this council's own",
        "Bank holidays, England and Wales, version",
        "G-C1 (call-in, ",
        "Counted from Friday 24 May 2024. Computed on Monday 1 July 2024.",
    ],
)
def test_what_the_dates_rest_on_is_said_under_them(words: str) -> None:
    assert words in said(timetable())


def test_a_date_that_was_put_has_who_and_why_under_it_and_one_that_ended_is_listed() -> None:
    ended = replace(
        PUT, ended_at=MOMENT, ended_on=date(2024, 7, 1), ended_by_name="Lena Rusk", ended_by_role="monitoring officer",
        ended_reason="A slip",
    )  # fmt: skip

    put = said(timetable(dates=standing(harlow().steps, overrides=[PUT])))
    past = said(timetable(past=(ended,)))

    assert "Put by Uma Brackley, democratic services, on Monday 1 July 2024: The website is down." in put
    assert "Counted: Wednesday 3 July 2024." in put
    assert "Ended by Lena Rusk, monitoring officer, on Monday 1 July 2024: A slip." in past


@pytest.mark.parametrize("by_scrutiny", [False, True], ids=["Cabinet alone", "after scrutiny"])
def test_an_ordinary_route_fits_one_a4_page_that_passes_the_open_checker(by_scrutiny: bool) -> None:
    dates = standing(harlow(by_scrutiny=by_scrutiny).steps, overrides=[PUT])

    written = pdf.write(decision_timetable.compose(timetable(dates=dates), picture=SQUARE), timestamp=MOMENT)

    sheets = pypdfium2.PdfDocument(io.BytesIO(written))
    assert len(sheets) == 1
    assert [round(side) for side in sheets[0].get_size()] == [595, 842]
    assert faults(written) == []


def test_the_picture_has_words_that_stand_for_it_in_every_format() -> None:
    document = decision_timetable.compose(timetable(), picture=SQUARE)

    (picture,) = (block for block in document.blocks if isinstance(block, Picture))
    page = html.write(document).decode()
    written = docx.Document(io.BytesIO(word.write(document)))

    assert f'<img alt="{picture.alt}" src="data:image/svg+xml;base64,' in page
    assert picture.alt in [paragraph.text for paragraph in written.paragraphs]


def test_the_picture_s_route_has_the_dates_that_stand() -> None:
    moved = replace(PUT, key="submit", counted_on=DEADLINE, on=date(2024, 7, 22))

    drawn = as_it_stands(harlow(), standing(harlow().steps, overrides=[moved]), DEADLINE)

    assert drawn.submit_on == date(2024, 7, 22)
    assert drawn.slack_days == -3


def test_a_title_with_markup_stays_words() -> None:
    assert "<script>" not in said(timetable(title="<script>alert(1)</script>", route="<b>x</b>"))


def test_a_provision_stands_as_its_number_its_place_and_its_mark() -> None:
    act, other = "An Act", "Another Act"

    assert place(Provision(act, "section 4(2)"), [other, act]) == "[2] section 4(2)"
    assert place(Provision(other, "which sets no period", Read.ACCOUNT), [other]) == "[1]\N{NO-BREAK SPACE}†"
