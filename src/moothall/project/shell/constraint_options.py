"""The options of `moothall plan-route` that say what a council is tied to besides its rules."""

from __future__ import annotations

import argparse
from typing import Any

from moothall.domain.constraints import Constraints, constraints
from moothall.domain.refusals import Refusal

YES_NO = ("yes", "no")


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the constraints. Left out, none of them holds."""
    tied = parser.add_argument_group("what you are tied to", "each may be left out")
    tied.add_argument("--without", action="append", default=[], metavar="BODY", help="a body that may not be used")
    tied.add_argument(
        "--avoid",
        action="append",
        default=[],
        metavar="DAYS",
        help="days you would rather not decide on, such as 2024-05-25..2024-07-04 or with =why: advice only",
    )
    tied.add_argument("--never", action="append", default=[], metavar="DAYS", help="the same, and you will not")
    tied.add_argument("--reserved-to-council", choices=YES_NO, default="no", help="only Council may decide")
    tied.add_argument("--exempt", choices=YES_NO, default="no", help="a part of the report will be exempt")
    tied.add_argument("--ready", metavar="DATE", help="the first day the text can be ready")
    tied.add_argument("--scrutiny-first", choices=YES_NO, default="no", help="scrutiny is to look at it first")
    tied.add_argument("--consultation", metavar="DAYS", help="calendar days of consultation on a draft")


def read(args: argparse.Namespace) -> Constraints:
    """The constraints given. Raises a Refusal that says which one cannot be read, or which two cannot both hold."""
    return constraints(
        {
            "not_used": args.without,
            "avoid": [
                *(_days(text, block=False) for text in args.avoid),
                *(_days(text, block=True) for text in args.never),
            ],
            "reserved_to_council": args.reserved_to_council,
            "exempt": args.exempt,
            "ready_on": args.ready,
            "scrutiny_first": args.scrutiny_first,
            "consultation_days": args.consultation,
        }
    )


def _days(text: str, *, block: bool) -> dict[str, Any]:
    days, _, why = text.partition("=")
    first, dots, last = days.partition("..")
    if dots and not last.strip():
        raise Refusal(f"{text!r} has no last day.", next_step="Give the days as 2024-05-25..2024-07-04.")
    return {"from": first.strip(), "to": last.strip() or None, "why": why.strip(), "block": block}
