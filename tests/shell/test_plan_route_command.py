"""`moothall plan-route` as other programs rely on it."""

import json
from pathlib import Path
from typing import Any

import pytest

from moothall.project.shell import main

MEETINGS = "body,date\nCabinet,2024-07-11\nCabinet,2024-07-25\nCouncil,2024-07-18\n"
KEYS = ["route", "name", "fits", "slack_days", "submit_on", "steps", "trades", "why_not"]
STEP_KEYS = ["step", "body", "on", "at", "rule", "provision", "who"]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "m.csv").write_text(MEETINGS)
    return tmp_path


def plan(
    capsys: pytest.CaptureFixture[str], folder: Path, *words: str, meetings: str = "m.csv", as_of: str = "2024-05-24"
) -> tuple[int, list[dict[str, Any]], str]:
    call = ["plan-route", "--as-of", as_of, "--deadline", "2024-07-19", "--meetings", str(folder / meetings), *words]
    try:
        code = main([*call, "--json"])
    except SystemExit as exit_:
        code = int(exit_.code or 0)
    printed = capsys.readouterr()
    return code, [json.loads(line) for line in printed.out.splitlines()], printed.err


def test_each_route_is_an_object_with_the_promised_keys_and_those_that_fit_come_first(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    code, found, _ = plan(capsys, folder)

    assert code == 0
    assert all(list(each) == KEYS for each in found)
    assert all(list(step) == STEP_KEYS for each in found for step in each["steps"])
    fits = [each["fits"] for each in found]
    assert fits == sorted(fits, reverse=True)
    cabinet = next(each for each in found if each["name"] == "Cabinet, Thu 11 July")
    assert (cabinet["slack_days"], cabinet["submit_on"], cabinet["why_not"]) == (0, "2024-07-19", None)
    assert {step["step"]: step["on"] for step in cabinet["steps"]}["agenda_publication"] == "2024-07-03"


def test_it_exits_with_nought_even_when_no_route_fits(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, found, _ = plan(capsys, folder, as_of="2024-07-18")

    assert code == 0
    assert len(found) > 1
    assert not any(each["fits"] for each in found)


def test_the_councils_own_rules_are_used(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    (folder / "rules.json").write_text(json.dumps({"call_in": {"days": 3, "closes": "12:00"}}))

    code, found, said = plan(capsys, folder, "--rules", str(folder / "rules.json"), "--key", "no")

    cabinet = next(each for each in found if each["name"] == "Cabinet, Thu 11 July")
    assert (code, cabinet["submit_on"], cabinet["slack_days"]) == (0, "2024-07-17", 2)
    assert next(step for step in cabinet["steps"] if step["step"] == "call_in")["at"] == "2024-07-16T12:00"
    assert "default" not in said + json.dumps(found)


def test_without_rules_it_says_that_the_call_in_rule_is_a_default(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    _, _, said = plan(capsys, folder)

    assert "is a default, the commonest seen and not this council's own" in said


def test_governance_key_and_call_in_are_options(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    _, as_committee, _ = plan(capsys, folder, "--governance", "committee")
    _, not_callable, _ = plan(capsys, folder, "--callable", "no", "--key", "yes")

    assert {each["route"] for each in as_committee if each["fits"]} == {"R6", "R16", "R17", "R18", "R19"}
    assert not any(step["step"] == "call_in" for each in not_callable for step in each["steps"])


def test_a_line_of_meetings_that_cannot_be_read_does_not_lose_the_routes(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "m.csv").write_text(MEETINGS + "Cabinet,soon\n")

    code, found, _ = plan(capsys, folder)

    assert code == 1
    assert found[0]["fits"]
    assert found[-1] == {
        "error": "m.csv, line 5: date is 'soon', which is not a date. Give it as 2024-07-03, or 2024-07-03T17:15."
    }


@pytest.mark.parametrize(
    ("rules", "sentence"),
    [
        ("nonsense", "is not JSON. Write one object with the council's rules."),
        ("[]", "is not a JSON object."),
        ('{"callin": {}}', "The rules has an unknown key, 'callin'. Did you mean call_in?"),
        (
            '{"governance": "mayor"}',
            "says governance is mayor, and --governance says executive. Leave one of them out.",
        ),
    ],
)
def test_wrong_rules_are_answered_with_a_sentence(
    capsys: pytest.CaptureFixture[str], folder: Path, rules: str, sentence: str
) -> None:
    (folder / "rules.json").write_text(rules)

    code, [found], _ = plan(capsys, folder, "--rules", str(folder / "rules.json"), "--governance", "executive")

    assert code == 1
    assert sentence in found["error"]


def test_a_bad_date_is_answered_with_a_sentence(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, [found], _ = plan(capsys, folder, as_of="today")

    assert (code, found["error"].split(",")[0]) == (1, "--as-of is 'today'")


def test_a_file_that_is_not_there_is_wrong_usage(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    code, found, said = plan(capsys, folder, meetings="nowhere.csv")

    assert (code, found) == (2, [])
    assert "nowhere.csv cannot be read (No such file or directory). Check the path." in said


def test_past_meetings_are_pointed_out_on_stderr(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    _, found, said = plan(capsys, folder, as_of="2024-07-12")

    assert "Cabinet on Thursday 11 July 2024 is before the day you count from" in said
    assert not any("11 July" in each["name"] for each in found)


def test_without_json_the_routes_can_be_read(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    call = ["plan-route", "--as-of", "2024-05-24", "--deadline", "2024-07-19", "--meetings", str(folder / "m.csv")]

    code = main(call)

    said = capsys.readouterr().out
    assert code == 0
    assert said.startswith("Five routes still make Friday 19 July. One leaves no day to spare.\n")
    assert "Cabinet, Thu 11 July (R1): no day to spare" in said


def test_routes_that_share_their_dates_are_objects_of_their_own_right_after_the_more_ordinary(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "m.csv").write_text("body,date\nCabinet,2024-06-13\n")

    _, found, _ = plan(capsys, folder, "--key", "no")

    same = [each["route"] for each in found if each["fits"] and each["slack_days"] == 28]
    assert same == ["R1", "R2", "R15", "R16", "R17", "R18", "R19", "R20"]
    assert len({each["name"] for each in found}) == len(found)


def test_what_a_council_is_tied_to_is_given_as_options(capsys: pytest.CaptureFixture[str], folder: Path) -> None:
    _, reserved, _ = plan(capsys, folder, "--reserved-to-council", "yes")
    _, without, said = plan(capsys, folder, "--without", "Council", "--without", "Elders", "--key", "no")
    _, late_text, _ = plan(capsys, folder, "--ready", "2024-07-05", "--key", "no")
    _, avoided, _ = plan(capsys, folder, "--avoid", "2024-07-10..2024-07-12=the poll", "--key", "no")
    _, blocked, _ = plan(capsys, folder, "--never", "2024-07-10..2024-07-12", "--key", "no")

    assert {each["route"] for each in reserved if each["fits"]} == {"R6", "R16", "R17", "R18", "R19"}
    assert "R6" not in {each["route"] for each in without}
    assert "No meeting given is of a body called elders." in said
    assert not any(each["fits"] for each in late_text if each["name"] == "Cabinet, Thu 11 July")
    assert [each["fits"] for each in avoided if each["name"] == "Cabinet, Thu 11 July"] == [True]
    assert [each["fits"] for each in blocked if each["name"] == "Cabinet, Thu 11 July"] == [False]


def test_an_exempt_part_brings_the_notices_of_a_private_meeting_though_the_decision_is_not_key(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    _, found, _ = plan(capsys, folder, "--exempt", "yes", "--key", "no")

    cabinet = next(each for each in found if each["name"] == "Cabinet, Thu 11 July")
    steps = {step["step"]: step["on"] for step in cabinet["steps"]}
    assert (steps["private_meeting_notice"], steps["private_meeting_second_notice"]) == ("2024-06-12", "2024-07-03")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["--ready", "soon"], "ready_on is 'soon', which is not a date."),
        (["--ready", "2024-06-31"], "ready_on is '2024-06-31', which is not a date."),
        (["--avoid", "2024-07-04..2024-05-25"], "The days to avoid begin on Thursday 4 July 2024, after they end"),
        (["--avoid", "2024-07-04.."], "has no last day."),
        (["--consultation", "0"], "0 is not a number of days this can count."),
        (["--consultation", "a month"], "consultation_days is 'a month', which is not a whole number."),
        (["--reserved-to-council", "yes", "--without", "council"], "reserved to Council, and Council may not be used"),
        (["--scrutiny-first", "yes", "--without", "scrutiny"], "Scrutiny is to look at it first, and scrutiny may not"),
    ],
)
def test_constraints_that_cannot_be_read_or_cannot_both_hold_are_answered_with_a_sentence(
    capsys: pytest.CaptureFixture[str], folder: Path, words: list[str], sentence: str
) -> None:
    code, found, _ = plan(capsys, folder, *words)

    assert code == 1
    assert sentence in found[0]["error"]


def test_the_meetings_of_two_councils_in_one_file_are_planned_as_one_text(
    capsys: pytest.CaptureFixture[str], folder: Path
) -> None:
    (folder / "both.csv").write_text(
        "council,body,date\nAmbermere,Cabinet,2024-06-13\nBrackwater,Executive,2024-07-08\n"
        "Brackwater,Executive,2024-02-31\n,Cabinet,2024-07-11\n"
    )

    code, found, _ = plan(capsys, folder, "--key", "no", meetings="both.csv")

    joint = found[0]
    assert code == 1, "two lines could not be read, and the others went on"
    assert (joint["route"], joint["fits"], joint["submit_on"]) == ("R17", True, "2024-07-16")
    assert joint["trades"][0] == "Brackwater sets the pace: it is in force there on Tue 16 July."
    assert {step["body"] for step in joint["steps"] if step["step"] == "decision"} == {
        "Ambermere: Cabinet",
        "Brackwater: Executive",
    }
    errors = [each["error"] for each in found if "error" in each]
    assert errors[0] == "both.csv, line 5: no council is named. Write whose meeting it is."
    assert errors[1].startswith("both.csv, line 4: ")
