"""The council's own Word template and the copies of background papers: brought in, tried, used, kept, taken back."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import timedelta

import docx
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from moothall.apps.reports import actions, queries
from moothall.apps.reports.models import OwnTemplate, PaperCopy, Report
from moothall.domain.refusals import Refusal
from moothall.domain.report_completeness import completeness
from moothall.domain.roles import Role
from tests.apps.deeds import NOW, exempt_part, report
from tests.documents.own_templates.test_own_templates import template
from tests.people import Council, council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/report/"
SECRET = "zqbargain"


@pytest.fixture
def here() -> Council:
    return council()


def written(here: Council, **fields: object) -> Report:
    """A report with these fields, and a Part 2."""
    row = report(here)
    by = here.who(Role.REPORT_AUTHOR)
    for name, value in fields.items():
        actions.write_field(report=row, name=name, value=value, revision=0, by=by, at=NOW)
    part = replace(exempt_part(f"The {SECRET} bid."), public_interest=f"It would tell {SECRET}.")
    actions.write_exempt(report=row, part=part, revision=0, by=by, at=NOW)
    return row


def signed_in(here: Council, role: Role) -> Client:
    client = Client()
    client.force_login(here.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def brought(client: Client, data: bytes, name: str = "own.docx", **more: str) -> str:
    """What the page says once this file was given to it."""
    where = HERE + ("papers/" if more else "word-template/")
    return client.post(where, {"file": SimpleUploadedFile(name, data), **more}, follow=True).content.decode()


def words(data: bytes) -> str:
    return "\n".join(line.text for line in docx.Document(io.BytesIO(data)).paragraphs)


def test_a_template_is_tried_with_the_real_report_then_adopted_and_left_again_with_every_version_kept(
    here: Council,
) -> None:
    written(here, title="Savings Plan", summary="It saves.")
    client = signed_in(here, Role.REPORT_AUTHOR)

    first = template("Ours: {{ title }}")
    tried = brought(client, first, "first.docx")
    before = words(client.get(HERE + "report.docx").content)
    trial = client.get(HERE + "word-template/1/trial.docx").content
    client.post(HERE + "word-template/choose", {"number": "1"})
    brought(client, template("Ours again: {{ title }}"), "second.docx")
    used, house = (client.get(HERE + f"report.docx{query}").content for query in ("", "?set=house"))
    client.post(HERE + "word-template/choose", {"number": ""})

    assert "Ours: Savings Plan" in tried
    assert "Summary" in tried[tried.index("no place in the template") : tried.index("Your report in it")]
    assert (words(trial), words(used)) == ("Ours: Savings Plan", "Ours: Savings Plan")
    assert "Ours" not in before + words(house) + words(client.get(HERE + "report.docx").content)
    assert client.get(HERE + "word-template/1/original.docx").content == first
    assert list(OwnTemplate.objects.order_by("number").values_list("number", "name")) == [
        (1, "first.docx"), (2, "second.docx"),
    ]  # fmt: skip
    for data in (trial, used):
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            assert SECRET not in "".join(archive.read(name).decode("utf-8", "ignore") for name in archive.namelist())


def test_a_template_with_faults_is_kept_and_told_and_never_adopted(here: Council) -> None:
    row = written(here, title="Savings Plan")
    client = signed_in(here, Role.REPORT_AUTHOR)

    page = brought(client, template("{{ title }}", "{{ tilte }}", "{{ ''.__class__ }}"))
    client.post(HERE + "word-template/choose", {"number": "1"})

    assert "2 things to mend in Word" in page
    assert "Did you mean <code>{{ title }}</code>?" in page
    assert "Use version 1" not in page
    assert Report.objects.get().own_template is None
    with pytest.raises(Refusal, match="no version 7"):
        actions.choose_own_template(report=row, number=7, by=here.who(Role.REPORT_AUTHOR), at=NOW)


def test_what_the_gates_refuse_is_told_in_its_sentence_and_not_kept(here: Council) -> None:
    written(here, background_papers=["The letter"])
    client = signed_in(here, Role.POLICY_OFFICER)
    good = template("{{ title }}")
    kept = io.BytesIO(good)
    with zipfile.ZipFile(kept, "a") as archive:
        archive.writestr("word/vbaProject.bin", b"x")

    pages = [
        brought(client, kept.getvalue()),
        brought(client, b"", "own.docx"),
        brought(client, b"x" * (5 * 1024 * 1024 + 1)),
        brought(client, kept.getvalue(), "letter.docx", paper="The letter"),
        brought(client, good, "letter.docx", paper="Another paper"),
    ]

    for page, said in zip(
        pages, ("macros", "is empty", "the most is 5 MB", "macros", "Choose the paper of the copy"), strict=True
    ):
        assert "There is a problem" in page
        assert said in page
    assert not OwnTemplate.objects.exists()
    assert not PaperCopy.objects.exists()
    reader = signed_in(here, Role.DEMOCRATIC_SERVICES)
    assert reader.post(HERE + "word-template/", {"file": SimpleUploadedFile("own.docx", good)}).status_code == 403


def test_a_kept_file_is_a_public_copy_and_can_go_until_the_meeting_and_not_for_four_years_after(here: Council) -> None:
    written(here, background_papers=["The letter", "The forecast"], meeting_on="2024-07-25")
    client = signed_in(here, Role.REPORT_AUTHOR)
    by = here.who(Role.REPORT_AUTHOR)

    for paper in ("The letter", "The forecast"):
        brought(client, b"Dear Chief Executive", "letter.txt", paper=paper)
    first, second = PaperCopy.objects.all()
    actions.take_paper_copy_back(copy=first, by=by, at=NOW)

    value = queries.value(queries.report(here.workspace))  # type: ignore[arg-type]
    without = [one.remark.message for one in completeness(value, ()) if one.field == "background_copies"]
    assert without == ["No public copy is given for the background paper “The letter”."]
    page = client.get(HERE + "papers/").content.decode()
    assert "1 paper has no public copy yet" in page
    assert "24 July 2028" in page
    assert client.get(HERE + f"papers/{second.pk}").content == b"Dear Chief Executive"
    assert client.get(HERE + f"papers/{first.pk}").status_code == 404
    with pytest.raises(Refusal, match="stay open to inspection until Monday 24 July 2028"):
        actions.take_paper_copy_back(copy=second, by=by, at=NOW + timedelta(days=3))
    actions.take_paper_copy_back(copy=second, by=by, at=NOW + timedelta(days=5 * 366))
    with pytest.raises(Refusal, match="lists no background paper called “Another”"):
        actions.keep_paper_copy(
            report=Report.objects.get(), paper="Another", name="x.txt", data=b"x", media_type="text", by=by, at=NOW
        )
