"""What a plan says as kept: what people said stays through every later reading, and what is put into the bank."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from moothall.apps.audit.models import Entry
from moothall.apps.intake import actions as intake
from moothall.apps.intake.tasks import read_upload
from moothall.apps.plans import actions as plan_actions
from moothall.apps.plans import queries as plans
from moothall.apps.statements import actions, queries
from moothall.apps.statements.models import Origin, PlanReading, StatementRead
from moothall.apps.statements.tasks import read_content
from moothall.documents.reading.document import Unreadable
from moothall.domain.plan_additions import How
from moothall.domain.plans import AnswerStatus, CommitmentStatus, Direction
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.intake.brought_in import NOON, bring
from tests.apps.proof import everything, failed_at_each_write
from tests.apps.statements.plan_brought_in import PLAN, a_council, accept_all, again, one, read, read_again
from tests.people import Council

pytestmark = pytest.mark.django_db


@pytest.fixture
def here(db: None) -> Council:
    return a_council()


@pytest.fixture
def reading(here: Council) -> PlanReading:
    return read(here)


def put_all(here: Council, reading: PlanReading) -> Any:
    """Put everything that would be added into the plan."""
    shown = [each.key for each in queries.additions_of(reading, here.round_)]
    return actions.put_into_plan(
        reading=reading, round_=here.round_, shown=shown, by=here.who(Role.POLICY_OFFICER), at=NOON
    )


def bank(here: Council) -> Any:
    draft = plans.draft(here.workspace)
    assert draft is not None
    return plans.plan(draft, here.round_)


def test_every_statement_stands_on_its_words_and_under_the_round_s_questions(reading: PlanReading) -> None:
    texts = {page["number"]: page["text"] for page in reading.pages}

    rows = list(reading.statements.all())

    assert all(texts[row.page][row.start : row.end] == row.quote for row in rows)
    assert one(reading, "section", "How we measure").to_value().place == ("transformation", "T1.Q2")
    assert one(reading, "commitment", "artificial").question == "T2.Q4"
    assert one(reading, "non_answer").question == "T3.Q5"
    assert not one(reading, "quotation").to_value().is_councils


def test_what_a_person_said_stays_through_another_reading_and_is_not_doubled(
    here: Council, reading: PlanReading
) -> None:
    by = here.who(Role.REPORT_AUTHOR)
    row = one(reading, "commitment", "offices")
    value = row.to_value()
    done = replace(value, value=replace(value.value, text="Three offices became one."))  # type: ignore[type-var]
    actions.correct_statement(statement=row, value=done, revision=0, by=by, at=NOON)
    actions.reject_statements(statements=[one(reading, "figure")], by=by, at=NOON)
    before = reading.statements.count()

    after = read_again(here, reading.upload)

    kept = one(after, "commitment", "offices")
    assert kept.pk == row.pk
    assert kept.to_value().value.text == "Three offices became one."  # type: ignore[union-attr]
    assert one(after, "figure").verdict == "rejected"
    assert after.statements.count() == before


def test_a_corrected_version_takes_along_what_people_said_and_finds_its_words(
    here: Council, reading: PlanReading
) -> None:
    by = here.who(Role.POLICY_OFFICER)
    gone, stays = one(reading, "commitment", "offices"), one(reading, "commitment", "benefits")
    actions.accept_statements(statements=[gone, stays], by=by, at=NOON)
    later = PLAN.replace("We moved three offices into one in 2021, which saves £412,000 a year.", "Nothing changed.")
    upload = intake.replace_document(
        upload=reading.upload, name="later.txt", data=later.replace("July", "9 July").encode(), by=by, at=NOON
    )
    read_upload.call(upload.pk)
    upload.refresh_from_db()

    after = read_again(here, upload)

    texts = {page["number"]: page["text"] for page in after.pages}
    kept = one(after, "commitment", "benefits")
    assert (kept.verdict, kept.is_there) == ("accepted", True)
    assert texts[kept.page][kept.start : kept.end] == kept.quote
    assert not one(after, "commitment", "offices").is_there


def test_two_people_s_words_meet(here: Council, reading: PlanReading) -> None:
    row = one(reading, "commitment", "benefits")
    value = row.to_value()
    actions.move_statement(
        statement=row, theme="wasteful_spend", question="T3.Q6", revision=0, by=here.who(Role.REPORT_AUTHOR), at=NOON
    )

    with pytest.raises(actions.StatementMoved, match="Piers Tolland answered for this statement") as moved:
        actions.correct_statement(statement=row, value=value, revision=0, by=here.who(Role.POLICY_OFFICER), at=NOON)

    assert moved.value.theirs.to_value().place == ("wasteful_spend", "T3.Q6")


def test_a_question_is_not_said_only_where_nothing_stands_under_it(here: Council, reading: PlanReading) -> None:
    by = here.who(Role.POLICY_OFFICER)

    with pytest.raises(Refusal, match="Something was found under this question"):
        actions.say_not_said(reading=reading, question="T3.Q5", by=by, at=NOON)
    actions.say_not_said(reading=reading, question="T1.Q6", by=by, at=NOON)
    actions.say_not_said(reading=reading, question="T1.Q6", by=by, at=NOON)

    assert [row.question for row in again(reading).not_said.all()] == ["T1.Q6"]
    assert Entry.objects.filter(event="plan_content.not_said").count() == 1


def test_only_what_a_person_confirmed_is_put_into_the_plan_each_with_where_it_came_from(
    here: Council, reading: PlanReading
) -> None:
    by = here.who(Role.POLICY_OFFICER)
    rows = [one(reading, "commitment", "benefits"), one(reading, "milestone"), one(reading, "non_answer")]
    actions.accept_statements(statements=rows, by=by, at=NOON)

    put_all(here, again(reading))

    plan = bank(here)
    (commitment,) = plan.commitments
    assert (commitment.theme, commitment.status) == ("transformation", CommitmentStatus.PLANNED)
    assert [str(step.due_on) for step in commitment.milestones] == ["2025-03-31"]
    answer = next(each for each in plan.answers if each.question == "T3.Q5")
    assert (answer.status, answer.where) == (AnswerStatus.ELSEWHERE, "our annual pay policy statement")
    came = {row.item: (row.document_name, row.page, row.quote) for row in Origin.objects.all()}
    assert came["C1"] == ("plan.txt", 1, "We will move benefits into the shared team by 31 March 2025.")
    assert set(came) == {"C1", "C1.1", "T3.Q5"}


def test_nothing_is_put_in_twice_and_what_somebody_changed_since_stays(here: Council, reading: PlanReading) -> None:
    by = here.who(Role.POLICY_OFFICER)
    reading = accept_all(here, reading)
    put_all(here, reading)
    draft = plans.draft(here.workspace)
    plan_actions.change_item(item=plans.item(draft, "C2"), revision=1, text="Our own words.", by=by, at=NOON)
    before = bank(here)

    left = queries.additions_of(again(reading), here.round_)
    with pytest.raises(Refusal, match="Nothing of what was shown is still to be added"):
        put_all(here, again(reading))

    assert {each.how for each in left} == {How.THERE, How.HELD}
    assert bank(here) == before


def test_words_that_stand_in_the_plan_stay_and_are_shown_beside(here: Council, reading: PlanReading) -> None:
    by = here.who(Role.POLICY_OFFICER)
    draft = plan_actions.begin_plan(workspace=here.workspace, title="Ours", by=by, at=NOON)
    plan_actions.answer_question(
        draft=draft, question="T1.Q2", status=AnswerStatus.ANSWERED, text="By hand.", revision=0, by=by, at=NOON
    )
    plan_actions.add_barrier(
        draft=draft, title="Single-year settlements mean that we cannot plan beyond March", text="Long known.",
        ask="", by=by, at=NOON,
    )  # fmt: skip
    reading = accept_all(here, reading)

    put_all(here, reading)

    left = [each for each in queries.additions_of(again(reading), here.round_) if each.how is How.OTHER_WORDS]
    assert {each.kind for each in left} == {"answer", "barrier"}
    assert next(each for each in bank(here).answers if each.question == "T1.Q2").text == "By hand."
    assert [each.text for each in bank(here).barriers] == ["Long known."]


def test_a_measure_waits_until_somebody_says_which_way_is_better(here: Council, reading: PlanReading) -> None:
    by = here.who(Role.POLICY_OFFICER)
    reading = accept_all(here, reading)
    held = [each for each in queries.additions_of(reading, here.round_) if each.how is How.HELD]
    row = one(reading, "measure")
    value = row.to_value()
    better = replace(value, value=replace(value.value, direction=Direction.DOWN))  # type: ignore[type-var]

    actions.correct_statement(statement=row, value=better, revision=row.revision, by=by, at=NOON)
    put_all(here, again(reading))

    assert [each.why for each in held] == ["The plan does not say which way is better. Correct it to say so."]
    (measure,) = bank(here).measures
    assert (measure.title, measure.direction, measure.source) == ("Agency spend", Direction.DOWN, "plan.txt, page 1")


def test_another_council_s_plan_puts_nothing_in(here: Council) -> None:
    reading = accept_all(here, read(here, PLAN.replace("Ambermere District", "Harlow District").encode()))

    with pytest.raises(Refusal, match="This is the report of Harlow"):
        put_all(here, reading)

    assert plans.draft(here.workspace) is None


def test_a_report_author_confirms_and_puts_nothing_in(here: Council, reading: PlanReading) -> None:
    reading = accept_all(here, reading)

    with pytest.raises(Refusal, match="Ask a policy officer"):
        actions.put_into_plan(reading=reading, round_=here.round_, shown=[], by=here.who(Role.REPORT_AUTHOR), at=NOON)


def test_putting_in_that_fails_at_any_of_its_writes_leaves_nothing_and_is_one_line_beside_those_of_the_bank(
    here: Council, reading: PlanReading
) -> None:
    actions.accept_statements(
        statements=[one(reading, "commitment", "benefits")], by=here.who(Role.POLICY_OFFICER), at=NOON
    )
    reading = again(reading)
    before = everything()

    after_each_fault = list(failed_at_each_write(lambda: put_all(here, reading)))

    assert len(after_each_fault) >= 4
    assert all(after == before for after in after_each_fault)
    assert [entry.event for entry in Entry.objects.order_by("-id")[:3]] == [
        "plan_content.put_into_plan", "commitment.added", "plan.begun",
    ]  # fmt: skip


def test_a_reading_that_is_stopped_keeps_nothing_and_one_that_fails_says_why(
    here: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    by = here.who(Role.POLICY_OFFICER)
    reading = actions.read_plan(upload=bring(here, PLAN.encode(), "plan.txt"), by=by, at=NOON)
    actions.stop_plan(reading=reading, by=by, at=NOON)
    read_content.call(reading.pk)
    stopped = again(reading)

    def locked(*_: Any, **__: Any) -> None:
        raise Unreadable("locked", "plan.txt is locked.")

    monkeypatch.setattr("moothall.apps.statements.tasks.read_as_plan", locked)
    failed = read_again(here, stopped.upload)

    assert (stopped.state, StatementRead.objects.count()) == ("stopped", 0)
    assert (failed.state, failed.sentence) == ("unreadable", "plan.txt is locked.")


def test_a_reading_goes_on_in_the_background_only_once(here: Council, reading: PlanReading) -> None:
    by = here.who(Role.POLICY_OFFICER)
    actions.read_plan(upload=reading.upload, by=by, at=NOON)

    with pytest.raises(Refusal, match="is being read already"):
        actions.read_plan(upload=reading.upload, by=by, at=NOON)
