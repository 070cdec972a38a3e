"""What a route asks of the covering report and the plan, where it is not there: remarks, and no block."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from moothall.domain.decisions import Limb, StepValue
from moothall.domain.remarks import Remark
from moothall.domain.reports import CommitteeReport
from moothall.domain.rounds import Round
from moothall.domain.routes import Term


def route_remarks(
    parts: Sequence[StepValue], report: CommitteeReport | None, places: Mapping[str, str] | None, round_: Round
) -> tuple[Remark, ...]:
    """What to point out of a route whose report carries more than the plan, or whose plan was written for another end.

    ``places`` says where an adopted strategy answers each question, None where the route has no such strategy.
    """
    terms = {term for part in parts for term in part.terms}
    found: list[Remark] = []
    if report is not None and Term.NAMED_IN_REPORT in terms:
        found += _named(report, round_)
    if report is not None and Term.EACH_RETURN in terms:
        found += _each_return([limb for one in report.recommendations for limb in one.limbs])
    if places is not None:
        found += _placed(places, round_)
    return tuple(found)


def _named(report: CommitteeReport, round_: Round) -> Iterator[Remark]:
    words = _words(round_.title)
    says = " ".join(one.text for one in report.recommendations)
    for where, text in (("title", report.title), ("recommendations", says)):
        if not words & _words(text):
            yield Remark(
                "plan_not_named",
                f"The plan goes inside another report, and the {where} of the report do{'es' * (where == 'title')} not"
                " name it.",
                None,
                f"Name the plan in the {where}, or nobody will find it.",
            )


def _words(text: str) -> frozenset[str]:
    """The words of a title that tell it from others: productivity, not plan."""
    plain = {word.strip(".,:;()").casefold().rstrip("s") for word in text.split()}
    return frozenset(plain - {"plan", "the", "of", "and", "for", "a", ""} - {word for word in plain if word.isdigit()})


def _each_return(limbs: Sequence[Limb]) -> Iterator[Remark]:
    objects = {limb.object.strip().casefold() for limb in limbs if limb.object.strip()}
    if len(objects) < 2:
        yield Remark(
            "return_without_recommendation",
            "Two returns are in one report, and its recommendations have one limb for both.",
            None,
            "Give each return a recommendation of its own, so that members put their name to each.",
        )


def _placed(places: Mapping[str, str], round_: Round) -> Iterator[Remark]:
    missing = [question.title for _, question in round_.questions() if not places.get(question.id, "").strip()]
    if missing:
        yield Remark(
            "question_without_place",
            f"Nothing says where the strategy answers: {', '.join(missing)}.",
            None,
            "Say where it does, or answer these questions beside it.",
        )
