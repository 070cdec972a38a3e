"""`moothall round check`: every fault of a file with its place, and what is odd in a whole one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moothall.documents.exchange import round_json
from moothall.project.shell import main
from moothall.reference import rounds


def test_each_file_is_answered_in_order_and_a_faulty_one_is_told_with_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (known,) = rounds.shipped()
    whole, faulty = tmp_path / "whole.json", tmp_path / "faulty.json"
    whole.write_bytes(round_json.to_bytes(known))
    faulty.write_bytes(round_json.to_bytes(known).replace(b'"T4.Q1"', b'"T1.Q1"'))

    code = main(["round", "check", str(whole), str(faulty), str(tmp_path / "none.json"), "--json"])

    first, second, third = map(json.loads, capsys.readouterr().out.splitlines())
    assert code == 1
    assert (first["round"]["slug"], first["faults"]) == (known.slug, [])
    assert [one["check"] for one in first["remarks"]] == ["round_reconstructed"]
    assert second["round"] is None
    assert second["error"].startswith("themes[3].questions[0].id is 'T1.Q1', which is used already")
    assert third["error"].endswith("Check the path.")
    assert main(["round", "check", str(whole)]) == 0
    assert "21 questions, due Friday 19 July 2024." in capsys.readouterr().out
