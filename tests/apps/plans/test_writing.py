"""Writing the plan: the bank it is written from, two people at once, and versions that never change."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from moothall.apps.plans import actions, queries
from moothall.apps.plans.actions import WordsMoved
from moothall.apps.plans.models import Answer, Barrier, Commitment, Draft, Measure, Milestone, Version
from moothall.domain.plans import AnswerStatus
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW, begun
from tests.people import ROUND, Council

pytestmark = pytest.mark.django_db


def answered(council: Council, text: str, *, revision: int = 0, **more: Any) -> Answer:
    """The first question, answered by the policy officer."""
    more = {"status": AnswerStatus.ANSWERED} | more
    return actions.answer_question(
        draft=Draft.objects.get(), question="T1.Q1", text=text, revision=revision,
        by=council.who(Role.POLICY_OFFICER), at=NOW, **more,
    )  # fmt: skip


def test_a_plan_begun_twice_keeps_its_first_title(council: Council) -> None:
    begun(council)

    again = actions.begin_plan(workspace=council.workspace, title="Other", by=council.who(Role.POLICY_OFFICER), at=NOW)

    assert again.title == "Savings Plan"


def test_an_answer_written_over_words_that_moved_keeps_both_texts(council: Council) -> None:
    begun(council)
    answered(council, "Theirs.")

    with pytest.raises(WordsMoved, match="Someone else changed this") as moved:
        answered(council, "Mine.", revision=0)

    assert moved.value.theirs.text == "Theirs."
    assert moved.value.next_step.startswith("Both texts are below.")
    assert Answer.objects.get().text == "Theirs."


def test_having_seen_their_words_one_may_save_over_them(council: Council) -> None:
    begun(council)
    answered(council, "Theirs.")

    saved = answered(council, "Both of ours.", revision=1)

    assert (saved.text, saved.revision) == ("Both of ours.", 2)


def test_the_record_keeps_the_words_an_answer_replaced(council: Council) -> None:
    from moothall.apps.audit.models import Entry

    begun(council)
    answered(council, "First words.")

    answered(council, "Second words.", revision=1)

    line = Entry.objects.latest("id")
    assert line.details["before"]["text"] == "First words."
    assert line.details["after"]["text"] == "Second words."


def test_an_opening_that_moved_is_not_written_over(council: Council) -> None:
    draft, by = begun(council), council.who(Role.POLICY_OFFICER)
    actions.write_opening(draft=draft, title="Theirs", introduction="", revision=1, by=by, at=NOW)

    with pytest.raises(WordsMoved) as moved:
        actions.write_opening(draft=draft, title="Mine", introduction="", revision=1, by=by, at=NOW)

    assert moved.value.theirs.title == "Theirs"
    assert Draft.objects.get().title == "Theirs"


@pytest.mark.parametrize(("kind", "key"), [(Commitment, "C1"), (Measure, "M1"), (Barrier, "B1")])
def test_a_commitment_measure_or_barrier_that_moved_is_not_written_over(council: Council, kind: Any, key: str) -> None:
    council.written()
    item, by = kind.objects.get(key=key), council.who(Role.POLICY_OFFICER)
    actions.change_item(item=item, revision=1, title="Theirs", by=by, at=NOW)

    with pytest.raises(WordsMoved) as moved:
        actions.change_item(item=item, revision=1, title="Mine", by=by, at=NOW)

    assert moved.value.theirs.title == "Theirs"
    assert kind.objects.get(key=key).title == "Theirs"


@pytest.mark.parametrize(
    ("status", "sentence", "next_step"),
    [
        (AnswerStatus.ANSWERED, "The answer is empty.", "Write the answer, or leave the question open."),
        (AnswerStatus.ELSEWHERE, "Nobody can tell where it is answered.", "Name the document and the page."),
        (AnswerStatus.NOT_ANSWERED, "There is no reason.", "Say in a sentence why it is not answered."),
    ],
)
def test_an_answer_that_settles_nothing_is_refused(
    council: Council, status: AnswerStatus, sentence: str, next_step: str
) -> None:
    begun(council)

    with pytest.raises(Refusal) as refused:
        answered(council, " \n", status=status)

    assert (refused.value.sentence, refused.value.next_step) == (sentence, next_step)
    assert not Answer.objects.exists()


def test_a_question_can_be_left_open_without_words(council: Council) -> None:
    begun(council)

    assert answered(council, "", status=AnswerStatus.OPEN).status == "open"


def test_a_plan_has_an_open_answer_where_nobody_wrote(council: Council) -> None:
    begun(council)
    draft = queries.draft(council.workspace)
    assert draft is not None

    plan = queries.plan(draft, ROUND)

    assert {answer.status for answer in plan.answers} == {AnswerStatus.OPEN}
    assert len(plan.answers) == len(list(ROUND.questions()))


def test_what_is_taken_out_is_not_in_the_plan_and_its_key_is_never_used_again(council: Council) -> None:
    council.written()
    by = council.who(Role.POLICY_OFFICER)

    actions.remove_item(item=Barrier.objects.get(), by=by, at=NOW)
    added = actions.add_barrier(draft=Draft.objects.get(), title="Another", text="", ask="", by=by, at=NOW)

    assert added.key == "B2"
    draft = queries.draft(council.workspace)
    assert draft is not None
    assert [one.key for one in queries.plan(draft, ROUND).barriers] == ["B2"]
    assert Barrier.objects.get(key="B1").removed_at == NOW


def test_a_milestone_added_after_one_was_taken_out_gets_a_key_of_its_own(council: Council) -> None:
    council.written()
    by = council.who(Role.POLICY_OFFICER)
    actions.remove_item(item=Milestone.objects.get(), by=by, at=NOW)
    draft = queries.draft(council.workspace)
    assert draft is not None

    added = actions.add_milestone(
        commitment=queries.item(draft, "C1"), title="Staff moved", due_on=date(2024, 12, 1), by=by, at=NOW
    )

    assert added.key == "C1.2"


def test_a_version_needs_a_plan(council: Council) -> None:
    with pytest.raises(Refusal, match="There is no plan yet") as refused:
        actions.keep_version(
            workspace=council.workspace, round_=ROUND, name="first", by=council.who(Role.POLICY_OFFICER), at=NOW
        )

    assert refused.value.next_step == "Begin the plan first."


def test_a_kept_version_does_not_change_when_the_draft_does(council: Council) -> None:
    version = council.written()
    frozen = queries.frozen(version)

    answered(council, "Different words.", revision=1)
    later = actions.keep_version(
        workspace=council.workspace, round_=ROUND, name="later", by=council.who(Role.POLICY_OFFICER), at=NOW
    )

    assert queries.frozen(Version.objects.get(number=1)) == frozen
    assert later.number == 2
    assert later.fingerprint != version.fingerprint


def test_the_same_plan_kept_twice_has_one_fingerprint(council: Council) -> None:
    version = council.written()

    again = actions.keep_version(
        workspace=council.workspace, round_=ROUND, name="again", by=council.who(Role.POLICY_OFFICER),
        at=datetime(2024, 8, 1, tzinfo=UTC),
    )  # fmt: skip

    assert again.fingerprint == version.fingerprint


@pytest.mark.parametrize("kind", [Draft, Answer, Commitment, Milestone, Measure, Barrier, Version])
def test_the_database_refuses_a_second_row_in_the_same_place(council: Council, kind: Any) -> None:
    council.written()
    row = kind.objects.first()

    row.pk, row._state.adding = None, True

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
