"""What a report rests on, and Part 2: in its place in every house, and never in the open report."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime

import pypdfium2
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.documents.layouts import committee_report, exempt_part
from moothall.documents.writing import docx, html, pdf
from moothall.documents.writing.document import Heading, Paragraph, plain
from moothall.domain.exempt_parts import ExemptPart
from moothall.domain.house_templates import HouseTemplate, Numbering, Slot
from moothall.domain.reports import EarlierStage, Implication, OfficerComment, Option, Power, Risk
from moothall.reference import house_templates
from tests.documents.checker import faults
from tests.documents.invented import REPORT

AT = datetime(2024, 7, 1, tzinfo=UTC)
FULL = replace(
    REPORT,
    power=Power("To set the council’s plans", "paragraph 3.4", False),
    earlier_stages=(EarlierStage("Leader’s briefing", date(2024, 6, 4), "Group leaders", "A shorter summary"),),
    risk_register=(Risk("The settlement falls short", "CR07", "Watched each quarter"),),
    implications=(
        *REPORT.implications[:2],
        Implication(
            "equalities", "Screened.", "Dev Rana, adviser", promised="A full assessment", promised_by=date(2024, 12, 2)
        ),
    ),
    options=(
        Option("Approve", "It is asked for.", True, "It takes time."),
        Option("Send nothing", "", False, "Silence."),
    ),
    background_papers=("The letter",),
    no_background_papers=False,
    file_reference="",
    background_copies=(("The letter", "https://www.wrenbourne.example/letter"),),
)


def as_page(template: HouseTemplate) -> str:
    return html.write(committee_report.compose(FULL, template)).decode()


def test_the_plain_house_has_a_place_for_all_a_report_rests_on() -> None:
    page = as_page(house_templates.plain())

    for words in (
        "To set the council’s plans (terms of reference, paragraph 3.4). It is not reserved to Council.",
        "Leader’s briefing, 4 June 2024",
        "CR07",
        "Promised for later: A full assessment, by 2 December 2024",
        "It takes time.",
        'href="https://www.wrenbourne.example/letter"',
    ):
        assert words in page
    assert committee_report.left_out(FULL, house_templates.plain()) == ()


@pytest.mark.parametrize("template", house_templates.all_templates(), ids=lambda one: one.id)
def test_every_house_gives_a_pdf_that_the_open_checker_passes_and_the_risk_with_its_reference(
    template: HouseTemplate,
) -> None:
    page = as_page(template)
    assert page.count("paragraph 3.4") == page.count("Leader’s briefing, 4 June 2024") == 1
    written = pdf.write(committee_report.compose(FULL, template), timestamp=AT)

    assert faults(written) == []
    assert "CR07" in as_page(template) or "risk_register" in committee_report.left_out(FULL, template)


def test_a_slot_can_be_required_only_where_another_field_asks_for_it() -> None:
    slots = (
        Slot("forward_plan", "Notice", required_if="key_decision"),
        Slot("public_interest", "Why closed", required_if="not is_open"),
    )
    template = HouseTemplate("one", "One", slots, Numbering.NONE)
    bare = replace(REPORT, forward_plan_number="", forward_plan_first_notified=None)

    assert committee_report.missing(bare, template) == ()
    assert committee_report.missing(replace(bare, key_decision=True, is_open=False), template) == (
        "Notice",
        "Why closed",
    )


def test_a_condition_on_no_field_of_a_report_is_told() -> None:
    with pytest.raises(ValueError, match="colour"):
        committee_report.is_required(Slot("title", "T", required_if="colour"), REPORT)


def test_part_2_is_a_file_of_its_own_that_says_why_it_is_closed() -> None:
    part = ExemptPart((3,), "Telling it would harm the bargain.", date(2025, 1, 6), "The bid is 4 million.")

    document = exempt_part.compose(part, FULL)

    said = html.write(document).decode()
    for words in ("Part 2: not for publication", "paragraph 3", "Telling it would harm", "The bid is 4 million"):
        assert words in said
    assert faults(pdf.write(document, timestamp=AT)) == []


def everything(data: bytes) -> str:
    """All that a DOCX says in any of its parts, metadata among them."""
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return "\n".join(packed.read(name).decode("utf-8", "ignore") for name in packed.namelist())


@settings(max_examples=8, deadline=None)
@given(secret=st.text(st.characters(codec="ascii", categories=("Ll",)), min_size=9, max_size=14).map("zq{}".format))
def test_no_word_of_part_2_is_in_any_open_file_whatever_it_says(secret: str) -> None:
    part = ExemptPart((3,), f"Because {secret}.", date(2025, 1, 6), f"The {secret} bid.")
    exempt_part.compose(part, FULL)

    document = committee_report.compose(FULL, house_templates.plain())
    made = pdf.write(document, timestamp=AT)
    opened = pypdfium2.PdfDocument(made)
    shown = "".join(page.get_textpage().get_text_bounded() for page in opened) + str(opened.get_metadata_dict())

    for said in (html.write(document, standalone=True).decode(), everything(docx.write(document)), shown):
        assert secret not in said
    assert secret not in exempt_part.FILE_NAME


def test_a_comment_under_a_longer_post_stands_in_its_officers_slot_and_one_that_no_slot_takes_is_named() -> None:
    house = house_templates.by_id("summary_table")
    longer = replace(FULL, officer_comments=(OfficerComment("Chief Finance Officer (section 151)", "The sums agree."),))
    unplaced = replace(FULL, officer_comments=(OfficerComment("Head of Audit", "Seen."),))

    assert "The sums agree." in html.write(committee_report.compose(longer, house)).decode()
    assert "officer_comments" not in committee_report.left_out(longer, house)
    assert "officer_comments" in committee_report.left_out(unplaced, house)


def test_what_joins_a_section_goes_on_in_its_numbers_and_stands_apart_where_there_is_none() -> None:
    house = house_templates.by_id("lettered_recommendations")

    page = committee_report.compose(FULL, house).blocks
    bare = committee_report.compose(replace(FULL, reasons=""), house).blocks

    joined = next(
        one for one in page if isinstance(one, Paragraph) and plain(one.words).startswith("Power relied on. ")
    )
    assert joined.number == "B"
    assert [one.text for one in bare if isinstance(one, Heading)][2:4] == ["Power relied on", "Other Options"]
