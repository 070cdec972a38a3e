"""Whose document it is, and that nothing is drafted but from one's own."""

import pytest

from moothall.domain.refusals import Refusal
from moothall.domain.whose import Whose, check_ours, whose

OUR_CODE = "X07000090"
NAMED = {"gss": OUR_CODE, "name": "Ambermere", "basis": "named"}
ANOTHER = {"gss": "X07000091", "name": "Farrowby", "basis": "named"}
POINTED_TO = {"gss": OUR_CODE, "name": "Ambermere", "basis": "email_domain"}


@pytest.mark.parametrize(
    ("read", "confirmed", "found"),
    [
        (NAMED, {}, Whose.OURS),
        ({**NAMED, "basis": "named_in_appendix"}, {}, Whose.OURS),
        (ANOTHER, {}, Whose.ANOTHERS),
        (POINTED_TO, {}, Whose.NOT_KNOWN),
        ({**ANOTHER, "basis": "partnership_name"}, {}, Whose.NOT_KNOWN),
        (None, {}, Whose.NOT_KNOWN),
        (None, {"authority": NAMED}, Whose.OURS),
        (None, {"authority": {"gss": None, "name": ""}}, Whose.ANOTHERS),
        (POINTED_TO, {"authority": ANOTHER}, Whose.ANOTHERS),
        (ANOTHER, {"authority": NAMED}, Whose.OURS),
        (None, {"authority": None}, Whose.NOT_KNOWN),
        (NAMED, {"authority": None}, Whose.NOT_KNOWN),
        (ANOTHER, {"authority": None}, Whose.ANOTHERS),
    ],
)
def test_a_persons_word_goes_before_the_reading_and_a_clue_is_not_a_name(
    read: dict[str, object] | None, confirmed: dict[str, object], found: Whose
) -> None:
    assert whose(read, confirmed, gss=OUR_CODE) is found


def test_another_councils_report_is_refused_by_name() -> None:
    with pytest.raises(Refusal, match=r"report of Farrowby, and this is Ambermere's workspace. Nothing is filled in"):
        check_ours(Whose.ANOTHERS, authority_name="Ambermere", named="Farrowby")


def test_a_report_of_nobody_knows_whom_must_be_asked_about_first() -> None:
    with pytest.raises(Refusal, match=r"Say first whether it is Ambermere's"):
        check_ours(Whose.NOT_KNOWN, authority_name="Ambermere")


def test_the_councils_own_report_is_let_through() -> None:
    check_ours(Whose.OURS, authority_name="Ambermere")
