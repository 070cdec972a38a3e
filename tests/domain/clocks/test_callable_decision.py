"""What may be called in, and pages whose flag, dates and reasons do not go together."""

from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.authorities import BodyKind
from moothall.domain.clock_questions import answer
from moothall.domain.clocks import callable_decision
from moothall.domain.clocks.callable_decision import ASKS, Because, Shown
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

DECIDED = date(2024, 7, 11)
EXECUTIVE = (BodyKind.EXECUTIVE, BodyKind.INDIVIDUAL_MEMBER)


def asked(**said: Any) -> Deadline:
    return callable_decision.deadline(DECIDED, **{"taker": BodyKind.EXECUTIVE, **said})


def shown(**page: Any) -> list[str]:
    """The warnings on a page of a decision that may be called in, or for which a reason not to is given."""
    is_ = page.pop("is_", ())
    return [note for note in asked(is_=is_, shown=Shown(**page)).notes if note.startswith("Warning")]


def met(found: Deadline) -> list[str]:
    return [point.code for point in found.points if point.met]


def test_an_ordinary_decision_of_the_executive_may_be_called_in() -> None:
    found = asked()

    assert (found.kind, found.effective_on, met(found)) == ("callable", None, [])


@pytest.mark.parametrize("reason", list(ASKS))
def test_what_is_left_out_takes_effect_when_it_is_taken(reason: Because) -> None:
    """Bury's and Leeds' lists say no for such reasons, the last of them for the budget and policy framework."""
    found = asked(is_=(reason,))

    assert (found.kind, found.effective_on, met(found)) == ("not_callable", DECIDED, [reason.value])


@pytest.mark.parametrize(
    ("taker", "key", "key_only", "kind", "code"),
    [
        pytest.param(BodyKind.OFFICER, False, None, "not_callable", "officer_not_key", id="officer, not key"),
        pytest.param(BodyKind.OFFICER, True, None, "callable", None, id="officer, key"),
        pytest.param(BodyKind.OFFICER, False, False, "callable", None, id="officer, where all may be called in"),
        pytest.param(BodyKind.INDIVIDUAL_MEMBER, False, None, "callable", None, id="member, not key"),
        pytest.param(BodyKind.EXECUTIVE, False, True, "not_callable", "not_key", id="only key decisions"),
        pytest.param(BodyKind.FULL_COUNCIL, None, None, "not_callable", "not_executive", id="the council"),
    ],
)
def test_whether_it_must_be_key_follows_from_who_took_it_and_from_the_councils_rule(
    taker: BodyKind, key: bool | None, key_only: bool | None, kind: str, code: str | None
) -> None:
    found = asked(taker=taker, key=key, key_only=key_only)

    assert (found.kind, met(found)) == (kind, [code] if code else [])


def test_while_nobody_says_whether_an_officers_decision_is_key_it_is_treated_as_open() -> None:
    found = asked(taker=BodyKind.OFFICER)

    assert found.kind == "callable"
    assert found.points[-1].met is None
    assert any("treat it as open to call-in" in note for note in found.notes)


def test_a_flag_that_the_reasons_contradict_is_warned_of_both_ways_round() -> None:
    """Southend-on-Sea and Surrey have said no where the text said yes."""
    says_no = shown(flag=False)
    says_yes = shown(flag=True, is_=(Because.NOTING,))

    assert says_no == [
        "Warning: The page says it is not subject to call-in, and no reason for that is given. Enter the reason."
    ]
    assert says_yes[0].startswith("Warning: The page says it is subject to call-in, and by the reasons given")


@pytest.mark.parametrize("effective", [DECIDED, date(2024, 7, 12)])
def test_open_to_call_in_and_effective_at_once_do_not_go_together(effective: date) -> None:
    """Havering, Cheltenham and Barnsley have marked decisions as open to call-in that took effect at once."""
    [warning] = shown(
        flag=True, effective_on=effective, published_on=date(2024, 7, 12) if effective > DECIDED else None
    )

    assert "take effect at once" in warning


def test_what_may_not_be_called_in_and_is_listed_a_year_later_took_effect_when_it_was_taken() -> None:
    """Thanet listed one 363 days after it was taken; the days here are computed."""
    [warning] = shown(is_=(Because.URGENT,), published_on=DECIDED + timedelta(363))

    assert "363 days after the decision" in warning
    assert "took effect when it was taken, on Thursday 11 July 2024" in warning
    assert "The record came late" in warning


def test_a_listing_after_the_day_of_effect_is_a_second_listing_and_the_first_is_to_be_kept() -> None:
    """Gloucester's list has shown a day of publication after the day of effect."""
    [warning] = shown(effective_on=date(2024, 7, 19), published_on=date(2024, 7, 30))

    assert "enter the day it was first published, and keep it" in warning


def test_a_page_that_goes_together_is_not_warned_of() -> None:
    assert shown(flag=True, effective_on=date(2024, 7, 19), published_on=DECIDED) == []
    assert shown(flag=False, effective_on=DECIDED, is_=(Because.URGENT,)) == []


@pytest.mark.parametrize("page", [{"published_on": date(2024, 7, 10)}, {"effective_on": date(2024, 7, 10)}])
def test_what_was_listed_or_took_effect_before_it_was_taken_is_refused(page: dict[str, date]) -> None:
    with pytest.raises(Refusal, match="before it was taken"):
        shown(**page)


def test_it_is_asked_by_name() -> None:
    asked_ = {"decided": "2024-07-11", "what_it_is": "noting,urgent", "flag": "yes", "shown_effective": "2024-07-11"}

    plain = answer("callable", asked_, england()).as_plain()

    assert (plain["kind"], plain["effective_on"]) == ("not_callable", "2024-07-11")


@given(
    reasons=st.sets(st.sampled_from(list(ASKS))),
    taker=st.sampled_from(BodyKind),
    key=st.none() | st.booleans(),
    key_only=st.none() | st.booleans(),
)
def test_it_is_closed_exactly_where_some_reason_is_met_and_then_effective_at_once(
    reasons: set[Because], taker: BodyKind, key: bool | None, key_only: bool | None
) -> None:
    found = asked(is_=reasons, taker=taker, key=key, key_only=key_only)

    assert (found.kind == "not_callable") == bool(met(found))
    assert found.effective_on == (DECIDED if met(found) else None)
    assert {reason.value for reason in reasons} <= set(met(found))
