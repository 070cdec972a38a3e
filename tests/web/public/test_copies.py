"""Copies that went through other hands: printed again, changed on their pages, or changed in the data inside."""

from __future__ import annotations

import io
from collections.abc import Iterator
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

import pikepdf
import pytest
from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client, override_settings

from moothall.apps.plans import queries as plans
from moothall.apps.publications import actions as publications
from moothall.apps.publications import queries as published
from moothall.documents.exchange import plan_json
from moothall.documents.layouts import plan_layouts
from moothall.documents.writing import pdf
from moothall.domain.plans import Plan
from moothall.domain.roles import Role
from tests.people import ROUND, Council
from tests.people import council as open_council

pytestmark = pytest.mark.django_db
PLAN = "/plans/savings-plans/ambermere/v1/"
AT = datetime(2024, 10, 10, 9, tzinfo=UTC)
YES = "This is the text of version"


@pytest.fixture(scope="module")
def storages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """A folder of files for all tests of this module."""
    location = str(tmp_path_factory.mktemp("copies"))
    return {**settings.STORAGES, "default": {**settings.STORAGES["default"], "OPTIONS": {"location": location}}}


@pytest.fixture(autouse=True)
def kept_files(files_of_this_test: None, storages: dict[str, Any]) -> Iterator[None]:
    with override_settings(STORAGES=storages):
        yield


@pytest.fixture(scope="module")
def here(kept_for_module: None, storages: dict[str, Any]) -> Council:
    """A council that sent its plan."""
    with override_settings(STORAGES=storages):
        council = open_council()
        council.sent()
    return council


def check(client: Client, data: bytes, name: str) -> str:
    """What the page says of a copy."""
    answer = client.post("/check/", {"file": SimpleUploadedFile(name, data)})
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def plan_of(client: Client) -> Plan:
    """The published plan."""
    return plan_json.load(client.get(PLAN + "plan.json").content)


def printed(plan: Plan, inside: bytes | None = None) -> bytes:
    """A PDF of a plan that somebody else made, with data in it or none."""
    files = (pdf.Attachment(plan_json.FILE_NAME, inside),) if inside else ()
    return pdf.write(plan_layouts.compose(plan, ROUND), attachments=files, timestamp=AT)


def changed(plan: Plan) -> Plan:
    """The plan with one figure in it that nobody agreed to."""
    first, *others = plan.answers
    return replace(plan, answers=(replace(first, text=first.text.replace("£140,000", "£940,000")), *others))


def test_a_pdf_saved_without_its_data_reads_like_the_plan_and_is_not_said_to_be_it(
    client: Client, here: Council
) -> None:
    kept = io.BytesIO()
    with pikepdf.open(io.BytesIO(client.get(PLAN + "plan.pdf").content)) as opened:
        del opened.attachments[plan_json.FILE_NAME]
        opened.save(kept)

    text = check(client, kept.getvalue(), "saved.pdf")

    assert "This reads like version 1 of" in text and "Reading cannot prove that it is." in text
    assert "stands in the copy, letter for letter." in text
    assert "more besides" not in text
    assert YES not in text


def test_a_word_copy_reads_like_the_plan_too(client: Client, here: Council) -> None:
    text = check(client, client.get(PLAN + "plan.docx").content, "copy.docx")

    assert "This reads like version 1 of" in text
    assert YES not in text


def test_one_changed_figure_on_the_pages_is_shown_as_it_was_published(client: Client, here: Council) -> None:
    text = check(client, printed(changed(plan_of(client))), "copy.pdf")

    assert "This looks like version 1 of" in text and "and it is not that text." in text
    assert "It saved £140,000 a year." in text
    assert "letter for letter" not in text
    assert YES not in text


def test_changed_data_under_the_published_pages_is_no_yes(client: Client, here: Council) -> None:
    plan = plan_of(client)

    text = check(client, printed(plan, plan_json.to_bytes(changed(plan))), "copy.pdf")

    assert "The data inside this PDF is of no text published here." in text
    assert YES not in text and "Reading cannot prove" not in text


def test_the_published_data_under_changed_pages_is_told_from_the_published_file(client: Client, here: Council) -> None:
    plan = plan_of(client)

    text = check(client, printed(changed(plan), plan_json.to_bytes(plan)), "copy.pdf")

    assert "The data in this PDF is the text of version 1" in text
    assert "The file is not the one published here" in text
    assert "It saved £140,000 a year." in text
    assert YES not in text


def test_a_copy_of_an_older_or_withdrawn_version_says_so_and_gives_no_words_back(client: Client, here: Council) -> None:
    by, first = here.who(Role.POLICY_OFFICER), client.get(PLAN + "plan.pdf").content
    copy = printed(changed(plan_of(client)))
    publications.publish_plan(
        workspace=here.workspace, version=plans.versions(here.workspace)[0], round_=here.round_,
        note="A name was wrong.", by=by, at=AT,
    )  # fmt: skip
    older = check(client, first, "first.pdf")
    for row in list(published.Publication.objects.filter(workspace=here.workspace)):
        publications.withdraw(publication=row, note="It named a resident.", by=by, at=AT)
    withdrawn = check(client, copy, "copy.pdf")

    assert "This is the text of version 1 of" in older and "A newer version is published here" in older
    assert "Version 2, Thursday 10 October 2024: A name was wrong." in older
    assert "That version was withdrawn on Thursday 10 October 2024. It named a resident." in withdrawn
    assert "£140,000" not in withdrawn


def test_stratml_and_the_whole_record_are_known_by_the_plan_in_them(client: Client, here: Council) -> None:
    for name in ("plan.xml", "publication.json", "plan.json"):
        assert YES in check(client, client.get(PLAN + name).content, name)
    assert "is not the data of a whole plan" in check(client, b"<?xml version='1.0'?><a/>", "other.xml")
