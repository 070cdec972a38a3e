"""A council's own rules in its clocks: each fills what it settles, the answer names it, and what is given wins."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from moothall.domain import clock_questions, own_rules, rulebook_plain
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clock_questions import QUESTIONS
from moothall.domain.local_rules import RULINGS, RuledClock
from moothall.domain.own_arguments import FILLINGS, SHOWN_ONLY, makers_of
from moothall.domain.own_rules import answer, own_arguments
from moothall.domain.refusals import Refusal
from moothall.domain.rulebook import Rulebook
from moothall.reference.bank_holidays import england
from tests.domain.rulebooks import DAYS, KINDS, rulebooks

SPENDING = {"what": "spending", "pounds": 250000}


def book(*rules: dict[str, Any], **more: Any) -> Rulebook:
    return rulebook_plain.rulebook({"rules": [{"source": "Part 4, rule 9", **rule} for rule in rules], **more})


def asked(name: str, of: Rulebook, maker: BodyKind | None = None, **said: Any) -> Any:
    return answer(name, said, england, of, maker=maker)[0]


@pytest.mark.parametrize("ruled", RuledClock)
def test_whatever_the_constitution_settles_is_counted_by_or_says_why_it_is_only_shown(ruled: RuledClock) -> None:
    fills = [row for row in FILLINGS if row.ruled is ruled]

    assert bool(fills) is not (ruled in SHOWN_ONLY)
    assert all(row.keys for row in fills)
    if ruled in SHOWN_ONLY:
        assert SHOWN_ONLY[ruled].why.endswith(".")
        assert set(SHOWN_ONLY[ruled].beside) <= set(QUESTIONS)


@pytest.mark.parametrize("row", FILLINGS, ids=lambda row: f"{row.clock} by {row.ruled.value}")
def test_what_a_rule_fills_in_are_arguments_of_its_clock(row: Any) -> None:
    keys = {argument.key for argument in QUESTIONS[row.clock].arguments}

    assert set(row.keys) | set(row.by) <= keys


@pytest.mark.parametrize(
    ("name", "rule", "said", "expected"),
    [
        ("call-in", {"clock": "call-in", "value": {"days": 3}}, {"published": "2024-07-03"}, date(2024, 7, 8)),
        (
            "call-in-hold",
            {"clock": "call-in-hold", "value": {"days": 10, "unit": "calendar"}},
            {"called_in": "2024-07-03"},
            date(2024, 7, 13),
        ),
        ("meeting-notice", {"clock": "meeting-notice", "value": {"clear_days": 7}}, {"meeting": "2024-07-11"},
         date(2024, 7, 1)),
        ("agenda-publication", {"clock": "agenda-publication", "value": {"clear_days": 7}}, {"meeting": "2024-07-11"},
         date(2024, 7, 1)),
        ("council-summons", {"clock": "council-summons", "value": {"clear_days": 6}}, {"meeting": "2024-07-11"},
         date(2024, 7, 2)),
        ("key-decision-notice", {"clock": "key-decision-notice", "value": {"clear_days": 30, "convention": "calendar"}},
         {"decision": "2024-07-11"}, date(2024, 6, 10)),
        ("private-meeting-notice",
         {"clock": "private-meeting-notice", "value": {"clear_days": 30, "convention": "calendar"}},
         {"meeting": "2024-07-11"}, date(2024, 6, 10)),
        ("private-meeting-notice", {"clock": "private-meeting-second-notice", "value": {"clear_days": 7}},
         {"meeting": "2024-07-11", "which": "second"}, date(2024, 7, 1)),
        ("special-urgency-report", {"clock": "special-urgency-report", "value": {"months": 3}},
         {"last_report": "2024-07-11"}, date(2024, 10, 10)),
        ("retention", {"clock": "retention", "value": {"records": 10, "papers": 7}}, {"begins": "2024-07-29"},
         date(2034, 7, 28)),
        ("retention", {"clock": "retention", "value": {"records": 10, "papers": 7}},
         {"begins": "2024-07-29", "record": "background_papers"}, date(2031, 7, 28)),
    ],
)  # fmt: skip
def test_a_date_is_counted_by_the_councils_own_rule_and_names_its_paragraph(
    name: str, rule: dict[str, Any], said: dict[str, str], expected: date
) -> None:
    found = asked(name, book(rule), **said)

    assert found.on == expected
    assert "The council's own rule counts here: " in found.notes[-1]
    assert found.notes[-1].endswith("(Part 4, rule 9).")


def test_the_first_and_the_second_notice_of_a_private_meeting_have_rules_of_their_own() -> None:
    second = book({"clock": "private-meeting-second-notice", "value": {"clear_days": 7}})

    found = asked("private-meeting-notice", second, meeting="2024-07-11")

    assert found.on == date(2024, 6, 12)
    assert found.notes[-1].startswith(
        "A default counts here: nobody has entered the council's own rule on first notice"
    )


def test_a_rule_of_another_day_leaves_the_default_and_the_answer_says_so() -> None:
    since_may = book({"clock": "call-in", "valid_from": "2024-05-01", "value": {"days": 3}})

    found = asked("call-in", since_may, published="2024-04-03")

    assert found.on == date(2024, 4, 10)
    assert found.notes[-1] == (
        "A default counts here: nobody has entered the council's own rule on call-in (executive) for"
        " Wednesday 3 April 2024."
    )


def test_a_rule_for_one_member_goes_before_that_for_all() -> None:
    both = book(
        {"clock": "call-in", "id": "all", "value": {"days": 5}},
        {"clock": "call-in", "id": "one", "makers": ["individual_member"], "value": {"days": 2}},
    )

    assert asked("call-in", both, published="2024-07-03").on == date(2024, 7, 10)
    assert asked("call-in", both, BodyKind.INDIVIDUAL_MEMBER, published="2024-07-03").on == date(2024, 7, 5)


def test_call_in_follows_the_rule_of_the_day_that_starts_its_count() -> None:
    changed = book(
        {"clock": "call-in", "id": "old", "valid_to": "2024-07-03", "value": {"days": 2, "base": "decision"}},
        {"clock": "call-in", "id": "new", "valid_from": "2024-07-04", "value": {"days": 9, "base": "decision"}},
    )

    found = asked("call-in", changed, decided="2024-07-03", published="2024-07-04")

    assert found.on == date(2024, 7, 5)


def test_what_is_given_wins_over_the_rule_and_the_note_says_what_the_rule_has() -> None:
    own = book({"clock": "call-in", "value": {"days": 3, "closes": "17:00"}})

    found = asked("call-in", own, published="2024-07-03", days="5", closes="17:00:00")

    assert (found.on, f"{found.at:%H:%M}") == (date(2024, 7, 10), "17:00")
    assert found.notes[-1].endswith("Given instead of the rule: how many days scrutiny has, 5 and not 3.")


def test_decisions_that_are_not_open_to_call_in_are_refused_with_the_councils_reason() -> None:
    none = book({"clock": "call-in", "makers": ["officer"], "value": {"none": "Officers carry out decisions."}})

    with pytest.raises(Refusal, match="has no call-in: Officers carry out decisions \\(Part 4, rule 9\\)"):
        asked("call-in", none, BodyKind.OFFICER, published="2024-07-03")
    assert asked("callable", none, BodyKind.OFFICER, decided="2024-07-03", key=True).kind == "not_callable"
    assert asked("callable", none, decided="2024-07-03").kind == "callable"
    assert asked("call-in", none, BodyKind.OFFICER, published="2024-07-03", days=5).on == date(2024, 7, 10)


def test_under_a_committee_system_no_call_in_is_made_up() -> None:
    committees = book(governance=[{"model": "committee"}])

    with pytest.raises(Refusal, match="No call-in is recorded for this council"):
        asked("call-in", committees, published="2024-07-03")


def test_of_several_sums_one_is_taken_only_where_every_kind_of_money_gives_the_same() -> None:
    sums = book({"clock": "key-decision-threshold", "value": [SPENDING, {"what": "capital", "pounds": 500000}]})

    def kind(pounds: int) -> str:
        return str(asked("key-decision", sums, decision="2024-07-11", pounds=pounds, wards=1).kind)

    assert [kind(pounds) for pounds in (249999, 250000, 499999, 500000)] == [
        "not_key",
        "a_judgement",
        "a_judgement",
        "key",
    ]


def test_an_officers_policy_leaves_nothing_out_without_the_day_from_which_it_stands() -> None:
    policy = {"clock": "officer-decision-records", "value": {"words": "Above a sum", "pounds": 50000}}
    said = {"decided": "2024-07-11", "key": False, "pounds": 10}

    assert (
        asked("officer-executive-record", book(policy | {"valid_from": "2020-01-01"}), **said).kind
        == "left_out_by_policy"
    )
    undated = asked("officer-executive-record", book(policy), **said)
    assert undated.kind == "record"
    assert "holds only with its date" in undated.notes[-1]


def test_the_councils_own_closures_are_left_out_by_name() -> None:
    closed = book(closures=[{"on": "2024-07-05", "name": "Away day"}])

    found = asked("call-in", closed, published="2024-07-03")
    notice = asked("agenda-publication", closed, meeting="2024-07-11")

    assert found.on == date(2024, 7, 11)
    assert "Council closed: Away day" in [day.why for day in found.counted]
    assert notice.on == date(2024, 7, 3)
    assert asked("call-in", closed, published="2024-07-03", closures=["2024-07-04"]).on == date(2024, 7, 11)


def test_an_urgent_item_shows_the_rule_beside_the_answer_and_counts_nothing_by_it() -> None:
    late = book({"clock": "late-item", "value": {"words": "The chair agrees before the meeting"}})
    said = {"meeting": "2024-07-11", "listed": "2024-07-09", "body": "committee"}

    found = asked("late-item", late, **said)

    assert found.kind == clock_questions.answer("late-item", said, england()).kind
    assert "Shown beside the answer" in found.notes[-1]


def test_two_decision_makers_and_one_the_clock_never_concerns_are_refused() -> None:
    with pytest.raises(Refusal, match="Two decision makers are given"):
        asked("key-decision", book(), BodyKind.OFFICER, decision="2024-07-11", taker="executive")
    with pytest.raises(Refusal, match="No rule for the clock agenda-publication concerns"):
        asked("agenda-publication", book(), BodyKind.OFFICER, meeting="2024-07-11")


EXAMPLES = sorted(name for name, question in QUESTIONS.items() if question.example)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_empty_rulebook_changes_nothing_but_says_what_is_a_default(name: str) -> None:
    example = dict(QUESTIONS[name].example)
    plain = clock_questions.answer(name, example, england())

    found, own = answer(name, example, england, Rulebook())

    assert found.as_plain() == plain.as_plain()
    assert found.notes[: len(plain.notes)] == plain.notes
    assert all(one.rule is None and not one.arguments for one in own.rules)


@settings(max_examples=150)
@given(book_=rulebooks(), name=st.sampled_from(EXAMPLES), day=DAYS, maker=KINDS)
def test_for_any_rulebook_each_filled_argument_is_the_clocks_and_of_the_rule_of_that_day(
    book_: Rulebook, name: str, day: date, maker: BodyKind
) -> None:
    own = own_arguments(name, book_, day, maker)

    assert set(own.arguments) <= {argument.key for argument in QUESTIONS[name].arguments}
    for one in own.rules:
        assert one.rule == book_.rule_for(one.ruled, maker, day)
        assert maker in RULINGS[one.ruled].makers
        assert one.note.endswith(".")


@settings(max_examples=150, deadline=timedelta(seconds=5))
@given(book_=rulebooks(), name=st.sampled_from(EXAMPLES), governance=st.sampled_from(Governance), data=st.data())
def test_by_any_rulebook_the_answer_is_a_date_or_a_refusal_in_a_sentence(
    book_: Rulebook, name: str, governance: Governance, data: st.DataObject
) -> None:
    maker = data.draw(st.none() | st.sampled_from(makers_of(name) or [None]))
    try:
        found, own = answer(name, dict(QUESTIONS[name].example), england, book_, maker=maker, governance=governance)
    except Refusal as refusal:
        assert str(refusal).endswith((".", "?", "]", "}"))
        return

    assert found.on or found.kind
    assert own.notes and own.notes == found.notes[-len(own.notes) :]


@settings(max_examples=60)
@given(book_=rulebooks(), day=st.dates(date(2013, 1, 1), date(2026, 6, 1)))
def test_everything_given_explicitly_makes_the_rules_say_nothing(book_: Rulebook, day: date) -> None:
    given_ = {"meeting": day.isoformat(), "clear_days": 5, "convention": "working"}
    found, own = answer("agenda-publication", given_, england, Rulebook(rules=book_.rules))

    assert found.as_plain() == clock_questions.answer("agenda-publication", given_, england()).as_plain()
    assert own_rules.merged(own, given_) == given_
