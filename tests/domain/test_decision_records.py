"""The record of a decision, what members changed, what shows the round's requirements, and scrutiny's answers."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from moothall.domain import waivers
from moothall.domain.clocks.call_in_waiver import Waiver
from moothall.domain.decision_records import (
    FIELDS,
    DecisionRecord,
    Dispensation,
    as_text,
    check_entry,
    in_plain_words,
    unknown,
)
from moothall.domain.decisions import Limb, Verb
from moothall.domain.limb_changes import Change, limb_changes
from moothall.domain.refusals import Refusal
from moothall.domain.requirement_reports import Answer as Evident
from moothall.domain.requirement_reports import Asks, DecisionSeen, Done, Judged, judgements, line, report
from moothall.domain.rounds import Requirement, Strength
from moothall.domain.scrutiny_recommendations import Answer, Recommendation, Response, State, counts, respond_by

ENDORSE = Limb(Verb.ENDORSE, "the plan")
DELEGATE = Limb(Verb.DELEGATE, "minor changes to the text", delegates=("the Chief Executive",))


def test_members_who_note_what_they_were_asked_to_endorse_changed_the_verb() -> None:
    resolved = (Limb(Verb.NOTE, "The plan."), DELEGATE, Limb(Verb.AGREE, "to hear of it in January"))

    found = limb_changes((ENDORSE, DELEGATE, Limb(Verb.RECOMMEND, "an annual audit")), resolved)

    assert [one.change for one in found] == [
        Change.CHANGED, Change.AS_RECOMMENDED, Change.ADDED, Change.LEFT_OUT,
    ]  # fmt: skip
    assert found[0].what == ("the verb",)


def test_a_record_says_none_and_not_known_apart_and_pastes_as_plain_text() -> None:
    record = DecisionRecord(
        "Ambermere", title="Plan", documents=(), dispensations=(Dispensation("Cllr A", "the Monitoring Officer"),),
        decided_on=date(2024, 7, 11), key_decision=False,
    )  # fmt: skip

    text = as_text(record)

    assert "Accompanying documents\nNone\n" in text and "Wards" not in text
    assert "Dispensations\nCllr A, granted by the Monitoring Officer\n" in text
    assert in_plain_words(record.decided_on) == "Thursday 11 July 2024"
    assert "wards" in {one.name for one in unknown(record)} and "documents" not in {one.name for one in unknown(record)}
    with pytest.raises(Refusal, match="Decision maker is not entered here"):
        check_entry("decision_maker", "Cabinet", "The minutes")
    with pytest.raises(Refusal, match="There is no source"):
        check_entry("wards", "All", " ")


def test_a_note_shows_oversight_and_no_endorsement_and_a_judgement_stands_beside_it() -> None:
    asked = (Requirement("endorsement", Strength.MUST, "Members oversee and endorse the plan."),)
    seen = DecisionSeen(7, "Cabinet", date(2024, 7, 11), (Limb(Verb.NOTE, "the plan"),), "NOTED.")
    judged = Judged(
        "endorsement", Asks.ENDORSEMENT, 7, "Cabinet", "(a)", "The debate was of support.", "Lena Rusk",
        "Monitoring officer", date(2024, 7, 15),
    )  # fmt: skip

    found = report(asked, decisions=(seen,), judged=(judged,))

    assert line(found) == "Oversight: yes. Endorsement: not evident."
    assert [one.judged for one in found[0].parts] == [None, judged] and judgements(found) == (judged,)
    assert judged.sentence.startswith("Lena Rusk, Monitoring officer, judged on Monday 15 July 2024 that limb (a)")
    undone = report(asked, decisions=(replace(seen, is_undone=True),))
    assert [one.answer for one in undone[0].parts] == [Evident.NOT_YET, Evident.NOT_YET]
    advised = report(asked, decisions=(replace(seen, limbs=(ENDORSE,), endorses=False),))
    assert line(advised) == "Oversight: yes. Endorsement: not evident."


def test_other_requirements_are_shown_by_what_was_done_or_left_to_a_person() -> None:
    asked = (
        Requirement("publication", Strength.MUST, "It is on the website."),
        Requirement("tone", Strength.SHOULD, "It is written plainly."),
    )
    done = Done(Asks.PUBLICATION, "Published on Friday 19 July 2024.", date(2024, 7, 19))

    found = report(asked, done=(done,))

    assert [one.parts[0].answer for one in found] == [Evident.YES, Evident.A_PERSON_SAYS]


@pytest.mark.parametrize(
    ("received", "last"),
    [
        (date(2024, 7, 3), date(2024, 9, 2)),
        (date(2024, 7, 1), date(2024, 8, 31)),
        (date(2024, 12, 31), date(2025, 2, 28)),
        (date(2023, 12, 30), date(2024, 2, 29)),
    ],
)
def test_two_months_begin_with_the_day_the_recommendations_were_received(received: date, last: date) -> None:
    clock = respond_by(received)

    assert (clock.on, clock.counted[0].day, clock.counted[-1].day) == (last, received, last)
    assert "check with your monitoring officer" in clock.provision.in_words()


def test_a_recommendation_is_overdue_after_its_day_and_a_late_answer_says_so() -> None:
    one = Recommendation(1, "Scrutiny", "Name who signs.", "Cabinet", date(2024, 7, 2), due_on=date(2024, 9, 1))
    late = replace(one, responses=(Response(Answer.IN_PART, "Cabinet", date(2024, 9, 5), "One name only"),))

    states = [one.state(as_of=date(2024, 9, day)) for day in (1, 2)]

    assert states == [State.WAITING, State.OVERDUE]
    assert late.is_late and late.state(as_of=date(2024, 9, 9)) is State.ANSWERED
    said = counts((one, late), as_of=date(2024, 9, 9))
    assert said == "2 recommendations: 1 overdue, 1 accepted in part."


def test_urgency_needs_a_consent_given_before_the_decision_and_other_reasons_do_not() -> None:
    whole = Waiver("Rule 16", "The return is due.", "Chair of Scrutiny", "Ivo Pask", date(2024, 7, 10), recorded=True)

    waivers.check_consent(is_callable=False, reason="It is not an executive decision.", has_waiver=False)
    waivers.check_consent(is_callable=False, reason=waivers.in_words_of(whole), has_waiver=True)
    waivers.check_waiver(whole, decided_on=date(2024, 7, 11), today=date(2024, 7, 12))

    with pytest.raises(Refusal, match="nobody's consent"):
        waivers.check_consent(is_callable=False, reason="It is urgent.", has_waiver=False)
    with pytest.raises(Refusal, match="Given before the decision was taken"):
        waivers.check_waiver(whole, decided_on=date(2024, 7, 9), today=date(2024, 7, 12))
    long = replace(whole, because="because " * 90)
    assert len(waivers.in_words_of(long)) <= 300 and "Ivo Pask" in waivers.in_words_of(long)


def test_the_reference_lists_every_field_with_its_label() -> None:
    page = (Path(__file__).parents[2] / "docs/reference/decision-record.md").read_text(encoding="utf-8")

    assert [one.name for one in FIELDS if f"| `{one.name}` | {one.label} |" not in page] == []
