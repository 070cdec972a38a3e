"""What a council's own rules may and may not do for a late item of its executive."""

from datetime import date

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import late_item
from moothall.reference.bank_holidays import england


def test_local_rules_may_ask_for_more_and_cannot_open_a_door_for_harlows_cabinet() -> None:
    """Computed for Harlow's Cabinet of 11 July 2024: an item listed three days before it."""
    found = late_item.deadline(
        date(2024, 7, 11), listed_on=date(2024, 7, 8), body=BodyKind.EXECUTIVE, holidays=england()
    )

    assert found.kind == "no_door"
    assert "Local rules may ask for more" in found.notes[2]
    assert "cannot take an item out of the regulation" in found.notes[2]
