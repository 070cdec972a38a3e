"""Whether information claimed as exempt is exempt: the seven paragraphs, and what takes the exemption away again."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moothall.domain import exemptions
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import SCHEDULE_12A, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "exempt-information"
RULE = "G-E1, G-E4"
VERSION = "2006-03-01"
EXEMPT, NOT_EXEMPT, NOT_SHOWN = "exempt", "not_exempt", "not_shown"
PUBLIC_INTEREST = Provision(
    SCHEDULE_12A,
    "part 2, paragraph 10",
    Read.ACCOUNT,
    note="The public interest in keeping it closed must outweigh that in disclosing it, and only so long as it does.",
)
PROVISIONS: dict[str, Provision] = {
    "paragraphs": exemptions.PART_1,
    "registered": Provision(SCHEDULE_12A, "part 2, paragraph 8"),
    "planning": Provision(SCHEDULE_12A, "part 2, paragraph 9"),
    "public_interest": PUBLIC_INTEREST,
}
WHAT = {
    EXEMPT: "The information is exempt, so long as the public interest stays as stated",
    NOT_EXEMPT: "The information is not exempt and is open",
    NOT_SHOWN: "The exemption is claimed but not yet shown",
}


def deadline(
    day: date,
    *,
    paragraphs: Sequence[int],
    must_be_registered: bool = False,
    own_planning_permission: bool = False,
    public_interest: str = "",
    review_on: date | None = None,
) -> Deadline:
    """Whether information is exempt on a day, and the day on which that must be looked at again (``on``).

    It must fall under one of seven paragraphs. It is never exempt if it is about the authority's own planning
    permission, nor under paragraph 3 if company law or the like has it registered. The rest is exempt only if and so
    long as the public interest in keeping it closed outweighs that in disclosing it, so a reason is stated and a day
    set to look again. Raises a Refusal for no or an unknown paragraph, a review before the day, and before March 2006.
    """
    if not paragraphs:
        raise Refusal(
            "No paragraph of schedule 12A is given.", next_step="Give it as 3, or several as 1,3.", rule="G-E1"
        )
    exemptions.check(paragraphs, day, rule="G-E1")
    if review_on is not None and review_on < day:
        raise Refusal(
            f"The review ({in_words(review_on)}) comes before the day itself ({in_words(day)}).",
            next_step="Set a later day for the review.",
            rule="G-E4",
        )
    registered = must_be_registered and 3 in paragraphs
    lost = own_planning_permission or (registered and set(paragraphs) == {3})
    shown = bool(public_interest.strip()) and review_on is not None
    kind = NOT_EXEMPT if lost else EXEMPT if shown else NOT_SHOWN
    ground = "planning" if own_planning_permission else "registered" if lost else "public_interest"
    return judged(
        Test(NAME, "G-E4", VERSION, PROVISIONS[ground]),
        kind=kind,
        what=WHAT[kind],
        on=None if lost else review_on,
        points=(
            Point("Described by a paragraph", True, "described", exemptions.described(paragraphs).capitalize() + "."),
            *_qualifications(registered, must_be_registered, own_planning_permission),
            *(() if lost else _public_interest(public_interest.strip(), review_on)),
        ),
        notes=(_PARAGRAPH_3_GOES,) if registered and not lost else (),
    )


_PARAGRAPH_3_GOES = "Paragraph 3 falls away for what must be registered. The other paragraphs claimed stand."


def _qualifications(registered: bool, must_be_registered: bool, planning: bool) -> tuple[Point, ...]:
    says = "It must be registered, so paragraph 3 does not cover it." if registered else "Paragraph 3 is not claimed."
    if not must_be_registered:
        says = "Nothing says that it must be registered."
    return (
        Point("Free of a duty to register it", not registered, "registered", says),
        Point(
            "Not about the authority's own planning permission",
            not planning,
            "own_planning_permission",
            "It is, so it is never exempt." if planning else "It is not.",
        ),
    )


def _public_interest(reason: str, review_on: date | None) -> tuple[Point, ...]:
    return (
        Point(
            "Public interest in keeping it closed, stated",
            bool(reason),
            "public_interest",
            reason or "No reason is given why keeping it closed outweighs disclosing it.",
        ),
        Point(
            "A day to look again",
            review_on is not None,
            "review_day",
            f"Look again on {in_words(review_on)}." if review_on else "It is exempt only so long as that stays true.",
        ),
    )
