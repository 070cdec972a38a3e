"""A council's rulebook: which rule answers, what contradicts, and what is done to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from moothall.domain import rulebook_edits
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.call_in_rules import CallInRule
from moothall.domain.closures import Closure, ClosureKind
from moothall.domain.days import Length, Unit
from moothall.domain.local_rules import Every, Hold, Kept, LocalRule, NoCallIn, Policy, RuledClock, Threshold
from moothall.domain.refusals import Refusal
from moothall.domain.rulebook import GovernanceSpell, Rulebook, check_holidays
from moothall.domain.rulebook_packs import answers, pack_on, spell_in_words
from moothall.reference import bank_holidays
from moothall.reference.rule_packs import default

FIVE, THREE = CallInRule(), CallInRule(Length(3, Unit.WORKING))
CALL_IN = RuledClock.CALL_IN
SUMMER = date(2024, 7, 11)


def rule(id_: str = "call-in-1", value: object = FIVE, clock: RuledClock = CALL_IN, **more: object) -> LocalRule:
    return LocalRule(id_, clock, value, **more)  # type: ignore[arg-type]


def makers(*kinds: BodyKind) -> frozenset[BodyKind]:
    return frozenset(kinds)


def test_a_rule_made_for_a_decision_maker_is_found_before_the_one_for_all() -> None:
    book = Rulebook(rules=(rule(), rule("call-in-2", THREE, makers=makers(BodyKind.OFFICER))))

    assert book.rule_for(CALL_IN, BodyKind.OFFICER, SUMMER) == book.rule("call-in-2")
    assert book.rule_for(CALL_IN, BodyKind.EXECUTIVE, SUMMER) == book.rule("call-in-1")
    assert book.rule_for(RuledClock.AGENDA_PUBLICATION, BodyKind.EXECUTIVE, SUMMER) is None


def test_outside_its_days_the_narrower_rule_leaves_the_answer_to_the_one_for_all() -> None:
    narrow = rule("call-in-2", THREE, makers=makers(BodyKind.OFFICER), valid_to=date(2024, 7, 10))
    book = Rulebook(rules=(rule(), narrow))

    assert book.rule_for(CALL_IN, BodyKind.OFFICER, date(2024, 7, 10)) == narrow
    assert book.rule_for(CALL_IN, BodyKind.OFFICER, SUMMER) == book.rule("call-in-1")


def test_a_day_that_no_rule_covers_falls_to_the_default_which_says_that_it_is_one() -> None:
    book = Rulebook(rules=(rule(value=THREE, valid_from=date(2024, 1, 1), valid_to=date(2024, 6, 30)),))

    within = pack_on(book, date(2024, 6, 30), defaults=default)
    after = within.on(date(2024, 7, 1))

    assert within.call_in == THREE
    assert not within.assumes_call_in(BodyKind.EXECUTIVE)
    assert within.warnings() == ()
    assert after.call_in == default(Governance.EXECUTIVE).call_in
    assert after.assumes_call_in(BodyKind.EXECUTIVE)
    assert "is a default" in after.warnings()[0]


def test_a_decision_of_2019_is_counted_by_the_rule_of_2019() -> None:
    book = Rulebook(
        rules=(rule(valid_to=date(2026, 1, 31)), rule("call-in-2", THREE, valid_from=date(2026, 2, 1)))
    )  # fmt: skip

    today = pack_on(book, date(2026, 11, 22), defaults=default)

    assert today.call_in_for(BodyKind.EXECUTIVE) == THREE
    assert today.on(date(2019, 8, 21)).call_in_for(BodyKind.EXECUTIVE) == FIVE
    assert spell_in_words(today.on(date(2019, 8, 21))) == "to 31 January 2026"


def test_an_empty_rulebook_is_the_default_as_it_is() -> None:
    assert pack_on(Rulebook(), SUMMER, defaults=default) == default(Governance.EXECUTIVE)


def test_a_maker_without_a_rule_of_its_own_keeps_the_default_where_only_the_executive_has_one() -> None:
    book = Rulebook(rules=(rule(value=THREE, makers=makers(BodyKind.EXECUTIVE)),))

    pack = pack_on(book, SUMMER, defaults=default)

    assert pack.call_in == THREE, "what most callers ask is the executive's"
    assert pack.call_in_for(BodyKind.INDIVIDUAL_MEMBER) == FIVE
    assert pack.assumes_call_in(BodyKind.INDIVIDUAL_MEMBER)
    assert not pack.assumes_call_in(BodyKind.EXECUTIVE)


def test_a_rule_may_say_that_there_is_no_call_in_and_why() -> None:
    said = NoCallIn("Officers’ decisions that are not key cannot be called in.")
    book = Rulebook(rules=(rule(), rule("call-in-2", said, makers=makers(BodyKind.OFFICER))))

    pack = pack_on(book, SUMMER, defaults=default)

    assert pack.call_in_for(BodyKind.OFFICER) is None
    assert pack.why_no_call_in(BodyKind.OFFICER) == said.reason
    assert pack.why_no_call_in(BodyKind.EXECUTIVE) == ""


def test_the_other_clocks_are_answered_by_maker_too() -> None:
    seven, ten = Length(7, Unit.WORKING), Length(10, Unit.WORKING)
    book = Rulebook(
        rules=(
            rule("a", seven, RuledClock.AGENDA_PUBLICATION, makers=makers(BodyKind.EXECUTIVE)),
            rule("s", ten, RuledClock.COUNCIL_SUMMONS),
            rule("m", seven, RuledClock.MEMBER_NOTICE),
            rule("k", Length(30, Unit.CALENDAR), RuledClock.KEY_DECISION_NOTICE),
            rule("t", (Threshold("capital", 250_000),), RuledClock.KEY_DECISION_THRESHOLD),
        )
    )

    pack = pack_on(book, SUMMER, defaults=default)

    assert pack.agenda_for(BodyKind.EXECUTIVE) == seven
    assert pack.agenda_for(BodyKind.COMMITTEE) == Length(5, Unit.WORKING)
    assert pack.clear_days(RuledClock.COUNCIL_SUMMONS, BodyKind.FULL_COUNCIL) == ten
    assert pack.clear_days(RuledClock.MEMBER_NOTICE, BodyKind.INDIVIDUAL_MEMBER) == pack.member_notice == seven
    assert pack.clear_days(RuledClock.KEY_DECISION_NOTICE, BodyKind.OFFICER) == Length(30, Unit.CALENDAR)
    assert pack.clear_days(RuledClock.PRIVATE_MEETING_NOTICE, BodyKind.EXECUTIVE) == Length(28, Unit.CALENDAR)
    assert pack.thresholds == (Threshold("capital", 250_000),)


def test_every_clock_is_answered_for_every_maker_it_can_concern_by_a_rule_or_a_default_that_says_so() -> None:
    book = Rulebook(rules=(rule("call-in-2", THREE, makers=makers(BodyKind.OFFICER)),))

    found = answers(book, SUMMER, defaults=default)

    of_call_in = [one for one in found if one.clock is CALL_IN]
    assert {(one.for_whom, one.is_default) for one in of_call_in} == {
        ("officer", False),
        ("executive, full council, committee, scrutiny, individual member", True),
    }
    assert {one.clock for one in found} == set(RuledClock)
    assert all(one.says for one in found if one.is_default)


def refused(*rules: LocalRule, **more: object) -> str:
    with pytest.raises(Refusal) as caught:
        Rulebook(rules=rules, **more)  # type: ignore[arg-type]
    return str(caught.value)


def test_two_rules_for_one_clock_and_day_are_refused_by_name_with_the_day_to_end_the_first_on() -> None:
    said = refused(rule(source="old"), rule("call-in-2", THREE, valid_from=date(2026, 2, 1)))

    assert said == (
        "Two rules answer for call-in on Sunday 1 February 2026: call-in-1 (call-in) and call-in-2 (call-in, from 1"
        " February 2026). Give call-in-1 a valid_to of 2026-01-31, or narrow one of them."
    )


def test_two_narrow_rules_contradict_each_other_only_in_a_maker_they_share() -> None:
    one = rule("a", makers=makers(BodyKind.OFFICER, BodyKind.EXECUTIVE))
    other = rule("b", THREE, makers=makers(BodyKind.OFFICER, BodyKind.INDIVIDUAL_MEMBER))

    assert refused(one, other).startswith("Two rules answer for call-in of officer on every day: a (")
    assert Rulebook(rules=(one, replace(other, makers=makers(BodyKind.INDIVIDUAL_MEMBER)))).rules


def test_rules_that_follow_each_other_day_by_day_are_no_contradiction() -> None:
    first = rule("a", valid_to=date(2024, 4, 30))
    second = rule("b", THREE, valid_from=date(2024, 5, 1))

    assert Rulebook(rules=(first, second)).spells() == ((None, date(2024, 4, 30)), (date(2024, 5, 1), None))
    assert "Wednesday 1 May 2024" in refused(replace(first, valid_to=date(2024, 5, 1)), second)


def test_two_models_of_governance_on_one_day_are_refused() -> None:
    said = refused(
        governance=(
            GovernanceSpell(Governance.EXECUTIVE, valid_to=date(2024, 5, 20)),
            GovernanceSpell(Governance.COMMITTEE, valid_from=date(2024, 5, 20)),
        )
    )

    assert said.startswith(
        "Two models of governance hold on Monday 20 May 2024: leader and cabinet to 20 May 2024 and the committee"
        " system from 20 May 2024."
    )


COMMITTEES = (
    GovernanceSpell(Governance.EXECUTIVE, valid_to=date(2024, 5, 19)),
    GovernanceSpell(Governance.COMMITTEE, valid_from=date(2024, 5, 20)),
)


def test_the_call_in_of_an_executive_may_not_run_on_into_a_committee_system() -> None:
    said = refused(rule(), governance=COMMITTEES)

    assert said == (
        "The rule call-in-1 (call-in) was made for leader and cabinet and runs on into the committee system from 20 May"
        " 2024. End it on Sunday 19 May 2024, and enter the call-in of the committees if there is one."
    )
    own = rule("call-in-2", THREE, valid_from=date(2024, 5, 20))
    assert Rulebook(rules=(rule(valid_to=date(2024, 5, 19)), own), governance=COMMITTEES).rules


def test_a_committee_system_has_no_executive_whose_decisions_could_be_called_in() -> None:
    narrow = rule(makers=makers(BodyKind.EXECUTIVE), valid_from=date(2024, 5, 20))

    assert "the council has none under the committee system" in refused(narrow, governance=COMMITTEES)


def test_a_hold_needs_a_call_in_recorded_where_committees_decide() -> None:
    hold = rule("hold", Hold(Length(10, Unit.WORKING)), RuledClock.CALL_IN_HOLD)
    said = refused(hold, governance=(GovernanceSpell(Governance.COMMITTEE),))

    assert said.startswith("The rule hold (call-in-hold) needs a call-in, and none is recorded under the committee")
    assert Rulebook(rules=(hold, rule()), governance=(GovernanceSpell(Governance.COMMITTEE),)).rules
    assert Rulebook(rules=(hold,), governance=(GovernanceSpell(Governance.MAYOR),)).rules


@pytest.mark.parametrize(
    ("wrong", "sentence"),
    [
        (lambda: rule(valid_from=date(2024, 2, 2), valid_to=date(2024, 2, 1)), "before it begins (Friday 2 February"),
        (lambda: rule("m", Length(3, Unit.WORKING), RuledClock.MEMBER_NOTICE, makers=makers(BodyKind.EXECUTIVE)),
         "member-notice never concerns such a decision. Leave makers out, or give some of: individual member."),
        (lambda: rule(value=Length(5, Unit.WORKING)), "does not have the shape of a rule for call-in"),
        (lambda: rule(value=CallInRule(closures=frozenset({SUMMER}))), "names closure days of its own"),
        (lambda: rule(value=NoCallIn(" ")), "says that there is no call-in, and not why"),
        (lambda: rule("r", Every(13), RuledClock.SPECIAL_URGENCY_REPORT), "one a year at least"),
        (lambda: rule("r", Kept(5, 4), RuledClock.RETENTION), "the law asks for six and four at least"),
        (lambda: rule("r", Policy("All of them.", -1), RuledClock.OFFICER_DECISION_RECORDS), "a sum below nothing"),
    ],
)  # fmt: skip
def test_a_rule_that_cannot_be_is_refused_in_a_sentence(wrong: object, sentence: str) -> None:
    with pytest.raises(Refusal) as caught:
        wrong()  # type: ignore[operator]

    assert sentence in str(caught.value)


def test_two_rules_of_one_name_and_a_rule_without_one_are_refused() -> None:
    assert "Two rules are called call-in-1." in refused(rule(), rule(value=THREE))
    assert "A rule has no id." in refused(rule(" "))


def test_a_closure_is_refused_twice_on_one_day_and_on_a_bank_holiday_already_known() -> None:
    mourning = Closure(date(2022, 9, 16), "State mourning", ClosureKind.MOURNING)
    said = refused(closures=(mourning, replace(mourning, kind=ClosureKind.CLOSURE)))

    assert "as Day of mourning: State mourning and as Council closed: State mourning." in said
    check_holidays((mourning,), bank_holidays.england())
    with pytest.raises(Refusal) as caught:
        check_holidays((replace(mourning, on=date(2022, 9, 19)),), bank_holidays.england())
    assert "is a bank holiday already" in str(caught.value)
    early = bank_holidays.england(as_known_on=date(2022, 9, 1))
    check_holidays((replace(mourning, on=date(2022, 9, 19)),), early)


def test_a_closure_left_out_of_no_count_or_of_an_unknown_one_is_refused() -> None:
    assert "left out of no count" in refused(closures=(Closure(SUMMER, clocks=frozenset()),))
    assert "left out of tea" in refused(closures=(Closure(SUMMER, clocks=frozenset({"tea"})),))


def test_a_rule_that_follows_another_ends_it_on_the_day_before() -> None:
    book = rulebook_edits.entered(Rulebook(), rule())
    later = rule("call-in-2", THREE, valid_from=date(2026, 2, 1))

    changed = rulebook_edits.entered(book, later, follows="call-in-1")

    assert changed.rule("call-in-1").valid_to == date(2026, 1, 31)
    assert book.rule("call-in-1").valid_to is None, "the rulebook before stays as it was"
    with pytest.raises(Refusal, match="no first day is given"):
        rulebook_edits.entered(book, replace(later, valid_from=None), follows="call-in-1")
    with pytest.raises(Refusal, match="There is no rule called 'call-in-9'"):
        rulebook_edits.entered(book, later, follows="call-in-9")


def test_a_rule_is_ended_corrected_and_taken_back() -> None:
    book = Rulebook(rules=(rule(),))

    ended = rulebook_edits.ended(book, "call-in-1", valid_to=SUMMER)
    corrected = rulebook_edits.corrected(book, "call-in-1", rule("anything", THREE))

    assert ended.rule("call-in-1").valid_to == SUMMER
    assert corrected.rules == (rule(value=THREE),)
    assert rulebook_edits.taken_back(book, "call-in-1").is_empty
    with pytest.raises(Refusal, match="ends already, on Thursday 11 July 2024"):
        rulebook_edits.ended(ended, "call-in-1", valid_to=date(2025, 1, 1))
    with pytest.raises(Refusal, match="reads like this already"):
        rulebook_edits.corrected(book, "call-in-1", rule())


def test_closures_stand_in_order_and_are_taken_back_by_their_day() -> None:
    late, early = Closure(date(2027, 12, 30), "Christmas closure"), Closure(date(2027, 12, 29), "Christmas closure")
    book = rulebook_edits.closed(Rulebook(), late, early)

    assert book.closures == (early, late)
    assert rulebook_edits.opened_again(book, early.on).closures == (late,)
    with pytest.raises(Refusal, match="No closure is entered for Thursday 11 July 2024"):
        rulebook_edits.opened_again(book, SUMMER)


def test_a_new_model_of_governance_ends_the_one_before_and_one_of_the_same_first_day_goes() -> None:
    book = rulebook_edits.governed(Rulebook(), GovernanceSpell(Governance.COMMITTEE))
    changed = rulebook_edits.governed(book, GovernanceSpell(Governance.EXECUTIVE, date(2026, 5, 13)))
    corrected = rulebook_edits.governed(changed, GovernanceSpell(Governance.MAYOR, date(2026, 5, 13)))

    assert changed.governance_on(date(2026, 5, 12)) is Governance.COMMITTEE
    assert changed.governance_on(date(2026, 5, 13)) is Governance.EXECUTIVE
    assert corrected.governance_on(date(2026, 5, 13)) is Governance.MAYOR
    with pytest.raises(Refusal, match="is entered already"):
        rulebook_edits.governed(book, GovernanceSpell(Governance.COMMITTEE))


def test_without_governance_entered_a_day_has_the_model_the_workspace_was_opened_with() -> None:
    book = Rulebook(rules=(rule(),))

    assert book.governance_on(SUMMER) is None
    assert pack_on(book, SUMMER, defaults=default, governance=Governance.MAYOR).governance is Governance.MAYOR


def test_a_new_rule_gets_a_name_no_other_bears() -> None:
    assert Rulebook(rules=(rule(), rule("call-in-3", THREE, makers=makers(BodyKind.OFFICER)))).new_id(CALL_IN) == (
        "call-in-2"
    )


def test_rules_from_the_first_day_there_is_contradict_each_other_in_a_sentence_too() -> None:
    said = refused(rule(), rule("call-in-2", THREE, valid_from=date.min))

    assert said.endswith("end the other the day before, or narrow one to certain makers.")
    book = Rulebook(governance=(GovernanceSpell(Governance.EXECUTIVE),))
    with pytest.raises(Refusal, match="Two models of governance"):
        rulebook_edits.governed(book, GovernanceSpell(Governance.MAYOR, date.min))
    assert Rulebook(rules=(rule(valid_from=date.min, valid_to=date.max),)).spells() == ((None, None),)
