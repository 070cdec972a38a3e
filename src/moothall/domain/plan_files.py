"""Whether a plan that was brought in as a file may become this council's plan."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator

from moothall.domain.plans import Plan
from moothall.domain.refusals import Refusal
from moothall.domain.rounds import Round


def check_may_start_from(plan: Plan, round_: Round, *, gss: str, authority_name: str, is_begun: bool) -> None:
    """Raise a Refusal unless the plan is this council's, answers this round, and nothing would be written over.

    Every key must be given once: what hangs on a plan is found by it.
    """
    if is_begun:
        raise Refusal(
            "The plan is begun already, and a file would write over it.",
            next_step="Go on with what is there. A file can only be what a plan starts from.",
        )
    if plan.authority != gss:
        raise Refusal(
            f"This is the plan of {plan.authority_name or plan.authority}, and this is {authority_name}'s workspace.",
            next_step=f"Choose a file of {authority_name}'s own plan.",
        )
    if plan.round != round_.slug:
        raise Refusal(
            f"This plan answers the round {plan.round}, and this workspace is for {round_.slug}.",
            next_step="Bring the plan in as a document: what it says is then offered under each question.",
        )
    if twice := _twice(_keys(plan)):
        raise Refusal(
            f"The key {twice} stands more than once in the file.", next_step="Give each thing a key of its own."
        )
    known = {question.id for _, question in round_.questions()} | {one.id for one in round_.requirements}
    unknown = [one.question for one in (*plan.answers, *plan.requirements) if one.question not in known]
    if unknown:
        raise Refusal(
            f"The file answers {', '.join(unknown[:3])}, which this round does not ask.",
            next_step="Take it from the file that the plan was published with.",
        )
    if twice := _twice(one.question for one in (*plan.answers, *plan.requirements)):
        raise Refusal(f"The file answers {twice} more than once.", next_step="Leave one of the answers.")


def _keys(plan: Plan) -> Iterator[str]:
    lists = (
        plan.commitments, plan.measures, plan.barriers, plan.documents, plan.objectives, plan.own_points,
        plan.partnerships, plan.figures, plan.sections,
    )  # fmt: skip
    for some in lists:
        yield from (one.key for one in some)
    yield from (step.key for one in plan.commitments for step in one.milestones)


def _twice(named: Iterable[str]) -> str:
    return next((name for name, count in Counter(named).items() if count > 1), "")
