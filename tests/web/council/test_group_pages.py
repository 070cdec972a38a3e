"""Working groups: two councils share a text, fork it, settle what changed, and never see each other's draft."""

from __future__ import annotations

from typing import Any

import pytest
from django.core import mail
from django.test import Client

from moothall.apps.groups import actions, queries
from moothall.apps.groups import actions_on_text as on_text
from moothall.apps.groups import actions_on_words as on_words
from moothall.apps.mail.models import Message
from moothall.apps.plans import actions as plans
from moothall.domain.base_texts import Answered
from moothall.domain.groups import Telling
from moothall.domain.plans import AnswerStatus
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW
from tests.apps.deeds_groups import FIRST, KEY, SECOND, edition, group, joined, neighbour, wrote
from tests.people import ROUND, Council

pytestmark = pytest.mark.django_db
SECRET = "Nobody outside may read this draft"
GROUP = "groups/county-group/"


def page(person: Any, workspace: Any, rest: str = GROUP, data: dict[str, Any] | None = None) -> Any:
    client = Client()
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    address = rest if rest.startswith("/") else f"/council/{workspace.round_slug}/{workspace.slug}/{rest}"
    return client.post(address, data, follow=True) if data is not None else client.get(address)


def test_a_council_takes_an_edition_sees_what_changed_and_settles_it_with_its_own_words(council: Council) -> None:
    there, person = neighbour()
    made = joined(council, there)
    edition(council, made)
    draft = plans.begin_plan(workspace=there, title="Our plan", by=person, at=NOW)

    taken = page(person, there, GROUP + "take", {"edition": 1, "keys": [KEY]})
    plans.answer_question(
        draft=draft, question=KEY, status=AnswerStatus.ANSWERED, text=f"{FIRST}\n\n{SECRET}", revision=1, by=person,
        at=NOW,
    )  # fmt: skip
    edition(council, made, SECOND, "Our neighbours joined.")
    waits, work = page(person, there), page(person, there, "/council/")
    settling = page(person, there, f"{GROUP}take/{KEY}")
    unsaid = page(person, there, f"{GROUP}take/{KEY}", {"edition": 2, "revision": 2, "how": "decline", "reason": ""})
    still = queries.own_words(draft, KEY, KEY)[0]
    settled = page(
        person, there, f"{GROUP}take/{KEY}",
        {"edition": 2, "revision": 2, "how": "own", "text": f"{SECOND}\n\n{SECRET}"},
    )  # fmt: skip

    assert b"1 section is in your plan" in taken.content
    assert b"1 section to decide since edition 2" in waits.content and b"1 section to decide" in work.content
    assert f"{SECOND}\n\n{SECRET}".encode() in settling.content
    assert b"There is no reason" in unsaid.content and still == f"{FIRST}\n\n{SECRET}"
    assert b"settled everything in edition 2" in settled.content
    assert queries.own_words(draft, KEY, KEY)[0] == f"{SECOND}\n\n{SECRET}"
    assert b"Settled on edition 2" in page(person, there, f"plan/questions/{KEY}").content
    ours = council.who(Role.POLICY_OFFICER)
    for rest in ("", "text", "councils", "editions/2", "file", f"take/{KEY}"):
        assert SECRET.encode() not in page(ours, council.workspace, GROUP + rest).content
    assert not any(SECRET in one.words for one in Message.objects.all()) and not any(
        SECRET in m.body for m in mail.outbox
    )


def test_a_council_that_is_asked_sees_the_purpose_and_no_text_and_one_that_is_not_sees_no_group(
    council: Council,
) -> None:
    there, person = neighbour()
    made = group(council)
    edition(council, made)
    by = council.who(Role.POLICY_OFFICER)

    before = page(person, there)
    actions.invite(workspace=council.workspace, group=made, council=there, by=by, at=NOW)
    asked, text = page(person, there), page(person, there, GROUP + "text")
    no_reason = page(person, there, GROUP + "answer", {"joins": "no", "why": ""})
    declined = page(person, there, GROUP + "answer", {"joins": "no", "why": "We are in another."})

    assert before.status_code == 404 and text.status_code == 403
    assert b"Your council is asked to join" in asked.content and FIRST.encode() not in asked.content
    assert "asks Aldersfen Borough Council to join" in Message.objects.get(person=person).words
    assert b"There is no reason" in no_reason.content
    assert b"answer is on record" in declined.content and page(person, there).status_code == 404


