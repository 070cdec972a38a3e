"""A report or part of it kept back: who decides that, and what must stand on every copy."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moothall.domain import exemptions, in_force
from moothall.domain.authorities import BodyKind
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, OPENNESS_REGULATIONS, Provision, Read

NAME = "withheld-report"
RULE = "G-N4, G-E5"
VERSION = "2012-09-10"
PROPER_OFFICER, DECISION_MAKER = "proper_officer", "decision_maker"
CONFIDENTIAL_MARK = "Not for publication: confidential"
_MEETING = Provision(ACT_1972, "section 100B(2) and (5)")
_ALONE = Provision(EXECUTIVE_REGULATIONS, "regulation 20(3)")
PROVISIONS: dict[BodyKind, Provision] = {
    BodyKind.FULL_COUNCIL: _MEETING,
    BodyKind.COMMITTEE: _MEETING,
    BodyKind.SCRUTINY: _MEETING,
    BodyKind.EXECUTIVE: Provision(
        EXECUTIVE_REGULATIONS,
        "regulations 7 and 20",
        Read.RECALLED,
        note="Regulation 20 was read; regulation 7, on the marking, was not.",
    ),
    BodyKind.INDIVIDUAL_MEMBER: _ALONE,
    BodyKind.OFFICER: _ALONE,
}
NOT_EXECUTIVE = Provision(
    OPENNESS_REGULATIONS,
    "regulation 9",
    Read.RECALLED,
    note="Whose opinion counts for an officer's decision that is not the executive's was not read.",
)
IN_FORCE = {_MEETING: date(1986, 4, 1)}
EXECUTIVE_SINCE = date(2012, 9, 10)
WHO = {
    PROPER_OFFICER: "It is for the proper officer to say that the meeting is not likely to be open for it",
    DECISION_MAKER: "It is for the person who takes the decision to say so, personally",
}


def deadline(
    day: date, *, body: BodyKind, paragraphs: Sequence[int] = (), confidential: bool = False, opinion_of: str = ""
) -> Deadline:
    """Who decides that a report is kept back from the public (``kind``), and the mark that goes on every copy.

    For a meeting that is the proper officer, for a decision of one member or officer the decision maker personally; the
    name is kept with the opinion. Every withheld copy is marked "Not for publication" with the description under which
    it is kept back, and the public agenda still lists the item. Raises a Refusal for an unknown paragraph and before
    the provision was in force.
    """
    provision = PROVISIONS[body]
    in_force.check(day, IN_FORCE.get(provision, EXECUTIVE_SINCE), provision=provision, rule=RULE)
    if paragraphs:
        exemptions.check(paragraphs, day, rule="G-E1")
    who = PROPER_OFFICER if body.meets else DECISION_MAKER
    mark = marking(paragraphs, confidential=confidential)
    return judged(
        Test(NAME, "G-N4" if body.meets else "G-E5", VERSION, provision),
        kind=who,
        what=WHO[who],
        points=(
            Point(
                "A reason to keep it back",
                bool(mark),
                "ground",
                "A ground is given." if mark else "Neither a paragraph nor confidence is claimed: the report is open.",
            ),
            Point(
                "The mark on every copy",
                bool(mark),
                "mark",
                mark or "Nothing may be marked without a description of what it is kept back for.",
            ),
            Point(
                "The name behind the opinion",
                bool(opinion_of.strip()),
                "opinion_of",
                opinion_of.strip() or f"Nobody is named yet. {WHO[who]}.",
            ),
        ),
        notes=_notes(body),
    )


def marking(paragraphs: Sequence[int], *, confidential: bool = False) -> str:
    """The words that go on every copy kept back, or nothing where no ground is given."""
    if confidential:
        return CONFIDENTIAL_MARK
    if not paragraphs:
        return ""
    of = exemptions.named(paragraphs)
    return f"Not for publication: exempt under {of} of schedule 12A ({exemptions.described(paragraphs)})"


def _notes(body: BodyKind) -> tuple[str, ...]:
    notes = ["The agenda still lists the item, with words that give nothing away."]
    if body is BodyKind.OFFICER:
        notes.append(
            "This is for an officer's executive decision. For any other, see "
            f"{NOT_EXECUTIVE.in_words()}: {NOT_EXECUTIVE.note}"
        )
    return tuple(notes)
