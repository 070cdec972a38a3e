"""A file of everything about a plan: complete, in order, the same for the same state, and with Part 2 apart."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.core.files.storage import default_storage
from django.test import Client

from moothall.apps.audit.models import Entry
from moothall.apps.audit_files import catalogue, keeping, making, queries
from moothall.apps.audit_files.apart import Sorting
from moothall.apps.audit_files.models import AuditFile
from moothall.apps.audit_files.rows import columns, rows
from moothall.apps.plans import actions as plans
from moothall.apps.reports import actions as reports
from moothall.domain.audit_files import Purpose
from moothall.domain.exempt_parts import ExemptPart
from moothall.domain.plans import AnswerStatus
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW
from tests.apps.deeds_audit_files import file_asked_for
from tests.people import Council

pytestmark = pytest.mark.django_db
SECRET = "The landlord would accept nine hundred thousand pounds for Mill House."


@pytest.fixture(autouse=True)
def quickly(monkeypatch: pytest.MonkeyPatch) -> None:
    """The documents' PDF and DOCX are tried where they are written; a file of them is long work."""
    monkeypatch.setattr(making.pdf, "write", lambda document, **rest: b"pdf " + document.title.encode())
    monkeypatch.setattr(making.docx, "write", lambda document, **rest: b"docx " + document.title.encode())


def _made(row: AuditFile) -> zipfile.ZipFile:
    row.until_entry = 10**9
    kept = io.BytesIO()
    making.make(row, kept, made_at=NOW)
    return zipfile.ZipFile(kept)


def _in_a_version(council: Council, text: str) -> None:
    by = council.who(Role.POLICY_OFFICER)
    draft = plans.begin_plan(workspace=council.workspace, title="Savings Plan", by=by, at=NOW)
    plans.answer_question(
        draft=draft, question="T1.Q1", status=AnswerStatus.ANSWERED, text=text, revision=0, by=by, at=NOW
    )  # fmt: skip
    plans.keep_version(workspace=council.workspace, round_=council.round_, name="For members", by=by, at=NOW)


def _with_part_2(council: Council) -> None:
    author = council.who(Role.REPORT_AUTHOR)
    report = reports.begin_report(workspace=council.workspace, house_template="plain", by=author, at=NOW)
    part = ExemptPart((3,), "A buyer would bid lower.", date(2099, 1, 1), SECRET)
    reports.write_exempt(report=report, part=part, revision=0, by=author, at=NOW)


def test_every_table_is_in_the_file_or_its_reason_to_be_left_out_is_said() -> None:
    known = {model._meta.label for model in apps.get_models()}

    assert catalogue.labels() == known
    assert all(catalogue.LEFT_OUT.values())
    assert all(columns(told) and (told.because or not told.without) for told in catalogue.TABLES)


def test_every_table_is_read_by_its_way_to_the_council(council: Council) -> None:
    found = {told.label: sum(1 for _ in rows(told, council.workspace)) for told in catalogue.TABLES}

    assert found["workspaces.Workspace"] == 1
    assert found["people.RoleHeld"] > 5


def test_every_line_of_the_record_stands_once_in_order_and_the_same_state_gives_the_same_bytes(
    council: Council,
) -> None:
    council.sent()
    row = file_asked_for(council)

    first, second = _made(row), _made(row)

    account = first.read("open/account/account.html").decode()
    record = account[account.index('id="record"') :]
    count = Entry.objects.filter(workspace_id=council.workspace.pk).count()
    assert record.count("<tr>") == count + 1, "a row for each line, and the head of the table"
    assert len(first.read("open/data/audit.Entry.jsonl").splitlines()) == count
    assert {name: first.read(name) for name in first.namelist()} == {
        name: second.read(name) for name in second.namelist()
    }
    sums = dict(line.split("  ")[::-1] for line in first.read("open/SHA256SUMS").decode().splitlines())
    assert all(hashlib.sha256(first.read(f"open/{name}")).hexdigest() == mark for name, mark in sums.items())
    assert "<script" not in first.read("open/index.html").decode()


@pytest.mark.parametrize("purpose", list(Purpose))
def test_part_2_never_stands_in_the_open_part(council: Council, purpose: Purpose) -> None:
    _with_part_2(council)
    _in_a_version(council, f"{SECRET.upper()} It is told & kept.")
    by_reader = file_asked_for(council, purpose=purpose)
    AuditFile.objects.update(state="failed")
    by_policy = file_asked_for(council, purpose=purpose, by=council.who(Role.POLICY_OFFICER))

    whole, without = _made(by_reader), _made(by_policy)

    opened = [name for name in whole.namelist() if not name.startswith("apart/")]
    apart = b"".join(whole.read(name) for name in whole.namelist() if name.startswith("apart/"))
    assert [name for name in opened if SECRET.lower().encode() in whole.read(name).lower()] == []
    assert [name for name in without.namelist() if SECRET.lower().encode() in without.read(name).lower()] == []
    assert (SECRET.encode() in apart) is (purpose is not Purpose.BEST_VALUE)
    with pytest.raises(Refusal, match="would stand in the open file"):
        Sorting(purpose, True, NOW.date(), (SECRET,)).check_bytes("x", json.dumps([SECRET]).encode())


def test_a_request_for_information_has_the_names_of_officers_apart_and_those_of_the_chief_executive_open(
    council: Council,
) -> None:
    council.sent()
    found = _made(file_asked_for(council, purpose=Purpose.INFORMATION))

    opened = b"".join(found.read(name) for name in found.namelist() if name.startswith("open/"))
    assert council.who(Role.POLICY_OFFICER).name.encode() not in opened
    assert council.who(Role.CHIEF_EXECUTIVE).name.encode() in opened
    assert council.who(Role.POLICY_OFFICER).name.casefold().encode() in found.read("apart/names.csv")


def test_the_bytes_are_kept_for_who_asked_and_deleted_when_their_time_is_over(
    council: Council, django_capture_on_commit_callbacks: Callable[..., Any]
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        row = file_asked_for(council)
    row.refresh_from_db()
    client = Client()
    client.force_login(
        council.who(Role.MONITORING_OFFICER), backend="django.contrib.auth.backends.ModelBackend"
    )  # fmt: skip
    where = f"/council/{council.round_.slug}/{council.workspace.slug}/audit-files/"

    page = client.get(where).content.decode()
    taken = b"".join(client.get(where + "1/file").streaming_content)  # type: ignore[attr-defined]
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    refused = client.get(where + "1/file").status_code
    empty = client.post(where, {"purpose": "information", "why": " "}).content.decode()
    cleared = keeping.clear(at=NOW + timedelta(days=20_000))

    assert (row.state, row.done) == ("made", row.in_all)
    assert "File 1, for internal audit" in page and hashlib.sha256(taken).hexdigest() == row.sha256
    assert refused == 403 and "Say what it is needed for" in empty
    assert cleared == 1 and not default_storage.exists(row.path)
    events = list(Entry.objects.filter(event__startswith="audit_file").values_list("event", flat=True))
    assert events == ["audit_file.asked", "audit_file.made", "audit_file.cleared"]
    with pytest.raises(Refusal, match="not kept"):
        queries.opened(AuditFile.objects.get())
