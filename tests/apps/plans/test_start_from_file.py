"""A plan that starts from its file is the plan the file holds, and writes over nothing."""

from dataclasses import replace
from datetime import date

import pytest

from moothall.apps.plans import actions, queries
from moothall.apps.plans.models import Draft
from moothall.domain.fingerprints import fingerprint
from moothall.domain.plans import (
    Answer,
    AnswerStatus,
    Barrier,
    Direction,
    DocumentKind,
    Figure,
    FigureKind,
    Layout,
    LinkedDocument,
    Measure,
    Objective,
    OwnPoint,
    Partnership,
    Section,
    Standing,
)
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW
from tests.apps.deeds_publication import PLAN
from tests.people import ROUND, Council

WHOLE = replace(
    PLAN,
    introduction="Who we are.\n\nWhat we did.",
    answers=tuple(
        Answer(one.id, AnswerStatus.ELSEWHERE, where="The annual report, page 4") for _, one in ROUND.questions()
    ),
    requirements=(Answer("endorsement", AnswerStatus.ANSWERED, "Cabinet endorsed it."),),
    commitments=tuple(replace(one, objective="O2") for one in PLAN.commitments),
    measures=(Measure("M7", "wasteful_spend", "Agency spend", "%", Direction.DOWN, "Report", "5.6", "2021/22", "3.5"),),
    barriers=(Barrier("B2", "Single years", "Settlements are for one year.", "Settle for three."),),
    documents=(
        LinkedDocument(
            "D1", "Corporate plan", DocumentKind.CORPORATE_PLAN, "https://council.example/plan", Standing.ADOPTED,
            date(2023, 2, 1), ("T1.Q1",),
        ),
    ),
    objectives=(Objective("O2", "Spend well", "Corporate plan"),),
    own_points=(OwnPoint("P1", "Besides", "We are small."),),
    partnerships=(Partnership("W1", "Legal", "A neighbour", "Since May."),),
    figures=(Figure("F1", "Saved", "140,000", "£", "2023/24", FigureKind.ACTUAL, "Accounts"),),
    layout=Layout.OWN,
    length_reason="Two councils answer together.",
    sections=(Section("S1", "What we did", ("T1.Q1", "C4")),),
)  # fmt: skip


@pytest.mark.django_db
def test_every_word_and_key_of_the_file_is_in_the_plan_and_no_key_is_given_again(council: Council) -> None:
    by = council.who(Role.POLICY_OFFICER)

    draft = actions.start_from_file(
        workspace=council.workspace, round_=ROUND, plan=WHOLE, name="plan.json", by=by, at=NOW
    )

    kept = actions.keep_version(workspace=council.workspace, round_=ROUND, name="as it came", by=by, at=NOW)
    commitment = draft.commitment_set.get()
    step = actions.add_milestone(commitment=commitment, title="Opened", due_on=date(2025, 1, 1), by=by, at=NOW)
    measure = actions.add_measure(
        draft=draft, theme="wasteful_spend", title="Rent", unit="£", direction="down", source="", by=by, at=NOW
    )
    assert queries.frozen(kept) == WHOLE
    assert kept.fingerprint == fingerprint(WHOLE)
    assert (step.key, measure.key) == ("C4.4", "M8")
    with pytest.raises(Refusal, match="begun already"):
        actions.start_from_file(workspace=council.workspace, round_=ROUND, plan=PLAN, name="again", by=by, at=NOW)


REFUSED = (
    (replace(PLAN, authority="X07000099", authority_name="Thornholt"), "This is the plan of Thornholt"),
    (replace(PLAN, round="another"), "answers the round another"),
    (replace(PLAN, answers=(Answer("T9.Q9", AnswerStatus.OPEN),)), "T9.Q9, which this round does not ask"),
    (replace(PLAN, answers=PLAN.answers * 2), "T1.Q1 more than once"),
    (replace(PLAN, barriers=(Barrier("C4", "One", ""),)), "key C4 stands more than once"),
    (replace(PLAN, title="x" * 201), "201 characters, and there is room for 200"),
    (replace(PLAN, introduction="a\0b"), "a character that no text has"),
)


@pytest.mark.django_db
def test_what_cannot_be_this_plan_is_refused_and_begins_nothing(council: Council) -> None:
    by = council.who(Role.POLICY_OFFICER)

    for plan, said in REFUSED:
        with pytest.raises(Refusal, match=said):
            actions.start_from_file(
                workspace=council.workspace, round_=ROUND, plan=plan, name="plan.json", by=by, at=NOW
            )

    assert not Draft.objects.exists()
