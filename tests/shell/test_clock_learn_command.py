"""`moothall clock learn FILE.jsonl` as other programs rely on it: the keys, the errors, the exit codes."""

import io
import json
import sys
from pathlib import Path
from typing import Any

import pytest

from moothall.project.shell import main

STOCKPORT = (
    {"published": "2025-04-11", "listed": "2025-04-18"},
    {"published": "2019-08-21", "listed": "2019-08-29", "decided": None, "case": "August"},
)


class Shell:
    """Runs the command in this process and keeps what it printed."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.capsys = capsys

    def past(self, *lines: object) -> str:
        path = self.folder / "past.jsonl"
        path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
        return str(path)

    def __call__(self, *words: str) -> tuple[int, str, str]:
        try:
            code = main(["clock", *words])
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        printed = self.capsys.readouterr()
        return code, printed.out, printed.err

    def json(self, *words: str) -> tuple[int, list[dict[str, Any]]]:
        code, out, _ = self(*words, "--json")
        return code, [json.loads(line) for line in out.splitlines()]


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(tmp_path, capsys)


def test_one_object_gives_the_rule_with_what_it_rests_on(shell: Shell) -> None:
    code, [found] = shell.json("learn", shell.past(*STOCKPORT))

    assert code == 0
    assert list(found) == [
        *("clock", "rule", "in_words", "explains", "of", "sure", "rivals", "tell_apart", "not_explained", "changes"),
        "calendar",
    ]
    assert (found["clock"], found["explains"], found["of"]) == ("learn", 2, 2)
    assert found["rule"]["first_day_counts"] is True
    assert found["calendar"].startswith("Bank holidays, England and Wales, version ")
    assert set(found["tell_apart"]) == {"published", "decided", "listed", "listed_by_rivals", "in_words"}


def test_the_rule_stands_as_a_line_of_a_batch_for_the_call_in_clock(shell: Shell) -> None:
    _, [learnt] = shell.json("learn", shell.past(*STOCKPORT))

    code, [found] = shell.json("call-in", "--batch", shell.past({**learnt["rule"], "published": "2025-04-11"}))

    assert (code, found["listed_on"]) == (0, "2025-04-18")


def test_a_line_that_cannot_be_used_is_named_and_the_rest_are_learnt_from(shell: Shell) -> None:
    lines = (STOCKPORT[0], "", "not json", [1], {"published": "2024-07-03"}, {"listd": "2024-07-03"}, STOCKPORT[1])

    code, found = shell.json("learn", shell.past(*lines))

    assert code == 1
    assert (found[0]["explains"], found[0]["of"]) == (2, 2)
    assert [(one["clock"], one["line"]) for one in found[1:]] == [("learn", line) for line in (3, 4, 5, 6)]
    assert [one["error"].split(".")[0] for one in found[1:]] == [
        "This line is not JSON",
        "This line is not a JSON object",
        "This past decision has no listed date, so no rule can be tested on it",
        "A past decision has an unknown key, 'listd'",
    ]


def test_a_file_without_a_usable_case_says_so(shell: Shell) -> None:
    code, [found] = shell.json("learn", shell.past(""))

    assert (code, found["error"].split(".")[0]) == (1, "There is no past decision to learn from")


def test_the_same_file_gives_the_same_bytes(shell: Shell) -> None:
    past = shell.past(*STOCKPORT, {"published": "2021-12-23", "listed": "2021-12-31"})

    assert shell("learn", past, "--json") == shell("learn", "--json", past)


def test_past_decisions_come_from_standard_input_too(shell: Shell, monkeypatch: pytest.MonkeyPatch) -> None:
    lines = "\n".join(json.dumps(line) for line in STOCKPORT).encode()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(lines)))

    code, [found] = shell.json("learn", "-")

    assert (code, found["of"]) == (0, 2)


def test_for_reading_the_rule_its_rivals_and_each_likely_cause_are_sentences(shell: Shell) -> None:
    past = shell.past(*STOCKPORT, {"published": "2024-07-03", "listed": "2024-07-03", "case": "D9"}, "not json")

    code, out, said = shell("learn", past)

    assert code == 1
    assert out.startswith("Proposed rule: 5 working days from publication, counting that day.\nIt explains 2 of 3 past")
    assert "Rival, explaining 2: 4 working days from publication, that day left out." in out
    assert "  D9: listed on Wednesday 3 July 2024. It took effect at once" in out
    assert said.startswith("Line 4: This line is not JSON.")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("learn", "the clock learn needs a file of past decisions: moothall clock learn FILE.jsonl."),
        ("learn nowhere.jsonl", "nowhere.jsonl cannot be read (No such file or directory). Check the path."),
        ("learn past.jsonl --days 3", "the clock learn has no --days. Give it one file of past decisions."),
        ("learn --batch past.jsonl", "the clock learn has no --batch. Give it one file of past decisions."),
        ("call-in past.jsonl --published 2024-07-03", "unrecognized arguments: past.jsonl"),
    ],
)
def test_wrong_usage_exits_with_2_and_says_what_to_give(shell: Shell, words: str, sentence: str) -> None:
    code, out, said = shell(*words.split())

    assert (code, out) == (2, "")
    assert sentence in said
