"""`moothall clock --rules` and the help of one clock: additive, named rule by rule, one line at a time."""

import json
import shlex
from pathlib import Path
from typing import Any

import pytest

from moothall.domain.clock_questions import QUESTIONS
from moothall.project.shell import main
from tests.shell.test_clock_command import KEYS, Shell, batch, clock

__all__ = ["clock"]  # the fixture

RULES = {
    "rules": [
        {"id": "call-in-1", "clock": "call-in", "makers": ["executive"], "valid_from": "2024-05-01",
         "source": "Part 4, rule 15", "value": {"days": 3, "closes": "17:00"}},
        {"id": "call-in-2", "clock": "call-in", "makers": ["officer"], "source": "Part 4, rule 16",
         "value": {"none": "Officers carry out decisions."}},
    ],
    "closures": [{"on": "2024-07-05", "name": "Away day"}],
}  # fmt: skip


@pytest.fixture
def rules(tmp_path: Path) -> str:
    path = tmp_path / "rules.json"
    path.write_text(json.dumps(RULES), encoding="utf-8")
    return str(path)


def test_the_answer_is_counted_by_the_file_and_says_by_which_rule(clock: Shell, rules: str) -> None:
    code, [found], said = clock("call-in", "--published", "2024-07-03", "--rules", rules)

    assert (code, said) == (0, "")
    assert list(found) == [*KEYS, "own_rules"]
    assert found["at"] == "2024-07-09T17:00"
    assert [day["why"] for day in found["counted"]][2] == "Council closed: Away day"
    [rule] = found["own_rules"]
    assert (rule["settles"], rule["rule"], rule["default"]) == ("call-in", "call-in-1", False)
    assert (rule["source"], rule["valid_from"], rule["valid_to"]) == ("Part 4, rule 15", "2024-05-01", None)
    assert (rule["arguments"]["days"], rule["instead"]) == (3, {})


def test_an_option_wins_over_the_file_and_the_rule_says_what_was_given(clock: Shell, rules: str) -> None:
    _, [found], _ = clock("call-in", "--published", "2024-07-03", "--rules", rules, "--days", "4")

    assert found["at"] == "2024-07-10T17:00"
    assert found["own_rules"][0]["instead"] == {"days": "4"}
    assert "5" not in found["own_rules"][0]["arguments"].values()
    assert found["own_rules"][0]["note"].endswith("how many days scrutiny has, 4 and not 3.")


def test_without_the_file_nothing_is_added(clock: Shell) -> None:
    _, [found], _ = clock("call-in", "--published", "2024-07-03")

    assert list(found) == KEYS


def test_for_reading_the_rule_stands_under_the_answer(capsys: pytest.CaptureFixture[str], rules: str) -> None:
    code = main(["clock", "call-in", "--published", "2024-07-03", "--rules", rules])

    assert code == 0
    assert "(Part 4, rule 15, from 1 May 2024)." in capsys.readouterr().out.splitlines()[-2]


def test_a_line_of_a_batch_may_bring_rules_and_decision_maker_of_its_own(
    clock: Shell, rules: str, tmp_path: Path
) -> None:
    lines: list[Any] = [
        {"published": "2024-07-03", "rules": rules},
        {"published": "2024-07-03", "rules": rules, "maker": "officer"},
        {"published": "2024-07-03", "rules": {"call_in": {"days": 2}}},
        {"published": "2024-07-03"},
        {"published": "2024-07-03", "maker": "officer"},
        {"published": "2024-07-03", "rules": str(tmp_path / "none.json")},
        {"published": "2024-07-03", "rules": 5},
        {"published": "2024-07-03", "rules": {"rules": [{"clock": "egg-timer", "value": {}}]}},
    ]

    code, found, _ = clock("call-in", "--batch", batch(tmp_path, *lines))

    assert code == 1
    assert [one.get("on") for one in found[:4]] == ["2024-07-09", None, "2024-07-05", "2024-07-10"]
    assert "own_rules" not in found[3]
    assert found[1]["error"].startswith("The council's own rule has no call-in: Officers carry out decisions")
    assert found[4]["error"].startswith("A decision maker (maker) is given, and no rules")
    assert found[5]["error"].endswith("Check the path.")
    assert found[6]["error"].startswith("rules is 5, which is not text.")
    assert found[7]["error"].startswith("clock is 'egg-timer'")


def test_the_file_given_beside_a_batch_holds_for_every_line(clock: Shell, rules: str, tmp_path: Path) -> None:
    lines = batch(tmp_path, {"published": "2024-07-03"}, {"published": "2024-04-03"})

    code, found, _ = clock("call-in", "--batch", lines, "--rules", rules, "--maker", "executive")

    assert code == 0
    assert [one["own_rules"][0]["default"] for one in found] == [False, True]


def test_a_file_that_is_not_there_is_wrong_usage_and_one_that_is_no_json_an_error(clock: Shell, tmp_path: Path) -> None:
    broken = tmp_path / "broken.json"
    broken.write_text("{", encoding="utf-8")

    assert clock("call-in", "--published", "2024-07-03", "--rules", str(tmp_path / "none.json"))[0] == 2
    code, [found], _ = clock("call-in", "--published", "2024-07-03", "--rules", str(broken))

    assert code == 1
    assert found["error"].startswith("The rules cannot be read")


def test_the_day_of_computing_goes_with_the_rules(capsys: pytest.CaptureFixture[str], tmp_path: Path) -> None:
    path = tmp_path / "rules.json"
    path.write_text(json.dumps({"rules": [{"clock": "call-in", "value": {"days": 4}}]}), encoding="utf-8")

    main(["clock", "call-in", "--published", "2022-09-14", "--as-known-on", "2022-09-01", "--rules", str(path)])

    printed = capsys.readouterr().out
    assert "Tuesday 20 September 2022" in printed
    assert "With the holidays as they are known now: Wednesday 21 September 2022." in printed


@pytest.mark.parametrize("name", QUESTIONS)
def test_the_help_of_a_clock_has_its_own_options_its_title_and_an_example(
    name: str, capsys: pytest.CaptureFixture[str]
) -> None:
    code = main(["clock", name, "--help"])

    printed = capsys.readouterr().out
    question = QUESTIONS[name]
    own = {argument.option for argument in question.arguments}
    others = {argument.option for one in QUESTIONS.values() for argument in one.arguments} - own
    words = set(printed.replace(",", " ").split())
    assert code == 0
    assert printed.split("\n\n")[1].startswith(question.called)
    assert own <= words
    assert not others & words
    assert f"moothall clock {name} " in printed.split("for example:")[1]


@pytest.mark.parametrize("name", [name for name, question in QUESTIONS.items() if question.example])
def test_the_example_in_the_help_answers(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    main(["clock", name, "--help"])
    command = shlex.split(capsys.readouterr().out.split("for example:")[1])

    assert main(command[1:]) == 0


def test_the_help_without_a_name_lists_every_clock_and_no_option_of_one(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["clock", "--help"])

    printed = capsys.readouterr().out
    assert code == 0
    assert all(name in printed for name in QUESTIONS)
    assert "--published" not in printed and "learn" in printed


def test_the_help_of_learning_names_its_file(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["clock", "learn", "--help"]) == 0

    assert "moothall clock learn FILE.jsonl" in capsys.readouterr().out
