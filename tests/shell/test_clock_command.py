"""`moothall clock` as other programs rely on it: the keys, the order, the exit codes, the sentences."""

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from moothall.domain.call_in_questions import COMMONEST
from moothall.domain.clock_questions import QUESTIONS
from moothall.project.shell import COMMANDS, main

KEYS = [
    *(
        "clock",
        "rule",
        "provision",
        "on",
        "at",
        "effective_on",
        "listed_on",
        "working_on",
        "kind",
        "counted",
        "calendar",
    ),
]


class Shell:
    """Runs the command in this process and keeps what it printed."""

    def __init__(self, capsys: pytest.CaptureFixture[str]) -> None:
        self.capsys = capsys

    def __call__(self, *words: str) -> tuple[int, list[dict[str, Any]], str]:
        try:
            code = main(["clock", *words, "--json"])
        except SystemExit as exit_:
            code = int(exit_.code or 0)
        printed = self.capsys.readouterr()
        return code, [json.loads(line) for line in printed.out.splitlines()], printed.err


@pytest.fixture
def clock(capsys: pytest.CaptureFixture[str]) -> Shell:
    return Shell(capsys)


def batch(folder: Path, *lines: object) -> str:
    path = folder / "batch.jsonl"
    path.write_text("\n".join(line if isinstance(line, str) else json.dumps(line) for line in lines))
    return str(path)


def test_the_promised_example_comes_out_exactly(clock: Shell) -> None:
    code, [found], said = clock("call-in", "--published", "2024-07-03", "--closes", "17:15")

    assert code == 0
    assert said == ""
    assert list(found) == KEYS
    assert (found["at"], found["listed_on"], found["effective_on"]) == ("2024-07-10T17:15", "2024-07-11", "2024-07-11")
    assert found["working_on"] is found["kind"] is None
    assert found["counted"][0] == {"day": "2024-07-03", "counts": False, "why": "The day of publication, left out"}
    assert found["calendar"].startswith("Bank holidays, England and Wales, version ")


@pytest.mark.parametrize(
    ("words", "key", "value"),
    [
        ("agenda-publication --meeting 2024-07-11", "on", "2024-07-03"),
        ("agenda-publication --meeting 2024-07-09 --convention calendar", "on", "2024-07-03"),
        ("agenda-publication --meeting 2002-09-12 --clear-days 3", "on", "2002-09-06"),
        ("key-decision-notice --decision 2024-07-08", "on", "2024-06-09"),
        ("key-decision-notice --decision 2024-07-08", "working_on", "2024-06-07"),
        ("key-decision-notice --decision 2024-07-09 --convention working", "on", "2024-05-29"),
        ("general-exception --notice 2020-06-02", "on", "2020-06-10"),
        ("notice-kind --notice 2024-06-05 --decision 2024-07-10", "kind", "full_notice"),
        ("call-in --published 2025-04-11 --first-day-counts", "listed_on", "2025-04-18"),
        ("call-in --published 2025-04-11 --first-day-counts false", "listed_on", "2025-04-23"),
        ("call-in --decided 2024-07-11 --base decision --publish-allowance 1", "on", "2024-07-19"),
        ("call-in --published 2024-12-20 --closures 2024-12-27 2024-12-30,2024-12-31", "on", "2025-01-06"),
        (
            "call-in --published 2024-07-11T18:00 --publish-cutoff 17:00 --effective at_close",
            "effective_on",
            "2024-07-19",
        ),
        ("call-in --published 2024-07-11 --days 3 --unit calendar", "on", "2024-07-14"),
    ],
)
def test_every_argument_of_every_clock_is_an_option(clock: Shell, words: str, key: str, value: str) -> None:
    code, [found], _ = clock(*words.split())

    assert (code, found[key]) == (0, value)


def test_a_batch_is_answered_in_order_and_a_bad_line_never_stops_the_rest(clock: Shell, tmp_path: Path) -> None:
    lines = batch(
        tmp_path,
        {"published": "2024-07-03"},
        {"publishd": "2024-07-03"},
        "not json",
        [1],
        {"published": "2024-02-30"},
        {"published": "1994-12-30"},
        {"published": "2024-07-03", "days": True},
        {},
        '{"published": ' + "[" * 100_000,
        {"published": "2024-07-11", "closes": None, "first_day_counts": False},
    )

    code, found, _ = clock("call-in", "--batch", lines)

    assert code == 1
    assert [one.get("on") for one in found] == ["2024-07-10", *[None] * 8, "2024-07-18"]
    assert [one["error"] for one in found[1:-1]] == [
        "The clock call-in has an unknown key, 'publishd'. Did you mean published?",
        'This line is not JSON. Write one object a line, such as {"published": "2024-07-03"}.',
        'This line is not a JSON object. Write it as {"published": "2024-07-03"}.',
        "published is '2024-02-30', which is not a date. Give it as 2024-07-03, or 2024-07-03T17:15.",
        "Bank holidays are not known for Friday 30 December 1994: the table runs from Sunday 1 January 1995 to Sunday"
        " 31 December 2028. Use a date inside that time, or count by hand.",
        "days is True, which is not a whole number. Give it as 5.",
        "Call-in counts from publication, and no date is given for it. Give the day of publication (published).",
        'This line is not JSON. Write one object a line, such as {"published": "2024-07-03"}.',
    ]


