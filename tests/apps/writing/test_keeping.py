"""Words not saved yet are kept for their writer alone, and a server killed in mid-save loses none."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from urllib.parse import quote

import pytest
from django.db import connection

from moothall.apps.audit.models import Entry
from moothall.apps.plans import actions as plans
from moothall.apps.plans.models import Answer, Draft
from moothall.apps.writing import keeping, saving
from moothall.apps.writing.models import KeptWords
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.people import Council
from tests.promises.source import ROOT

NOW = datetime(2024, 6, 21, 9, tzinfo=UTC)
FIRST = "We moved three offices into one.\n\nIt saved £140,000 a year."


def answered(text: str) -> dict[str, str]:
    return {"status": "answered", "text": text, "where": "", "reason": ""}


@pytest.fixture
def draft(council: Council) -> Draft:
    council.written()
    return Draft.objects.get()


def keep(council: Council, draft: Draft, text: str, *, sitting: str = "morning") -> KeptWords | None:
    return keeping.keep(
        draft=draft, section="T1.Q1", sitting=sitting, words=answered(text), revision=1,
        by=council.who(Role.POLICY_OFFICER), at=NOW,
    )  # fmt: skip


@pytest.mark.django_db
def test_kept_words_are_for_their_writer_alone_and_change_nothing_of_the_plan(council: Council, draft: Draft) -> None:
    lines = Entry.objects.count()

    keep(council, draft, "Half a thought")

    (row,) = keeping.kept(draft, "T1.Q1", council.who(Role.POLICY_OFFICER))
    assert row.words["text"] == "Half a thought"
    assert keeping.kept(draft, "T1.Q1", council.who(Role.CHIEF_EXECUTIVE)) == []
    assert Entry.objects.count() == lines and Answer.objects.get(question="T1.Q1").text == FIRST


@pytest.mark.django_db
def test_two_windows_of_one_person_keep_their_words_apart(council: Council, draft: Draft) -> None:
    keep(council, draft, "In one window", sitting="one")
    keep(council, draft, "In the other", sitting="two")
    keep(council, draft, "In the other, longer", sitting="two")

    kept = {row.words["text"] for row in keeping.kept(draft, "T1.Q1", council.who(Role.POLICY_OFFICER))}

    assert kept == {"In one window", "In the other, longer"}


@pytest.mark.django_db
def test_a_box_emptied_by_mistake_takes_nothing_away(council: Council, draft: Draft) -> None:
    keep(council, draft, "Half a thought")

    keep(council, draft, "")

    assert KeptWords.objects.get().words["text"] == "Half a thought"


@pytest.mark.django_db
def test_words_once_saved_are_kept_no_longer_and_words_that_met_others_are(council: Council, draft: Draft) -> None:
    by = council.who(Role.POLICY_OFFICER)
    keep(council, draft, FIRST.replace("£140,000", "£150,000"))
    keep(council, draft, FIRST.replace("three", "four"), sitting="noon")

    for text, sitting in (
        (FIRST.replace("£140,000", "£138,500"), "elsewhere"),
        (FIRST.replace("three", "four"), "noon"),
    ):
        saving.save(draft=draft, section="T1.Q1", words=answered(text), revision=1, sitting=sitting, by=by, at=NOW)
    with pytest.raises(saving.WordsMeet):
        saving.save(
            draft=draft, section="T1.Q1", words=answered(FIRST.replace("£140,000", "£150,000")), revision=1,
            sitting="morning", by=by, at=NOW,
        )  # fmt: skip

    assert [row.sitting for row in KeptWords.objects.all()] == ["morning"]


@pytest.mark.django_db
def test_who_may_not_write_keeps_no_words_in_the_plan(council: Council, draft: Draft) -> None:
    with pytest.raises(Refusal, match="You cannot do this"):
        keeping.keep(
            draft=draft, section="T1.Q1", sitting="s", words=answered("Mine"), revision=1,
            by=council.who(Role.CHIEF_EXECUTIVE), at=NOW,
        )  # fmt: skip


KILLED = """
import os, signal
import django; django.setup()
from datetime import UTC, datetime
from moothall.apps.audit import actions as audit
from moothall.apps.people.models import Person
from moothall.apps.plans.models import Draft
from moothall.apps.writing import keeping, saving
words = {"status": "answered", "text": "Typed before the power went.", "where": "", "reason": ""}
now = datetime(2024, 6, 21, 9, tzinfo=UTC)
said = dict(draft=Draft.objects.get(), section="T1.Q1", words=words, revision=1, sitting="morning",
            by=Person.objects.get(email="policy_officer@ambermere.example"), at=now)
keeping.keep(**said)
# The answer's row is written and its line is not: here the server dies.
audit.record = lambda *a, **k: os.kill(os.getpid(), signal.SIGKILL)
saving.save(**said)
"""


def address_of_database() -> str:
    """This test's database, for another process."""
    given = connection.settings_dict
    if connection.vendor == "sqlite":
        return f"sqlite:///{given['NAME']}"
    who = f"{given['USER']}:{quote(given['PASSWORD'] or '', safe='')}".rstrip(":")
    where = quote(given["HOST"], safe="") + (f":{given['PORT']}" if given["PORT"] else "")
    return f"postgres://{who}@{where}/{given['NAME']}"


def test_a_server_killed_in_mid_save_leaves_the_plan_as_it_was_and_the_words_kept(
    transactional_db: None, tmp_path: Path
) -> None:
    from tests import people

    here = people.council()
    by = here.who(Role.POLICY_OFFICER)
    draft = plans.begin_plan(workspace=here.workspace, title="Savings Plan", by=by, at=NOW)
    saving.save(draft=draft, section="T1.Q1", words=answered(FIRST), revision=0, by=by, at=NOW)
    environment = {
        **os.environ, "DATABASE_URL": address_of_database(), "MOOTHALL_FOLDER": str(tmp_path),
        "MOOTHALL_SECRET_KEY": "only-for-tests", "DJANGO_SETTINGS_MODULE": "moothall.project.settings",
    }  # fmt: skip

    died = subprocess.run([sys.executable, "-c", KILLED], env=environment, cwd=ROOT, capture_output=True, text=True)

    assert died.returncode == -signal.SIGKILL, died.stderr
    assert Answer.objects.get().text == FIRST and Answer.objects.get().revision == 1
    (row,) = keeping.kept(draft, "T1.Q1", by)
    assert row.words["text"] == "Typed before the power went."
    saved = saving.save(
        draft=draft, section="T1.Q1", words=row.words, revision=row.revision, sitting=row.sitting, by=by, at=NOW
    )
    assert Answer.objects.get().text == saved.words["text"] == "Typed before the power went."
    assert not KeptWords.objects.exists()
