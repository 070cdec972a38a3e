"""The datasets of the transparency code: when each is next due."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import TRANSPARENCY_REGULATIONS, Provision, Read
from moothall.domain.refusals import Refusal
from moothall.domain.years import Months

NAME = "transparency-data"
RULE = "G-T1"
VERSION = "2015-04-01"
IN_FORCE = date(2015, 4, 1)
PROVISION = Provision(
    TRANSPARENCY_REGULATIONS,
    "regulation 2 and part 2 of the code",
    Read.ACCOUNT,
    note="Part 2 is compulsory and part 3 is recommended. The lists are known from councils' accounts; how soon after a"
    " quarter or a year closes each dataset is due was not read.",
)
PROVISIONS = (PROVISION,)
DUE, ONCE, NEVER_YET = "due", "published_once", "never_published"


class Dataset(StrEnum):
    """A dataset that part 2 of the code makes compulsory."""

    SPENDING = "spending"
    PROCUREMENT_CARD = "procurement_card"
    CONTRACTS = "contracts"
    LAND = "land"
    GRANTS = "grants"
    ORGANISATION_CHART = "organisation_chart"
    FACILITY_TIME = "facility_time"
    PARKING_ACCOUNT = "parking_account"
    PARKING_SPACES = "parking_spaces"
    SENIOR_SALARIES = "senior_salaries"
    CONSTITUTION = "constitution"
    PAY_MULTIPLE = "pay_multiple"
    FRAUD = "fraud"
    WASTE_CONTRACTS = "waste_contracts"


QUARTER, YEAR = Months(3), Months(12)
QUARTERLY = frozenset({Dataset.SPENDING, Dataset.PROCUREMENT_CARD, Dataset.CONTRACTS})
ONLY_ONCE = frozenset({Dataset.WASTE_CONTRACTS})


def every(dataset: Dataset) -> Months | None:
    """How often a dataset is due: every three or twelve months, or None where it is published once."""
    if dataset in ONLY_ONCE:
        return None
    return QUARTER if dataset in QUARTERLY else YEAR


def deadline(day: date, *, dataset: Dataset, last_on: date | None = None) -> Deadline:
    """The last day on which a dataset is next due (``on``), counted from the day it was last published.

    Quarterly: spending over £500, the procurement card, tenders and contracts over £5,000. Once: waste contracts.
    Yearly: all the others. The date rolls with the last publication and is not a fixed day of the year; one that was
    never published is owed at once. Raises a Refusal for a publication after the day looked from, and before 1 April
    2015.
    """
    in_force.check(day, IN_FORCE, provision=PROVISION, rule=RULE)
    if last_on is not None and last_on > day:
        raise Refusal("The last publication comes after the day looked from.", next_step="Check both dates.", rule=RULE)
    period = every(dataset)
    count = period.beginning_with(last_on) if period and last_on else None
    kind = NEVER_YET if last_on is None else DUE if count else ONCE
    what = {
        NEVER_YET: "Publish the dataset now: it was never published",
        ONCE: "The dataset is published once, and was",
        DUE: "Publish the dataset again",
    }
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what=what[kind],
        on=day if kind == NEVER_YET else count.on if count else None,
        counted=count.days if count else (),
        points=(
            Point(
                "Published and not yet due again",
                last_on is not None and (count is None or day <= count.on),
                "up_to_date",
                f"Due every {period}." if period else "Due once.",
            ),
        ),
        notes=("Facility time and spending are public already: a plan can point to them instead of asking again.",),
    )
