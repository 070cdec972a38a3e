"""The page of formats and limits says what the gate and the readers do."""

from __future__ import annotations

import re
from pathlib import Path

from moothall.documents.reading import mail, media
from moothall.documents.reading.csv import _LONGEST_LINE
from moothall.documents.reading.gate import _MOST_NESTED
from moothall.documents.reading.html_tree import DEEPEST
from moothall.documents.reading.limits import DEFAULT, MEGABYTE

PAGE = (Path(__file__).resolve().parents[3] / "docs/reference/file-formats.md").read_text(encoding="utf-8")
READ, NOT_READ = PAGE.split("## What is not read")


def endings(text: str) -> set[str]:
    return set(re.findall(r"(?<![\w/])\.[a-z]{2,8}\b", text))


def test_every_ending_that_is_read_stands_among_those_that_are_read() -> None:
    table = "\n".join(line for line in READ.splitlines() if line.startswith("|"))

    assert {ending for one in media.READABLE for ending in one.extensions} == endings(table)


def test_every_document_that_is_refused_by_its_kind_stands_among_those_that_are_not_read() -> None:
    for one in (media.DOC, media.RTF, media.XLS, media.MSG, media.PPTX):
        assert one.extensions[0] in endings(NOT_READ)


def test_the_limits_are_those_of_the_readers() -> None:
    for said in (
        f"{DEFAULT.bytes // MEGABYTE} MB",
        f"{DEFAULT.unpacked_bytes // MEGABYTE} MB in all, {DEFAULT.part_bytes // MEGABYTE} MB a part",
        f"{DEFAULT.ratio} times its size, {DEFAULT.parts:,} parts",
        f"{DEFAULT.rows:,} rows, {DEFAULT.columns} columns, {DEFAULT.cells:,} cells",
        f"a line of a plain table {_LONGEST_LINE:,} letters",
        f"| {DEFAULT.attachments}; what lies deeper than {DEFAULT.depth} mails",
        f"in a mail | {_MOST_NESTED} |",
        f"past {DEEPEST} their words",
        f"{DEFAULT.pages:,} |",
        f"recognised | {DEFAULT.ocr_pages} |",
        f"{DEFAULT.cpu_seconds} seconds of the processor, {DEFAULT.wall_seconds:.0f} by the clock",
        f"| {DEFAULT.memory_bytes // 1024 // MEGABYTE} GB |",
    ):
        assert said in NOT_READ


def test_what_a_mail_says_of_its_parts_is_what_the_page_says() -> None:
    assert media.EMAIL.mime == mail.MEDIA
    for key in ("`part`", "`parts`", "`record_is_of_it`", "`error`"):
        assert key in READ
