"""`moothall plan-route`: every lawful route to a deadline from a file of meetings, as JSON Lines or for reading."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from moothall.documents.reading import meetings_by_council
from moothall.documents.reading.document import Unreadable
from moothall.domain import given, meetings, rule_packs
from moothall.domain.authorities import Governance
from moothall.domain.constraint_remarks import constraint_remarks
from moothall.domain.constraints import Constraints
from moothall.domain.days import in_words
from moothall.domain.feasibility import plan_routes
from moothall.domain.joint_routes import Council, plan_together
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute, verdict
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import RulePack
from moothall.domain.timetable import Key
from moothall.domain.variants import every_route, variants
from moothall.project.shell import constraint_options
from moothall.reference import bank_holidays
from moothall.reference import rule_packs as shipped_packs


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add the day looked from, the deadline, the meetings, and the council's rules."""
    parser.add_argument("--as-of", required=True, metavar="DATE", help="the day to look from, such as 2024-05-24")
    parser.add_argument("--deadline", required=True, metavar="DATE", help="the day the return is due")
    parser.add_argument(
        "--meetings",
        required=True,
        metavar="FILE.csv|ics",
        help="body,date[,time][,kind][,council] with a heading, or a calendar; two councils or more share one text",
    )
    parser.add_argument("--rules", metavar="FILE.json", help="the council's own rules; defaults otherwise")
    parser.add_argument("--governance", choices=[model.value for model in Governance], help="default: as in the rules")
    parser.add_argument("--key", choices=[key.value for key in Key], default=Key.UNSURE.value, help="default: unsure")
    parser.add_argument("--callable", choices=["yes", "no"], default="yes", help="may it be called in; default: yes")
    constraint_options.add_arguments(parser)
    parser.add_argument("--json", action="store_true", help="print JSON Lines")
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace) -> int:
    """Print the routes. Returns 0 even when none fits, 1 when something given could not be read."""
    try:
        routes, not_understood = _routes(args)
    except (Refusal, Unreadable) as problem:
        _print_error(problem.sentence if isinstance(problem, Unreadable) else str(problem), as_json=args.json)
        return 1
    deadline_on = given.day(args.deadline, "--deadline")
    if args.json:
        for each in every_route(routes, deadline_on=deadline_on):
            print(json.dumps(each.as_plain(), ensure_ascii=False))
    else:
        print(_for_reading(routes, deadline_on))
    for sentence in not_understood:
        _print_error(sentence, as_json=args.json)
    return int(bool(not_understood))


def _routes(args: argparse.Namespace) -> tuple[tuple[PlannedRoute, ...], tuple[str, ...]]:
    as_of, deadline_on = given.day(args.as_of, "--as-of"), given.day(args.deadline, "--deadline")
    path = Path(args.meetings)
    by_council, not_understood = meetings_by_council.read(_bytes(path, args.parser), name=path.name)
    pack, tied, holidays = _pack(args), constraint_options.read(args), bank_holidays.england()
    asked: dict[str, Any] = {
        "as_of": as_of,
        "deadline_on": deadline_on,
        "holidays": holidays,
        "key": Key(args.key),
        "callable_": args.callable == "yes",
        "constraints": tied,
    }
    if len(by_council) > 1:
        councils = [Council(name, found, pack) for name, found in by_council.items()]
        routes = plan_together(councils=councils, **asked)
    else:
        routes = plan_routes(meetings=next(iter(by_council.values()), ()), pack=pack, **asked)
    given_meetings = tuple(meeting for found in by_council.values() for meeting in found)
    _remark(given_meetings, pack, tied, as_of, deadline_on)
    return routes, not_understood


def _remark(given_meetings: tuple[Meeting, ...], pack: RulePack, tied: Constraints, as_of: date, until: date) -> None:
    """Say on stderr what to know about the meetings, the constraints and the rules."""
    counting = rule_packs.counting(pack, bank_holidays.england())
    remarks = meetings.remarks(given_meetings, as_of=as_of, counting=counting, governance=pack.governance)
    for remark in (*remarks, *constraint_remarks(given_meetings, tied, as_of=as_of, deadline_on=until)):
        print(f"{remark.message} {remark.next}", file=sys.stderr)
    for warning in pack.warnings():
        print(warning, file=sys.stderr)


def _pack(args: argparse.Namespace) -> RulePack:
    """The council's rules from the file, with the defaults of its governance where the file is silent."""
    if args.rules is None:
        return shipped_packs.default(Governance(args.governance or Governance.EXECUTIVE))
    try:
        plain = json.loads(_bytes(Path(args.rules), args.parser))
    except (ValueError, RecursionError):
        raise Refusal(f"{args.rules} is not JSON.", next_step="Write one object with the council's rules.") from None
    if not isinstance(plain, dict):
        raise Refusal(f"{args.rules} is not a JSON object.", next_step='Begin it with {"governance": "executive"}.')
    asked = Governance(args.governance) if args.governance else None
    pack = shipped_packs.read(plain, on=given.day(args.as_of, "--as-of"), governance=asked)
    if asked and pack.governance is not asked:
        raise Refusal(
            f"{args.rules} says governance is {pack.governance.value}, and --governance says {asked.value}.",
            next_step="Leave one of them out.",
        )
    return pack


def _bytes(path: Path, parser: argparse.ArgumentParser) -> bytes:
    try:
        return path.read_bytes()
    except OSError as problem:
        parser.error(f"{path} cannot be read ({problem.strerror}). Check the path.")


def _print_error(sentence: str, *, as_json: bool) -> None:
    if as_json:
        print(json.dumps({"error": sentence}, ensure_ascii=False))
    else:
        print(sentence, file=sys.stderr)


def _for_reading(routes: tuple[PlannedRoute, ...], deadline_on: date) -> str:
    rows = [verdict(routes, deadline_on), ""]
    for each in routes:
        rows.append(f"{each.name} ({each.route}): {_spare(each)}")
        rows += [f"  {in_words(step.on)}: {step.what}" for step in each.steps]
        rows += [f"  - {sentence}" for sentence in ((each.why_not,) if each.why_not else ()) + each.trades]
        if each.way_out:
            rows += [f"  Needs: {each.way_out.consent}.", f"  Afterwards: {each.way_out.afterwards}"]
        others = variants(each, deadline_on=deadline_on)
        if others:
            rows.append("  The same dates also carry:")
            rows += [f"    {other.name} ({other.route})" for other in others]
        rows.append("")
    return "\n".join(rows).rstrip()


def _spare(each: PlannedRoute) -> str:
    if not each.fits:
        return "does not fit"
    return "no day to spare" if not each.slack_days else f"{each.slack_days} days to spare"
