"""A plan answers for the pension fund as well: once written, met and sent for each."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client

from moothall.apps.obligations import actions, queries
from moothall.apps.returns import queries as returns
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds_rounds import NOW, pension_fund
from tests.people import ROUND, Council

pytestmark = pytest.mark.django_db
LATER = datetime(2024, 7, 23, 9, tzinfo=UTC)


def test_two_returns_of_one_plan_have_a_receipt_and_a_resolution_each(council: Council) -> None:
    council.sent()
    row, chief = pension_fund(council), council.who(Role.CHIEF_EXECUTIVE)
    sending: dict[str, Any] = {"obligation": row, "words": "I certify.", "channel": "by hand", "recipient": "The board"}

    with pytest.raises(Refusal, match="No limb of the decision names Savings Plans, for Ambermere Pension Fund"):
        actions.send_for(**sending, by=chief, at=NOW)
    receipt = actions.send_for(**sending, rests_on="Pension Committee, minute 12 of 3 July", by=chief, at=NOW)

    (own,) = returns.returns(council.workspace)
    assert receipt.number != own.receipt_number
    assert receipt.plan_fingerprint == own.plan_fingerprint
    assert receipt.rests_on == "Pension Committee, minute 12 of 3 July"
    assert [one.check for one in queries.remarks(council.workspace)] == ["obligation_without_recommendation"]
    with pytest.raises(Refusal, match="sent for it already"):
        actions.send_for(**sending, rests_on="As before", by=chief, at=LATER)


def test_what_is_answered_once_serves_both_and_what_is_odd_is_refused(council: Council) -> None:
    council.written()
    row, officer = pension_fund(council), council.who(Role.POLICY_OFFICER)
    who: dict[str, Any] = {"by": officer, "at": NOW}

    actions.say_where(obligation=row, asked="T2.Q1", part="T1.Q1", **who)
    actions.say_where(obligation=row, asked="T4.Q1", words="The fund has none.", **who)
    actions.say_where(obligation=row, asked="endorsement", words="By the Pension Committee.", **who)

    one = queries.standing(queries.obligation(council.workspace, 1) or row)
    assert [(met.question.id, met.title) for met in one.questions if met.is_settled] == [
        ("T2.Q1", "What changed"), ("T4.Q1", ""),
    ]  # fmt: skip
    assert one.requirements[0].words == "By the Pension Committee."
    for asked, part, why in (
        ("T1.Q2", "T1.Q2", "holds nothing"),
        ("X", "T1.Q1", "does not ask"),
        ("T1.Q1", "", "Neit"),
    ):
        with pytest.raises(Refusal, match=why):
            actions.say_where(obligation=row, asked=asked, part=part, **who)
    for slug, subject, why in (
        (ROUND.slug, "", "answers this round already"),
        (ROUND.slug, "ambermere pension fund", "answers that already"),
        ("none-such", "", "not held here"),
    ):
        with pytest.raises(Refusal, match=why):
            actions.take_on(workspace=council.workspace, round_slug=slug, subject=subject, **who)
    client = Client()
    client.force_login(officer, backend="django.contrib.auth.backends.ModelBackend")
    at = "/council/savings-plans/ambermere/answers/"
    assert "2 of 5 questions are settled by this plan." in " ".join(client.get(at + "1/").content.decode().split())
    client.post(at + "1/asked/T3.Q1", {"part": "T1.Q1", "words": ""})
    assert "3 of 5 questions settled" in client.get(at).content.decode()
    assert "Choose where" in client.post(at + "1/asked/T1.Q2", {"part": "", "words": ""}).content.decode()
    actions.end(obligation=queries.obligation(council.workspace, 1) or row, reason="It writes its own.", **who)
    assert "It writes its own." in client.get(at).content.decode()
    assert queries.remarks(council.workspace) == ()
