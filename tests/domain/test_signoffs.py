"""Agreement to exact words: it lapses when they change, stays when others do, and never comes of silence."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.fingerprints import fingerprint
from moothall.domain.refusals import Refusal
from moothall.domain.reports import CommitteeReport, Implication, OfficerComment, Recommendation
from moothall.domain.signed_texts import implication_place, places_of, report_texts
from moothall.domain.signoffs import (
    Answered,
    Asked,
    Event,
    HandedOn,
    Passage,
    Reply,
    State,
    Withdrawn,
    check_own_words,
    check_reply,
    covered,
    differences,
    print_of,
    state,
)

REPORT = CommitteeReport(
    authority_name="Ambermere",
    title="Savings Plan",
    body="Cabinet",
    meeting_on=date(2024, 7, 11),
    reasons="The letter asks for it.",
    recommendations=(Recommendation("1", "Approve the plan."),),
    implications=(
        Implication("financial", "No cost.", "Fay Copley"),
        Implication("legal", "None arise.", "Lou Hart", is_none=True),
    ),
    officer_comments=(OfficerComment("Monitoring Officer", "Content."),),
)
FINANCE = (implication_place("financial"), "report.recommendations")


def passage(place: str, words: str) -> Passage:
    return Passage(place, place, words, fingerprint(words))


places = st.lists(st.sampled_from("abcdef"), min_size=1, unique=True)
texts = st.dictionaries(st.sampled_from("abcdef"), st.text(max_size=8), min_size=1)


@given(texts, places, st.sampled_from("abcdef"), st.text(max_size=8))
def test_an_edit_lapses_an_agreement_exactly_where_it_touches_the_words_it_covers(
    before: dict[str, str], wanted: list[str], edited: str, words: str
) -> None:
    """An edit anywhere in the covered text lapses it; an edit elsewhere does not."""
    was = [passage(*pair) for pair in before.items()]
    now = [passage(*pair) for pair in (before | {edited: words}).items()]
    events = [Asked(), Answered(Reply.AGREE, covered(wanted, was))]

    found = state(events, covered(wanted, now))

    is_touched = edited in wanted and before.get(edited) != words
    assert found is (State.LAPSED if is_touched else State.AGREED)


@given(st.lists(st.sampled_from([Asked(), HandedOn(), Withdrawn()])), texts)
def test_no_sequence_of_events_without_an_explicit_answer_is_agreed(events: list[Event], words: dict[str, str]) -> None:
    now = [passage(*pair) for pair in words.items()]

    assert state(events, now) in {State.WAITING, State.WITHDRAWN}


@given(
    st.lists(st.sampled_from([Asked(), HandedOn(), Withdrawn(), *(Answered(reply, ()) for reply in Reply)]), max_size=8)
)
def test_agreed_means_that_the_last_word_was_an_explicit_yes(events: list[Event]) -> None:
    spoken = [event for event in events if not isinstance(event, HandedOn)]

    is_yes = bool(spoken) and spoken[-1] in (Answered(Reply.AGREE, ()), Answered(Reply.AGREE_WITH_WORDS, ()))
    assert (state(events, ()) is State.AGREED) is is_yes


def test_an_answer_stands_when_the_request_is_handed_on_after_it() -> None:
    assert state([Asked(), Answered(Reply.AGREE, ()), HandedOn()], ()) is State.AGREED


@pytest.mark.parametrize(
    ("edited", "expected"),
    [
        (replace(REPORT, reasons="Another reason."), State.AGREED),
        (replace(REPORT, agenda_item="7"), State.AGREED),
        (replace(REPORT, recommendations=(Recommendation("1", "Note the plan."),)), State.LAPSED),
        (replace(REPORT, implications=(Implication("financial", "£5.", "Fay Copley"),)), State.LAPSED),
        (replace(REPORT, implications=(Implication("financial", "No cost.", "Fay Drew"),)), State.LAPSED),
        (replace(REPORT, implications=(REPORT.implications[0],)), State.AGREED),
        (replace(REPORT, implications=()), State.LAPSED),
    ],
)  # fmt: skip
def test_finance_is_asked_again_only_where_its_words_or_the_recommendation_changed(
    edited: CommitteeReport, expected: State
) -> None:
    answer = Answered(Reply.AGREE, covered(FINANCE, report_texts(REPORT)))

    assert state([Asked(), answer], covered(FINANCE, report_texts(edited))) is expected


def test_a_sign_off_of_the_whole_report_lapses_also_by_a_part_that_was_not_there() -> None:
    answer = Answered(Reply.AGREE, covered(["report"], report_texts(REPORT)))

    longer = replace(REPORT, risks="Delay.")

    assert state([answer], covered(["report"], report_texts(longer))) is State.LAPSED
    assert [one.label for one in differences(answer.covered, report_texts(longer))] == ["Risks"]


def test_what_changed_is_told_before_and_after() -> None:
    later = replace(REPORT, reasons="The letter asks us.", officer_comments=())

    found = differences(report_texts(REPORT), report_texts(later))

    assert [(one.label, one.before, one.after) for one in found] == [
        ("Reasons", "The letter asks for it.", "The letter asks us."),
        ("Monitoring Officer", "Monitoring Officer\n\nContent.", ""),
    ]


def test_every_part_of_the_report_can_be_asked_about_and_the_whole_first() -> None:
    offered = places_of(report_texts(REPORT))

    assert offered[0] == ("report", "The whole report")
    assert (implication_place("financial"), "Report: Financial") in offered


@pytest.mark.parametrize(
    ("reply", "words", "reason", "sentence"),
    [
        (Reply.AGREE, "Other words.", "", "You have changed the words"),
        (Reply.AGREE_WITH_WORDS, " ", "", "The box is empty"),
        (Reply.CANNOT_AGREE, "No cost.", " ", "There is no reason"),
        (Reply.NOT_APPLICABLE, "No cost.", "", "Not applicable needs a reason"),
    ],
)
def test_an_answer_that_cannot_stand_is_refused(reply: Reply, words: str, reason: str, sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        check_reply(reply, seen="1", now="1", words=words, standing="No cost.", reason=reason)


def test_words_that_changed_under_the_reader_are_not_agreed_to() -> None:
    with pytest.raises(Refusal, match="changed since you opened"):
        check_reply(Reply.AGREE, seen="1", now="2", words="No cost.", standing="No cost.", reason="")


def test_nobody_certifies_their_own_words_unless_somebody_else_allowed_it() -> None:
    writers = {"Reasons": "Gwen Ostler", "Risks": "Ines Harcombe"}

    with pytest.raises(Refusal, match="You wrote “Reasons”"):
        check_own_words("Gwen Ostler", writers, is_allowed=False)
    check_own_words("Gwen Ostler", writers, is_allowed=True)
    check_own_words("Lena Rusk", writers, is_allowed=False)


def test_the_order_of_passages_does_not_change_their_fingerprint() -> None:
    some = report_texts(REPORT)

    assert print_of(some) == print_of(reversed(some))
