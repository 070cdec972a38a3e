"""`moothall clock NAME`: one date with its working, or one for each line of a batch, as JSON Lines or for reading."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from moothall.domain.clock_arguments import Argument
from moothall.domain.clock_questions import QUESTIONS
from moothall.domain.days import in_words, time_in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.known_then import AS_KNOWN_ON, KnownThen
from moothall.domain.learning import NAME as LEARN
from moothall.domain.refusals import Refusal
from moothall.project.shell import clock_help, clock_learn, clock_rules
from moothall.project.shell.clock_rules import Answered


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the clock's name, the arguments of every clock, --batch and --json."""
    parser.add_argument("name", metavar="NAME", help=f"one of: {', '.join(QUESTIONS)}; or learn: {clock_learn.ABOUT}")
    parser.add_argument(
        "file", metavar="FILE.jsonl", nargs="?", help="past decisions, for learn (- for standard input)"
    )
    parser.add_argument("--batch", metavar="FILE.jsonl", help="answer each line of a file (- for standard input)")
    parser.add_argument("--json", action="store_true", help="print JSON Lines")
    clock_rules.add_arguments(parser)
    for argument in _every_argument():
        _add(parser, argument)
    parser.set_defaults(parser=parser)


def help_on(words: Sequence[str]) -> str:
    """The help for the clock that these words name, or the list of all clocks."""
    return clock_help.text(words)


def run(args: argparse.Namespace) -> int:
    """Answer and print. Returns 0 when every line was answered, 1 when any could not be; wrong usage exits with 2."""
    parser: argparse.ArgumentParser = args.parser
    if args.name == LEARN:
        return _learn(args, parser)
    if args.name not in QUESTIONS:
        parser.error(f"there is no clock called {args.name!r}. The clocks are: {', '.join([*QUESTIONS, LEARN])}.")
    if args.file is not None:
        parser.error(f"unrecognized arguments: {args.file}")
    given = {**_given(args, parser), **clock_rules.given_of(args)}
    if args.batch is None:
        if not set(given) - {clock_rules.RULES, clock_rules.MAKER}:
            parser.error(f"the clock {args.name} needs its arguments: {_options(args.name)}.")
        return _print_one(args.name, given, as_json=args.json)
    failed = False
    for line in _lines(args.batch, parser):
        failed |= _print_line(args.name, line, given, as_json=args.json)
    return int(failed)


def _learn(args: argparse.Namespace, parser: argparse.ArgumentParser) -> int:
    given = [a.option for a in _every_argument() if getattr(args, a.key) is not None]
    given += [f"--{key}" for key in clock_rules.given_of(args)]
    if given or args.batch is not None:
        parser.error(
            f"the clock {LEARN} has no {given[0] if given else '--batch'}. Give it one file of past decisions."
        )
    if args.file is None:
        parser.error(f"the clock {LEARN} needs a file of past decisions: moothall clock {LEARN} FILE.jsonl.")
    return clock_learn.print_learnt(_numbered_lines(args.file, parser), as_json=args.json)


def _every_argument() -> Iterator[Argument]:
    seen = set()
    for question in QUESTIONS.values():
        for argument in question.arguments:
            if argument.key not in seen:
                seen.add(argument.key)
                yield argument
    yield AS_KNOWN_ON


def _add(parser: argparse.ArgumentParser, argument: Argument) -> None:
    clocks = ", ".join(q.name for q in QUESTIONS.values() if argument.key in {a.key for a in q.arguments})
    about = f"{argument.meaning} ({clocks or 'every clock'})"
    if argument is AS_KNOWN_ON:
        parser.add_argument(argument.option, metavar="DATE", help=about)
    elif argument.flag:
        parser.add_argument(argument.option, nargs="?", const="true", metavar="true|false", help=about)
    elif argument.key == "closures":
        parser.add_argument(argument.option, nargs="+", action="extend", metavar="DATE", help=about)
    else:
        parser.add_argument(argument.option, metavar="VALUE", help=about)


