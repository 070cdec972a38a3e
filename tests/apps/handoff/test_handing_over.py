"""Handing a report over: the folder and its names, Part 2 apart, the same bytes for good, and what was not ready."""

from __future__ import annotations

import io
import json
import zipfile
from dataclasses import replace

import pytest
from django.core.files.storage import default_storage
from django.db import IntegrityError, transaction

from moothall.apps.audit.models import Entry
from moothall.apps.handoff import actions, appendices, queries
from moothall.apps.handoff.models import AgendaLink, AppendixFile, HandOff
from moothall.apps.reports import actions as reports
from moothall.documents.exchange import item_json
from moothall.domain.agenda_links import LinkKind
from moothall.domain.handing_over import How
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import AGENDA, NOW
from tests.apps.handoff.handing import (
    FILLED,
    REASON,
    SECRET,
    complete,
    copied,
    found,
    given,
    handed,
    inflated,
    part_2,
    word_file,
    written,
)
from tests.people import Council

pytestmark = pytest.mark.django_db
OPEN = [
    "Report Productivity Plan 2024.docx",
    "Report Productivity Plan 2024.pdf",
    "Appendix A the plan.pdf",
    "Appendix B the letter.csv",
    "Sheet for democratic services.pdf",
    "Sheet for democratic services.txt",
    "Checklist for democratic services.txt",
    "item.json",
]


