"""What a route that carries more than the plan asks of its report: each remark in its sentence, and only then."""

from __future__ import annotations

from dataclasses import replace

import pytest

from moothall.domain.authorities import BodyKind
from moothall.domain.decisions import Limb, StepValue, Verb
from moothall.domain.remarks import Remark
from moothall.domain.reports import CommitteeReport, Recommendation
from moothall.domain.route_remarks import route_remarks
from moothall.domain.routes import Deed, Term
from moothall.reference import rounds

ROUND = rounds.by_slug("productivity-plans-2024")
assert ROUND is not None
PLAN, FUND = Limb(Verb.APPROVE, "the Productivity Plan"), Limb(Verb.APPROVE, "the pension fund return")
NAMED = CommitteeReport(
    authority_name="Ambermere District Council",
    body="Cabinet",
    meeting_on=None,
    title="Budget monitoring and Productivity Plan",
    recommendations=(Recommendation("1", "That the Productivity Plan is approved.", (PLAN,)),),
)


def said(report: CommitteeReport | None, *terms: Term, places: dict[str, str] | None = None) -> tuple[Remark, ...]:
    assert ROUND is not None
    part = StepValue("Cabinet", BodyKind.EXECUTIVE, True, None, None, Deed.DECIDE, "", terms)
    return route_remarks([part], report, places, ROUND)


@pytest.mark.parametrize(
    ("report", "where"),
    [
        (replace(NAMED, title="Budget monitoring"), ["the title of the report does not name it"]),
        (
            replace(NAMED, recommendations=(Recommendation("1", "That the forecast is noted."),)),
            ["the recommendations of the report do not name it"],
        ),
        (NAMED, []),
    ],
)
def test_r16_a_plan_inside_another_report_is_named_in_its_title_and_its_recommendations(
    report: CommitteeReport, where: list[str]
) -> None:
    found = said(report, Term.NAMED_IN_REPORT)

    assert [one.check for one in found] == ["plan_not_named"] * len(where)
    assert all(words in one.message for one, words in zip(found, where, strict=True))
    assert said(report) == (), "a route of its own asks nothing of the kind"


def test_r18_two_returns_in_one_report_have_a_limb_each() -> None:
    both = replace(NAMED, recommendations=(Recommendation("1", "That both are approved.", (PLAN, FUND)),))

    (found,) = said(NAMED, Term.EACH_RETURN)

    assert found.check == "return_without_recommendation"
    assert found.message == "Two returns are in one report, and its recommendations have one limb for both."
    assert said(both, Term.EACH_RETURN) == ()


def test_r19_an_adopted_strategy_says_where_it_answers_each_question() -> None:
    assert ROUND is not None
    ids = {question.id: "Page 4" for _, question in ROUND.questions()}
    first = next(iter(ids))
    title = next(question.title for _, question in ROUND.questions() if question.id == first)

    (found,) = said(None, places=ids | {first: " "})

    assert found.message == f"Nothing says where the strategy answers: {title}."
    assert said(None, places=ids) == ()
    assert said(None) == (), "no strategy is used again on this route"
