"""What the coverage page shows: each question and requirement with where it is answered and who last wrote it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from moothall.apps.plans import queries as plans
from moothall.apps.rounds import queries as rounds
from moothall.documents import plan_length
from moothall.documents.writing.pdf import NotWritten
from moothall.domain.plan_lengths import PlanLength
from moothall.domain.plans import Answer, AnswerStatus, Plan, word_count
from moothall.domain.round_differences import dropped_questions
from moothall.domain.rounds import Requirement, Round
from moothall.web.council.access import Here


@dataclass(frozen=True, slots=True)
class RequirementRow:
    """One requirement of the round with what is said of it."""

    requirement: Requirement
    answer: Answer


def requirement_rows(round_: Round, plan: Plan) -> list[RequirementRow]:
    """Every requirement in order; one of which nothing is said is open."""
    said = {one.question: one for one in plan.requirements}
    return [RequirementRow(one, said.get(one.id, Answer(one.id, AnswerStatus.OPEN))) for one in round_.requirements]


def no_longer_asked(here: Here, draft: Any) -> list[tuple[str, Answer]]:
    """What was written to questions an amendment dropped, each with its title where the file still has it."""
    found = plans.no_longer_asked(draft, here.round_)
    written = rounds.round_as_written(here.round_.slug) if found else None
    titles = {id_: one.title for id_, one in dropped_questions(written).items()} if written else {}
    return [(titles.get(one.question, one.question), one) for one in found]


def length_of(plan: Plan, round_: Round) -> PlanLength | None:
    """How long the plan is on paper, or None where its PDF cannot be made."""
    try:
        return plan_length.measure(plan, round_)
    except NotWritten:
        return None


AT_ONCE = 3000
"""Words up to which a plan is measured while its page is made: some six pages, a tenth of a second."""


def length_at_once(plan: Plan, round_: Round) -> PlanLength | None:
    """How long the plan is on paper where that is known or soon told; None where its page had to wait for it."""
    return length_of(plan, round_) if word_count(plan) <= AT_ONCE else plan_length.known(plan, round_)


def supporting(plan: Plan) -> Mapping[str, list[Any]]:
    """The documents that support each question, theme or commitment, by its id or key."""
    found: dict[str, list[Any]] = {}
    for document in plan.documents:
        for one in document.supports:
            found.setdefault(one, []).append(document)
    return found


def names(here: Here, plan: Plan) -> dict[str, str]:
    """What ids and keys stand for, in words."""
    said = {one.id: one.title for _, one in here.round_.questions()} | {
        one.key: one.title for one in here.round_.themes
    }
    lists = (plan.commitments, plan.measures, plan.barriers, plan.own_points, plan.partnerships, plan.objectives)
    return said | {one.key: one.title for some in lists for one in some}
