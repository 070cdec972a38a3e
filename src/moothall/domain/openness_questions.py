"""The clocks of what is open, exempt and confidential as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.asked import day_of, numbers, on, on_or_none, one_of, said, text, yes, yes_no
from moothall.domain.authorities import BodyKind
from moothall.domain.clock_arguments import Argument, ClockQuestion, Moment
from moothall.domain.clocks import (
    exclusion_resolution,
    exempt_information,
    item_openness,
    minutes_summary,
    withheld_report,
)
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline

DAY = day_of("day", "On which day?", "the day to look at")
PARAGRAPHS = text(
    "paragraphs",
    "Which paragraphs of schedule 12A are claimed?",
    "paragraphs of part 1 of schedule 12A, from 1 to 7, with commas",
    hint="Their numbers, such as 3 or 1,2.",
)
EXECUTIVE = yes_no("executive", "Is it the executive's?", "it is the executive's meeting or decision")
BODIES = {
    BodyKind.EXECUTIVE: "The executive",
    BodyKind.FULL_COUNCIL: "The council",
    BodyKind.COMMITTEE: "A committee",
    BodyKind.SCRUTINY: "A scrutiny committee",
    BodyKind.INDIVIDUAL_MEMBER: "One member, alone",
    BodyKind.OFFICER: "An officer",
}


def _item_openness(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return item_openness.deadline(
        on(asked, "day"),
        from_department=yes(asked, "from_department"),
        barred_by=said(asked, "barred_by"),
        paragraphs=numbers(asked, "paragraphs"),
        executive=yes(asked, "executive"),
    )


def _exempt_information(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return exempt_information.deadline(
        on(asked, "day"),
        paragraphs=numbers(asked, "paragraphs"),
        must_be_registered=yes(asked, "must_be_registered"),
        own_planning_permission=yes(asked, "own_planning_permission"),
        public_interest=said(asked, "public_interest"),
        review_on=on_or_none(asked, "review"),
    )


def _exclusion_resolution(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return exclusion_resolution.deadline(
        on(asked, "day"),
        part=said(asked, "part"),
        paragraphs=numbers(asked, "paragraphs"),
        description=said(asked, "description"),
        executive=yes(asked, "executive"),
    )


def _withheld_report(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return withheld_report.deadline(
        on(asked, "day"),
        body=given.choice(asked["decision_of"], "decision_of", BodyKind),
        paragraphs=numbers(asked, "paragraphs"),
        confidential=yes(asked, "confidential"),
        opinion_of=said(asked, "opinion_of"),
    )


def _minutes_summary(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return minutes_summary.deadline(
        on(asked, "meeting"),
        part_kept_back=yes(asked, "part_kept_back"),
        fair_without=yes(asked, "fair_without"),
        summary_by=said(asked, "summary_by"),
    )


QUESTIONS = (
    ClockQuestion(
        item_openness.NAME,
        "open, may_close or must_close: whether the public may be shut out for an item",
        (
            DAY,
            yes_no(
                "from_department",
                "Did a government department supply it on terms that forbid disclosure?",
                "a government department supplied it on terms that forbid disclosure",
            ),
            text(
                "barred_by", "Does a law or a court forbid disclosing it?", "the law or order that forbids disclosure"
            ),
            PARAGRAPHS,
            EXECUTIVE,
        ),
        ("day",),
        _item_openness,
        title="Open, exempt or confidential",
        moment=Moment.OPENNESS,
        kinds=(
            (item_openness.OPEN, "Open"),
            (item_openness.MAY_CLOSE, "May be closed by a vote"),
            (item_openness.MUST_CLOSE, "Must be closed"),
        ),
        example=(("day", "2024-07-09"), ("paragraphs", "3")),
    ),
    ClockQuestion(
        exempt_information.NAME,
        "exempt, not_exempt or not_shown, and the day to look at the public interest again",
        (
            DAY,
            Argument(
                "paragraphs",
                PARAGRAPHS.meaning,
                example="3",
                label=PARAGRAPHS.label,
                hint=PARAGRAPHS.hint,
                reads=PARAGRAPHS.reads,
            ),
            yes_no(
                "must_be_registered",
                "Must it be registered, as company accounts must?",
                "company law or the like has the information registered",
            ),
            yes_no(
                "own_planning_permission",
                "Is it about planning permission for the council itself?",
                "it is about the authority's own planning permission",
            ),
            text(
                "public_interest",
                "Why does the public interest in keeping it closed outweigh disclosing it?",
                "why the public interest in keeping it closed outweighs that in disclosing it",
            ),
            day_of("review", "When will that be looked at again?", "the day to look again", needed=False),
        ),
        ("day", "paragraphs"),
        _exempt_information,
        title="Whether information is exempt",
        moment=Moment.OPENNESS,
        sentence="Look again at the public interest by {when}",
        kinds=(
            (exempt_information.EXEMPT, "Exempt"),
            (exempt_information.NOT_EXEMPT, "Not exempt"),
            (exempt_information.NOT_SHOWN, "Not yet shown"),
        ),
        example=(
            ("day", "2024-07-09"),
            ("paragraphs", "3"),
            ("public_interest", "The price is still being negotiated"),
            ("review", "2024-10-01"),
        ),
    ),
    ClockQuestion(
        exclusion_resolution.NAME,
        "valid or not_valid: whether a resolution to shut the public out says what it must",
        (
            DAY,
            text("part", "Which proceedings, or which part of them?", "the proceedings or the part it applies to"),
            PARAGRAPHS,
            text("description", "How does it describe the information?", "the description in words, from the schedule"),
            EXECUTIVE,
        ),
        ("day",),
        _exclusion_resolution,
        title="A resolution to shut the public out",
        moment=Moment.OPENNESS,
        kinds=((exclusion_resolution.VALID, "Says what it must"), (exclusion_resolution.NOT_VALID, "Not enough")),
        example=(
            ("day", "2024-07-09"),
            ("part", "Item 9, appendix B"),
            ("paragraphs", "3"),
            ("description", "Business affairs of the bidders"),
        ),
    ),
    ClockQuestion(
        withheld_report.NAME,
        "proper_officer or decision_maker: who decides that a report is kept back, and the mark on every copy",
        (
            DAY,
            one_of("decision_of", "Who decides the matter?", BodyKind, BODIES),
            PARAGRAPHS,
            yes_no("confidential", "Is it confidential?", "the report is confidential, and not only exempt"),
            text("opinion_of", "Whose opinion is it?", "the name of the person whose opinion it is"),
        ),
        ("day", "decision_of"),
        _withheld_report,
        title="A report kept back from the public",
        moment=Moment.OPENNESS,
        kinds=(
            (withheld_report.PROPER_OFFICER, "The proper officer decides"),
            (withheld_report.DECISION_MAKER, "The decision maker decides"),
        ),
        example=(("day", "2024-07-09"), ("decision_of", "committee"), ("paragraphs", "3")),
    ),
    ClockQuestion(
        minutes_summary.NAME,
        "not_needed, needed or made: whether minutes with a part kept back need a written summary",
        (
            day_of("meeting", "When was the meeting?", "the day of the meeting"),
            yes_no("part_kept_back", "Is part of the minutes kept back?", "part of the minutes is kept back as exempt"),
            yes_no("fair_without", "Is what is left a fair and coherent record?", "what is left is fair and coherent"),
            text("summary_by", "Who made the written summary?", "the proper officer who made the summary"),
        ),
        ("meeting",),
        _minutes_summary,
        title="A summary beside closed minutes",
        moment=Moment.OPENNESS,
        kinds=(
            (minutes_summary.NOT_NEEDED, "No summary needed"),
            (minutes_summary.NEEDED, "A summary is owed"),
            (minutes_summary.MADE, "The summary is made"),
        ),
        example=(("meeting", "2024-07-09"), ("part_kept_back", "true")),
    ),
)
