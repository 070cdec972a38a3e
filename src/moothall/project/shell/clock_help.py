"""`moothall clock --help` lists the clocks; `moothall clock NAME --help` shows one, with its own options alone."""

from __future__ import annotations

import argparse
import shlex
from collections.abc import Sequence
from textwrap import fill

from moothall.domain.clock_arguments import Argument, ClockQuestion
from moothall.domain.clock_list import by_moment
from moothall.domain.clock_questions import QUESTIONS
from moothall.domain.known_then import AS_KNOWN_ON
from moothall.domain.learning import NAME as LEARN
from moothall.domain.own_arguments import fillings_of
from moothall.project.shell import clock_learn, clock_rules

WIDTH = 100
_LEARNS = clock_learn.ABOUT.partition(":")[0]


def text(words: Sequence[str]) -> str:
    """The help that these words ask for: that of the clock they name first, or the list of all."""
    named = next((word for word in words if not word.startswith("-")), "")
    if named in QUESTIONS:
        return _of_one(QUESTIONS[named])
    return _of_learning() if named == LEARN else _list()


def _of_one(question: ClockQuestion) -> str:
    parser = argparse.ArgumentParser(
        prog=f"moothall clock {question.name}",
        description=f"{question.called}: gives {question.gives}.",
        usage=f"moothall clock {question.name}{''.join(f' {one}' for one in _usage(question))} [options]",
        epilog=_example(question),
        formatter_class=_Wide,
        add_help=False,
    )
    own = parser.add_argument_group("what it is asked with")
    for argument in question.arguments:
        own.add_argument(argument.option, metavar=_takes(argument), help=_about(question, argument))
    every = parser.add_argument_group("for every clock")
    every.add_argument(AS_KNOWN_ON.option, metavar="DATE", help=AS_KNOWN_ON.meaning)
    clock_rules.add_arguments(every)
    every.add_argument("--batch", metavar="FILE.jsonl", help="answer each line of a file (- for standard input)")
    every.add_argument("--json", action="store_true", help="print JSON Lines")
    return parser.format_help().rstrip()


class _Wide(argparse.RawDescriptionHelpFormatter):
    """Options in one column, whatever the width of the window, so that what is printed is always the same."""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=32, width=WIDTH)


def _usage(question: ClockQuestion) -> list[str]:
    needed = (one for one in question.arguments if one.key in question.needs)
    return [f"{one.option} {_takes(one)}" for one in needed]


def _takes(argument: Argument) -> str:
    if argument.choices:
        return "WORDS" if argument.holds.value == "choices" else "WORD"
    takes = {"day": "DATE", "day_or_moment": "DATE", "days": "DATES", "time": "TIME", "number": "NUMBER"}
    return takes.get(argument.holds.value, "true|false" if argument.holds.value == "yes_no" else "TEXT")


def _about(question: ClockQuestion, argument: Argument) -> str:
    known = [value for value, _ in argument.choices]
    words = f": {', '.join(known)}" if known and not all(value in argument.meaning for value in known) else ""
    default = " (needed)" if argument.key in question.needs else f" (default: {argument.default})"
    by_rule = any(argument.key in row.keys for row in fillings_of(question.name))
    return (f"{argument.meaning}{words}{default}" + (", or by --rules" if by_rule else "")).replace("%", "%%")


def _example(question: ClockQuestion) -> str:
    options = [f"--{key.replace('_', '-')} {shlex.quote(value)}" for key, value in question.example]
    command = f"  moothall clock {question.name} {' '.join(options)} --json"
    return f"for example:\n{command}"


def _of_learning() -> str:
    return f"usage: moothall clock {LEARN} FILE.jsonl [--json]\n\nProposes {_LEARNS}."


def _list() -> str:
    rows = [
        "usage: moothall clock NAME [options]",
        "",
        "Count the days to a date that the law or a council's rule sets.",
    ]
    width = max(map(len, QUESTIONS))
    for moment, clocks in by_moment():
        rows += ["", f"{moment.value}:", *(f"  {one.question.name:<{width}}  {one.question.called}" for one in clocks)]
    rows += ["", f"  {LEARN:<{width}}  {_LEARNS}", ""]
    more = "moothall clock NAME --help shows the options of one clock. Every clock takes --batch FILE.jsonl, --json,"
    rows.append(fill(f"{more} --as-known-on DATE, --rules FILE.json and --maker KIND.", WIDTH))
    return "\n".join(rows)
