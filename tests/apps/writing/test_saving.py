"""Two people save one section: both stand where they can, and otherwise nothing is written before somebody chooses."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from datetime import UTC, datetime
from threading import Barrier
from typing import Any

import pytest
from django.db import connection

from moothall.apps.audit.models import Entry
from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Answer, Draft
from moothall.apps.writing import queries, saving
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from moothall.domain.sections import OPENING
from tests.people import Council

NOW = datetime(2024, 6, 21, 9, tzinfo=UTC)
FIRST = "We moved three offices into one.\n\nIt saved £140,000 a year."


def answered(text: str, **more: str) -> dict[str, str]:
    return {"status": "answered", "text": text, "where": "", "reason": "", **more}


@pytest.fixture
def draft(council: Council) -> Draft:
    council.written()
    return Draft.objects.get()


def save(council: Council, draft: Draft, words: dict[str, str], revision: int, section: str = "T1.Q1") -> saving.Saved:
    by = council.who(Role.POLICY_OFFICER)
    return saving.save(draft=draft, section=section, words=words, revision=revision, by=by, at=NOW)


@pytest.mark.django_db
def test_changes_that_do_not_touch_both_stand_and_whose_stands_beside_is_told(council: Council, draft: Draft) -> None:
    save(council, draft, answered(FIRST.replace("£140,000", "£138,500")), 1)

    saved = save(council, draft, answered(FIRST.replace("three", "four")), 1)

    assert saved.words["text"] == FIRST.replace("three", "four").replace("£140,000", "£138,500")
    assert saved.beside is not None and saved.beside.by_name == council.who(Role.POLICY_OFFICER).name
    assert Answer.objects.get(question="T1.Q1").text == saved.words["text"]


@pytest.mark.django_db
def test_the_same_words_changed_twice_save_nothing_and_show_both(council: Council, draft: Draft) -> None:
    save(council, draft, answered(FIRST.replace("£140,000", "£138,500")), 1)
    lines = Entry.objects.count()

    with pytest.raises(saving.WordsMeet, match="changed the same words while you were writing") as met:
        save(council, draft, answered(FIRST.replace("£140,000", "£150,000")), 1)

    (one,) = met.value.merges["text"].conflicts
    assert (one.theirs, one.mine) == ("£138,500", "£150,000")
    assert Entry.objects.count() == lines


@pytest.mark.django_db
def test_an_answer_and_a_reason_not_to_answer_meet_as_a_choice(council: Council, draft: Draft) -> None:
    save(council, draft, {"status": "not_answered", "text": FIRST, "where": "", "reason": "Reported already."}, 1)

    with pytest.raises(saving.WordsMeet) as met:
        save(council, draft, {"status": "elsewhere", "text": FIRST, "where": "Annex", "reason": ""}, 1)

    assert [field for field, one in met.value.merges.items() if one.conflicts] == ["status"]


@pytest.mark.django_db
def test_words_that_stand_already_leave_no_second_line(council: Council, draft: Draft) -> None:
    lines = Entry.objects.count()

    save(council, draft, answered(FIRST), 1)

    assert Entry.objects.count() == lines


@pytest.mark.django_db
def test_a_revision_that_never_was_is_refused(council: Council, draft: Draft) -> None:
    with pytest.raises(Refusal, match="cannot tell from which words you began"):
        save(council, draft, answered("Other words."), 7)


@pytest.mark.django_db
def test_the_record_tells_every_revision_of_an_answer_and_of_the_opening(council: Council, draft: Draft) -> None:
    save(council, draft, answered("Later words."), 1)
    save(council, draft, {"title": "Plan", "introduction": "Why."}, 1, section=OPENING)

    texts = [one.words["text"] for one in queries.history(draft, "T1.Q1")]
    openings = [(one.revision, one.words["title"]) for one in queries.history(draft, OPENING)]

    assert texts == [FIRST, "Later words."]
    assert openings == [(1, "Savings Plan 2024"), (2, "Plan")]
    assert queries.stands(draft, "T1.Q1") == queries.history(draft, "T1.Q1")[-1]


def at_once(*saves: Any) -> list[Any]:
    """What each of these gave, or the refusal it met, when all began in the same moment."""
    gate = Barrier(len(saves))

    def one(save: Any) -> Any:
        try:
            gate.wait(10)
            return save()
        except saving.WordsMeet as met:
            return met
        finally:
            connection.close()

    with ThreadPoolExecutor(len(saves)) as pool:
        return list(pool.map(one, saves))


@pytest.fixture
def begun(transactional_db: None) -> tuple[Council, Draft]:
    from tests import people

    here = people.council()
    by = here.who(Role.POLICY_OFFICER)
    return here, plans.begin_plan(workspace=here.workspace, title="Savings Plan", by=by, at=NOW)


def test_two_first_answers_in_the_same_moment_meet_and_neither_is_lost(begun: tuple[Council, Draft]) -> None:
    here, draft = begun

    found = at_once(
        lambda: save(here, draft, answered("One began so."), 0), lambda: save(here, draft, answered("Two said it."), 0)
    )

    (saved,) = [one for one in found if isinstance(one, saving.Saved)]
    (met,) = [one for one in found if isinstance(one, saving.WordsMeet)]
    (piece,) = met.merges["text"].conflicts
    assert {saved.words["text"], piece.mine} == {"One began so.", "Two said it."}
    assert piece.theirs == saved.words["text"] == Answer.objects.get().text
