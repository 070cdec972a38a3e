"""Statements of each kind in the words councils use, and silence where the words only sound like them."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from moothall.domain.plans import AnswerStatus, CommitmentStatus, Direction
from moothall.domain.statements import (
    AskFound,
    BarrierFound,
    Basis,
    CommitmentFound,
    FigureFound,
    MeasureFound,
    MilestoneFound,
    NonAnswerFound,
    PartnershipFound,
    QuotationFound,
    Recurrence,
    SectionFound,
    Side,
    Statement,
    Terms,
)
from tests.samples import marked_plans

HEAD = "# Wrenmoor Council productivity plan\n\nJuly 2024\n\n## How we have transformed services\n\n"
BARRIERS = "# Wrenmoor Council productivity plan\n\nJuly 2024\n\n## Barriers\n\n"


def of(kind: type, words: str, head: str = HEAD) -> list[Statement]:
    return [one for one in marked_plans.read(head + words + "\n") if isinstance(one.value, kind)]


def figure(words: str) -> FigureFound:
    (found,) = of(FigureFound, words)
    assert isinstance(found.value, FigureFound)
    return found.value


def test_a_change_from_one_number_to_another_keeps_both() -> None:
    found = figure("The workforce went from 445 to 345 FTE.")

    assert (found.before, found.value, found.unit) == (Decimal(445), Decimal(345), "FTE")


def test_a_saving_a_year_recurs_and_millions_are_whole_pounds() -> None:
    found = figure("The contract saves £2.3m a year.")

    assert (found.value, found.per, found.recurrence) == (Decimal(2_300_000), "year", Recurrence.RECURRING)


def test_the_target_is_told_from_what_was_achieved() -> None:
    both = of(FigureFound, "The programme delivered savings of £1.485m against a target of £1.5m.")

    assert [getattr(one.value, "basis", None) for one in both] == [Basis.ACTUAL, Basis.TARGET]


def test_a_range_about_circa_and_real_terms() -> None:
    between = figure("Day rates are £450 to £600.")
    circa = figure("The scheme cost circa £85k.")
    real = figure("Core funding fell by 13% in real terms since 2010.")

    assert (between.value, between.upper) == (Decimal(450), Decimal(600))
    assert (circa.value, circa.approximate) == (Decimal(85_000), True)
    assert (real.terms, real.change) == (Terms.REAL, "down")
    assert real.since is not None
    assert real.since.first_on == date(2010, 1, 1)


@pytest.mark.parametrize(
    "words",
    [
        "The Section 151 Officer signs each order.",
        "Staff use Microsoft 365 every day.",
        "The line is open 24/7 for residents.",
        "We met on 11 July 2024 to agree it.",
        "See page 12 and appendix 3 for more.",
        "Phase 2 follows in the same way.",
    ],
)
def test_a_number_that_is_a_name_or_a_day_is_no_figure(words: str) -> None:
    assert of(FigureFound, words) == []


def test_a_commitment_says_how_far_it_is_who_and_when() -> None:
    (found,) = of(CommitmentFound, "We will open a second depot by March 2026 (Lead: Head of Waste).")

    assert isinstance(found.value, CommitmentFound)
    assert (found.value.status, found.value.who) == (CommitmentStatus.PLANNED, "Head of Waste")
    assert found.value.when is not None
    assert found.value.when.last_on == date(2026, 3, 31)


@pytest.mark.parametrize(
    "words",
    [
        "Demand for care will continue to rise.",
        "This plan was approved by Cabinet on 9 July 2024.",
        "The Minister has said that councils will cut waste.",
        "Our grant was cut by a third.",
        "We would welcome a longer settlement.",
        "Local elections will be held in May.",
    ],
)
def test_what_befalls_a_council_or_others_say_is_no_commitment(words: str) -> None:
    assert of(CommitmentFound, words) == []


def test_a_span_is_counted_from_the_plans_own_date() -> None:
    (found,) = of(MilestoneFound, "Over the next two years we will merge the teams.")

    assert isinstance(found.value, MilestoneFound)
    assert found.value.due.last_on == date(2026, 7, 31)


def test_a_span_in_a_plan_without_a_date_is_not_worked_out() -> None:
    undated = HEAD.replace("July 2024\n\n", "")

    (found,) = of(MilestoneFound, "Over the next two years we will merge the teams.", undated)

    assert isinstance(found.value, MilestoneFound)
    assert found.value.due.last_on is None
    assert "no date of its own" in found.remarks[0]


def test_the_ask_is_kept_apart_from_the_obstacle() -> None:
    words = "Single-year settlements make it difficult to plan. We ask Government to settle three years at once."

    (barrier,) = of(BarrierFound, words, BARRIERS)
    (ask,) = of(AskFound, words, BARRIERS)

    assert barrier.quote == "Single-year settlements make it difficult to plan."
    assert isinstance(ask.value, AskFound)
    assert ask.value.of == "Government"


def test_facility_time_reported_elsewhere_is_a_non_answer_with_its_place() -> None:
    words = "The question on facility time is answered elsewhere: it is reported in our annual pay policy statement."

    (found,) = of(NonAnswerFound, words)

    assert isinstance(found.value, NonAnswerFound)
    assert found.value.status is AnswerStatus.ELSEWHERE
    assert found.value.where == "our annual pay policy statement"


def test_a_declined_question_keeps_its_reason() -> None:
    (found,) = of(NonAnswerFound, "We decline to answer the question on savings because it presumes waste.")

    assert isinstance(found.value, NonAnswerFound)
    assert (found.value.status, found.value.reason) == (AnswerStatus.NOT_ANSWERED, "it presumes waste")


def test_a_figure_in_an_auditors_words_is_the_auditors() -> None:
    (found,) = of(FigureFound, "Our external auditors reported that voids averaged 64 days.")

    assert found.voice is not None
    assert found.voice.side is Side.AUDITOR
    assert not found.is_councils


def test_partners_are_named_as_written() -> None:
    (found,) = of(PartnershipFound, "The hub is run in partnership with the fire service and Citizens Advice.")

    assert isinstance(found.value, PartnershipFound)
    assert found.value.partners == ("fire service", "Citizens Advice")


def test_a_heading_that_is_a_question_answers_that_question() -> None:
    found = of(SectionFound, "### How do you measure productivity?\n\nBy cost per household.")

    assert isinstance(found[-1].value, SectionFound)
    assert found[-1].value.questions == ("T1.Q2",)


TABLE = "# Wrenmoor Council productivity plan\n\nJuly 2024\n\n"


def test_what_a_table_of_achievements_says_is_done_and_no_step_to_come() -> None:
    words = "Theme\tWhat we did\tWhen\nTechnology\tLaunched the residents' account\tMarch 2023\n"

    (done,) = of(CommitmentFound, words, f"{TABLE}## Our achievements\n\n")

    assert isinstance(done.value, CommitmentFound)
    assert done.value.status is CommitmentStatus.DONE
    assert done.theme == "technology_data", "as its row says, not as its heading does"
    assert of(MilestoneFound, words, f"{TABLE}## Our achievements\n\n") == []


def test_a_deadline_in_figures_is_a_day_and_one_that_says_complete_is_none() -> None:
    rows = "Action\tDeadline\tStatus\nMove the depot to Northway\t31/12/2024\tIn progress\n"
    rows += "Review every contract\tComplete\tComplete\n"

    (step,) = of(MilestoneFound, rows)

    assert isinstance(step.value, MilestoneFound)
    assert step.value.due.last_on == date(2024, 12, 31)


def test_the_column_that_says_which_way_is_better_is_read() -> None:
    rows = "Indicator\tBaseline (2023/24)\tTarget (2025/26)\tBetter is\nAgency staff as % of pay\t8.2%\t5.0%\tLower\n"

    (measure,) = of(MeasureFound, rows, f"{TABLE}## How we will measure success\n\n")

    assert isinstance(measure.value, MeasureFound)
    assert measure.value.direction is Direction.DOWN


def test_the_time_after_the_verb_is_the_deed_s() -> None:
    (step,) = of(MilestoneFound, "The contract ends in 2026 and options will be brought to Cabinet in February 2025.")

    assert isinstance(step.value, MilestoneFound)
    assert step.value.due.written == "February 2025"


@pytest.mark.parametrize(
    "words",
    [
        "The schools deficit stands at £61m and will reach £118m by March 2026.",
        "Some 78% of council tax customers have moved to online accounts.",
    ],
)
def test_what_grows_and_what_customers_do_is_no_commitment(words: str) -> None:
    assert of(CommitmentFound, words) == []


def test_seven_in_ten_people_are_not_ten_people() -> None:
    assert of(FigureFound, "Seven in ten people who call us find help at once.") == []


def test_government_that_is_asked_to_do_something_is_asked() -> None:
    (ask,) = of(AskFound, "Government is asked to publish the use it makes of each return.", BARRIERS)

    assert isinstance(ask.value, AskFound)
    assert ask.value.of == "Government"


def test_the_nearest_who_speaks_is_quoted() -> None:
    words = "We did so while Ofsted judged our homes good, and the Care Quality Commission "
    words += 'described our care as "outstanding in every way".'

    (quoted,) = of(QuotationFound, words)

    assert quoted.voice is not None
    assert quoted.voice.name == "the Care Quality Commission"


def test_a_statement_is_under_the_one_question_of_its_theme_that_its_sentence_speaks_to() -> None:
    head = f"{TABLE}## Reducing wasteful spend\n\n"

    (agency,) = of(FigureFound, "Agency staff cost 3.9% of the pay bill.", head)
    (whole,) = of(FigureFound, "Every request above £500 is looked at by a panel.", head)

    assert (agency.theme, agency.question) == ("wasteful_spend", "T3.Q4")
    assert (whole.theme, whole.question) == ("wasteful_spend", None)


def test_a_theme_put_as_a_question_is_the_theme_of_the_questions_under_it() -> None:
    head = f"{TABLE}## How will you take advantage of technology and make better use of data?\n\n"

    found = of(SectionFound, "### Are there particular barriers from legacy systems?\n\nYes, two.", head)

    assert found[-1].place == ("technology_data", "T2.Q2")


def test_a_letter_without_headings_is_parted_by_its_paragraphs() -> None:
    words = "We share data with the police, and our data team will open a data portal in May 2025."

    (commitment,) = of(CommitmentFound, words, "# Response of Wrenmoor Council\n\nDear Minister,\n\n")

    assert commitment.theme == "technology_data"


def test_a_question_declined_after_it_is_named_is_that_question() -> None:
    words = "You asked about spending on equality, diversity and inclusion. We do not hold this as a separate budget."

    (declined,) = of(NonAnswerFound, words)

    assert declined.place == ("wasteful_spend", "T3.Q3")


def test_a_table_of_what_was_done_and_what_will_be_done_says_how_far_each_thing_is() -> None:
    table = (
        "| Theme | What we have done | What we will do | Measure |\n|---|---|---|---|\n"
        "| Technology and data | New website for bookings | Case system by December 2025 | Share of forms online |\n"
    )

    found = [one.value for one in of(CommitmentFound, table)]
    steps = [one.value for one in of(MilestoneFound, table)]
    followed = [one.value.title for one in of(MeasureFound, table) if isinstance(one.value, MeasureFound)]

    assert [(one.text, one.status) for one in found if isinstance(one, CommitmentFound)] == [
        ("New website for bookings", CommitmentStatus.DONE),
        ("Case system by December 2025", CommitmentStatus.PLANNED),
    ]
    assert [one.text for one in steps if isinstance(one, MilestoneFound)] == ["Case system by December 2025"]
    assert followed == ["Share of forms online"]


def test_one_column_of_actions_keeps_the_status_its_own_row_gives() -> None:
    table = "| Action | Status |\n|---|---|\n| Move payroll to one system | Complete |\n| Close the depot | Planned |\n"

    found = [one.value for one in of(CommitmentFound, table)]

    assert [one.status for one in found if isinstance(one, CommitmentFound)] == [
        CommitmentStatus.DONE,
        CommitmentStatus.PLANNED,
    ]
