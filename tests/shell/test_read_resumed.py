"""A long reading stopped in the middle keeps what it had, and the next run goes on from there."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from moothall.project.shell import main, read

REPORT = "# Plan {}\n\nReport to: Cabinet\nDate: 9 July 2024\n\n## Recommendation\n\nThat the plan be approved.\n"


@pytest.fixture
def files(tmp_path: Path) -> list[str]:
    made = []
    for count in range(3):
        path = tmp_path / f"{count}.txt"
        path.write_text(REPORT.format(count), encoding="utf-8")
        made.append(str(path))
    return made


def test_a_second_run_reads_only_what_changed_and_prints_the_same(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    kept = str(tmp_path / "kept.jsonl")
    main(["read", *files, "--json", "--resume", kept])
    first = capsys.readouterr().out
    Path(files[1]).write_text(REPORT.format("changed"), encoding="utf-8")
    asked: list[str] = []
    document = read._document
    monkeypatch.setattr(read, "_document", lambda readers, name: (asked.append(name), document(readers, name))[1])

    code = main(["read", *files, "--json", "--resume", kept])
    second = capsys.readouterr().out

    assert code == 0
    assert asked == [files[1]]
    assert [first.splitlines()[at] == second.splitlines()[at] for at in range(3)] == [True, False, True]


def test_half_a_line_left_by_a_machine_that_went_out_is_cut_off_and_read_again(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "kept.jsonl"
    main(["read", *files, "--json", "--resume", str(kept)])
    whole = kept.read_bytes()
    kept.write_bytes(whole[:-40])
    capsys.readouterr()

    main(["read", *files, "--json", "--resume", str(kept)])

    assert len(capsys.readouterr().out.splitlines()) == 3
    assert kept.read_bytes() == whole


def test_a_file_that_holds_something_else_is_refused_and_left_as_it_is(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "manifest.jsonl"
    other.write_text('{"file": "a", "url": "b"}\n', encoding="utf-8")

    code = main(["read", *files, "--json", "--resume", str(other)])

    assert code == 2
    assert "line 1 is no answer kept by --resume" in capsys.readouterr().err
    assert other.read_text(encoding="utf-8") == '{"file": "a", "url": "b"}\n'


def test_an_answer_rests_on_the_address_it_was_read_for(
    files: list[str], tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    kept = tmp_path / "kept.jsonl"
    manifest = tmp_path / "addresses.jsonl"
    main(["read", files[0], "--json", "--resume", str(kept)])
    manifest.write_text(json.dumps({"file": files[0], "url": "https://www.kent.gov.uk/plan"}), encoding="utf-8")
    capsys.readouterr()

    main(["read", files[0], "--json", "--resume", str(kept), "--manifest", str(manifest)])

    (line,) = capsys.readouterr().out.splitlines()
    assert json.loads(line)["record"]["authority"]["basis"] == "host"


def test_stopped_with_ctrl_c_it_leaves_whole_lines_and_says_how_to_go_on(tmp_path: Path) -> None:
    names = []
    for count in range(400):
        path = tmp_path / f"{count}.txt"
        path.write_text(REPORT.format(count), encoding="utf-8")
        names.append(str(path))
    command = [sys.executable, "-m", "moothall", "read", *names, "--json", "--resume", str(tmp_path / "kept.jsonl")]
    command[1:3] = ["-c", "import sys; from moothall.project.shell import main; sys.exit(main())"]
    said = tmp_path / "said.txt"
    with (
        said.open("wb") as errors,
        subprocess.Popen(command, stdout=subprocess.PIPE, stderr=errors, text=True, start_new_session=True) as running,
    ):
        assert running.stdout is not None
        first = running.stdout.readline()

        os.killpg(running.pid, signal.SIGINT)
        rest = running.stdout.read()
        running.wait(timeout=60)
    told = said.read_text(encoding="utf-8")

    assert running.returncode == 130
    printed = [json.loads(line)["file"] for line in [first, *rest.splitlines()]]
    assert printed == names[: len(printed)]
    assert len(printed) < 400
    assert "Run the same command again to go on." in told
    assert "Traceback" not in told
