"""The checks before the public sees it: what each points out, and what it leaves alone."""

from __future__ import annotations

import inspect
import itertools
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as some

from benchmarks.safety import cases, measure
from moothall.domain.placed_remarks import Attachment, Material, PlacedRemark, Section, Whole, sentences
from moothall.domain.reports import CommitteeReport, Implication, Officer
from moothall.domain.safety import CHECKS, reading_age
from moothall.domain.safety.national_numbers import is_health_number
from moothall.domain.safety_remarks import safety_remarks
from moothall.reference import public_safety

REPORT = CommitteeReport("Ambermere District Council", "Savings Plan", "Cabinet", date(2024, 7, 11))


def looked(text: str, *, key: str = "report.background", report: CommitteeReport = REPORT, **more: Any) -> Material:
    """One section of a report, looked at on 10 July 2024."""
    whole = Whole(key.partition(".")[0])
    given_ = {
        "as_of": date(2024, 7, 10),
        "official_name": "Ambermere District Council",
        "letter_on": date(2024, 4, 16),
        "deadline_on": date(2024, 7, 19),
        "report": report,
        "known": public_safety.known(),
    } | more
    return Material(sections=(Section(whole, key, "Background", text),), **given_)


def found(text: str, **more: Any) -> list[tuple[str, str]]:
    return [(one.remark.check, one.quote) for one in safety_remarks(looked(text, **more))]


def test_on_the_invented_texts_at_most_one_remark_in_ten_is_wrong_and_one_place_in_ten_is_missed() -> None:
    measured = measure()

    assert len(list(cases())) >= 20
    assert measured.precision >= 0.9, measured.wrong
    assert measured.recall >= 0.9, measured.missed


@pytest.mark.parametrize("module", CHECKS, ids=lambda module: module.CHECK)
def test_a_check_has_a_lasting_id_says_what_it_does_and_is_silent_on_nothing(module: Any) -> None:
    empty = Material(sections=(), as_of=date(2024, 7, 10))

    assert inspect.getdoc(module.check)
    assert list(module.check(empty)) == []


@given(some.text(alphabet=some.characters(codec="utf-8", exclude_categories=["Cs"]), max_size=400))
def test_every_quotation_is_the_words_of_its_place_whatever_the_text(text: str) -> None:
    material = looked(text)

    remarks = safety_remarks(material)

    assert all(material.sections[0].text[one.start : one.end] == one.quote for one in remarks)
    assert len({one.key for one in remarks}) == len(remarks)
    assert remarks == safety_remarks(material)


@given(some.text(alphabet="ab. ?\n-AB1", max_size=200))
def test_sentences_follow_each_other_and_leave_no_word_out(text: str) -> None:
    spans = list(sentences(text))

    assert all(last <= first for (_, last), (first, _) in itertools.pairwise(spans))
    assert sum(len(text[first:last].split()) for first, last in spans) == len(text.split())


@given(some.from_regex(r"[0-9]{9}", fullmatch=True))
def test_nine_digits_have_at_most_one_check_digit(nine: str) -> None:
    right = [digit for digit in "0123456789" if is_health_number(nine + digit)]

    assert len(right) <= 1


def test_a_settled_key_holds_for_the_words_and_goes_with_them() -> None:
    (one,) = safety_remarks(looked("Write to policy.ambermere@gmail.com today. Nothing else."))
    (moved,) = safety_remarks(looked("A word before. Write to policy.ambermere@gmail.com today. More."))
    (other,) = safety_remarks(looked("Write to policy.ambermere@gmail.com tomorrow. Nothing else."))

    assert one.key == moved.key
    assert one.key != other.key


@pytest.mark.parametrize(
    ("text", "check", "quote"),
    [
        ("The tenant's NHS number is 943 476 5919.", "national_number", "943 476 5919"),
        ("His number is AB 12 34 56 C.", "national_number", "AB 12 34 56 C"),
        ("Ring Mrs Tolland on 07700 900123.", "phone_number", "07700 900123"),
        ("Mrs Tolland lives at 27 Cobbler Lane.", "home_address", "27 Cobbler Lane"),
        ("Two employees with cancer left in May.", "small_number", "Two employees with cancer"),
        ("This is commercially sensitive.", "exempt_words", "commercially sensitive"),
        ("The grievance hearing brought by the former manager is set.", "exempt_words", "grievance hearing brought by"),
        ("Send it to government by 26 July 2024.", "round_date", "26 July 2024"),
        ("The department's letter of 16 May 2024 asked for it.", "round_date", "16 May 2024"),
        ("The DLUHC asked for a plan.", "department_that_day", "DLUHC"),
        ("The plan of Ambermer District Council.", "own_name", "Ambermer District Council"),
        ("The saving is [insert figure].", "guidance_left", "[insert figure]"),
        ("See http://localhost:8000/plan for it.", "closed_link", "http://localhost:8000/plan"),
        ("The graph is below. ![](chart.png)", "alternative_text", "![](chart.png)"),
        ("We use RPA in revenues.", "acronym", "RPA"),
    ],
)
def test_what_is_pointed_out(text: str, check: str, quote: str) -> None:
    assert (check, quote) in found(text)


