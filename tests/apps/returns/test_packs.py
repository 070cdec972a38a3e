"""The pack of a return, its way by mail, what came back, and whether what was published still stands."""

from __future__ import annotations

import io
import smtplib
import zipfile
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.test import override_settings

from moothall.apps.files import queries as files
from moothall.apps.mail.models import Message
from moothall.apps.panel import queries as panel
from moothall.apps.publications import queries as published
from moothall.apps.reports import actions as reports
from moothall.apps.returns import actions, fetching, following, looking, packs, queries
from moothall.apps.returns.fetching import Fetched
from moothall.apps.returns.models import PageCheck, Return
from moothall.documents.exchange import pack_json
from moothall.documents.reading.read import read_file
from moothall.domain.packs import Channel, State
from moothall.domain.page_checks import Found, Looked
from moothall.domain.refusals import Refusal
from moothall.domain.register import Known
from moothall.domain.roles import Role
from tests.apps.deeds import exempt_part, report
from tests.apps.proof import everything, failed_at_each_write
from tests.people import ROUND, Council

pytestmark = pytest.mark.django_db
AT = datetime(2024, 7, 19, 10, 42, tzinfo=UTC)
TO = "plans@department.example"
ASKED = packs.Asked("I certify it.", Channel.MAIL, TO, "Our plan", "Here it is.")


def prepared(here: Council, asked: packs.Asked = ASKED, at: datetime = AT) -> packs.Prepared:
    by = here.who(Role.CHIEF_EXECUTIVE)
    return packs.prepare(workspace=here.workspace, round_=ROUND, asked=asked, by=by, at=at)


def certify(here: Council, pack: packs.Prepared, **said: Any) -> Return:
    return actions.submit_return(
        workspace=here.workspace, words=ASKED.words, channel=ASKED.channel.value, recipient=TO, prepared=pack,
        by=here.who(Role.CHIEF_EXECUTIVE), at=AT, **said,
    )  # fmt: skip


def state(here: Council) -> State:
    return queries.standings(here.workspace, as_of=AT.date())[0].state


def test_a_pack_is_the_same_bytes_for_good_and_lists_every_file_in_it(council: Council) -> None:
    council.published()

    one, again = prepared(council), prepared(council)

    with zipfile.ZipFile(io.BytesIO(one.folder)) as archive:
        inside = {name: archive.read(name) for name in archive.namelist()}
    listed = pack_json.load(inside["manifest.json"]).files
    assert (one.folder, one.letter) == (again.folder, again.letter)
    assert {file.name: file.sha256 for file in listed} == {
        name: files.fingerprint(data) for name, data in inside.items() if name not in ("manifest.json", "SHA256SUMS")
    }
    assert [file.name for file in one.listed][:4] == ["plan.pdf", "plan.json", "decision.pdf", "certificate.pdf"]
    assert all(file.size == len(inside[file.name]) for file in one.listed)
    decided = " ".join(page.text for page in read_file(inside["decision.pdf"], "decision.pdf").pages)
    assert all(label in decided for label in ("Decision maker", "Decision status", "Date of decision")), "its record"


def test_no_words_of_part_2_go_with_a_return(council: Council) -> None:
    row, by = report(council), council.who(Role.REPORT_AUTHOR)
    closed = exempt_part("The bid of the second supplier is far too low to be believed.")
    reports.write_exempt(report=row, part=closed, revision=0, by=by, at=AT)
    council.published()

    with pytest.raises(Refusal, match=r"Part 2 stands in the open papers: the covering message") as refused:
        prepared(council, replace(ASKED, covering=f"Hear this. {closed.text}"))

    assert "supplier" not in str(refused.value)
    assert closed.text.encode() not in prepared(council, replace(ASKED, with_report=True)).folder


