"""What a pack says of its files, and to whom it may go."""

from datetime import UTC, datetime

import pytest

from moothall.domain.packs import PackFile, State, check_again, check_recipient, check_went, covering_words, sums
from moothall.domain.refusals import Refusal

NOON = datetime(2024, 7, 19, 12, tzinfo=UTC)


def test_the_sums_are_lines_that_a_usual_tool_checks() -> None:
    assert sums([PackFile("plan.pdf", 3, "ab" * 32, "The plan")]) == b"ab" * 32 + b"  plan.pdf\n"


def test_an_address_typed_twice_alike_is_taken_without_its_spaces() -> None:
    assert check_recipient(" plans@department.example ", "Plans@department.example") == "plans@department.example"


@pytest.mark.parametrize(
    ("address", "again", "says"),
    [
        ("", "", "no address to send to"),
        ("plans@department.example", "plan@department.example", "not the same"),
        ("the department", "the department", "no e-mail address"),
        ("a@b.example\nBcc: c@d.example", "a@b.example\nBcc: c@d.example", "no e-mail address"),
        ("a@b.example,c@d.example", "a@b.example,c@d.example", "no e-mail address"),
    ],
)
def test_an_address_that_is_none_or_typed_otherwise_is_refused(address: str, again: str, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        check_recipient(address, again)


def test_what_went_before_it_was_certified_or_goes_again_without_a_reason_is_refused() -> None:
    with pytest.raises(Refusal, match="before it was certified"):
        check_went(NOON.replace(day=18), certified_at=NOON, now=NOON)
    with pytest.raises(Refusal, match="still to come"):
        check_went(NOON.replace(hour=13), certified_at=NOON, now=NOON)
    with pytest.raises(Refusal, match="needs a reason"):
        check_again(" ")


def test_only_what_left_the_council_counts_as_gone() -> None:
    assert [one for one in State if one.has_gone] == [State.SENT, State.ACKNOWLEDGED]


def test_the_words_to_start_from_name_the_receipt_that_is_replaced() -> None:
    said = {"authority_name": "A", "round_title": "B", "title": "C", "decided": "", "page": "https://a.example"}

    assert "receipt X-1" in covering_words(**said, certifier="D", replaces="X-1")
    assert "receipt" not in covering_words(**said, certifier="D")
