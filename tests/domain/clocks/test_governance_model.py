"""Models of governance by date: no end is assumed for the committee system, and nobody is told it is safe either."""

from datetime import date

from hypothesis import given
from hypothesis import strategies as st

from moothall.domain.authorities import Governance
from moothall.domain.clocks import governance_model

DAYS = st.dates(date(2012, 5, 4), date(2035, 1, 1))


def test_cheshire_east_under_committees_had_an_open_model_in_2024_and_must_ask_after_royal_assent() -> None:
    """Cheshire East changed from committees on 13 May 2026, two weeks after Royal Assent."""
    then = governance_model.deadline(date(2024, 7, 9), model=Governance.COMMITTEE)
    later = governance_model.deadline(date(2026, 5, 12), model=Governance.COMMITTEE)
    changed = governance_model.deadline(date(2026, 5, 13), model=Governance.EXECUTIVE)

    assert [found.kind for found in (then, later, changed)] == ["permitted", "ask_monitoring_officer", "permitted"]
    assert later.provision.check_with_monitoring_officer


def test_a_council_found_to_be_one_that_may_go_on_may() -> None:
    found = governance_model.deadline(date(2026, 6, 1), model=Governance.COMMITTEE, may_continue=True)

    assert found.kind == "permitted"


@given(day=DAYS, begins=st.none() | DAYS, model=st.sampled_from(Governance))
def test_only_committees_are_ever_in_doubt_and_never_before_the_new_law_could_apply(
    day: date, begins: date | None, model: Governance
) -> None:
    found = governance_model.deadline(day, model=model, begins_on=begins)

    known_to_apply = begins is not None and day >= begins
    unknown = begins is None and day >= date(2026, 4, 29)
    assert (found.kind == "ask_monitoring_officer") == (model is Governance.COMMITTEE and (known_to_apply or unknown))
