"""The clocks of statutory officers and of best value as programs and people ask for them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from moothall.domain import given
from moothall.domain.asked import day_of, must_say, on, on_or_none, one_of, some_of, text, yes, yes_no
from moothall.domain.clock_arguments import ClockQuestion, Moment
from moothall.domain.clocks import (
    best_value_consultation,
    best_value_themes,
    head_of_service_report,
    officer_report_route,
    peer_challenge,
    sole_reviewer,
    statutory_officers,
)
from moothall.domain.clocks.best_value_consultation import GROUPS, Group
from moothall.domain.clocks.best_value_themes import Theme
from moothall.domain.clocks.officer_report_route import Matter
from moothall.domain.days import Holidays
from moothall.domain.deadlines import Deadline
from moothall.domain.officers import CouncilKind, Holding, Post
from moothall.domain.refusals import Refusal

DAY = day_of("day", "On which day?", "the day to look at")


def _statutory_officers(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return statutory_officers.deadline(
        on(asked, "day"),
        holdings=[holding for post in Post for holding in _holdings(asked.get(post.value), post)],
        council=given.choice(asked.get("council_kind", CouncilKind.DISTRICT), "council_kind", CouncilKind),
    )


def _holdings(value: Any, post: Post) -> list[Holding]:
    """Who holds a post: one name, or a list of objects with holder, from and to."""
    if value is None:
        return []
    if isinstance(value, str):
        return [Holding(post, value)] if value.strip() else []
    if not isinstance(value, list):
        raise Refusal(
            f"{post.value} is neither a name nor a list.",
            next_step='Give a name, or [{"holder": "A. Name", "from": "2024-01-01", "to": "2024-06-30"}].',
        )
    return [_holding(row, post) for row in value]


def _holding(row: Any, post: Post) -> Holding:
    if not isinstance(row, Mapping):
        raise Refusal(f"{post.value} holds a line that is no object.", next_step='Give {"holder": "A. Name"}.')
    given.check_keys(row, ("holder", "from", "to"), where=f"A holder of {post.value}")
    return Holding(
        post,
        given.words(row.get("holder", ""), "holder"),
        on_or_none({key: day for key, day in row.items() if day is not None}, "from"),
        on_or_none({key: day for key, day in row.items() if day is not None}, "to"),
    )


def _head_of_service_report(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return head_of_service_report.deadline(on(asked, "sent"), holidays=holidays)


def _officer_report_route(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return officer_report_route.deadline(
        matter=given.choice(asked["matter"], "matter", Matter),
        executive=yes(asked, "executive"),
        ombudsman_investigated=yes(asked, "ombudsman_investigated"),
    )


def _sole_reviewer(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return sole_reviewer.deadline(
        author=given.words(asked["author"], "author"), reviewers=given.several(asked.get("reviewers", ()), "reviewers")
    )


def _best_value_consultation(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return best_value_consultation.deadline(
        decides_how=given.yes_or_no(asked["decides_how"], "decides_how"),
        consulted=given.choices(asked.get("consulted", ()), "consulted", Group),
    )


def _best_value_themes(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    evidence = {theme: given.words(asked[theme.value], theme.value) for theme in Theme if theme.value in asked}
    return best_value_themes.deadline(on(asked, "day"), evidence=evidence)


def _peer_challenge(asked: Mapping[str, Any], holidays: Holidays) -> Deadline:
    return peer_challenge.deadline(on(asked, "last"))


QUESTIONS = (
    ClockQuestion(
        statutory_officers.NAME,
        "filled, not_filled or barred: whether the three statutory posts are held on a day, and no bar is broken",
        (
            DAY,
            *(
                text(
                    post.value,
                    f"Who is {post.in_words}?",
                    "the name of the holder, or in a batch a list of objects with holder, from and to",
                )
                for post in Post
            ),
            one_of(
                "council_kind",
                "What kind of council is it?",
                CouncilKind,
                {
                    CouncilKind.COUNTY: "County, a unitary one too",
                    CouncilKind.DISTRICT: "District, a metropolitan or unitary one too",
                    CouncilKind.LONDON_BOROUGH: "London borough",
                    CouncilKind.OTHER: "Another",
                },
                default="district",
            ),
        ),
        ("day",),
        _statutory_officers,
        title="The three statutory officers",
        moment=Moment.OFFICERS,
        kinds=(
            (statutory_officers.FILLED, "Each post is filled"),
            (statutory_officers.NOT_FILLED, "A post is not filled"),
            (statutory_officers.BARRED, "Two posts are held that must be apart"),
        ),
        example=(
            ("day", "2024-07-09"),
            ("head_of_paid_service", "Chief Executive"),
            ("monitoring_officer", "Director of Law"),
            ("chief_finance_officer", "Director of Finance"),
        ),
    ),
    ClockQuestion(
        head_of_service_report.NAME,
        "the last day for the meeting of the council on a report of the head of paid service",
        (day_of("sent", "When were copies of the report sent?", "the day copies of the report were first sent"),),
        ("sent",),
        _head_of_service_report,
        title="A report of the head of paid service",
        moment=Moment.OFFICERS,
        sentence="The council considers it by {when}",
        example=(("sent", "2024-07-03"),),
    ),
    ClockQuestion(
        officer_report_route.NAME,
        "to_council, to_executive or no_report_yet: under which section a statutory officer reports, and to whom",
        (
            one_of(
                "matter",
                "What was found?",
                Matter,
                {
                    Matter.UNLAWFUL: "Something unlawful",
                    Matter.MALADMINISTRATION: "Maladministration or injustice",
                    Matter.UNLAWFUL_SPENDING: "Unlawful spending",
                    Matter.SPENDING_ABOVE_RESOURCES: "Spending above resources",
                },
            ),
            yes_no("executive", "Is the matter the executive's?", "it is the executive's meeting or decision"),
            yes_no(
                "ombudsman_investigated", "Has the ombudsman investigated?", "the ombudsman has investigated the matter"
            ),
        ),
        ("matter",),
        _officer_report_route,
        title="Under which section an officer reports",
        moment=Moment.OFFICERS,
        kinds=(
            (officer_report_route.COUNCIL, "To the council"),
            (officer_report_route.EXECUTIVE, "To the executive"),
            (officer_report_route.NO_REPORT, "No report yet"),
        ),
        example=(("matter", "unlawful"), ("executive", "true")),
    ),
    ClockQuestion(
        sole_reviewer.NAME,
        "advice or clear: whether somebody besides its author reviewed a report (advice, and not law)",
        (
            text("author", "Who wrote the report?", "the author of the report", example="Director of Finance"),
            text("reviewers", "Who reviewed it?", "who reviewed it, with commas"),
        ),
        ("author",),
        _sole_reviewer,
        title="Author and reviewer",
        moment=Moment.OFFICERS,
        kinds=((sole_reviewer.ADVICE, "Ask a second person"), (sole_reviewer.CLEAR, "A second person looked")),
        example=(("author", "Director of Finance"), ("reviewers", "Director of Finance")),
    ),
    ClockQuestion(
        best_value_consultation.NAME,
        "consulted, not_yet or not_owed: whether the four groups were consulted on how to secure best value",
        (
            must_say(
                "decides_how",
                "Does the council decide how it fulfils its duty to improve?",
                "whether the council decides how it fulfils its duty to improve",
            ),
            some_of("consulted", "Who was consulted?", Group, GROUPS),
        ),
        ("decides_how",),
        _best_value_consultation,
        title="Consultation on best value",
        moment=Moment.DUTIES,
        kinds=(
            (best_value_consultation.CONSULTED, "Consulted"),
            (best_value_consultation.NOT_YET, "Not yet consulted"),
            (best_value_consultation.NOT_OWED, "Not owed"),
        ),
        example=(("decides_how", "true"), ("consulted", "taxpayers,users")),
    ),
    ClockQuestion(
        best_value_themes.NAME,
        "evidence_for_each or evidence_for_some: to what a plan points under each theme of the guidance",
        (
            DAY,
            *(
                text(
                    theme.value,
                    f"What shows {theme.value.replace('_', ' ')}?",
                    f"the evidence for {theme.value.replace('_', ' ')}",
                )
                for theme in Theme
            ),
        ),
        ("day",),
        _best_value_themes,
        title="Themes of the best value guidance",
        moment=Moment.DUTIES,
        kinds=(
            (best_value_themes.EACH, "Evidence for each theme"),
            (best_value_themes.SOME, "Evidence for some themes"),
        ),
        example=(("day", "2024-07-09"), ("use_of_resources", "Section 3 of the plan")),
    ),
    ClockQuestion(
        peer_challenge.NAME,
        "the last day by which the guidance expects the next peer challenge",
        (day_of("last", "When was the last peer challenge?", "the day of the last peer challenge"),),
        ("last",),
        _peer_challenge,
        title="The next peer challenge",
        moment=Moment.DUTIES,
        sentence="The next is expected by {when}",
        example=(("last", "2022-03-15"),),
    ),
)
