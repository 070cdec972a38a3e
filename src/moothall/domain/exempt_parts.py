"""Part 2 of a covering report: what is exempt from publication. The open report holds nothing of it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from moothall.domain import exemptions
from moothall.domain.refusals import Refusal

RULE = "G-E4"


@dataclass(frozen=True, slots=True)
class ExemptPart:
    """The exempt words, the paragraphs of schedule 12A relied on, and why the public interest keeps it closed.

    It is exempt only so long as that holds: ``review_on`` is the day on which it is looked at again.
    """

    paragraphs: tuple[int, ...]
    public_interest: str
    review_on: date
    text: str


def check_part(part: ExemptPart, *, today: date) -> None:
    """Raise a Refusal unless the part says what is exempt, under which paragraphs, why, and when it is reviewed.

    Source: schedule 12A of the Local Government Act 1972, part 1, and part 2, paragraph 10.
    """
    if not part.text.strip():
        raise Refusal("Part 2 is empty.", next_step="Write what is exempt, or leave the page.", rule=RULE)
    if not part.paragraphs:
        raise Refusal("Part 2 names no paragraph of schedule 12A.", next_step="Choose at least one.", rule=RULE)
    exemptions.check(part.paragraphs, today, rule=RULE)
    if not part.public_interest.strip():
        raise Refusal(
            "Part 2 does not say why the public interest in keeping it closed outweighs that in telling it.",
            next_step="Weigh the two in words.",
            rule=RULE,
        )
    if part.review_on <= today:
        raise Refusal("The review of Part 2 is not ahead.", next_step="Choose a day after today.", rule=RULE)
