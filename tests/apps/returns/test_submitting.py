"""Certifying and sending the return: by somebody who did not write the plan, once, and whole or not at all."""

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from moothall.apps.people import actions as people
from moothall.apps.plans.models import Version
from moothall.apps.publications import actions as publications
from moothall.apps.publications import queries as published
from moothall.apps.publications.models import Publication
from moothall.apps.returns import actions, queries
from moothall.apps.returns.models import Return
from moothall.documents.exchange import return_json
from moothall.domain.fingerprints import fingerprint
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW, in_force
from tests.apps.proof import Broken, everything, failed_at_each_write
from tests.apps.publications.test_publishing import changed, publish
from tests.people import Council

pytestmark = pytest.mark.django_db
MORNING = datetime(2024, 7, 22, 10, 42, tzinfo=UTC)


def submit(council: Council, **said: Any) -> Return:
    """The return, certified and sent by the chief executive."""
    said = {"words": "I certify.", "channel": "hand", "recipient": "the department", "at": MORNING} | said
    said.setdefault("by", council.who(Role.CHIEF_EXECUTIVE))
    return actions.submit_return(workspace=council.workspace, **said)


def test_the_receipt_names_certifier_time_and_the_fingerprint_of_what_is_published(council: Council) -> None:
    page = council.published()

    sent = submit(council)

    assert (sent.certified_by_name, sent.certified_by_post) == ("Gwen Ostler", "Chief executive")
    assert sent.plan_fingerprint == page.plan_fingerprint
    assert sent.receipt_number == f"X07000090-20240722-1-{page.plan_fingerprint[:6].upper()}"
    assert queries.receipt(sent.receipt_number) == sent


def test_what_was_sent_can_be_read_back_whole_from_the_receipt(council: Council) -> None:
    council.published()

    sent = submit(council)

    value = return_json.load(Return.objects.get().pack)
    assert fingerprint(value.plan) == sent.plan_fingerprint
    assert fingerprint(Return.objects.get().pack) == sent.pack_fingerprint
    assert value.certificate == "I certify."


def test_the_public_page_says_that_its_text_was_sent(council: Council) -> None:
    council.published()

    sent = submit(council)

    shown = published.published("ambermere", "savings-plans")
    assert shown is not None
    assert (shown.sent_at, shown.receipt_number) == (MORNING, sent.receipt_number)
    assert shown.agreement.sentence.endswith("the text that was sent.")


def test_a_chief_executive_who_wrote_the_plan_cannot_certify_it(council: Council) -> None:
    chief = council.who(Role.CHIEF_EXECUTIVE)
    council.published()
    Version.objects.update(kept_by_name=chief.name)

    with pytest.raises(Refusal, match="You wrote the plan, and the certifier must be someone else") as refused:
        submit(council)

    assert refused.value.rule == "G-O4"
    assert refused.value.next_step == "Ask for someone to be given the chief executive's role."
    assert not Return.objects.exists()


def test_a_policy_officer_who_was_made_chief_executive_as_well_is_pointed_to_the_other_one(council: Council) -> None:
    writer = council.who(Role.POLICY_OFFICER)
    council.published()
    people.give_role(person=writer, role=Role.CHIEF_EXECUTIVE, workspace_id=council.workspace.pk, by=None, at=NOW)

    with pytest.raises(Refusal, match="You wrote the plan") as refused:
        submit(council, by=writer)

    assert refused.value.next_step == "Ask Gwen Ostler, who may."
    assert not Return.objects.exists()


@pytest.mark.parametrize("empty", ["words", "recipient"])
def test_a_return_without_certificate_or_address_is_refused(council: Council, empty: str) -> None:
    council.published()

    with pytest.raises(Refusal, match="are both needed") as refused:
        submit(council, **{empty: " "})

    assert refused.value.next_step == "Fill in the one that is empty."
    assert not Return.objects.exists()


def test_nothing_is_sent_before_it_is_published(council: Council) -> None:
    in_force(council)

    with pytest.raises(Refusal, match="not published yet") as refused:
        submit(council)

    assert refused.value.next_step == "Publish it first; what is sent is what is published."


def test_a_withdrawn_plan_is_not_sent(council: Council) -> None:
    publications.withdraw(
        publication=council.published(), note="An error.", by=council.who(Role.POLICY_OFFICER), at=NOW
    )

    with pytest.raises(Refusal, match="was withdrawn") as refused:
        submit(council)

    assert refused.value.next_step == "Publish it again before sending."
    assert not Return.objects.exists()


def test_a_text_members_did_not_decide_on_is_sent_only_where_a_note_says_why(council: Council) -> None:
    in_force(council)
    row = publish(council, changed(council), note="The chief executive, under limb 2.")
    Publication.objects.filter(pk=row.pk).update(note="")

    with pytest.raises(Refusal, match="not the text members decided on"):
        submit(council)
    Publication.objects.filter(pk=row.pk).update(note="The chief executive, under limb 2.")

    assert submit(council).plan_fingerprint == row.plan_fingerprint


def test_the_same_text_is_sent_once(council: Council) -> None:
    council.published()
    first = submit(council)

    with pytest.raises(Refusal, match="sent already") as refused:
        submit(council)

    assert refused.value.next_step == f"See receipt {first.receipt_number}."
    assert Return.objects.count() == 1


def test_a_correction_is_a_second_return_and_the_first_receipt_stays(council: Council) -> None:
    council.published()
    first = submit(council)
    publish(council, changed(council), note="A figure was wrong.")

    second = submit(council)

    assert second.receipt_number != first.receipt_number
    assert [row.receipt_number for row in queries.returns(council.workspace)].count(first.receipt_number) == 1
    kept = queries.receipt(first.receipt_number)
    assert kept is not None
    assert kept.pack == first.pack


def _broken(*args: object, **kwargs: object) -> Any:
    raise Broken


@pytest.mark.parametrize(
    "step", ["certified.to_certify", "_sent", "Return.objects.create", "publications.mark_sent", "audit.record"]
)
def test_a_return_that_fails_at_any_step_is_not_sent_and_no_page_says_so(
    council: Council, step: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    council.published()
    before = everything()
    monkeypatch.setattr(f"moothall.apps.returns.actions.{step}", _broken)

    with pytest.raises(Broken):
        submit(council)

    assert everything() == before


def test_a_return_that_fails_at_any_write_can_be_sent_afterwards_under_the_same_number(council: Council) -> None:
    council.published()
    before = everything()

    faults = list(failed_at_each_write(lambda: submit(council)))

    assert len(faults) == 5, "the return, how it went, that it went, the page and the line"
    assert all(after == before for after in faults)
    assert Return.objects.get().receipt_number.startswith("X07000090-20240722-1-")


def test_the_database_refuses_one_receipt_number_for_two_returns(council: Council) -> None:
    council.published()
    row = submit(council)

    row.pk, row._state.adding = None, True

    with pytest.raises(IntegrityError), transaction.atomic():
        row.save()