def test_a_return_by_mail_is_certified_and_queued_or_nothing_and_counts_once_the_server_took_it(
    council: Council,
) -> None:
    council.published()
    pack, before = prepared(council), everything()

    faults = list(failed_at_each_write(lambda: certify(council, pack)))
    row = Return.objects.get()
    queued, shown = state(council), published.published("ambermere", "savings-plans")
    known = [one.known for one in panel.register(ROUND.slug) if one.is_fictional]
    pk = row.sendings.get().pk
    following.see_through(pk, at=AT + timedelta(minutes=1))
    following.see_through(pk, at=AT + timedelta(minutes=2))

    assert len(faults) >= 6
    assert all(after == before for after in faults)
    assert (queued, known) == (State.QUEUED, [Known.PUBLISHED])
    assert shown is not None and shown.sent_at is None
    assert [one.message().as_bytes() for one in mail.outbox] == [pack.letter]
    assert state(council) is State.SENT
    assert published.receipt(row.receipt_number).files == pack.listed  # type: ignore[union-attr]
    assert [one.known for one in panel.register(ROUND.slug) if one.is_fictional] == [Known.RETURNED]


def test_a_mail_the_server_refuses_is_told_and_sent_again_under_the_same_receipt_with_a_reason(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    council.published()
    row, by = certify(council, prepared(council)), council.who(Role.POLICY_OFFICER)
    refused = smtplib.SMTPRecipientsRefused({TO: (550, b"no such user")})
    with monkeypatch.context() as broken:
        broken.setattr("moothall.apps.mail.sending._AsItStands.send", lambda self: (_ for _ in ()).throw(refused))
        following.see_through(row.sendings.get().pk, at=AT)
    failed = state(council)
    said = {"sent": row, "recipient": TO, "again": TO, "by": by, "at": AT + timedelta(days=1)}

    with pytest.raises(Refusal, match="needs a reason"):
        actions.send_again(**said, reason="")
    sending = actions.send_again(**said, reason="The address was wrong")
    following.see_through(sending.pk, at=AT + timedelta(days=1))
    with pytest.raises(Refusal, match="sent already"):
        prepared(council)

    assert (failed, Message.objects.filter(state="failed").get().told) == (State.FAILED, "550 no such user")
    assert state(council) is State.SENT
    assert Return.objects.count() == 1
    sending.refresh_from_db()
    late = queries.standings(council.workspace, as_of=date(2024, 8, 12))[0]
    assert late.silent_since == date(2024, 7, 30)
    actions.record_bounce(sending=sending, on=date(2024, 7, 22), words="Mailbox full", by=by, at=AT + timedelta(days=3))
    assert state(council) is State.BOUNCED
    assert [one.known for one in panel.register(ROUND.slug) if one.is_fictional] == [Known.PUBLISHED]


def test_a_page_of_the_councils_own_is_told_by_its_bytes_its_data_its_links_and_its_words(
    council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    row = council.published()
    plan = files.content(row.pdf)
    pages = {
        "/plan.pdf": Fetched("https://c.example/plan.pdf", 200, "application/pdf", plan),
        "/data": Fetched("https://c.example/data", 200, "application/pdf", plan + b"\n%another\n%%EOF\n"),
        "/leads": Fetched("https://c.example/leads", 200, "text/html", b'<p>See <a href="/plan.pdf">our plan</a></p>'),
        "/other": Fetched("https://c.example/other", 200, "text/html", b"<p>Bins are emptied on Tuesdays.</p>"),
        "/gone": Fetched("https://c.example/gone", 404, "text/html", b""),
    }
    monkeypatch.setattr(fetching, "fetch", lambda address: pages[address.removeprefix("https://c.example")])

    assert looking.council_page(row, "https://c.example/plan.pdf").found is Found.REFUSED
    with override_settings(MOOTHALL=replace(looking.settings.MOOTHALL, may_look_outside=True)):
        found = {name: looking.council_page(row, f"https://c.example{name}").found for name in pages}

    assert found == {
        "/plan.pdf": Found.SAME, "/data": Found.SAME, "/leads": Found.LINKED, "/other": Found.DIFFERS,
        "/gone": Found.GONE,
    }  # fmt: skip
    looking.look_at_pages(council.workspace.pk, at=AT)
    assert [one.found for one in PageCheck.objects.all()] == [Found.SAME.value]
    assert looking.look_at_all(at=AT + timedelta(days=6)) == 0
    said = io.StringIO()
    call_command("look_at_pages", "--round", ROUND.slug, stdout=said)
    assert "/plans/savings-plans/ambermere/: " in said.getvalue()
    monkeypatch.setattr(looking, "our_page", lambda _: Looked(Found.DIFFERS, "Other words."))
    with pytest.raises(CommandError, match="1 page is not as published"):
        call_command("look_at_pages", stdout=said)
    assert "Other words." in said.getvalue()
