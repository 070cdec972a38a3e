"""An agreement to a shorter way, checked as one value."""

from datetime import date

import pytest

from moothall.domain import consents
from moothall.domain.consents import Chair, Chairs, Consent, Rung
from moothall.domain.refusals import Refusal

GIVEN = Consent(Rung.COUNCIL_CHAIR, "The chair", "The Leader", date(2024, 7, 4), "The offer ends tomorrow.")


def test_the_law_is_named_in_what_to_do_when_nobody_may_agree() -> None:
    with pytest.raises(Refusal) as refused:
        Chairs(Chair.UNABLE, Chair.UNABLE).rung(rule="G-K4")

    assert refused.value.rule == "G-K4"
    assert "section 5(3)" in refused.value.next_step


def test_an_agreement_of_the_day_itself_is_in_time_and_one_of_the_next_day_is_not() -> None:
    consents.check(GIVEN, Rung.COUNCIL_CHAIR, decision_maker="The Leader", act_on=date(2024, 7, 4), rule="G-K4")

    with pytest.raises(Refusal, match="must come first"):
        consents.check(GIVEN, Rung.COUNCIL_CHAIR, decision_maker="The Leader", act_on=date(2024, 7, 3), rule="G-K4")


def test_an_agreement_without_a_named_decision_maker_is_refused() -> None:
    with pytest.raises(Refusal, match="the decision is for nobody named"):
        consents.check(GIVEN, Rung.COUNCIL_CHAIR, decision_maker="", act_on=date(2024, 7, 4), rule="G-K4")
