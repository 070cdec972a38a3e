"""The public record of a decision."""

from __future__ import annotations

from datetime import date, datetime

from moothall.documents.layouts import decision_notice
from moothall.documents.writing import html
from moothall.domain.decisions import Decision, Limb, Verb
from tests.documents.invented import COUNCIL, LIMBS


def notice(limbs: tuple[Limb, ...] = LIMBS, **facts: object) -> str:
    decision = Decision("Cabinet", date(2024, 7, 11), limbs, "Minute 12.", reasons="To be heard.")
    document = decision_notice.compose(decision, authority_name=COUNCIL, title="Productivity Plan 2024", **facts)  # type: ignore[arg-type]
    return html.write(document).decode()


def test_it_says_who_decided_what_in_the_past_tense_and_why() -> None:
    text = notice()

    assert "Cabinet, Thursday 11 July 2024" in text
    assert "<strong>approved</strong> the plan at Appendix A for submission; and" in text
    assert "<strong>delegated</strong> to the Leader and the chief executive" in text
    assert "To be heard." in text


def test_what_was_not_recorded_is_said_and_not_left_out() -> None:
    assert notice().count("None recorded.") == 2


def test_it_says_when_call_in_closes_and_when_the_decision_is_in_force() -> None:
    text = notice(call_in_closes=datetime(2024, 7, 18, 17, 0), in_force_on=date(2024, 7, 19), key_decision=False)  # noqa: DTZ001

    assert "Thursday 18 July 2024 at 5pm" in text
    assert "Friday 19 July 2024" in text
    assert "Call-in closes" not in notice()


def test_a_single_limb_is_one_sentence() -> None:
    assert "Cabinet <strong>noted</strong> the plan." in notice((Limb(Verb.NOTE, "the plan"),))