def test_two_editors_lose_no_words_and_a_freeze_holds_for_the_other(council: Council) -> None:
    made, author = group(council), council.who(Role.REPORT_AUTHOR)
    wrote(council, made)
    wrote(council, made, FIRST.replace("2022", "2023"))

    wrote(council, made, FIRST.replace("one customer", "a single customer"), revision=1, by=author)
    with pytest.raises(on_text.BaseWordsMeet, match="changed the same words"):
        wrote(council, made, FIRST.replace("2022", "2021"), revision=1, by=author)
    met = page(
        author,
        council.workspace,
        f"{GROUP}text/{KEY}",
        {"revision": 1, "title": "What changed", "text": FIRST.replace("2022", "2021")},
    )
    by = council.who(Role.POLICY_OFFICER)
    on_text.freeze_text(workspace=council.workspace, group=made, reason="One voice", until_on=NOW.date(), by=by, at=NOW)

    row = queries.section(made, ROUND, KEY)
    assert row is not None and row.text == "We share a single customer record.\n\nIt began in 2023."
    assert b"You both changed the same words" in met.content and b"2021" in met.content and b"2023" in met.content
    with pytest.raises(Refusal, match="has frozen the base text"):
        wrote(council, made, "Other words.", by=author)


def test_proposed_words_are_taken_or_declined_by_those_who_edit_and_by_nobody_else(council: Council) -> None:
    there, person = neighbour()
    made = joined(council, there)
    wrote(council, made)

    sent = page(person, there, f"{GROUP}propose/{KEY}", {"text": SECOND, "why": "We joined.", "outside": ""})
    row = queries.proposals(made)[0]
    with pytest.raises(Refusal, match="does not edit the base text"):
        on_words.answer_proposal(workspace=there, proposal=row, answer=Answered.TAKEN, text=SECOND, by=person, at=NOW)
    author = council.who(Role.REPORT_AUTHOR)
    shown = page(author, council.workspace, f"{GROUP}proposals/{row.pk}")
    page(author, council.workspace, f"{GROUP}proposals/{row.pk}", {"answer": "taken", "text": SECOND, "why": ""})

    assert b"Your words are proposed" in sent.content
    assert b"Aldersfen Borough Council" in shown.content
    found = queries.section(made, ROUND, KEY)
    assert found is not None and found.text == SECOND


def test_a_council_tells_only_what_it_ticks_and_both_must_agree_before_the_public_is_told(council: Council) -> None:
    there, person = neighbour()
    made = joined(council, there)
    edition(council, made)
    council.published()
    ours = council.who(Role.POLICY_OFFICER)
    on_words.settle(
        workspace=council.workspace, group=made, key=KEY, edition=1, text=FIRST,
        revision=queries.own_words(council.workspace.draft, KEY, KEY)[1], by=ours, at=NOW,
    )  # fmt: skip

    untold = page(person, there, GROUP + "councils")
    actions.tell(
        workspace=council.workspace, group=made, telling=Telling(True, False, True, True, True), by=ours, at=NOW
    )
    told = page(person, there, GROUP + "councils")
    alone = queries.shares_with(council.workspace)
    actions.tell(workspace=there, group=made, telling=Telling(public=True), by=person, at=NOW)

    assert b"Edition 1 in 1 section" not in untold.content
    assert b"Edition 1 in 1 section" in told.content and b"Its plan" in told.content
    assert alone == () and queries.shares_with(council.workspace) == ("Aldersfen Borough Council",)
    shown = Client().get(f"/plans/{ROUND.slug}/{council.workspace.slug}/")
    assert b"shares a base text with Aldersfen Borough Council" in shown.content


def test_the_last_council_that_edits_does_not_leave_the_others_without_an_editor(council: Council) -> None:
    there, _ = neighbour()
    made, by = joined(council, there), council.who(Role.POLICY_OFFICER)

    with pytest.raises(Refusal, match="Nobody would be left who may edit"):
        actions.leave(workspace=council.workspace, group=made, why="We go.", by=by, at=NOW)
