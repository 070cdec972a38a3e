"""A round as it stood on a day, what an amendment changes for those who work on it, and questions inside questions."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from moothall.domain.amendments import in_force, lost_in, stood_on
from moothall.domain.coverage import coverage
from moothall.domain.plans import Answer, AnswerStatus, Plan
from moothall.domain.round_differences import differences, dropped_questions, is_correction
from moothall.domain.round_files import from_file, to_file
from moothall.domain.round_remarks import remarks
from moothall.domain.rounds import (
    Amendment,
    Asked,
    Change,
    ChangeKind,
    LegalBasis,
    Question,
    Requirement,
    RequirementKind,
    Round,
    Strength,
    Successor,
    Theme,
)

LETTER = Round(
    slug="depots",
    title="Depot plans",
    issuer="The old office",
    legal_basis=LegalBasis.GRANT_CONDITION,
    letter_on=date(2030, 1, 7),
    deadline_on=date(2030, 6, 29),
    themes=(
        Theme(
            "A",
            "vehicles",
            "Vehicles",
            "What is driven.",
            (
                Question("A.1", "The fleet", "What is the fleet?"),
                Question("A.1.a", "Its age", "How old is it?", under="A.1"),
                Question("A.1.a.i", "Its oldest", "Which is oldest?", under="A.1.a"),
                Question("A.1.b", "Its use", "How far does it go?", under="A.1"),
                Question("A.2", "What comes next", "What is bought next?"),
            ),
        ),
    ),
    requirements=(
        Requirement("certificate", Strength.MUST, "It is certified.", kind=RequirementKind.CERTIFICATE),
        Requirement("colour", Strength.MUST, "It is green."),
    ),
    pages=(8, 10),
    successors=(Successor("The new office", date(2030, 4, 1)),),
    asked=Asked(kinds=("county council", "parish of some sort"), authorities=("E10000099",)),
    amendments=(
        Amendment(
            date(2030, 5, 1),
            "Second letter",
            "More time, and less to say.",
            (
                Change(ChangeKind.DEADLINE_MOVED, on=date(2030, 7, 31)),
                Change(ChangeKind.QUESTION_DROPPED, "A.1"),
                Change(ChangeKind.QUESTION_REWORDED, "A.2", text="What is bought in the next two years?"),
                Change(ChangeKind.REQUIREMENT_DROPPED, "colour"),
                Change(ChangeKind.LENGTH_CHANGED),
            ),
        ),
        Amendment(
            date(2030, 3, 1),
            "A note to all",
            "One question more.",
            (Change(ChangeKind.QUESTION_ADDED, "A.1.c", title="Its crew", text="Who?", theme="vehicles", under="A.1"),),
        ),
    ),
)


def _ids(round_: Round) -> list[str]:
    return [one.id for _, one in round_.questions()]


def test_a_round_can_be_asked_for_as_it_stood_on_any_day() -> None:
    before, between, after = (stood_on(LETTER, date(2030, month, 1)) for month in (2, 4, 5))

    assert (before.deadline_on, before.amendments) == (date(2030, 6, 29), ())
    assert _ids(between) == ["A.1", "A.1.a", "A.1.a.i", "A.1.b", "A.1.c", "A.2"]
    assert (after.deadline_on, after.pages) == (date(2030, 7, 31), None)
    assert _ids(after) == ["A.1.a", "A.1.a.i", "A.1.b", "A.1.c", "A.2"]
    assert after.themes[0].questions[-1].text == "What is bought in the next two years?"
    assert [one.id for one in after.requirements] == ["certificate"]
    assert in_force(LETTER) == replace(after, amendments=LETTER.amendments)
    assert in_force(in_force(LETTER)) == in_force(LETTER)
    assert set(dropped_questions(LETTER)) == {"A.1"}
    assert [LETTER.issuer_on(date(2030, month, 1)) for month in (3, 4)] == ["The old office", "The new office"]


def test_what_changes_is_said_for_those_who_work_on_it_and_no_answer_changes_its_id() -> None:
    letter_only = replace(LETTER, amendments=())

    found = differences(letter_only, LETTER)

    said = [one.sentence for one in found]
    assert said[0] == "The deadline moves from Saturday 29 June 2030 to Wednesday 31 July 2030."
    assert "A.1 is no longer asked: The fleet." in said
    assert any(sentence.startswith("A.2 is worded anew: “What is bought in the next two years?”") for sentence in said)
    assert [one.question for one in found if one.is_removal] == ["A.1", ""]
    assert "kept with its question's id" in next(one.effect for one in found if one.question == "A.1")
    assert not is_correction(letter_only, LETTER)
    assert is_correction(LETTER, letter_only)
    assert is_correction(LETTER, replace(LETTER, title="Other"))
    assert differences(LETTER, LETTER) == ()


@pytest.mark.parametrize(
    ("change", "why"),
    [
        (Change(ChangeKind.DEADLINE_MOVED), "on must be given with deadline_moved."),
        (Change(ChangeKind.QUESTION_DROPPED, "Z"), "No question asked by then is called 'Z'."),
        (Change(ChangeKind.REQUIREMENT_REWORDED, "z", text="?"), "No requirement standing by then is called 'z'."),
        (Change(ChangeKind.QUESTION_ADDED, "B", title="b", text="b", theme="none"), "No theme has the key 'none'."),
        (Change(ChangeKind.DATE_MOVED, "x", on=date(2030, 2, 1)), "No date of the round is called 'x'."),
    ],
)
def test_a_change_that_finds_nothing_to_change_is_named(change: Change, why: str) -> None:
    amended = replace(LETTER, amendments=(Amendment(date(2030, 2, 1), "Nobody", "Nothing.", (change,)),))

    assert list(lost_in(amended)) == [(0, 0, why)]


def test_questions_inside_questions_come_back_from_a_file_as_they_were() -> None:
    data = to_file(LETTER)

    assert from_file(data) == LETTER
    assert [one["id"] for one in data["themes"][0]["questions"]] == ["A.1", "A.2"]
    assert data["themes"][0]["questions"][0]["questions"][0]["questions"][0]["id"] == "A.1.a.i"
    assert "under" not in data["themes"][0]["questions"][0]


def test_a_file_of_the_first_format_is_of_the_kinds_its_ids_name() -> None:
    old = {
        **to_file(LETTER),
        "format": "moothall.round/1",
        "themes": [{"id": "T", "key": "barriers", "title": "B", "text": "b"}],
        "requirements": [
            {"id": id_, "strength": "must", "text": "x"} for id_ in ("four_themes", "endorsement", "green")
        ],
    }

    found = from_file(old)

    assert [one.kind.value for one in found.requirements] == ["themes", "endorsement", "other"]
    assert found.theme_of_barriers() == found.themes[0]


def _plan(**texts: str) -> Plan:
    answers = tuple(Answer(id_.replace("_", "."), AnswerStatus.ANSWERED, text) for id_, text in texts.items())
    return Plan("X1", "A council", "depots", "Plan", "", answers, (), (), ())


def test_a_part_is_settled_with_its_whole_and_a_whole_by_all_its_parts() -> None:
    whole = coverage(LETTER, _plan(A_1="All of it."))
    parts = coverage(LETTER, _plan(A_1_a="Old.", A_1_b="Far."))

    assert [one.question.id for one in whole.still_open] == ["A.2"]
    assert {one.question.id: one.answer.where for one in whole.themes[0].questions}["A.1.a.i"] == (
        "the answer to “The fleet”"
    )
    assert {one.question.id: one.answer.where for one in parts.themes[0].questions}["A.1"] == "the answers to its parts"
    assert [one.question.id for one in coverage(LETTER, _plan(A_1_b="Far.")).still_open] == [
        "A.1", "A.1.a", "A.1.a.i", "A.2",
    ]  # fmt: skip


def test_a_careful_reader_points_out_what_is_odd_in_a_round() -> None:
    saturday = replace(LETTER, amendments=())

    found = remarks(saturday, is_working=lambda day: day.weekday() < 5, known_kinds={"county council"}, known_codes=())

    assert {one.check for one in found} == {
        "round_date_not_working", "round_no_endorsement", "round_no_return", "round_no_channel",
        "round_certificate_by_nobody", "round_requirement_of_no_kind", "round_unknown_kind", "round_unknown_authority",
    }  # fmt: skip
    assert "Saturday 29 June 2030" in found[0].message
