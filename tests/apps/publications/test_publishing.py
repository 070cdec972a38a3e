"""Publishing, correcting and withdrawing. Whatever goes wrong, either the old page stands or the new one."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.core.files.storage import FileSystemStorage, default_storage
from django.db import IntegrityError, transaction

from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Draft, Version
from moothall.apps.publications import actions, queries
from moothall.apps.publications.models import Publication
from moothall.apps.routes import actions as routes
from moothall.domain.plans import AnswerStatus
from moothall.domain.publications import PublishedPlan
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW, in_force
from tests.apps.proof import Broken, everything, failed_at_each_write, fills_up
from tests.people import ROUND, Council

pytestmark = pytest.mark.django_db
EVENING = datetime(2024, 7, 11, 20, 30, tzinfo=UTC)


def publish(council: Council, version: Version, note: str = "", at: datetime = NOW) -> Publication:
    """This version, published by the policy officer."""
    return actions.publish_plan(
        workspace=council.workspace, version=version, round_=ROUND, note=note,
        by=council.who(Role.POLICY_OFFICER), at=at,
    )  # fmt: skip


def changed(council: Council) -> Version:
    """A later version, whose first answer is in other words."""
    by = council.who(Role.POLICY_OFFICER)
    plans.answer_question(
        draft=Draft.objects.get(), question="T1.Q1", status=AnswerStatus.ANSWERED, text="It saved £141,000.",
        revision=1, by=by, at=NOW,
    )  # fmt: skip
    return plans.keep_version(workspace=council.workspace, round_=ROUND, name="corrected", by=by, at=NOW)


def shown(version: int | None = None) -> PublishedPlan:
    """What the public is shown."""
    found = queries.published("ambermere", "savings-plans", version)
    assert found is not None
    return found


def test_a_published_plan_is_the_text_members_decided_on_with_its_pdf(council: Council) -> None:
    publish(council, in_force(council))

    page = shown()
    assert page.agreement.agrees
    assert page.is_endorsed
    pdf = queries.pdf("ambermere", "savings-plans", 1)
    assert pdf is not None
    assert pdf.startswith(b"%PDF")
    assert len(pdf) == page.pdf_size


def test_a_correction_is_version_2_and_the_old_one_stays_at_its_address(council: Council) -> None:
    publish(council, in_force(council))
    before = shown(1)

    publish(council, changed(council), note="A figure in theme 1 was wrong.")

    assert (shown().version, shown().note) == (2, "A figure in theme 1 was wrong.")
    assert shown(1).plan == before.plan
    assert not shown(1).is_latest
    assert queries.pdf("ambermere", "savings-plans", 1) != queries.pdf("ambermere", "savings-plans", 2)


def test_a_correction_without_a_note_is_refused(council: Council) -> None:
    version = in_force(council)
    publish(council, version)

    with pytest.raises(Refusal, match="published already") as refused:
        publish(council, version)

    assert refused.value.next_step == "Say what the correction is, then publish again."
    assert Publication.objects.count() == 1


def test_a_text_members_did_not_decide_on_needs_a_note_that_says_who_changed_it(council: Council) -> None:
    in_force(council)
    other = changed(council)

    with pytest.raises(Refusal, match="not the text members decided on") as refused:
        publish(council, other, note="  ")
    publish(council, other, note="The chief executive, under limb 2.")

    assert "under what authority" in refused.value.next_step
    assert shown().agreement.differs == ("agreed",)


def test_nothing_is_published_before_members_decide(council: Council) -> None:
    version = council.written()

    with pytest.raises(Refusal, match="Members have not decided") as refused:
        publish(council, version)

    assert refused.value.next_step == "Record the decision first."


def test_nothing_is_published_before_the_decision_is(council: Council) -> None:
    council.decided()

    with pytest.raises(Refusal, match="The decision is not published yet"):
        publish(council, Version.objects.get())

    assert not Publication.objects.exists()


def test_nothing_is_published_while_the_decision_can_be_called_in(council: Council) -> None:
    decision = council.decided()
    routes.publish_decision(
        decision=decision, published_at=EVENING, by=council.who(Role.DEMOCRATIC_SERVICES), at=EVENING
    )

    with pytest.raises(Refusal, match="not in force until Friday 19 July 2024") as refused:
        publish(council, Version.objects.get(), at=datetime(2024, 7, 18, 9, tzinfo=UTC))

    assert refused.value.next_step == "Wait until call-in has closed."
    assert not Publication.objects.exists()


def test_a_withdrawn_plan_keeps_its_address_and_says_when_and_why(council: Council) -> None:
    council.published()

    actions.withdraw(
        publication=Publication.objects.get(), note="The figures were wrong.", by=council.who(Role.POLICY_OFFICER),
        at=NOW,
    )  # fmt: skip

    assert (shown().withdrawn_at, shown().withdrawn_note) == (NOW, "The figures were wrong.")
    assert queries.pdf("ambermere", "savings-plans", 1) is not None


def test_a_withdrawal_needs_a_note_and_happens_once(council: Council) -> None:
    council.published()
    by = council.who(Role.POLICY_OFFICER)

    with pytest.raises(Refusal, match="A withdrawal needs a note"):
        actions.withdraw(publication=Publication.objects.get(), note=" ", by=by, at=NOW)
    actions.withdraw(publication=Publication.objects.get(), note="First.", by=by, at=NOW)
    with pytest.raises(Refusal, match="withdrawn already") as refused:
        actions.withdraw(publication=Publication.objects.get(), note="Second.", by=by, at=NOW)

    assert refused.value.next_step == "Publish a correction instead."
    assert shown().withdrawn_note == "First."


def test_a_withdrawn_plan_can_be_published_again_with_a_note(council: Council) -> None:
    council.published()
    actions.withdraw(
        publication=Publication.objects.get(), note="An error.", by=council.who(Role.POLICY_OFFICER), at=NOW
    )

    publish(council, Version.objects.get(), note="The error was in the page, not in the plan.")

    assert shown().withdrawn_at is None
    assert shown(1).withdrawn_at == NOW


def test_a_pdf_damaged_in_the_store_is_refused_and_not_handed_out(council: Council) -> None:
    row = council.published()
    with open(default_storage.path(row.pdf.path), "ab") as stored:
        stored.write(b" ")

    with pytest.raises(Refusal, match="not the one that was kept"):
        queries.pdf("ambermere", "savings-plans", 1)


def _broken(*args: object, **kwargs: object) -> Any:
    raise Broken


STEPS = ("plan_pdf", "files.keep", "_published_decision", "_trail", "Publication.objects.create", "audit.record")


@pytest.mark.parametrize("step", STEPS)
def test_a_first_publication_that_fails_at_any_step_publishes_nothing(
    council: Council, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    version, before = in_force(council), everything()
    monkeypatch.setattr(f"moothall.apps.publications.actions.{step}", _broken)

    with pytest.raises(Broken):
        publish(council, version)

    assert everything() == before
    assert queries.published("ambermere", "savings-plans") is None
    assert queries.all_published() == ()


@pytest.mark.parametrize("step", STEPS)
def test_a_correction_that_fails_at_any_step_leaves_the_old_page_as_it_was(
    council: Council, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(council, in_force(council))
    version = changed(council)
    before, page, pdf = everything(), shown(), queries.pdf("ambermere", "savings-plans", 1)
    monkeypatch.setattr(f"moothall.apps.publications.actions.{step}", _broken)

    with pytest.raises(Broken):
        publish(council, version, note="A figure was wrong.")

    assert everything() == before
    assert shown() == page
    assert queries.pdf("ambermere", "savings-plans", 1) == pdf


def test_a_correction_that_fails_at_any_write_leaves_the_old_page_and_then_succeeds(council: Council) -> None:
    publish(council, in_force(council))
    version, page = changed(council), shown()
    before = everything()

    faults = list(failed_at_each_write(lambda: publish(council, version, note="A figure was wrong.")))

    assert len(faults) == 3, "the file, the publication and the line"
    assert all(after == before for after in faults)
    assert shown().version == page.version + 1


def test_a_full_disk_is_told_in_a_sentence_and_the_old_page_stands(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(council, in_force(council))
    version, page, before = changed(council), shown(), everything()
    monkeypatch.setattr(FileSystemStorage, "_save", fills_up)

    with pytest.raises(Refusal, match="disk is full"):
        publish(council, version, note="A figure was wrong.")

    assert everything() == before
    assert shown() == page


def test_the_database_refuses_two_publications_with_one_number(council: Council) -> None:
    row = council.published()

    row.pk, row._state.adding = None, True

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()


@pytest.mark.parametrize(
    "half",
    [
        {"sent_at": NOW},
        {"sent_fingerprint": "f" * 64},
        {"receipt_number": "X-1"},
        {"sent_at": NOW, "receipt_number": "X-1"},
    ],
    ids=["only when", "only what", "only a receipt", "not what"],
)
def test_the_database_refuses_a_publication_that_is_half_sent(council: Council, half: dict[str, Any]) -> None:
    council.published()

    with pytest.raises(IntegrityError), transaction.atomic():
        Publication.objects.update(**half)


def test_what_was_published_stays_as_it_was_when_the_draft_goes_on(council: Council) -> None:
    council.published()
    plan = shown().plan

    changed(council)

    assert shown().plan == plan
