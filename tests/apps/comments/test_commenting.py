"""Comments keep to their words, suggestions used are a save that names both, and versions carry over what is open."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta

import pytest

from moothall.apps.audit.models import Entry
from moothall.apps.comments import actions, queries
from moothall.apps.comments.anchors import find, meant
from moothall.apps.comments.models import Comment
from moothall.apps.comments.places import WordsTouch, save, standing
from moothall.apps.freezes import actions as freezes
from moothall.apps.freezes.queries import Frozen
from moothall.apps.people import actions as people
from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Answer, Barrier
from moothall.apps.reports import actions as reports
from moothall.apps.writing import saving
from moothall.domain.plans import AnswerStatus
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.people import OPENED, ROUND, Council

JUNE = datetime(2024, 6, 21, 9, tzinfo=UTC)
PLACE = "plan/question/T1.Q1"
WORDS = "We moved three offices into one.\n\nIt saved £140,000 a year."


def said(council: Council, quote: str, text: str = "Which?", at: datetime = JUNE, place: str = PLACE) -> Comment:
    return actions.comment(
        workspace=council.workspace, place=place, title="T1.Q1 What changed", quote=quote, text=text,
        by=council.who(Role.CHIEF_EXECUTIVE), at=at,
    )  # fmt: skip


def suggested(council: Council, quote: str, words: str, place: str = PLACE) -> Comment:
    return actions.suggest(
        workspace=council.workspace, place=place, title="T1.Q1 What changed", quote=quote, words=words,
        by=council.who(Role.IMPLICATION_AUTHOR), at=JUNE,
    )  # fmt: skip


def rewritten(council: Council, text: str) -> None:
    row = Answer.objects.get(question="T1.Q1")
    plans.answer_question(
        draft=row.draft, question="T1.Q1", status=AnswerStatus.ANSWERED, text=text, revision=row.revision,
        by=council.who(Role.POLICY_OFFICER), at=JUNE,
    )  # fmt: skip


def stood(council: Council) -> queries.Stood:
    rows = queries.comments(council.workspace)
    texts = queries.texts(council.workspace, ROUND, "plan")
    return queries.stood(rows, texts, queries.versions(council.workspace))[0]


@pytest.mark.parametrize(
    ("now", "there"),
    [
        (WORDS, "three offices"),
        (f"First of all.\n\n{WORDS}", "three offices"),
        ("In two years we moved three\noffices of ours into one.\n\nIt saved £140,000 a year.", "three\noffices"),
        ("We share one building.\n\nIt saved £140,000 a year.", None),
        ("", None),
    ],
)
def test_a_comment_finds_its_words_again_after_the_text_changed_or_says_that_they_are_gone(
    now: str, there: str | None
) -> None:
    quoted = meant(WORDS, "three offices")

    found = find(quoted.anchor, WORDS, now)

    assert (now[found.start : found.end] if found else None) == there


def test_words_that_stand_nowhere_or_twice_are_refused_unless_it_is_said_after_what_they_stand() -> None:
    text = "We share staff. They share staff, too."

    with pytest.raises(Refusal, match="stand 2 times"):
        meant(text, "share staff")
    with pytest.raises(Refusal, match="do not stand in this section"):
        meant(text, "share stuff")

    second = meant(text, "“share staff”", before="We share staff. They ")
    found = find(second.anchor, text, text)
    assert found is not None
    assert (found.start, second.quote) == (21, "share staff")


@pytest.mark.django_db
def test_a_suggestion_that_is_used_is_a_save_by_whoever_accepts_it_and_the_record_names_both(council: Council) -> None:
    council.written()
    row = suggested(council, "three offices", "three offices and a depot")
    rewritten(council, f"Much has changed.\n\n{WORDS}")

    actions.use_words(comment=row, by=council.who(Role.POLICY_OFFICER), at=JUNE)

    text = Answer.objects.get(question="T1.Q1").text
    assert text == f"Much has changed.\n\n{WORDS.replace('three offices', 'three offices and a depot')}"
    saved, used = Entry.objects.order_by("-id")[:2][::-1]
    assert [(one.event, one.by_name) for one in (saved, used)] == [
        ("question.answered", "Ines Harcombe"),
        ("comment.words_used", "Ines Harcombe"),
    ]
    assert used.details["suggested_by"] == "Fay Copley"
    with pytest.raises(Refusal, match="Ines Harcombe has settled this"):
        actions.use_words(comment=row, by=council.who(Role.POLICY_OFFICER), at=JUNE)
    with pytest.raises(Refusal, match="were used"):
        actions.reopen(comment=row, by=council.who(Role.POLICY_OFFICER), at=JUNE)


@pytest.mark.django_db
def test_a_suggestion_for_words_that_changed_is_not_used_and_one_for_a_list_is_saved_by_the_lists_own_deed(
    council: Council,
) -> None:
    council.written()
    row = suggested(council, "three offices", "four offices")
    barrier = Barrier.objects.first()
    assert barrier is not None
    other = suggested(council, barrier.title, "Short settlements", f"plan/item/{barrier.key}/title")
    rewritten(council, "We share one building.")

    with pytest.raises(Refusal, match="have changed since"):
        actions.use_words(comment=row, by=council.who(Role.POLICY_OFFICER), at=JUNE)
    with pytest.raises(Refusal, match="There is no reason"):
        actions.refuse_words(comment=row, reason=" ", by=council.who(Role.POLICY_OFFICER), at=JUNE)
    actions.refuse_words(comment=row, reason="It is one building now.", by=council.who(Role.POLICY_OFFICER), at=JUNE)
    actions.use_words(comment=other, by=council.who(Role.POLICY_OFFICER), at=JUNE)

    row.refresh_from_db()
    assert (row.outcome, row.reason, row.settled_by_name) == ("refused", "It is one building now.", "Ines Harcombe")
    assert Barrier.objects.get(pk=barrier.pk).title == "Short settlements"
    assert Answer.objects.get(question="T1.Q1").text == "We share one building."


@pytest.mark.django_db
def test_words_saved_in_the_same_moment_are_never_written_over_by_a_suggestion(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    council.written()
    row = suggested(council, "three offices", "four offices")
    save = saving.save

    def beaten(**said: object) -> object:
        monkeypatch.setattr(saving, "save", save)
        rewritten(council, WORDS.replace("three offices", "seven offices"))
        return save(**said)  # type: ignore[arg-type]

    monkeypatch.setattr(saving, "save", beaten)
    with pytest.raises(WordsTouch):
        actions.use_words(comment=row, by=council.who(Role.POLICY_OFFICER), at=JUNE)

    row.refresh_from_db()
    assert row.outcome == ""


@pytest.mark.django_db
def test_an_open_comment_is_carried_over_and_a_resolved_one_stays_with_the_version_it_was_resolved_in(
    council: Council,
) -> None:
    council.written()  # keeps version 1 on 20 June
    row = said(council, "three offices")
    by = council.who(Role.POLICY_OFFICER)
    assert (stood(council).carried_from, stood(council).settled_in) == (None, None)

    second = plans.keep_version(workspace=council.workspace, round_=ROUND, name="Draft", by=by, at=JUNE + timedelta(1))
    assert stood(council).carried_from == second.number == 2

    actions.resolve(comment=row, reason="Named now.", by=by, at=JUNE + timedelta(2))
    assert (stood(council).carried_from, stood(council).settled_in) == (2, None)
    plans.keep_version(workspace=council.workspace, round_=ROUND, name="Final", by=by, at=JUNE + timedelta(3))
    assert stood(council).settled_in == 3
    assert [queries.version_counts(council.workspace, number) for number in (1, 2, 3)] == [(0, 0), (1, 0), (0, 1)]
    with pytest.raises(Refusal, match="has settled this"):
        actions.resolve(comment=row, by=by, at=JUNE + timedelta(4))

    actions.reopen(comment=row, by=by, at=JUNE + timedelta(5))
    assert (stood(council).comment.outcome, stood(council).carried_from, stood(council).settled_in) == ("", 2, None)
    with pytest.raises(Refusal, match="is open"):
        actions.reopen(comment=row, by=by, at=JUNE)


@pytest.mark.django_db
def test_a_comment_on_the_report_is_answered_and_one_without_words_or_without_its_words_is_refused(
    council: Council,
) -> None:
    author = council.who(Role.REPORT_AUTHOR)
    report = reports.begin_report(workspace=council.workspace, house_template="plain", by=author, at=JUNE)
    reports.write_field(report=report, name="purpose", value="To approve the plan.", revision=0, by=author, at=JUNE)
    row = said(council, "approve the plan", place="report/purpose")

    actions.reply(comment=row, text="Endorse, says the letter.", by=author, at=JUNE)

    assert [one.text for one in row.replies.all()] == ["Endorse, says the letter."]
    assert queries.open_counts(council.workspace, "report") == (1, 0)
    assert queries.open_counts(council.workspace, "plan") == (0, 0)
    for quote, text, sentence in (("adopt", "Why?", "do not stand"), ("approve", " ", "empty")):
        with pytest.raises(Refusal, match=sentence):
            said(council, quote, text, place="report/purpose")
    with pytest.raises(Refusal, match="no such place"):
        said(council, "", "Why?", place="plan/item/C99/title")
    with pytest.raises(Refusal, match="which words are to be replaced"):
        suggested(council, "", "Endorse", place="report/purpose")


@pytest.mark.django_db
def test_words_of_a_report_that_come_back_late_join_what_was_written_meanwhile_unless_they_touch(
    council: Council,
) -> None:
    author, place = council.who(Role.REPORT_AUTHOR), "report/purpose"
    report = reports.begin_report(workspace=council.workspace, house_template="plain", by=author, at=JUNE)
    for revision, words in enumerate(("To approve the plan.\n\nCosts follow.", "To approve the plan.\n\nNo cost.")):
        reports.write_field(report=report, name="purpose", value=words, revision=revision, by=author, at=JUNE)

    save(council.workspace, place, "To endorse the plan.\n\nCosts follow.", revision=1, by=author, at=JUNE)

    assert standing(council.workspace, place).text == "To endorse the plan.\n\nNo cost."
    with pytest.raises(WordsTouch):
        save(council.workspace, place, "To note the plan.\n\nCosts follow.", revision=1, by=author, at=JUNE)


@pytest.mark.django_db
def test_while_a_section_is_frozen_others_comment_on_it_and_their_suggestions_wait(council: Council) -> None:
    council.written()
    other = people.add_person(email="vera@ambermere.example", name="Vera Holt", by=None, at=OPENED)
    people.give_role(person=other, role=Role.POLICY_OFFICER, workspace_id=council.workspace.pk, by=None, at=OPENED)
    freezes.freeze(
        workspace=council.workspace, part="plan", title="The plan", reason="One voice.", until_on=date(2024, 6, 28),
        by=council.who(Role.POLICY_OFFICER), at=JUNE,
    )  # fmt: skip
    row = suggested(council, "three offices", "four offices")
    said(council, "three offices")

    with pytest.raises(Frozen):
        actions.use_words(comment=row, by=other, at=JUNE)

    row.refresh_from_db()
    assert row.outcome == ""
    actions.use_words(comment=row, by=council.who(Role.POLICY_OFFICER), at=JUNE)
    assert "four offices" in Answer.objects.get(question="T1.Q1").text
