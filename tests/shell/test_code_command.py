"""`moothall code`: one object a passage, in the order asked, with one bad line or file never stopping the rest."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from moothall.project.shell import main
from moothall.reference import coding_frame

KEYS = [
    "file",
    "passage",
    "page",
    "start",
    "end",
    "text",
    "theme",
    "barrier",
    "practice",
    "confidence",
    "unsure",
    "suggested_by",
]


def written(folder: Path, name: str, *rows: object) -> str:
    path = folder / name
    path.write_text("".join(f"{json.dumps(row)}\n" for row in rows), encoding="utf-8")
    return str(path)


def test_passages_already_split_are_answered_with_their_ids(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(
        tmp_path,
        "asked.jsonl",
        {"id": "a7", "text": "We urge Government to end one-year settlements.", "heading": "Barriers", "before": None},
        {"id": 8, "text": "Cabinet endorsed this plan on 11 July."},
    )

    code = main(["code", file, "--json"])

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert [list(one) for one in answers] == [KEYS, KEYS]
    assert [(one["passage"], one["theme"]) for one in answers] == [("a7", "barriers"), (8, "governance_process")]
    assert answers[0]["barrier"] == "B02"


def test_a_plan_is_split_and_every_passage_keeps_its_place(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    plan = tmp_path / "plan.txt"
    text = "TECHNOLOGY\n\nA chatbot answers four calls in ten.\n\nPower BI dashboards show directors the same data.\n"
    plan.write_text(text, encoding="utf-8")

    code = main(["code", str(plan), "--json"])

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert answers
    for one in answers:
        assert one["page"] == 1
        assert text[one["start"] : one["end"]] == one["text"]
        assert one["theme"] == "technology_data"


def test_a_bad_line_and_a_missing_file_do_not_stop_the_rest(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file = written(tmp_path, "asked.jsonl", {"id": "1", "words": "x"}, {"id": "2", "text": "Agency spend fell."})
    missing = str(tmp_path / "none.pdf")

    code = main(["code", missing, file, "--json"])

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 1
    assert [one["file"] for one in answers] == [missing, file, file]
    assert "could not be opened" in answers[0]["error"]
    assert "unknown key 'words'" in answers[1]["error"]
    assert answers[2]["theme"] == "wasteful_spend"


def test_confirmed_passages_are_learnt_first_and_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    few = coding_frame.examples()[::16]
    monkeypatch.setattr(coding_frame, "examples", lambda: few)
    asked = written(tmp_path, "asked.jsonl", {"id": "1", "text": "The bandstand quorum met."})
    rows = [
        {"text": f"The bandstand quorum of ward {n} met.", "theme": "context_other", "barrier": None} for n in range(9)
    ]
    learnt = written(tmp_path, "learnt.jsonl", *rows)

    code = main(["code", asked, "--learn", learnt, "--json"])

    (answer,) = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert code == 0
    assert answer["theme"] == "context_other"
    assert "9 confirmed" in answer["suggested_by"]


def test_another_model_is_asked_only_where_it_is_named(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = written(tmp_path, "asked.jsonl", {"id": "1", "text": "Agency spend fell."})
    program = tmp_path / "model.py"
    program.write_text(
        "import json, sys\n"
        "for line in sys.stdin:\n"
        "    one = json.loads(line)\n"
        "    answer = {'id': one['id'], 'theme': 'context_other', 'confidence': 0.9, 'quote': one['text']}\n"
        "    print(json.dumps(answer), flush=True)\n"
    )
    command = f"{sys.executable} {program}"

    codes = [main(["code", asked, "--json"]), main(["code", asked, "--model", command, "--json"])]
    monkeypatch.setenv("MOOTHALL_CODING_MODEL", command)
    codes.append(main(["code", asked, "--json"]))

    answers = [json.loads(line) for line in capsys.readouterr().out.splitlines()]
    assert codes == [0, 0, 0]
    assert [list(one) for one in answers] == [KEYS] * 3
    assert [one["theme"] for one in answers] == ["wasteful_spend", "context_other", "context_other"]


def test_a_confirmed_code_outside_the_frame_is_wrong_usage(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    asked = written(tmp_path, "asked.jsonl", {"id": "1", "text": "Words."})
    learnt = written(tmp_path, "learnt.jsonl", {"text": "Words.", "theme": "barriers", "barrier": "B99"})

    code = main(["code", asked, "--learn", learnt, "--json"])

    told = capsys.readouterr()
    assert code == 2
    assert told.out == ""
    assert "line 1" in told.err
    assert "B99" in told.err


def test_many_files_in_several_processes_are_answered_in_the_order_asked_and_as_they_are_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = [
        written(tmp_path, f"{n}.jsonl", {"id": f"p{n}", "text": f"We bought {n} licences for software."})
        for n in range(5)
    ]

    code = main(["code", *files, "--json"])

    together = capsys.readouterr().out.splitlines()
    main(["code", *files[3:], "--json"])
    alone = capsys.readouterr().out.splitlines()
    assert code == 0
    assert [json.loads(line)["passage"] for line in together] == ["p0", "p1", "p2", "p3", "p4"]
    assert alone == together[3:]
