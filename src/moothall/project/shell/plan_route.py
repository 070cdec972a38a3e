"""`moothall plan-route`: every lawful route to a deadline from a file of meetings, as JSON Lines or for reading."""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from moothall.documents.reading import meetings as meetings_file
from moothall.documents.reading.document import Unreadable
from moothall.domain import given, meetings, rule_packs
from moothall.domain.authorities import Governance
from moothall.domain.days import in_words
from moothall.domain.feasibility import plan_routes
from moothall.domain.planned_routes import PlannedRoute, verdict
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import RulePack
from moothall.domain.timetable import Key
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
        help="body,date[,time][,kind] with a heading, or a calendar",
    )
    parser.add_argument("--rules", metavar="FILE.json", help="the council's own rules; defaults otherwise")
    parser.add_argument("--governance", choices=[model.value for model in Governance], help="default: as in the rules")
    parser.add_argument("--key", choices=[key.value for key in Key], default=Key.UNSURE.value, help="default: unsure")
    parser.add_argument("--callable", choices=["yes", "no"], default="yes", help="may it be called in; default: yes")
    parser.add_argument("--json", action="store_true", help="print JSON Lines")
    parser.set_defaults(parser=parser)


def run(args: argparse.Namespace) -> int:
    """Print the routes. Returns 0 even when none fits, 1 when something given could not be read."""
    try:
        routes, not_understood = _routes(args)
    except (Refusal, Unreadable) as problem:
        _print_error(problem.sentence if isinstance(problem, Unreadable) else str(problem), as_json=args.json)
        return 1
    if args.json:
        for each in routes:
            print(json.dumps(each.as_plain(), ensure_ascii=False))
    else:
        print(_for_reading(routes, verdict(routes, given.day(args.deadline, "--deadline"))))
    for sentence in not_understood:
        _print_error(sentence, as_json=args.json)
    return int(bool(not_understood))


def _routes(args: argparse.Namespace) -> tuple[tuple[PlannedRoute, ...], tuple[str, ...]]:
    as_of, deadline_on = given.day(args.as_of, "--as-of"), given.day(args.deadline, "--deadline")
    path = Path(args.meetings)
    found, not_understood = meetings_file.read(_bytes(path, args.parser), name=path.name)
    pack = _pack(args)
    holidays = bank_holidays.england()
    routes = plan_routes(
        as_of=as_of,
        deadline_on=deadline_on,
        meetings=found,
        pack=pack,
        holidays=holidays,
        key=Key(args.key),
        callable_=args.callable == "yes",
    )
    counting = rule_packs.counting(pack, holidays)
    for remark in meetings.remarks(found, as_of=as_of, counting=counting, governance=pack.governance):
        print(f"{remark.message} {remark.next}", file=sys.stderr)
    for warning in pack.warnings():
        print(warning, file=sys.stderr)
    return routes, not_understood


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


def _for_reading(routes: tuple[PlannedRoute, ...], headline: str) -> str:
    rows = [headline, ""]
    for each in routes:
        rows.append(f"{each.name} ({each.route}): {_spare(each)}")
        rows += [f"  {in_words(step.on)}: {step.what}" for step in each.steps]
        rows += [f"  - {sentence}" for sentence in ((each.why_not,) if each.why_not else ()) + each.trades]
        rows.append("")
    return "\n".join(rows).rstrip()


def _spare(each: PlannedRoute) -> str:
    if not each.fits:
        return "does not fit"
    return "no day to spare" if not each.slack_days else f"{each.slack_days} days to spare"
