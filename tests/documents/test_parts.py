"""The record of a mail is that of the document it brings, and each fact stands on the page of the whole."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moothall.documents.reading.read import read_file
from moothall.documents.review import review
from moothall.project.shell import main
from tests.samples import as_docx, mails, report, workbooks


def mail_with_report() -> bytes:
    words = "Dear all,\n\nThe report to Council on 1 May 2023 was another one. Ours is attached.\n"
    attached = (
        ("measures.xlsx", workbooks.measures()),
        ("report.docx", as_docx.make(report.MATTER)),
        ("a.rtf", b"{\\rtf1"),
    )
    return mails.mail(words, attached=attached).as_bytes()


def test_the_record_is_of_the_report_attached_and_not_of_the_mail_or_the_sheet() -> None:
    alone = review(read_file(as_docx.make(report.MATTER), "report.docx"))

    found = review(read_file(mail_with_report(), "mail.eml"))

    assert found.kind is alone.kind
    assert found.record.plain() == alone.record.plain()


def test_every_fact_is_quoted_from_the_page_of_the_whole_it_names() -> None:
    document = read_file(mail_with_report(), "mail.eml")

    found = review(document)

    assert found.facts
    for fact in found.facts:
        assert document.pages[fact.where.page - 1].text[fact.where.start : fact.where.end] == fact.quote
        assert fact.where.page == 3


def test_a_mail_alone_gives_no_meeting_on_the_day_it_was_sent() -> None:
    found = review(read_file(mails.mail("The plan is nearly ready.\n").as_bytes(), "mail.eml"))

    assert found.record.meeting_date is None


def test_an_attachment_that_could_not_be_read_is_a_remark() -> None:
    found = review(read_file(mail_with_report(), "mail.eml"))

    (remark,) = [one for one in found.remarks if one.check == "not_all_read"]
    assert "a.rtf is a rich text file" in remark.message


def test_the_shell_names_the_parts_and_in_which_of_them_each_fact_stands(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "mail.eml"
    path.write_bytes(mail_with_report())

    code = main(["read", str(path), "--json"])

    (line,) = capsys.readouterr().out.splitlines()
    answer = json.loads(line)
    assert code == 0
    assert [(part["name"], part["pages"], part["record_is_of_it"]) for part in answer["parts"]] == [
        ("mail.eml", [1, 1], False),
        ("measures.xlsx", [2, 2], False),
        ("report.docx", [3, 3], True),
        ("a.rtf", None, False),
    ]
    assert {fact["part"] for fact in answer["facts"]} == {"report.docx"}


def test_what_a_plan_in_a_mail_says_is_read_from_the_attachment_and_not_from_the_mail_around_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    plan = b"# Productivity plan\n\n## Transformation\n\nWe will move to one office by March 2026.\n"
    letter = "Dear all,\n\nWe will speak on Monday by March 2026.\n"
    path = tmp_path / "mail.eml"
    path.write_bytes(
        mails.mail(letter, attached=(("plan.md", plan), ("report.docx", as_docx.make(report.MATTER)))).as_bytes()
    )

    main(["read", str(path), "--content", "--json"])

    answer = json.loads(capsys.readouterr().out)
    told = [one for one in answer["content"]["statements"] if one["kind"] == "commitment" and one["part"] == "plan.md"]
    assert answer["content"]["part"] == "plan.md"
    assert [one["page"] for one in told] == [2]


def test_a_hidden_sheet_is_a_remark_too() -> None:
    found = review(read_file(workbooks.with_hidden(), "hidden.xlsx"))

    assert sum(one.check == "not_all_read" for one in found.remarks) == 3


def test_a_saved_page_that_names_no_council_is_known_by_the_address_it_was_saved_from() -> None:
    page = "<html><body><h1>Decision details</h1><p>That the productivity plan be approved.</p></body></html>"
    saved = mails.saved_page(page).replace(b"democracy.moorbeck.gov.uk", b"democracy.kent.gov.uk")

    found = review(read_file(saved, "decision.mhtml"))

    assert found.record.authority is not None
    assert (found.record.authority["name"], found.record.authority["basis"]) == ("Kent", "host")