@pytest.mark.parametrize(
    "text",
    [
        "Reference 943 476 5918 is a framework.",
        "The switchboard is 01234 555 0100, and the depot is at 14 Mill Lane.",
        "One in four households has a disabled child.",
        "Three officers support families with disabled children.",
        "Nothing in this report is commercially sensitive.",
        "The Council's grievance procedure applies.",
        "Send it to government by 19 July 2024.",
        "A letter of 2 December 2022 from the department set out funding.",
        "In 2022 the DLUHC asked for returns.",
        "Essex County Council and Ambermere Town Council were asked.",
        "Councillor Martin Ferrier and Helen Ashworth, Chief Executive, were asked.",
        "Robotic process automation (RPA) is in use, and RPA has paid for itself.",
        "See https://www.ambermere.gov.uk/plan for it.",
        "Part XX of the Act.",
    ],
)
def test_what_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_a_person_the_report_names_may_be_named_and_reached() -> None:
    contact = Officer("Sarah Penhale", "Policy officer", "sarah.penhale@ambermere.gov.uk", "07700 900123")
    text = "Ask Sarah Penhale, sarah.penhale@ambermere.gov.uk, 07700 900 123."

    assert len(found(text)) == 3
    assert found(text, report=replace(REPORT, contact_officers=(contact,)), named=("Sarah Penhale",)) == []


def test_a_sentence_of_part_2_in_the_open_part_is_found_whatever_its_spacing() -> None:
    closed = "The tenderer bid one hundred pounds for the whole of the site."

    assert found(f"Before.  {closed.upper()} After it.", exempt=(closed,)) == [("exempt_sentence", closed.upper())]
    assert found("The tenderer bid.", exempt=("The tenderer bid.",)) == [], "too short to tell"


def test_wording_is_only_remarked_on_inside_the_window_of_the_poll_and_only_as_a_hint() -> None:
    text = "This administration has kept its manifesto."
    window = (date(2024, 3, 25), date(2024, 5, 2))

    inside = safety_remarks(looked(text, as_of=date(2024, 4, 2), poll=window))

    assert [one.quote for one in inside] == ["This administration", "manifesto"]
    assert all(one.is_hint for one in inside)
    assert found(text, poll=window) == []


def contradictions(report: CommitteeReport, **fields: str) -> set[str]:
    sections = tuple(Section(Whole.REPORT, f"report.{name}", name, text) for name, text in fields.items())
    return {one.remark.check for one in safety_remarks(replace(looked(""), sections=sections, report=report))}


def test_contradictions_inside_a_report_are_found() -> None:
    urgent = replace(REPORT, subject_to_call_in=True, key_decision=False)
    free = replace(REPORT, implications=(Implication("financial", "None arise.", is_none=True),))

    assert contradictions(REPORT, purpose="This is for noting.", recommendations="That the plan be endorsed.") == {
        "note_or_approve"
    }
    assert contradictions(urgent, reasons="The decision is exempt from call-in.") == {"call_in_or_urgent"}
    assert contradictions(urgent, reasons="This is a key decision.") == {"key_or_not"}
    assert contradictions(free, proposals="The platform will cost £185,000.") == {"cost_or_none"}
    assert contradictions(REPORT, recommendations="That Council approves the plan.") == {"another_body"}
    assert contradictions(REPORT, purpose="Cabinet will on 18 July 2024 decide.") == {"meeting_day"}
    assert contradictions(
        REPORT, purpose="Submission is due by 19 July 2024.", reasons="It is to be submitted before 19 July 2024."
    ) == {"by_or_before"}


def test_a_report_that_agrees_with_itself_has_no_contradiction() -> None:
    agrees = replace(REPORT, subject_to_call_in=True, key_decision=True)

    assert (
        contradictions(
            agrees,
            purpose="To seek approval. This is a key decision.",
            recommendations="That Cabinet approve the plan and recommend it to Council.",
            reasons="It will be open to call-in. It is to be submitted by 19 July 2024.",
        )
        == set()
    )


def test_files_are_told_of_by_what_they_carry() -> None:
    file = Attachment("file.1", "Plan.docx", ("Nell Arden",), 2, 1, 3, 1)

    said = [one.remark.message for one in safety_remarks(looked("", attachments=(file,), named=("Uma Brackley",)))]

    assert said == [
        "The properties of Plan.docx name Nell Arden.",
        "Plan.docx still holds 2 tracked changes and 1 comment.",
        "1 of 3 pictures in Plan.docx has no words.",
    ]


@pytest.mark.parametrize(("word", "count"), [("plan", 1), ("council", 2), ("budgeted", 3), ("people", 2), ("moved", 1)])
def test_syllables_are_counted_by_ear(word: str, count: int) -> None:
    assert reading_age.syllables(word) == count


def test_short_words_read_younger_than_long_ones_and_too_few_say_nothing() -> None:
    plain, hard = "The bin is green. " * 30, "Organisational transformation necessitates collaboration " * 30

    assert (reading_age.age(plain) or 99) < (reading_age.age(hard) or 0)
    assert reading_age.age("The bin is green.") is None


def test_a_remark_is_a_value() -> None:
    (one,) = safety_remarks(looked("Write to policy.ambermere@gmail.com today."))

    assert isinstance(one, PlacedRemark)
    assert (one.place, one.around) == ("report.background", "Write to policy.ambermere@gmail.com today.")
