"""One door for every kind of file, and many files through it at once."""

from __future__ import annotations

import os
import signal

import pytest

from moothall.documents.reading import worker
from moothall.documents.reading.document import Document, Unreadable
from moothall.documents.reading.read import Readers, read_file, read_many
from tests.samples import as_docx, as_html, as_reportlab_pdf, as_typst_pdf, report


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("report.txt", report.TEXT.encode()),
        ("report.docx", as_docx.make(report.MATTER)),
        ("report.html", as_html.make(report.MATTER)),
        ("tagged.pdf", as_typst_pdf.make(report.MATTER)),
        ("untagged.pdf", as_reportlab_pdf.make(report.MATTER)),
        ("no-ending", as_reportlab_pdf.make(report.MATTER)),
        ("ieDecisionDetails.aspx", as_html.make(report.MATTER)),
    ],
)
def test_each_kind_of_file_comes_through_the_same_door_with_its_words(name: str, data: bytes) -> None:
    document = read_file(data, name)

    assert document.name == name
    assert len(document.sha256) == 64
    text = " ".join(" ".join(page.text.split()) for page in document.pages)
    assert "1.1 This report asks Cabinet to approve the plan" in text
    assert "Agency spending as a share of pay 6.2% 4.0%" in text


def test_many_files_are_answered_in_the_order_asked_and_a_bad_one_stops_none() -> None:
    files = [(f"Report {count}".encode() if count % 3 else b"", f"{count}.txt") for count in range(20)]

    answers = list(read_many(iter(files), workers=2))

    for count, answer in enumerate(answers):
        if count % 3:
            assert isinstance(answer, Document)
            assert answer.pages[0].text == f"Report {count}"
        else:
            assert isinstance(answer, Unreadable)
            assert answer.reason == "empty"


def test_files_are_taken_only_as_they_are_needed() -> None:
    taken = []

    def endless():  # type: ignore[no-untyped-def]
        for count in range(1000):
            taken.append(count)
            yield b"words", f"{count}.txt"

    with Readers(workers=1) as readers:
        answers = readers.read_many(endless())
        next(answers)
        answers.close()

    assert len(taken) < 10


def test_a_reading_process_that_falls_is_an_unreadable_file_and_the_next_file_is_read() -> None:
    with Readers() as readers:
        readers.read(b"Before.", "before.txt")
        process = readers._workers[0]._process
        assert process is not None
        os.kill(process.pid, signal.SIGSTOP)
        pid = process.pid

        def fall() -> None:
            os.kill(pid, signal.SIGKILL)

        import threading

        clock = threading.Timer(0.3, fall)
        clock.start()
        with pytest.raises(Unreadable) as refused:
            readers.read(b"During.", "during.txt")
        after = readers.read(b"After.", "after.txt")

    assert refused.value.reason == "damaged"
    assert after.pages[0].text == "After."


def test_the_reading_process_is_told_nothing_of_our_secrets() -> None:
    assert not {"SECRET_KEY", "DATABASE_URL", "DJANGO_SETTINGS_MODULE"} & set(worker._PASSED_ON)


def test_no_reading_process_outlives_its_readers() -> None:
    with Readers(workers=2) as readers:
        list(readers.read_many([(b"one", "1.txt"), (b"two", "2.txt"), (b"three", "3.txt")]))
        processes = [kept._process for kept in readers._workers if kept._process]

    assert processes
    assert all(process.poll() is not None for process in processes)