def test_a_batch_where_all_is_answered_exits_with_nought(clock: Shell, tmp_path: Path) -> None:
    code, found, _ = clock("general-exception", "--batch", batch(tmp_path, {"notice": "2020-06-02"}, ""))

    assert (code, [one["on"] for one in found]) == (0, ["2020-06-10"])


def test_options_beside_a_batch_hold_where_a_line_is_silent(clock: Shell, tmp_path: Path) -> None:
    lines = batch(tmp_path, {"published": "2024-07-11"}, {"published": "2024-07-11", "days": 5})

    _, found, _ = clock("call-in", "--days", "3", "--batch", lines)

    assert [one["on"] for one in found] == ["2024-07-16", "2024-07-18"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        ("new-moon", "there is no clock called 'new-moon'. The clocks are: call-in, agenda-publication,"),
        ("call-in --meeting 2024-07-11", "the clock call-in has no --meeting. Its options are: --published,"),
        ("call-in", "the clock call-in needs its arguments: --published,"),
        ("call-in --publish 2024-07-11", "unrecognized arguments: --publish"),
        ("call-in --batch nowhere.jsonl", "nowhere.jsonl cannot be read (No such file or directory). Check the path."),
    ],
)
def test_wrong_usage_exits_with_two_and_prints_nothing_on_stdout(clock: Shell, words: str, sentence: str) -> None:
    code, found, said = clock(*words.split())

    assert (code, found) == (2, [])
    assert sentence in said


def test_what_cannot_be_answered_exits_with_one_and_says_why(clock: Shell) -> None:
    code, [found], _ = clock("agenda-publication", "--meeting", "yesterday")

    assert code == 1
    assert found == {
        "clock": "agenda-publication",
        "error": "meeting is 'yesterday', which is not a date. Give it as 2024-07-03, or 2024-07-03T17:15.",
    }


def test_without_json_the_working_can_be_read(capsys: pytest.CaptureFixture[str]) -> None:
    code = main(["clock", "call-in", "--published", "2024-07-11"])

    said = capsys.readouterr().out
    assert code == 0
    assert said.startswith("Last day on which the decision may be called in: Thursday 18 July 2024\n")
    assert "  -  Saturday 13 July 2024: Saturday" in said
    assert "Counted another way, if the day of publication counts: Wednesday 17 July 2024." in said


def test_the_command_needs_neither_django_nor_a_database() -> None:
    code = (
        "import sys; from moothall.project.shell import main; "
        "code = main(['clock', 'call-in', '--published', '2024-07-03', '--json']); "
        "sys.exit(code or 'django' in sys.modules)"
    )

    done = subprocess.run([sys.executable, "-c", code], capture_output=True, timeout=60)

    assert done.returncode == 0, done.stderr


@pytest.mark.parametrize(("words", "code"), [([], 2), (["--help"], 0), (["clok"], 2)])
def test_moothall_lists_its_commands(capsys: pytest.CaptureFixture[str], words: list[str], code: int) -> None:
    found = main(words)

    printed = capsys.readouterr()
    assert found == code
    assert all(command in printed.out + printed.err for command in COMMANDS)


def test_the_clocks_of_the_shell_are_the_clocks_there_are() -> None:
    assert list(QUESTIONS) == [
        "call-in",
        "agenda-publication",
        "key-decision-notice",
        "general-exception",
        "notice-kind",
        "meeting-notice",
        "council-summons",
        "private-meeting-notice",
        "special-urgency",
        "late-item",
        "scrutiny-documents",
        "member-inspection",
        "retention",
        "call-in-hold",
        "officer-report-meeting",
        "pre-election",
        "equality-information",
        "key-decision",
        "key-decision-particulars",
        "urgency",
        "decision-record",
        "officer-executive-record",
        "callable",
        "call-in-waiver",
        "committee-call-in",
        "key-decision-report",
        "special-urgency-report",
        "item-openness",
        "exempt-information",
        "exclusion-resolution",
        "withheld-report",
        "minutes-summary",
        "body-rules",
        "member-right",
        "inspection-fee",
        "background-paper",
        "background-list",
        "council-business",
        "officer-decision-record",
        "delegation-listing",
        "day-moved",
        "public-notice",
        "return-duty",
        "statutory-officers",
        "head-of-service-report",
        "officer-report-route",
        "sole-reviewer",
        "best-value-consultation",
        "best-value-themes",
        "peer-challenge",
        "equality-screening",
        "accessibility-standard",
        "accessibility-answer",
        "transparency-data",
        "publicity",
        "foi-answer",
        "publication-class",
        "future-publication",
        "personal-name",
        "notes-deletion",
        "governance-model",
        "governance-lock",
        "transition-step",
        "obligation-holder",
        "successor-consent",
    ]


