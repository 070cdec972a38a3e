"""The demonstration's texts: the one scrutiny saw, the one its cabinet decided on, and the one that was finished."""

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import datetime, timedelta

from moothall.apps.people.models import Person
from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Draft, Version
from moothall.apps.routes import actions_at_steps as steps
from moothall.apps.routes import finishing
from moothall.apps.routes import queries as routes
from moothall.apps.workspaces.models import Workspace
from moothall.domain.finishing import Finished
from moothall.domain.plans import AnswerStatus, Plan
from moothall.domain.roles import Role
from moothall.domain.routes import Deed
from moothall.project import demonstration_words
from moothall.reference.demonstration import Line, Reworded, Texts

INTRODUCTION = "introduction"


def before_scrutiny(plan: Plan, texts: Texts) -> Plan:
    """The plan as it went to scrutiny: without the words and the items that scrutiny then asked for."""
    words = {one.place: one for one in texts.asked}
    return replace(
        plan,
        answers=tuple(
            replace(one, text=_put(one.text, words[one.question].after, words[one.question].before))
            if one.question in words
            else one
            for one in plan.answers
        ),
        commitments=tuple(
            replace(one, milestones=tuple(step for step in one.milestones if step.key not in texts.added))
            for one in plan.commitments
        ),
        figures=tuple(one for one in plan.figures if one.key not in texts.added),
    )


def meet_requests(draft: Draft, line: Line, by: Person, at: datetime) -> None:
    """Write what scrutiny asked for into the plan: its words, the dated steps and the figure."""
    _reword(draft, line.texts.asked, by, at)
    rows = {one.key: one for one in draft.commitment_set.all()}
    for commitment in line.plan.commitments:
        for step in commitment.milestones:
            if step.key in line.texts.added:
                plans.add_milestone(commitment=rows[commitment.key], title=step.title, due_on=step.due_on, by=by, at=at)
    added = replace(line.plan, figures=tuple(one for one in line.plan.figures if one.key in line.texts.added))
    demonstration_words.add(draft, "figures", added.figures, by, at)


def finish(workspace: Workspace, line: Line, who: Callable[[Role], Person], at: datetime) -> Version:
    """Have the chief executive finish the text under the delegation, and give the version that was finished.

    The policy officer keeps the words; who may finish them is never whoever writes the plan.
    """
    officer, chief, said = who(Role.POLICY_OFFICER), who(Role.CHIEF_EXECUTIVE), line.texts
    draft = Draft.objects.get(workspace=workspace)
    _reword(draft, said.finished, officer, at)
    version = plans.keep_version(workspace=workspace, round_=line.round, name="finished", by=officer, at=at)
    decision = routes.deciding_decision(workspace)
    assert decision is not None
    step = decision.step.route.steps.get(deed=Deed.FINISH.value)
    number, limb = next((number, one) for number, one in enumerate(line.decision.limbs, start=1) if one.delegates)
    steps.finish_text(
        step=step,
        version=version,
        decision=decision,
        limb=number,
        said=Finished(
            delegate=limb.delegates[0],
            finished_by=chief.name,
            finished_on=line.days.finished_on,
            within=said.within,
            circulated_to=said.circulated_to,
            circulated_on=line.days.finished_on,
        ),
        by=chief,
        at=at + timedelta(minutes=20),
    )
    return version


def report_back(workspace: Workspace, line: Line, by: Person, at: datetime) -> None:
    """Tell members of what was finished for them."""
    for one in finishing.finishings(workspace):
        steps.report_back(finished=one, to=line.texts.reported_to, on=line.days.reported_back_on, by=by, at=at)


def _reword(draft: Draft, some: Iterable[Reworded], by: Person, at: datetime) -> None:
    rows = {one.question: one for one in draft.answers.all()}
    for one in some:
        if one.place == INTRODUCTION:
            plans.write_opening(
                draft=draft, title=draft.title, introduction=_put(draft.introduction, one.before, one.after),
                revision=draft.revision, by=by, at=at,
            )  # fmt: skip
            continue
        row = rows[one.place]
        plans.answer_question(
            draft=draft, question=one.place, status=AnswerStatus(row.status),
            text=_put(row.text, one.before, one.after), revision=row.revision, by=by, at=at,
        )  # fmt: skip


def _put(text: str, before: str, after: str) -> str:
    """The text with its one place of words changed. Raises ValueError where they stand there not once."""
    if text.count(before) != 1:
        raise ValueError(f"Not once in the text: {before}")
    return text.replace(before, after)
