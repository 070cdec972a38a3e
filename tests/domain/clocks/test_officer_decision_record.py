"""An officer's decision: limb (a), limb (b) with its three effects, other law, fields, and six years."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import officer_decision_record
from moothall.domain.clocks.officer_decision_record import Authorisation, Effect, Field, Threshold
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal

DECIDED = date(2024, 7, 29)
ALL_BUT_CONFLICTS = [Field.DATE, Field.DECISION, Field.REASONS, Field.OPTIONS]


def record(authorisation: Authorisation, **asked: object) -> Deadline:
    return officer_decision_record.deadline(DECIDED, authorisation=authorisation, **asked)  # type: ignore[arg-type]


def test_cotswolds_officer_decision_of_29_july_2024_is_kept_until_the_close_of_28_july_2030() -> None:
    """A chief executive's urgent decision at Cotswold; kept "for six years beginning with the date"."""
    found = record(Authorisation.EXPRESS)

    assert (found.kind, found.on) == ("owed", date(2030, 7, 28))
    assert "Friday 28 July 2028" in found.notes[1]
    assert found.provision.check_with_monitoring_officer


@pytest.mark.parametrize("effect", Effect)
def test_a_general_authorisation_needs_one_of_three_effects(effect: Effect) -> None:
    assert record(Authorisation.GENERAL).kind == "not_owed"
    assert record(Authorisation.GENERAL, effects=(effect,)).kind == "owed"


def test_conflicts_are_named_under_an_express_authorisation_only() -> None:
    express = record(Authorisation.EXPRESS, fields=ALL_BUT_CONFLICTS)
    general = record(Authorisation.GENERAL, effects=(Effect.RIGHTS,), fields=ALL_BUT_CONFLICTS)

    assert (express.kind, general.kind) == ("incomplete", "complete")
    assert [point.about for point in express.points if point.code == "conflicts"] == [
        "Members of the body who declared a conflict"
    ]


def test_a_record_other_law_asks_for_is_enough_and_is_not_made_twice() -> None:
    found = record(Authorisation.EXPRESS, other_law="The planning register")

    assert (found.kind, found.on) == ("other_law", None)
    assert "7(4)" in found.provision.cite()


def test_the_councils_own_amount_says_what_is_material_from_its_own_day() -> None:
    policy = Threshold(50_000, since=date(2024, 1, 1))

    assert record(Authorisation.GENERAL, spends=50_000, threshold=policy).kind == "owed"
    assert record(Authorisation.GENERAL, spends=49_999, threshold=policy).kind == "not_owed"
    with pytest.raises(Refusal, match="after the decision"):
        record(Authorisation.GENERAL, spends=50_000, threshold=Threshold(50_000, since=date(2024, 8, 1)))
    with pytest.raises(Refusal, match="no policy"):
        record(Authorisation.GENERAL, spends=50_000)


@given(
    authorisation=st.sampled_from(Authorisation),
    effects=st.sets(st.sampled_from(Effect)),
    fields=st.none() | st.sets(st.sampled_from(Field)),
)
def test_a_record_is_owed_by_limb_a_or_limb_b_and_by_nothing_else(
    authorisation: Authorisation, effects: set[Effect], fields: set[Field] | None
) -> None:
    found = record(authorisation, effects=effects, fields=fields)

    owed = authorisation is Authorisation.EXPRESS or bool(effects)
    assert (found.kind != "not_owed") == owed == (found.on is not None)


def test_before_6_august_2014_no_such_record_was_owed() -> None:
    with pytest.raises(Refusal, match="not in force"):
        officer_decision_record.deadline(date(2014, 8, 5), authorisation=Authorisation.EXPRESS)
