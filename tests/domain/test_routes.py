"""The twenty shapes of route that councils took."""

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.routes import ROUTES, Deed, Endorsement, route


def test_there_are_twenty_routes_each_with_its_own_name() -> None:
    assert [shape.id for shape in ROUTES] == [f"R{number}" for number in range(1, 21)]
    assert len({shape.name for shape in ROUTES}) == 20


def test_noting_is_never_endorsing() -> None:
    noting = [shape for shape in ROUTES if any(step.deed is Deed.NOTE for step in shape.steps)]

    assert [shape.id for shape in noting] == ["R14"]
    assert all(shape.endorsement is Endorsement.NO and shape.way_out for shape in noting)


def test_a_committee_system_has_no_executive_and_no_member_deciding_alone() -> None:
    ours = [shape for shape in ROUTES if Governance.COMMITTEE in shape.governance and shape.dated and not shape.way_out]

    bodies = {step.body for shape in ours for step in shape.steps}

    assert bodies == {BodyKind.COMMITTEE, BodyKind.OFFICER, BodyKind.FULL_COUNCIL}


def test_a_route_without_dates_of_its_own_names_one_that_has_them() -> None:
    undated = [shape for shape in ROUTES if not shape.dated]

    assert {shape.id for shape in undated} == {f"R{number}" for number in range(15, 21)}
    assert all(shape.dates_of and all(route(base).dated for base in shape.dates_of) for shape in undated)


def test_every_route_that_is_not_plain_says_what_it_costs() -> None:
    assert [shape.id for shape in ROUTES if not shape.costs] == ["R1", "R4"]
