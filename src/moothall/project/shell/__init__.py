"""The `moothall` command. Each subcommand is a module of its own, imported only when it is asked for.

A subcommand module has `add_arguments(parser)` and `run(args) -> int`, which returns the exit code; one whose help
depends on what is named has `help_on(words) -> str` too.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from importlib import import_module

COMMANDS = {
    "clock": ("moothall.project.shell.clock", "count the days to a date the law or a council's rule sets"),
    "plan-route": ("moothall.project.shell.plan_route", "list every lawful route to a deadline, with its dates"),
    "code": ("moothall.project.shell.code", "suggest a theme, a practice and a barrier for each passage of plans"),
    "round": ("moothall.project.shell.round", "check a file of a round: what it says and what is wrong with it"),
    "read": ("moothall.project.shell.read", "read reports and plans, and show where each fact stands"),
}
USAGE = 2


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the subcommand named first. Returns 0 when all was answered, 1 when some was not, 2 for wrong usage."""
    words = list(sys.argv[1:] if arguments is None else arguments)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, ValueError):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")  # type: ignore[union-attr]
    if not words or words[0] in ("-h", "--help"):
        print(_help(), file=sys.stdout if words else sys.stderr)
        return 0 if words else USAGE
    if words[0] not in COMMANDS:
        print(f"moothall has no command {words[0]!r}. {_listed()}", file=sys.stderr)
        return USAGE
    return _run(words[0], words[1:])


def _run(name: str, words: list[str]) -> int:
    # One thread for sums of many numbers: several mostly wait for one another, and the last digit hangs on how many.
    os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
    module_name, about = COMMANDS[name]
    module = import_module(module_name)
    parser = argparse.ArgumentParser(
        prog=f"moothall {name}", description=f"{about[0].upper()}{about[1:]}.", allow_abbrev=False
    )
    module.add_arguments(parser)
    try:
        if {"-h", "--help"} & set(words) and hasattr(module, "help_on"):
            print(module.help_on(words))
            code = 0
        else:
            code = module.run(parser.parse_intermixed_args(words))
        sys.stdout.flush()
    except BrokenPipeError:
        with suppress(OSError):
            sys.stdout.close()
        return 1
    return code


def _listed() -> str:
    return f"The commands are: {', '.join(COMMANDS)}."


def _help() -> str:
    width = max(map(len, COMMANDS))
    rows = "\n".join(f"  {name:<{width}}  {about}" for name, (_, about) in COMMANDS.items())
    return f"usage: moothall COMMAND [options]\n\n{rows}\n\nmoothall COMMAND --help says more."
