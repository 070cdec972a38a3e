"""A long file tells on stderr how far it is, not oftener than anyone could read."""

from __future__ import annotations

import pytest

from moothall.project.shell.page_progress import page_progress


def test_a_file_of_many_pages_tells_how_far_it_is_every_other_second(capsys: pytest.CaptureFixture[str]) -> None:
    seconds = iter([0.0, 0.5, 2.5, 2.5, 3.0, 5.0, 5.0])

    listen = page_progress("report.pdf", now=lambda: next(seconds))
    for page in (10, 20, 30, 40):
        listen(page, 317)

    assert capsys.readouterr().err.splitlines() == ["report.pdf: 20 of 317 pages", "report.pdf: 40 of 317 pages"]