def _given(args: argparse.Namespace, parser: argparse.ArgumentParser) -> dict[str, Any]:
    """The options that were given, by key; a usage error for one this clock does not have."""
    given = {a.key: getattr(args, a.key) for a in _every_argument() if getattr(args, a.key) is not None}
    known = {argument.key for argument in QUESTIONS[args.name].arguments} | {AS_KNOWN_ON.key}
    for key in given:
        if key not in known:
            option = "--" + key.replace("_", "-")
            parser.error(f"the clock {args.name} has no {option}. Its options are: {_options(args.name)}.")
    if "closures" in given:
        given["closures"] = ",".join(given["closures"])
    return given


def _options(name: str) -> str:
    own = [argument.option for argument in (*QUESTIONS[name].arguments, AS_KNOWN_ON)]
    return ", ".join([*own, f"--{clock_rules.RULES}", f"--{clock_rules.MAKER}"])


def _lines(batch: str, parser: argparse.ArgumentParser) -> list[bytes]:
    return [line for _, line in _numbered_lines(batch, parser)]


def _numbered_lines(batch: str, parser: argparse.ArgumentParser) -> list[tuple[int, bytes]]:
    """The lines of a file that hold anything, each with its number in the file."""
    try:
        data = sys.stdin.buffer.read() if batch == "-" else Path(batch).read_bytes()
    except OSError as problem:
        parser.error(f"{batch} cannot be read ({problem.strerror}). Check the path.")
    lines = data.removeprefix(b"\xef\xbb\xbf").split(b"\n")
    return [(number, line) for number, line in enumerate(lines, start=1) if line.strip()]


def _print_line(name: str, line: bytes, given: dict[str, Any], *, as_json: bool) -> bool:
    """Print the answer to one line of a batch; options given beside the batch hold where the line is silent."""
    try:
        plain = json.loads(line)
        if not isinstance(plain, dict):
            raise Refusal("This line is not a JSON object.", next_step='Write it as {"published": "2024-07-03"}.')
        found = clock_rules.answer(name, {**given, **plain})
    except Refusal as refusal:
        _print_error(name, str(refusal), as_json=as_json)
        return True
    except (ValueError, RecursionError):
        sentence = 'This line is not JSON. Write one object a line, such as {"published": "2024-07-03"}.'
        _print_error(name, sentence, as_json=as_json)
        return True
    _print_answer(found, as_json=as_json)
    return False


def _print_one(name: str, given: dict[str, Any], *, as_json: bool) -> int:
    try:
        found = clock_rules.answer(name, given)
    except Refusal as refusal:
        _print_error(name, str(refusal), as_json=as_json)
        return 1
    _print_answer(found, as_json=as_json)
    return 0


def _print_answer(answered: Answered, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps(answered.as_plain(), ensure_ascii=False))
        return
    print(_for_reading(answered.found))
    beside = answered.beside()
    if beside and beside.differs:
        print(_beside(beside))


def _print_error(name: str, sentence: str, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"clock": name, "error": sentence}, ensure_ascii=False))
    else:
        print(sentence, file=sys.stderr)


def _for_reading(found: Deadline) -> str:
    rows = [
        found.what
        + (f": {in_words(found.on)}" if found.on else "")
        + (f", {time_in_words(found.at.time())}" if found.at else "")
    ]
    if found.working_on and found.working_on != found.on:
        rows.append(f"Working day to act on: {in_words(found.working_on)}")
    if found.effective_on:
        rows.append(f"In effect from: {in_words(found.effective_on)}")
    if found.kind:
        rows.append(f"Kind: {found.kind}")
    marks = {True: "yes", False: "no", None: "open"}
    rows += [f"  {marks[point.met]}: {point.about}. {point.says}" for point in found.points]
    rows += ["", *(f"  {'x' if day.counts else '-'}  {in_words(day.day)}: {day.why}" for day in found.counted), ""]
    rows.append(f"Rule {found.rule}. {found.provision.in_words()}.")
    rows.append(f"{found.calendar}.")
    other = found.other_convention
    if other:
        answer_ = in_words(other.on) if other.on else other.kind
        rows.append(f"Counted another way, {other.if_}: {answer_}.")
    return "\n".join([*rows, *found.notes, ""])


def _beside(both: KnownThen) -> str:
    """The same with the holidays as they are known now, and why that is another answer."""
    now = both.second
    when = in_words(now.on) if now.on else now.kind
    return "\n".join([f"With the holidays as they are known now: {when}.", *both.because, ""])
