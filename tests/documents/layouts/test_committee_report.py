"""The covering report: in each house's order, with its numbers, and nothing lost or left over."""

from __future__ import annotations

import itertools
from dataclasses import replace

import pytest

from moothall.documents.layouts import committee_report
from moothall.documents.writing.document import (
    Document,
    Heading,
    Items,
    Panel,
    Paragraph,
    Setting,
    Table,
    plain,
)
from moothall.domain.decisions import Limb, Verb
from moothall.domain.house_templates import HouseTemplate
from moothall.domain.reports import CommitteeReport, Implication, Option, Recommendation
from moothall.reference import house_templates
from tests.documents.invented import REPORT

EMPTY = CommitteeReport(authority_name="", title="", body="", meeting_on=None)


def composed(template_id: str, **changes: object) -> Document:
    return committee_report.compose(replace(REPORT, **changes), house_templates.by_id(template_id))


def headings(document: Document) -> list[str]:
    found = [block for block in document.blocks if isinstance(block, Heading) and block.level == 2]
    return [f"{block.number} {block.text}".strip() for block in found]


def numbers(document: Document) -> list[str]:
    return [block.number for block in document.blocks if isinstance(block, Paragraph) and block.number]


def rows(document: Document) -> dict[str, str]:
    tables = [block for block in document.blocks if isinstance(block, Table) and not block.header]
    return {said(row[0]): said(row[1]) for table in tables for row in table.rows}


def said(parts: object) -> str:
    lines: list[str] = []
    for part in parts:  # type: ignore[attr-defined]
        if isinstance(part, Items):
            lines += [f"{item.label} {plain(item.words)}".strip() for item in part.items]
        else:
            lines.append(plain(part.words))
    return "\n".join(lines)


def everything(document: Document) -> str:
    lines: list[str] = list(document.subtitles)
    for block in document.blocks:
        match block:
            case Heading():
                lines.append(block.text)
            case Table():
                lines += [said(content) for row in block.rows for content in row]
            case Panel():
                lines.append(said(block.blocks))
            case _:
                lines.append(said((block,)))
    return "\n".join(lines)


def panel(document: Document) -> Panel:
    return next(block for block in document.blocks if isinstance(block, Panel))


def test_the_plain_house_numbers_sections_and_paragraphs_through_the_report() -> None:
    document = composed("plain")

    assert headings(document)[:5] == [
        "1 Purpose",
        "2 Summary",
        "3 Recommendations",
        "4 Reasons",
        "5 Options considered",
    ]
    assert numbers(document)[:4] == ["1.1", "2.1", "2.2", "4.1"]


def test_sections_in_capitals_have_a_stop_after_every_number() -> None:
    document = composed("numbered_in_capitals")

    assert headings(document)[:2] == ["1. EXECUTIVE SUMMARY", "2. RECOMMENDATIONS"]
    assert numbers(document)[:2] == ["3.1.", "4.1."]
    assert "PART 1 – PUBLIC DOCUMENT" in document.subtitles


def test_a_house_that_letters_its_recommendations_numbers_its_background_throughout() -> None:
    document = composed("lettered_recommendations")

    assert headings(document)[:4] == ["Executive Summary", "Recommended that:", "Reason for decision", "Other Options"]
    assert panel(document).blocks[0] == Paragraph(panel(document).blocks[0].words, number="A")  # type: ignore[union-attr]
    assert numbers(document) == ["A", "A", "B", "1.", "2.", "3."]


def test_sections_numbered_from_zero_keep_one_for_their_first_paragraph() -> None:
    document = composed("two_tables")

    assert headings(document)[1:3] == ["1.0 Background", "2.0 Proposal/Details of Options Considered"]
    assert numbers(document)[:3] == ["1.1", "1.2", "2.1"]
    assert rows(document)["Type of Report"] == "Open report\nNon-key decision"


def test_the_opening_table_holds_implications_and_officers_in_a_house_that_puts_them_there() -> None:
    found = rows(composed("summary_table"))

    assert found["Legal:"] == "There is no statutory duty.\nAuthor: Joan Whitcombe, principal solicitor"
    assert found["Human Rights:"] == "There are no implications directly arising from this report."
    assert found["Corporate Risk Management:"] == "The settlement is not known."
    assert found["Monitoring Officer:"] == "Agreed in this form."


def test_recommendations_without_a_text_of_their_own_are_lettered_limbs_with_bold_verbs() -> None:
    lead, limbs = panel(composed("plain")).blocks

    assert isinstance(lead, Paragraph) and isinstance(limbs, Items)
    assert plain(lead.words) == "That Cabinet"
    assert [(item.label, plain(item.words)) for item in limbs.items] == [
        ("(a)", "approves the plan at Appendix A for submission; and"),
        ("(b)", "delegates to the Leader and the chief executive authority to agree changes of wording."),
    ]
    assert [span.text for item in limbs.items for span in item.words if span.bold] == ["approves", "delegates"]


