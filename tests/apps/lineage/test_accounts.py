"""What each change of the text rests on: said by one, confirmed by another, and asked for before a text goes out."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from moothall.apps.lineage import actions as lineage
from moothall.apps.lineage import queries
from moothall.apps.lineage.models import Account
from moothall.apps.plans.models import Version
from moothall.apps.publications import actions as publications
from moothall.apps.publications import lines
from moothall.apps.publications.queries import published
from moothall.apps.routes import actions as routes
from moothall.apps.routes.models import Decision
from moothall.domain.lineage import CorrectionKind, Ground
from moothall.domain.publications import Moment
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW
from tests.apps.deeds_lineage import amended, resolved, said_of
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/texts/"


def moments(here: Council) -> list[tuple[Moment, int | None]]:
    return [(one.moment, one.version) for one in lines.line_of(here.workspace).texts]


def publish(here: Council, version: Version, note: str = "") -> Any:
    return publications.publish_plan(
        workspace=here.workspace, version=version, round_=here.round_, note=note,
        by=here.who(Role.POLICY_OFFICER), at=NOW,
    )  # fmt: skip


def test_a_text_amended_at_the_meeting_is_published_once_the_change_has_its_authority(council: Council) -> None:
    version = amended(council)
    decision, clerk = Decision.objects.get(), council.who(Role.DEMOCRATIC_SERVICES)
    evening = datetime(2024, 7, 11, 20, 30, tzinfo=UTC)
    routes.publish_decision(decision=decision, published_at=evening, by=clerk, at=evening)
    with pytest.raises(Refusal, match="is not the text members decided on, and 1 difference has no authority"):
        publish(council, version)

    lineage.name_resolved_text(decision=decision, version=version, by=clerk, at=NOW)
    with pytest.raises(Refusal, match="has no authority"):
        publish(council, version)
    account = lineage.account_for(**said_of(council))
    with pytest.raises(Refusal, match="has no authority that counts"):
        publish(council, version)
    lineage.confirm_account(account=account, words="It is in the minute.", by=clerk, at=NOW)
    publish(council, version)

    shown = published(council.workspace.slug, council.workspace.round_slug)
    assert shown is not None and shown.agreement.agrees, "members resolved on the amended text"
    assert moments(council) == [(Moment.CONSIDERED, 1), (Moment.RESOLVED, 2), (Moment.PUBLISHED, None)]


def test_a_text_changed_after_the_decision_says_in_public_how_far_and_on_what_basis(council: Council) -> None:
    version = amended(council)
    decision, clerk = Decision.objects.get(), council.who(Role.DEMOCRATIC_SERVICES)
    evening = datetime(2024, 7, 11, 20, 30, tzinfo=UTC)
    routes.publish_decision(decision=decision, published_at=evening, by=clerk, at=evening)

    publish(council, version, note="The Leader, under limb (b).")
    before = published(council.workspace.slug, council.workspace.round_slug)
    account = lineage.account_for(
        **said_of(council, ground=Ground.DELEGATION, made_by="the Leader", within="It is an opening alone.")
    )
    lineage.confirm_account(account=account, by=clerk, at=NOW)
    after = published(council.workspace.slug, council.workspace.round_slug)

    assert before is not None and after is not None
    assert before.agreement.because.endswith("in 1 place, and no confirmed authority is on record for it.")
    assert after.agreement.sentence == (
        "The text on this page is not the text that was agreed. What was published differs from what members resolved"
        " in 1 place; it was made under a delegation, by the Leader."
    )
    assert moments(council)[1:3] == [(Moment.RESOLVED, 1), (Moment.FINALISED, 2)]


def test_an_authority_is_refused_with_a_sentence_where_it_cannot_be_one(council: Council) -> None:
    resolved(council)
    clerk, policy = council.who(Role.DEMOCRATIC_SERVICES), council.who(Role.POLICY_OFFICER)
    other = Version.objects.get(number=1)
    row = lineage.account_for(**said_of(council, by=clerk))
    told = said_of(council)
    taken = replace(queries.accounts(council.workspace)[0], marks=())
    refused: list[tuple[Callable[[], object], str]] = [
        (lambda: lineage.account_for(**told), "has its authority by now"),
        (lambda: lineage.account_for(**(told | {"marks": []})), "No difference is chosen"),
        (lambda: lineage.confirm_account(account=row, by=clerk, at=NOW), "You said this yourself"),
        (lambda: lineage.report_back(account=row, to="all", on=NOW.date(), by=policy, at=NOW), "need no report"),
        (lambda: lineage.take_back_account(account=row, reason=" ", by=policy, at=NOW), "no reason"),
        (
            lambda: lineage.name_resolved_text(
                decision=Decision.objects.get(), version=Version.objects.get(number=2), by=clerk, at=NOW
            ),
            "stands as the resolved text already",
        ),
    ]
    for do, why in refused:
        with pytest.raises(Refusal, match=why):
            do()

    lineage.confirm_account(account=row, by=council.who(Role.MONITORING_OFFICER), at=NOW)
    with pytest.raises(Refusal, match="You cannot do this"):
        lineage.take_back_account(account=row, reason="It was not.", by=policy, at=NOW)
    lineage.take_back_account(account=row, reason="It was not.", by=clerk, at=NOW)
    with pytest.raises(Refusal, match="was taken back"):
        lineage.confirm_account(account=row, by=clerk, at=NOW)
    wrong = [
        ({"made_on": NOW.date() + timedelta(days=1)}, "still to come"),
        ({"made_on": date(2024, 7, 12)}, "A meeting amends on the day"),
        ({"decision": None}, "which decision"),
        ({"ground": Ground.CORRECTION, "correction": CorrectionKind.SPELLING}, "what was wrong"),
    ]
    for said, why in wrong:
        with pytest.raises(Refusal, match=why):
            lineage.account_for(**said_of(council, **said))
    assert (queries.accounts(council.workspace), taken.is_confirmed, other.number) == ((), False, 1)


def test_the_database_keeps_no_authority_that_does_not_say_what_it_must(council: Council) -> None:
    resolved(council)
    row = lineage.account_for(**said_of(council))
    for field in (
        {"correction": "spelling"}, {"ground": "delegation"}, {"confirmed_at": NOW}, {"taken_back_at": NOW},
        {"decision": None},
    ):  # fmt: skip
        with pytest.raises(IntegrityError), transaction.atomic():
            Account.objects.filter(pk=row.pk).update(**field)


def test_the_page_of_the_texts_flags_a_change_and_takes_its_authority(client: Client, council: Council) -> None:
    resolved(council)
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")

    flagged = client.get(HERE).content.decode()
    (mark,) = said_of(council)["marks"]
    asked = client.get(f"{HERE}authority", {"mark": mark}).content.decode()
    bad = client.post(f"{HERE}authority", {"mark": mark, "ground": "correction", "words": "A slip of mine"})
    decision = Decision.objects.get()
    good = client.post(
        f"{HERE}authority",
        {
            "mark": mark, "ground": "meeting", "rests_on": f"{decision.pk}.1", "made_by": "Cabinet",
            "made_on_day": "11", "made_on_month": "7", "made_on_year": "2024",
        },
    )  # fmt: skip
    waiting = client.get(HERE).content.decode()
    client.force_login(council.who(Role.MONITORING_OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    client.post(f"{HERE}authority/{Account.objects.get().pk}/confirm", {"words": ""})
    done = client.get(HERE).content.decode()
    schedule = client.get(f"{HERE}schedule").content.decode()

    assert "1 change has no authority that counts" in flagged and "We are small." in flagged
    assert "The plan, introduction" in asked and "amended the Savings Plan" in asked
    assert "A slip of mine" in bad.content.decode() and "There is a problem" in bad.content.decode()
    assert good.status_code == 302 and "Waiting to be confirmed" in waiting
    assert "Every change to the text has its authority on record" in done
    assert "Amended by Cabinet at its meeting on Thursday 11 July 2024, by limb (b) of its decision." in schedule
    assert client.get(f"{HERE}schedule.docx").content[:2] == b"PK"
    assert "1 place" in client.get(f"{HERE}compare?earlier=0&later=1").content.decode()
