"""`moothall round check`: what a file of a round says, everything wrong with it, and what is odd. Nothing is kept."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date
from pathlib import Path
from typing import Any

from moothall.documents.exchange import round_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.domain.amendments import in_force
from moothall.domain.days import in_words
from moothall.domain.fingerprints import plain
from moothall.reference import rounds


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Add what is to be done and the files."""
    parser.add_argument("deed", choices=["check"], help="check: look at the files and say what is wrong with them")
    parser.add_argument("files", nargs="+", metavar="FILE", help="a file of a round (JSON)")
    parser.add_argument("--json", action="store_true", help="print JSON Lines")


def run(args: argparse.Namespace) -> int:
    """Print an answer for each file, in the order asked. Returns 1 if any of them is no whole round."""
    answers = [_checked(name) for name in args.files]
    for answer in answers:
        print(json.dumps(answer, ensure_ascii=False) if args.json else _for_reading(answer))
    faulty = [answer["file"] for answer in answers if answer["faults"]]
    if faulty:
        print(f"{len(faulty)} of {len(answers)} is no whole round. Correct what is named.", file=sys.stderr)
    return int(bool(faulty))


def _checked(name: str) -> dict[str, Any]:
    faults: tuple[str, ...]
    try:
        found = round_json.read(Path(name).read_bytes())
    except OSError as error:
        faults = (f"{name} cannot be read: {error.strerror}. Check the path.",)
    except NotLoaded as fault:
        faults = (str(fault),)
    except round_json.InvalidRound as invalid:
        faults = invalid.faults
    else:
        standing = in_force(found)
        said = {"slug": found.slug, "title": found.title, "deadline": standing.deadline_on.isoformat(),
                "questions": sum(1 for _ in standing.questions())}  # fmt: skip
        return {"file": name, "round": said, "faults": [], "remarks": plain(rounds.looked_over(found))}
    return {"file": name, "round": None, "faults": list(faults), "remarks": [], "error": faults[0]}


def _for_reading(answer: dict[str, Any]) -> str:
    if answer["faults"]:
        return "\n".join([f"{answer['file']}: no whole round.", *(f"  {one}" for one in answer["faults"])])
    said = answer["round"]
    deadline = in_words(date.fromisoformat(said["deadline"]))
    first = f"{answer['file']}: {said['title']}, {said['questions']} questions, due {deadline}."
    return "\n".join([first, *(f"  {one['message']} {one['next']}" for one in answer["remarks"])])
