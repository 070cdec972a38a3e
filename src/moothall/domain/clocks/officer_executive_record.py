"""Whether an officer's decision for the executive is recorded: the words know no threshold, councils set one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from moothall.domain import in_force, points
from moothall.domain.days import CountedDay, in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "officer-executive-record"
RULE = "G-D2"
VERSION = "2012-09-10"
IN_FORCE = date(2012, 9, 10)
RECORD = "record"
LEFT_OUT = "left_out_by_policy"
PROVISION = Provision(
    EXECUTIVE_REGULATIONS,
    "regulation 13(4)",
    Read.ACCOUNT,
    note="On its face it knows no threshold: every executive decision of an officer is recorded.",
)
PROVISIONS = (PROVISION,)


@dataclass(frozen=True, slots=True)
class Policy:
    """A council's own policy on which executive decisions of officers it records, and the days it stood.

    ``pounds`` is the sum from which it records one, None where it names no sum. Key decisions are always recorded.
    """

    pounds: int | None
    valid_from: date
    valid_to: date | None = None

    def __post_init__(self) -> None:
        if self.valid_to is not None and self.valid_to < self.valid_from:
            raise Refusal(
                f"The policy ends ({in_words(self.valid_to)}) before it begins ({in_words(self.valid_from)}).",
                next_step="Check both dates.",
                rule=RULE,
            )

    def stands_on(self, day: date) -> bool:
        """Whether this was the council's policy on a day."""
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


def deadline(decided_on: date, *, key: bool, pounds: int | None = None, policy: Policy | None = None) -> Deadline:
    """Whether an officer's decision for the executive is to be recorded (``kind``): `record` or `left_out_by_policy`.

    The words ask for a record of each. Councils leave the small ones out by a policy of their own: it holds only with
    its date, for a decision that is not key, and with a sum below the policy's. Raises a Refusal before 10 September
    2012.
    """
    in_force.check(decided_on, IN_FORCE, provision=PROVISION, rule=RULE)
    said = (
        Point("A key decision", key, "key" if key else "not_key", "Key decisions are always recorded."),
        _of_the_policy(decided_on, pounds, policy),
    )
    kind = RECORD if key or said[1].met else LEFT_OUT
    return points.judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what="Record the decision" if kind == RECORD else "The council's own policy leaves this decision unrecorded",
        points=said,
        notes=_notes(kind),
        counted=(CountedDay(decided_on, False, "The day of the decision: the policy is that of this day"),),
    )


def _of_the_policy(day: date, pounds: int | None, policy: Policy | None) -> Point:
    asks = "To be recorded under the council's own policy of that day"
    if policy is None:
        return Point(asks, True, "no_policy", "No policy is given, so the words hold: every such decision is recorded.")
    if not policy.stands_on(day):
        return Point(asks, True, "policy_of_another_day", f"The policy given did not stand on {in_words(day)}.")
    since = f"the policy of {in_words(policy.valid_from)}"
    if policy.pounds is None:
        return Point(asks, True, "policy_names_no_sum", f"No sum is named in {since}, so it leaves nothing out.")
    if pounds is None:
        return Point(asks, True, "sum_not_known", f"The sum is not known, so {since} cannot leave it out.")
    reaches = pounds >= policy.pounds
    than = "reach" if reaches else "are below"
    code = "reaches_policy" if reaches else "below_policy"
    return Point(asks, reaches, code, f"{pounds:,} pounds {than} the {policy.pounds:,} of {since}.")


def _notes(kind: str) -> tuple[str, ...]:
    if kind == RECORD:
        return ("What the record says, and who makes it, is in decision-record.",)
    return (
        "The regulation itself knows no threshold: the policy rests on the council alone. Publish it with its date, and"
        " ask your monitoring officer before relying on it.",
    )
