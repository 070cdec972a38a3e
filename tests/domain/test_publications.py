"""Whether the agreed, published and sent texts are one, and when a plan may be published and sent."""

from datetime import UTC, date, datetime

import pytest

from moothall.domain.publications import agreement, check_may_publish
from moothall.domain.refusals import Refusal
from moothall.domain.returns import check_certifier, check_may_send, receipt_number


def test_three_equal_fingerprints_agree() -> None:
    compared = agreement(resolved="a", published="a", sent="a")

    assert compared.agrees
    assert compared.sentence == "The text on this page is the text that was agreed and the text that was sent."


def test_before_sending_the_page_says_that_nothing_was_sent() -> None:
    compared = agreement(resolved="a", published="a", sent="")

    assert compared.agrees
    assert "not been sent yet" in compared.sentence


@pytest.mark.parametrize(
    ("resolved", "sent", "differs"), [("b", "a", ("agreed",)), ("a", "b", ("sent",)), ("b", "c", ("agreed", "sent"))]
)
def test_a_text_that_differs_is_named(resolved: str, sent: str, differs: tuple[str, ...]) -> None:
    compared = agreement(resolved=resolved, published="a", sent=sent)

    assert compared.differs == differs
    assert not compared.agrees
    assert all(word in compared.sentence for word in differs)


def test_without_an_agreed_text_nothing_is_claimed() -> None:
    compared = agreement(resolved="", published="a", sent="a")

    assert not compared.agrees
    assert "nothing to compare" in compared.sentence


@pytest.mark.parametrize(
    ("is_decided", "in_force_on", "says"),
    [
        (False, None, "not decided"),
        (True, None, "not published yet"),
        (True, date(2024, 7, 19), "not in force until Friday 19 July 2024"),
    ],
)
def test_a_plan_waits_for_its_decision_to_be_in_force(is_decided: bool, in_force_on: date | None, says: str) -> None:
    with pytest.raises(Refusal, match=says):
        check_may_publish(in_force_on=in_force_on, is_decided=is_decided, today=date(2024, 7, 18))


def test_a_plan_may_be_published_on_the_day_its_decision_is_in_force() -> None:
    check_may_publish(in_force_on=date(2024, 7, 19), is_decided=True, today=date(2024, 7, 19))


def test_whoever_wrote_the_plan_is_sent_to_someone_else_to_certify_it() -> None:
    with pytest.raises(Refusal, match="must be someone else") as caught:
        check_certifier("Ada Verrill", writers={"Ada Verrill"}, others={"Ada Verrill", "Bram Oakes"})

    assert caught.value.next_step == "Ask Bram Oakes, who may."


def test_someone_else_may_certify() -> None:
    check_certifier("Bram Oakes", writers={"Ada Verrill"}, others={"Bram Oakes"})


def test_nothing_is_sent_before_it_is_published() -> None:
    with pytest.raises(Refusal, match="not published yet"):
        check_may_send(agreement=None, is_withdrawn=False, note="")


def test_a_withdrawn_plan_is_not_sent() -> None:
    with pytest.raises(Refusal, match="withdrawn"):
        check_may_send(agreement=agreement(resolved="a", published="a", sent=""), is_withdrawn=True, note="")


def test_a_text_other_than_the_agreed_one_needs_a_note_before_it_is_sent() -> None:
    compared = agreement(resolved="b", published="a", sent="")

    with pytest.raises(Refusal, match="not the text members decided on"):
        check_may_send(agreement=compared, is_withdrawn=False, note="")
    check_may_send(agreement=compared, is_withdrawn=False, note="The Leader agreed one word under limb (b).")


def test_a_receipt_number_tells_council_day_and_text() -> None:
    number = receipt_number(
        gss="X07000001", sent_at=datetime(2024, 7, 19, 9, tzinfo=UTC), count=1, fingerprint="ab12cd34"
    )

    assert number == "X07000001-20240719-1-AB12CD"
