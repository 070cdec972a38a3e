"""`moothall clock learn FILE.jsonl`: the call-in rule that explains one council's past decisions, and what it leaves.

The proposal comes first; then each line of the file that could not be used, with its number.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Sequence

from moothall.domain.days import in_words
from moothall.domain.learning import NAME, Learnt, learn, rule_in_words
from moothall.domain.past_decisions import PastDecision, past_decision
from moothall.domain.refusals import Refusal
from moothall.reference import bank_holidays

ABOUT = "the call-in rule that explains past decisions: clock learn FILE.jsonl"
_NOT_JSON = (
    "This line is not JSON. Write one object a line, such as"
    ' {"published": "2024-07-03", "decided": "2024-07-02", "listed": "2024-07-11"}.'
)


def print_learnt(lines: Sequence[tuple[int, bytes]], *, as_json: bool) -> int:
    """Print the proposed rule, then an error for each numbered line that cannot be used. Returns 1 if any could not."""
    cases: list[PastDecision] = []
    errors: list[tuple[int | None, str]] = []
    for number, line in lines:
        try:
            cases.append(_case(line))
        except Refusal as refusal:
            errors.append((number, str(refusal)))
    try:
        found = learn(cases, holidays=bank_holidays.england())
    except Refusal as refusal:
        errors.append((None, str(refusal)))
    else:
        print(json.dumps(found.as_plain(), ensure_ascii=False) if as_json else _for_reading(found))
    for place, sentence in errors:
        _print_error(place, sentence, as_json=as_json)
    return int(bool(errors))


def _case(line: bytes) -> PastDecision:
    try:
        plain = json.loads(line)
    except (ValueError, RecursionError):
        raise Refusal(_NOT_JSON) from None
    if not isinstance(plain, dict):
        raise Refusal(
            "This line is not a JSON object.", next_step='Write it as {"published": "2024-07-03", "listed": ...}.'
        )
    return past_decision(plain, holidays=bank_holidays.england())


def _print_error(line: int | None, sentence: str, *, as_json: bool) -> None:
    if as_json:
        place = {} if line is None else {"line": line}
        print(json.dumps({"clock": NAME, **place, "error": sentence}, ensure_ascii=False))
    else:
        print(sentence if line is None else f"Line {line}: {sentence}", file=sys.stderr)


def _for_reading(found: Learnt) -> str:
    rows = [f"Proposed rule: {rule_in_words(found.rule)}.", found.sure]
    for change in found.changes:
        rows.append(
            f"  {in_words(change.span.first_on)} to {in_words(change.span.last_on)}:"
            f" {rule_in_words(change.span.fit.rule)} ({change.explains} of {change.of})."
        )
    for rival in found.rivals:
        rows.append(f"Rival, explaining {rival.explains}: {rule_in_words(rival.rule)}.")
        rows.append(f"  Told apart by: {rival.telling_case.in_words()}")
    if found.not_explained:
        rows += ["", "Not explained:"]
    for one in found.not_explained:
        name = f"{one.case.case}: " if one.case.case else ""
        rows.append(f"  {name}listed on {in_words(one.case.listed_on)}. {one.cause.message}")
    return "\n".join([*rows, "", f"{found.calendar}.", ""])