def unpacked(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as packed:
        return {name: packed.read(name) for name in packed.namelist()}


def test_the_folder_holds_named_files_in_the_order_of_the_agenda_and_item_json_tells_each(council: Council) -> None:
    copied(council, complete(council, with_part_2=False))

    row = handed(council)

    files = unpacked(queries.content(row))
    wanted = [*OPEN[:4], "Background paper 2 Minutes of scrutiny.csv", *OPEN[4:]]
    item = item_json.load(files["item.json"])
    assert list(files) == wanted
    assert row.name == "Ambermere Cabinet 2024-07-11 hand-off 1.zip"
    assert [(one.name, one.size) for one in item.files] == [(name, len(files[name])) for name in wanted[:-1]]
    assert (item.title, item.body, item.agenda_item, item.key_decision) == (
        "Productivity Plan 2024",
        "Cabinet",
        "7",
        False,
    )
    assert item.recommendations[0].text.startswith("That Cabinet (a) approves the plan at Appendix A")
    assert item.background_papers is not None
    assert [(one.title, one.address, one.file) for one in item.background_papers] == [
        ("The letter of April", "https://papers.ambermere.example/letter", ""),
        ("Minutes of scrutiny", "", "Background paper 2 Minutes of scrutiny.csv"),
    ]
    assert "Title\n  Productivity Plan 2024\n" in files["Sheet for democratic services.txt"].decode()
    assert b"Why it is handed over all the same" in files["Checklist for democratic services.txt"]


def test_no_byte_of_the_open_folder_holds_a_word_of_part_2_or_of_an_exempt_appendix(council: Council) -> None:
    complete(council)
    given(council, "Appendix B: the letter", f"note\n\n{SECRET} is what they bid.\n", f"{SECRET}.csv", is_exempt=True)

    row = handed(council)

    open_bytes = list(inflated(queries.content(row)))
    item = json.loads(unpacked(queries.content(row))["item.json"])
    closed = unpacked(queries.content(row, 2))
    assert [one[:80] for one in open_bytes if SECRET.encode() in one.lower()] == []
    assert any(b"Productivity Plan 2024" in one for one in open_bytes), "the search finds what is there"
    assert item["exempt"] == {"paragraphs": [3], "public_interest": "", "review_on": None}
    assert "Appendix B the letter.csv" not in [one["name"] for one in item["files"]]
    assert any(SECRET.encode() in one for one in inflated(queries.content(row, 2)))
    assert list(closed) == [
        "Part 2 not for publication.docx", "Part 2 not for publication.pdf", "Appendix B the letter.csv", "item.json"
    ]  # fmt: skip
    assert [one["name"] for one in json.loads(closed["item.json"])["files"]] == list(closed)[:3]
    assert row.part_2_name == "Ambermere Cabinet 2024-07-11 hand-off 1 part 2 not for publication.zip"
    events = ("report.handed_over", "appendix.given")
    assert SECRET not in str(list(Entry.objects.filter(event__in=events).values()))


def test_an_exempt_appendix_is_given_only_by_who_may_write_part_2_and_what_it_shares_with_the_open_is_told(
    council: Council,
) -> None:
    text = f"The {SECRET} bid is two million under the next one."
    row = written(council, replace(FILLED, reasons=f"It is best. {text}"))
    label, clerk = "Appendix B: the letter", council.who(Role.DEMOCRATIC_SERVICES)
    with pytest.raises(Refusal, match="There is no Part 2"):
        given(council, label, text, is_exempt=True)
    part_2(row, council, "The other council asked us to keep its price closed.")
    given(council, label, text, is_exempt=True)

    shared = [
        one.message for one in found(council).not_ready if SECRET in one.message or "in the open too" in one.message
    ]

    assert shared == ["A sentence of the exempt “Appendix B: the letter” stands in the open too: Reasons."]
    with pytest.raises(Refusal, match="why it goes"):
        handed(council, reason=text)
    opened = appendices.Opened("b.csv", b"b", "text/csv", "b", "")
    for is_exempt in (False, True):
        with pytest.raises(Refusal, match="write exempt"):
            actions.give_appendix(
                workspace=council.workspace, appendix=label, opened=opened, is_exempt=is_exempt, by=clerk, at=NOW
            )
    with pytest.raises(Refusal, match="cannot be exempt"):
        given(council, label, is_exempt=True)
    with pytest.raises(IntegrityError), transaction.atomic():
        AppendixFile.objects.update(file=None, name="")


def test_the_folder_is_made_again_byte_for_byte_and_damage_is_noticed(council: Council) -> None:
    complete(council, with_part_2=False)
    row = handed(council)

    first, second = queries.content(row), queries.content(row)

    assert first == second
    assert len(first) == row.size
    sheet = next(one for one in queries.files_of(row) if one.name.endswith("services.txt"))
    with default_storage.open(sheet.file.path, "wb") as kept:
        kept.write(b"other words")
    with pytest.raises(Refusal, match="is not the one that was kept"):
        queries.content(row)


def test_a_later_folder_says_file_by_file_what_differs_and_an_unchanged_file_has_the_same_bytes(
    council: Council,
) -> None:
    row = complete(council, with_part_2=False)
    handed(council)
    same = handed(council, later=1)
    by = council.who(Role.REPORT_AUTHOR)
    reports.write_field(report=row, name="wards", value="Two wards", revision=1, by=by, at=NOW)
    given(council, "Appendix B: the letter", "date,from\n17 April,the department\n")

    changed = {one.name: one.how for one in queries.changed(handed(council, later=2))}

    assert {one.how for one in queries.changed(same)} == {How.SAME}
    assert [name for name in OPEN if changed[name] is How.SAME] == [
        "Appendix A the plan.pdf", "Checklist for democratic services.txt"
    ]  # fmt: skip


def test_what_is_not_ready_needs_a_reason_and_both_are_kept(council: Council) -> None:
    written(council)
    value = found(council)

    with pytest.raises(Refusal, match="not ready") as refused:
        handed(council, reason=" ")
    row = handed(council)

    assert refused.value.next_step.endswith("say why it is handed over all the same.")
    said = [one.message for one in value.not_ready]
    assert "“Appendix B: the letter” has no file." in said
    assert "Nobody was asked for an implication or a sign-off." in said
    assert "The day by which the papers go out is not known." in said
    assert "The report says that a part is exempt, and no Part 2 is written." in said
    assert [one["message"] for one in row.not_ready] == said
    assert row.reason == REASON
    with pytest.raises(IntegrityError), transaction.atomic():
        HandOff.objects.update(reason="")


def test_a_sentence_of_part_2_in_the_open_papers_stops_the_folder_and_is_not_repeated(council: Council) -> None:
    text = f"The {SECRET} bid is two million under the next one."
    row = written(council)
    given(council, "Appendix A: the plan")
    given(council, "Appendix B: the letter", f"note\n\n{text}\n")
    part_2(row, council, text)

    with pytest.raises(Refusal, match="A sentence of Part 2 stands in the open papers") as refused:
        handed(council)
    given(council, "Appendix B: the letter", "note\nnothing\n")
    with pytest.raises(Refusal, match="why it goes"):
        handed(council, reason=f"It is late. {text}")
    copied(council, row, f"note\n\n{text}\n")
    with pytest.raises(Refusal, match="Minutes of scrutiny"):
        handed(council)

    assert "Appendix B" in str(refused.value)
    assert SECRET not in str(refused.value)
    assert not HandOff.objects.exists()


def test_the_file_of_an_appendix_is_looked_into_and_comments_left_in_it_are_not_ready(council: Council) -> None:
    written(council)
    opened = appendices.opened(word_file(comment=True), "letter.docx")
    by = council.who(Role.REPORT_AUTHOR)

    actions.give_appendix(workspace=council.workspace, appendix="Appendix B: the letter", opened=opened, by=by, at=NOW)

    assert opened.words.strip() == "The letter asks for a plan."
    assert "The file of “Appendix B: the letter” still has 1 comment in it." in [
        one.message for one in found(council).not_ready
    ]
    with pytest.raises(Refusal, match="That stands for"):
        actions.give_appendix(
            workspace=council.workspace, appendix="Appendix B: the letter", opened=opened, by=by, at=NOW
        )
    for data, name, why in (
        (b"", "a.pdf", "is empty"),
        (b"words", "a.txt", "plain text"),
        (b"%PDF-1", "a.docx", "PDF"),
    ):
        with pytest.raises(Refusal, match=why):
            appendices.opened(data, name)


def test_an_address_is_corrected_with_a_word_why_and_the_one_before_stays(council: Council) -> None:
    by = council.who(Role.DEMOCRATIC_SERVICES)
    link = actions.enter_link(workspace=council.workspace, kind=LinkKind.ITEM, address=AGENDA, by=by, at=NOW)

    with pytest.raises(Refusal, match="was entered before"):
        actions.enter_link(workspace=council.workspace, kind=LinkKind.ITEM, address=f"{AGENDA}/2", by=by, at=NOW)
    with pytest.raises(Refusal, match="no reason"):
        actions.correct_link(link=link, address=f"{AGENDA}/2", reason=" ", by=by, at=NOW)
    actions.correct_link(link=link, address=f"{AGENDA}/2", reason="The item moved.", by=by, at=NOW)
    with pytest.raises(Refusal, match="corrected already"):
        actions.correct_link(link=link, address=f"{AGENDA}/3", reason="Again.", by=by, at=NOW)

    assert [(one.address, one.host) for one in queries.links(council.workspace)] == [
        (f"{AGENDA}/2", "democracy.ambermere.example")
    ]
    assert [one.address for one in queries.past_links(council.workspace)] == [AGENDA]
    with pytest.raises(IntegrityError), transaction.atomic():
        AgendaLink.objects.update(address="http://democracy.ambermere.example")


def test_the_open_report_is_told_apart_from_one_with_a_part_that_is_closed(council: Council) -> None:
    row = written(council)
    by = council.who(Role.REPORT_AUTHOR)
    reports.write_field(report=row, name="is_open", value=True, revision=1, by=by, at=NOW)
    part_2(row, council)

    said = [one.message for one in found(council).not_ready]

    assert FILLED.is_open is False
    assert "There is a Part 2, and the open report says that all of it is open." in said
