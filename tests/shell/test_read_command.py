"""`moothall read`: its keys and their order, its exit codes, and one bad file among good ones."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from moothall.documents.records import FIELDS
from moothall.project.shell import main

REPORT = """# Productivity Plan

Report to: Cabinet
Date: 9 July 2024

## Recommendation

That the Productivity Plan be approved.

## Legal Implications

None.
"""


@pytest.fixture
def report(tmp_path: Path) -> Path:
    path = tmp_path / "report.txt"
    path.write_text(REPORT, encoding="utf-8")
    return path


def answers(out: str) -> list[dict[str, object]]:
    return [json.loads(line) for line in out.splitlines()]


def test_one_object_a_file_with_the_promised_keys_in_order(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["read", str(report), "--json"])

    (answer,) = answers(capsys.readouterr().out)
    assert code == 0
    assert list(answer) == ["file", "sha256", "kind", "record", "facts", "remarks"]
    assert list(answer["record"]) == list(FIELDS)  # type: ignore[call-overload]
    assert answer["file"] == str(report)


def test_the_fields_are_those_of_the_contract() -> None:
    contract = (
        "authority title body meeting_date verbs recommendations delegation amendments department "
        "deadline deadline_text "
        "letter_date themes key_decision key_decision_judgement call_in call_in_deadline effective_from forward_plan "
        "portfolio_holder officers scrutiny earlier_stages power wards objectives corporate_risks linked_documents "
        "implications officer_comments options consultees background_papers appendices exempt length_guidance "
        "unanswered_questions publish_on_website monitoring headings"
    )

    assert tuple(contract.split()) == FIELDS


def test_a_bad_file_among_good_ones_costs_only_its_own_answer(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    empty = tmp_path / "empty.txt"
    empty.write_bytes(b"")

    code = main(["read", str(report), str(empty), str(tmp_path / "absent.txt"), str(report), "--json"])

    found = answers(capsys.readouterr().out)
    assert code == 1
    assert [answer["kind"] for answer in found] == ["committee_report", "unreadable", "unreadable", "committee_report"]
    assert all(answer["record"] is None and answer["error"] for answer in found[1:3])


def test_many_files_are_answered_in_the_order_asked_and_as_they_are_alone(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    paths = []
    for number in range(12):
        path = tmp_path / f"report-{number}.txt"
        path.write_text(REPORT.replace("9 July", f"{number + 1} July"), encoding="utf-8")
        paths.append(str(path))

    main(["read", *paths, "--json"])

    together = capsys.readouterr().out
    main(["read", *paths[9:], "--json"])
    alone = capsys.readouterr().out
    found = answers(together)
    assert alone.splitlines() == together.splitlines()[9:]
    assert [answer["file"] for answer in found] == paths
    assert [answer["record"]["meeting_date"] for answer in found] == [  # type: ignore[index]
        f"2024-07-{number + 1:02}" for number in range(12)
    ]


def test_a_manifest_gives_the_address_and_a_person_is_asked_to_confirm(
    report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = tmp_path / "pages.jsonl"
    manifest.write_text(json.dumps({"file": str(report), "url": "https://modgov.cherwell.gov.uk/x"}), encoding="utf-8")

    main(["read", str(report), "--manifest", str(manifest), "--json"])

    (answer,) = answers(capsys.readouterr().out)
    assert answer["record"]["authority"]["basis"] == "host"  # type: ignore[index]
    assert "authority_not_named" in {remark["check"] for remark in answer["remarks"]}  # type: ignore[attr-defined]


@pytest.mark.parametrize("line", ["not json", '{"file": "a", "link": "b"}', '{"url": "b"}'])
def test_a_manifest_that_is_wrong_is_wrong_usage(
    line: str, report: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    manifest = tmp_path / "pages.jsonl"
    manifest.write_text(line, encoding="utf-8")

    code = main(["read", str(report), "--manifest", str(manifest), "--json"])

    captured = capsys.readouterr()
    assert (code, captured.out) == (2, "")
    assert "line 1" in captured.err


def test_without_json_a_person_can_read_the_answer(report: Path, capsys: pytest.CaptureFixture[str]) -> None:
    main(["read", str(report)])

    words = capsys.readouterr().out
    assert "meeting date: 2024-07-09" in words and "Remark: " in words


def test_content_comes_only_where_it_is_asked_for_and_keeps_its_place(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "plan.txt"
    path.write_text("# Productivity Plan\n\n## Barriers\n\nWe ask Government to end bidding.\n", encoding="utf-8")

    main(["read", str(path), "--json", "--content"])

    (answer,) = answers(capsys.readouterr().out)
    assert list(answer) == ["file", "sha256", "kind", "record", "facts", "remarks", "content"]
    content = answer["content"]
    assert list(content) == ["round", "dated_on", "questions", "statements"]  # type: ignore[call-overload]
    (ask,) = [each for each in content["statements"] if each["kind"] == "ask"]  # type: ignore[index]
    assert path.read_text(encoding="utf-8")[ask["start"] : ask["end"]] == ask["quote"]
    assert ask["value"] == {"text": "We ask Government to end bidding.", "of": "Government"}