def test_an_alternative_recommendation_stands_after_an_or_that_has_no_number() -> None:
    asked = (
        Recommendation("1", "That Cabinet approves the plan.", (Limb(Verb.APPROVE, "the plan"),)),
        Recommendation("2", "That Cabinet delegates authority to agree it.", (Limb(Verb.DELEGATE, ""),), "1"),
    )

    blocks = panel(composed("numbered_in_capitals", recommendations=asked)).blocks

    assert [(part.number, plain(part.words)) for part in blocks if isinstance(part, Paragraph)] == [
        ("2.1.", "That Cabinet approves the plan."),
        ("", "or"),
        ("2.2.", "That Cabinet delegates authority to agree it."),
    ]


def test_the_authors_of_implications_stand_under_them() -> None:
    lines = [block for block in composed("plain").blocks if isinstance(block, Paragraph)]

    pairs = itertools.pairwise(lines)
    under = [(plain(before.words), plain(line.words)) for before, line in pairs if line.setting is Setting.NOTE]

    assert under == [
        ("Financial. No new spending.", "Author: Marion Bexley, finance partner"),
        ("Legal. There is no statutory duty.", "Author: Joan Whitcombe, principal solicitor"),
    ]


@pytest.mark.parametrize("template_id", house_templates.TEMPLATES)
def test_no_house_drops_an_implication_or_lends_one_kind_the_words_of_another(template_id: str) -> None:
    kinds = ("financial", "safeguarding", "newly")
    given = tuple(Implication(kind, f"What there is to say of {kind}.") for kind in kinds)
    none = Implication("data_protection", "", is_none=True)

    text = everything(composed(template_id, implications=(*given, none), risks="What there is to say of risk."))

    assert all(text.count(one.text) == 1 for one in given)
    assert text.count("What there is to say of risk.") == 1
    assert "Data protection" in text or "Data Protection" in text or "DATA PROTECTION" in text
    assert "no equality issues" not in text and "no human resource" not in text


def test_a_house_with_a_section_for_each_kind_gives_a_further_kind_a_section_of_its_own() -> None:
    document = composed("recommendation_first")

    assert headings(document)[10:13] == ["9 Legal Implications", "10 Equality Issues", "11 Human rights implications"]


def test_none_and_not_filled_in_are_two_things() -> None:
    nothing_said = composed("plain", no_background_papers=False)
    none = composed("plain")

    assert not any("Background papers" in heading for heading in headings(nothing_said))
    assert "Background papers\nNone." in everything(none)


def test_appendices_are_counted_where_the_house_counts_them() -> None:
    assert rows(composed("recommendation_first"))["No of Annexes:"] == "2"
    assert rows(composed("recommendation_first", appendices=()))["No of Annexes:"] == "None"


def test_letters_typed_before_options_do_not_stand_beside_the_houses_own() -> None:
    options = (Option("A. Approve"), Option("Option b: Send nothing"))

    document = composed("recommendation_first", options=options)

    lists = [block for block in document.blocks if isinstance(block, Items)]
    assert [(item.label, plain(item.words)) for one in lists for item in one.items if item.label] == [
        ("a.", "Approve"),
        ("b.", "Send nothing"),
    ]


def test_exempt_reports_say_under_which_paragraph() -> None:
    found = rows(composed("plain", is_open=False, exempt_paragraphs="Paragraph 3 of Schedule 12A."))

    assert found["Exempt information"] == "This report is exempt from publication. Paragraph 3 of Schedule 12A."


@pytest.mark.parametrize("template", house_templates.all_templates(), ids=lambda one: one.id)
def test_a_full_report_misses_nothing_and_an_empty_one_misses_all_that_is_required(template: HouseTemplate) -> None:
    assert committee_report.missing(REPORT, template) == ()

    found = committee_report.missing(EMPTY, template)

    always_said = {"is_open", "appendix_count", "report_type"}
    labels = {slot.label.rstrip(":- ") for slot in template.slots if slot.required and slot.field not in always_said}
    assert {one.split(": ")[0] for one in found} >= labels - {""}


def test_what_is_missing_goes_by_the_houses_own_labels() -> None:
    report = replace(REPORT, officer_comments=(), reasons="", implications=())

    found = committee_report.missing(report, house_templates.by_id("summary_table"))

    assert "Monitoring Officer" in found and "Legal" in found and "Human Rights" in found
    assert "Reasons" not in found


def test_each_missing_kind_is_named_where_a_house_wants_several_in_one_section() -> None:
    report = replace(REPORT, implications=(Implication("legal", "None of note."),))

    assert committee_report.missing(report, house_templates.plain()) == (
        "Implications: Financial",
        "Implications: Equalities",
    )


def test_an_empty_report_leaves_no_heading_without_words_under_it() -> None:
    for template in house_templates.all_templates():
        blocks = committee_report.compose(EMPTY, template).blocks
        pairs = itertools.pairwise((*blocks, Heading("end")))

        assert not [one for one, after in pairs if isinstance(one, Heading) and isinstance(after, Heading)]


def test_what_a_house_has_no_place_for_is_named_rather_than_lost_unseen() -> None:
    found = committee_report.left_out(REPORT, house_templates.by_id("two_tables"))

    assert "consultation" in found and "appendices" in found
    assert "implications" not in found and "risks" not in found
    assert committee_report.left_out(EMPTY, house_templates.by_id("two_tables")) == ()