def test_a_date_is_computed_with_the_holidays_as_they_were_known_on_a_day(clock: Shell) -> None:
    funeral = ("call-in", "--published", "2022-09-14")

    _, [then], _ = clock(*funeral, "--as-known-on", "2022-09-01")
    _, [later], _ = clock(*funeral, "--as-known-on", "2022-09-15")
    _, [now], _ = clock(*funeral)

    assert list(then) == KEYS
    assert [one["effective_on"] for one in (then, later, now)] == ["2022-09-22", "2022-09-23", "2022-09-23"]
    assert then["calendar"] == f"{now['calendar']} as known on Thursday 1 September 2022"


def test_each_line_of_a_batch_may_have_its_own_day_of_knowing(clock: Shell, tmp_path: Path) -> None:
    asked = {"meeting": "2022-09-22"}
    lines = batch(
        tmp_path, asked, {**asked, "as_known_on": None}, {**asked, "as_known_on": "2022-09-15"},
        {**asked, "as_known_on": 20220915},
    )  # fmt: skip

    code, found, _ = clock("agenda-publication", "--as-known-on", "2022-09-01", "--batch", lines)

    assert code == 1
    assert [one.get("on") for one in found] == ["2022-09-14", "2022-09-13", "2022-09-13", None]
    assert found[3]["error"].startswith("as_known_on is 20220915, which is not a date.")


def test_for_reading_the_answer_as_it_is_known_now_stands_beside_it(capsys: pytest.CaptureFixture[str]) -> None:
    main(["clock", "call-in", "--published", "2022-09-14", "--as-known-on", "2022-09-01"])

    said = capsys.readouterr().out
    assert said.startswith("Last day on which the decision may be called in: Wednesday 21 September 2022\n")
    assert "With the holidays as they are known now: Thursday 22 September 2022.\nMonday 19 September 2022" in said


def test_for_reading_nothing_stands_beside_an_answer_that_is_the_same(capsys: pytest.CaptureFixture[str]) -> None:
    main(["clock", "call-in", "--published", "2024-07-11", "--as-known-on", "2022-09-01"])

    assert "as they are known now" not in capsys.readouterr().out


def test_a_mark_at_the_start_and_the_line_ends_of_another_system_do_no_harm(clock: Shell, tmp_path: Path) -> None:
    path = tmp_path / "from-a-spreadsheet.jsonl"
    path.write_bytes(b'\xef\xbb\xbf{"notice": "2020-06-02"}\r\n\r\n{"notice": "2017-08-23"}\r\n')

    code, found, _ = clock("general-exception", "--batch", str(path))

    assert (code, [one["on"] for one in found]) == (0, ["2020-06-10", "2017-09-01"])


@pytest.mark.parametrize(
    "line",
    [
        '{"published": "2024-07-03", "days": 1e400}',
        '{"published": "2024-07-03", "days": NaN}',
        '{"published": "2024-07-03", "days": ' + "9" * 5000 + "}",
        '{"published": "2024-07-03", "days": "' + "9" * 5000 + '"}',
        '{"published": ' + '{"a":' * 50_000 + "1" + "}" * 50_000 + "}",
        '{"published": "\\ud800"}',
        '{"published": "2024-07-03", "closures": ' + '["2024-07-04",' * 400 + "1" + "]" * 400 + "}",
        '{"published": "9999-12-31T23:59:59-23:59"}',
        '{"published": "2024-07-03"} {"published": "2024-07-04"}',
        "\x00",
        '{"published": "2024-07-03", "\\u0000": 1}',
    ],
)
def test_however_a_line_is_made_it_has_one_sentence_and_the_next_line_its_answer(
    clock: Shell, tmp_path: Path, line: str
) -> None:
    code, found, said = clock("call-in", "--batch", batch(tmp_path, line, {"published": "2024-07-03"}))

    assert (code, said) == (1, "")
    assert list(found[0]) == ["clock", "error"]
    assert found[1]["on"] == "2024-07-10"
    assert len(found) == 2


def test_bytes_that_are_no_text_have_a_sentence_too(clock: Shell, tmp_path: Path) -> None:
    path = tmp_path / "batch.jsonl"
    path.write_bytes(b'{"published": "\xff\xfe"}\n{"published": "2024-07-03"}\n')

    code, found, _ = clock("call-in", "--batch", str(path))

    assert (code, found[1]["on"]) == (1, "2024-07-10")
    assert found[0]["error"].startswith("This line is not JSON.")


def test_without_a_rule_the_reading_form_says_that_no_law_sets_five_working_days(
    capsys: pytest.CaptureFixture[str],
) -> None:
    assert main(["clock", "call-in", "--published", "2024-07-03"]) == 0
    without = capsys.readouterr().out
    assert main(["clock", "call-in", "--published", "2024-07-03", "--days", "5"]) == 0
    given = capsys.readouterr().out

    assert COMMONEST in without
    assert COMMONEST not in given
