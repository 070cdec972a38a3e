"""What members decide, and what that shows."""

from datetime import date

import pytest

from moothall.domain.authorities import BodyKind
from moothall.domain.decisions import (
    Limb,
    StepValue,
    Verb,
    check_decision,
    check_publication,
    shows_endorsement,
    shows_oversight,
)
from moothall.domain.refusals import Refusal

CABINET = StepValue("Cabinet", BodyKind.EXECUTIVE, True, date(2024, 7, 11))
NOTE = Limb(Verb.NOTE, "the plan")
APPROVE = Limb(Verb.APPROVE, "the plan")
DELEGATE = Limb(Verb.DELEGATE, "final wording", delegates=("the Leader",))


def test_noting_a_plan_shows_oversight_and_no_endorsement() -> None:
    assert shows_oversight((NOTE,))
    assert not shows_endorsement((NOTE,))


@pytest.mark.parametrize("verb", [Verb.APPROVE, Verb.ENDORSE, Verb.ADOPT, Verb.AGREE])
def test_putting_a_name_to_the_plan_endorses_it_beside_noting(verb: Verb) -> None:
    assert shows_endorsement((NOTE, Limb(verb, "the plan")))


def test_delegating_the_rest_is_not_endorsement_by_itself() -> None:
    assert not shows_endorsement((DELEGATE,))


def test_nothing_resolved_shows_neither() -> None:
    assert not shows_oversight(())
    assert not shows_endorsement(())


@pytest.mark.parametrize(
    ("limbs", "minute", "decided_on", "says"),
    [
        ((), "RESOLVED", date(2024, 7, 11), "no limbs"),
        ((APPROVE,), "  ", date(2024, 7, 11), "minute is empty"),
        ((Limb(Verb.DELEGATE, "wording"),), "RESOLVED", date(2024, 7, 11), "names nobody"),
        ((APPROVE,), "RESOLVED", date(2024, 7, 13), "dated in the future"),
        ((APPROVE,), "RESOLVED", date(2024, 7, 10), "meets on 11 July 2024"),
    ],
)
def test_a_decision_that_does_not_hold_together_is_refused_in_a_sentence(
    limbs: tuple[Limb, ...], minute: str, decided_on: date, says: str
) -> None:
    with pytest.raises(Refusal, match=says) as caught:
        check_decision(CABINET, limbs=limbs, minute=minute, decided_on=decided_on, today=date(2024, 7, 12))

    assert caught.value.next_step


def test_a_decision_of_the_day_is_accepted() -> None:
    check_decision(
        CABINET, limbs=(APPROVE, DELEGATE), minute="R", decided_on=date(2024, 7, 11), today=date(2024, 7, 11)
    )


def test_a_decision_is_not_published_before_it_is_taken() -> None:
    with pytest.raises(Refusal, match="taken on 11 July 2024"):
        check_publication(decided_on=date(2024, 7, 11), published_on=date(2024, 7, 10))
