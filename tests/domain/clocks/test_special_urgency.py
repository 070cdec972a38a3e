"""Special urgency: the wrong route while five days fit, and then an agreement from a ladder with a narrow last rung."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.clocks import general_exception, special_urgency
from moothall.domain.consents import VICE_CHAIR_DOUBT, Chair, Chairs, Consent, Rung
from moothall.domain.days import days_between
from moothall.domain.refusals import Refusal
from moothall.reference.bank_holidays import england

DAYS = st.dates(min_value=date(2012, 9, 10), max_value=date(2027, 11, 30))
FRIDAY, MONDAY = date(2020, 6, 5), date(2020, 6, 8)
CONSENT = Consent(
    rung=Rung.SCRUTINY_CHAIR,
    by="The chair of scrutiny",
    obtained_by="The Leader",
    given_on=FRIDAY,
    because="The offer of the grant lapses on Tuesday.",
)


def asked(**changed: Any) -> Any:
    return special_urgency.deadline(MONDAY, ready_on=FRIDAY, holidays=england(), **changed)


def test_from_a_friday_to_a_monday_no_clear_working_day_is_left() -> None:
    """Computed; Nottingham's list of forthcoming decisions has a notice of this kind, Friday to Monday."""
    found = asked()

    assert found.on == MONDAY
    assert found.kind == "scrutiny_chair"
    assert sum(day.counts for day in found.counted) == 0


def test_while_five_clear_days_fit_special_urgency_is_refused() -> None:
    """Nottingham, from 2 to 10 June 2020, stands at exactly five: the general exception is open."""
    with pytest.raises(Refusal, match="lie 5 clear working days"):
        special_urgency.deadline(date(2020, 6, 10), ready_on=date(2020, 6, 2), holidays=england())

    assert special_urgency.deadline(date(2020, 6, 10), ready_on=date(2020, 6, 3), holidays=england()).kind


@pytest.mark.parametrize(
    ("scrutiny", "council", "kind"),
    [
        (Chair.ABLE, Chair.ABLE, "scrutiny_chair"),
        (Chair.ABLE, Chair.NONE, "scrutiny_chair"),
        (Chair.UNABLE, Chair.ABLE, "council_chair"),
        (Chair.NONE, Chair.ABLE, "council_chair"),
        (Chair.NONE, Chair.NONE, "council_vice_chair"),
    ],
)
def test_the_ladder_is_climbed_rung_by_rung(scrutiny: Chair, council: Chair, kind: str) -> None:
    assert asked(chairs=Chairs(scrutiny, council)).kind == kind


@pytest.mark.parametrize(
    ("scrutiny", "council"),
    [(Chair.UNABLE, Chair.NONE), (Chair.UNABLE, Chair.UNABLE), (Chair.NONE, Chair.UNABLE)],
)
def test_the_vice_chair_may_not_stand_in_for_a_chair_who_is_merely_unable(scrutiny: Chair, council: Chair) -> None:
    with pytest.raises(Refusal, match=r"section 5\(3\)"):
        asked(chairs=Chairs(scrutiny, council))


def test_the_vice_chairs_agreement_comes_with_its_doubt() -> None:
    assert VICE_CHAIR_DOUBT in asked(chairs=Chairs(Chair.NONE, Chair.NONE)).notes


def test_an_agreement_that_states_everything_is_accepted() -> None:
    found = asked(consent=CONSENT, decision_maker="the leader")

    assert found.what.startswith("Agreed on Friday 5 June 2020")


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"rung": Rung.COUNCIL_CHAIR}, "that of the chair of the council"),
        ({"by": " "}, "does not say who gave it"),
        ({"because": ""}, "does not say why the matter is urgent"),
        ({"obtained_by": "The proper officer"}, "obtained by The proper officer"),
        ({"given_on": date(2020, 6, 9)}, "given on Tuesday 9 June 2020, after"),
    ],
)
def test_an_agreement_that_lacks_something_is_none(changed: dict[str, Any], sentence: str) -> None:
    with pytest.raises(Refusal, match=sentence):
        asked(consent=replace(CONSENT, **changed), decision_maker="The Leader")


def test_before_the_regulations_of_2012_it_is_not_answered() -> None:
    with pytest.raises(Refusal, match="not in force"):
        special_urgency.deadline(date(2012, 9, 7), ready_on=date(2012, 9, 6), holidays=england())


@given(ready=DAYS, days=st.integers(min_value=0, max_value=20))
def test_it_opens_exactly_where_the_general_exception_has_closed(ready: date, days: int) -> None:
    """Regulation 10 comes before regulation 11: for every pair of days one of the two is open, and never both."""
    decision = ready + timedelta(days)
    exception = general_exception.deadline(ready, holidays=england()).on
    assert exception is not None

    try:
        found = special_urgency.deadline(decision, ready_on=ready, holidays=england())
    except Refusal:
        assert exception <= decision
        return
    assert decision < exception
    assert [day.day for day in found.counted] == list(days_between(ready, decision))
    assert sum(day.counts for day in found.counted) < 5
