"""A person's name in a document that is to be published: whether it stays, by who the person is."""

from __future__ import annotations

from enum import StrEnum

from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import DATA_PROTECTION, Provision, Read

NAME = "personal-name"
RULE = "G-F4"
VERSION = "2018-05-25"
PROVISION = Provision(
    f"Freedom of Information Act 2000, section 40; {DATA_PROTECTION}",
    "article 6",
    Read.RECALLED,
    note="Official guidance on requests about staff was read in its contents only.",
)
PROVISIONS = (PROVISION,)
STAYS, GOES, ASK = "stays", "goes", "ask"


class Person(StrEnum):
    """Who is named."""

    COUNCILLOR = "councillor"
    SENIOR_OFFICER = "senior_officer"
    PUBLIC_FACING_OFFICER = "public_facing_officer"
    JUNIOR_OFFICER = "junior_officer"
    MEMBER_OF_THE_PUBLIC = "member_of_the_public"


USUAL = {
    Person.COUNCILLOR: STAYS,
    Person.SENIOR_OFFICER: STAYS,
    Person.PUBLIC_FACING_OFFICER: ASK,
    Person.JUNIOR_OFFICER: GOES,
    Person.MEMBER_OF_THE_PUBLIC: GOES,
}
WHAT = {STAYS: "The name stays", GOES: "Take the name out, and keep the post", ASK: "Ask the person named"}


def deadline(*, person: Person, keep_because: str = "", remove_because: str = "", decided_by: str = "") -> Deadline:
    """Whether a name usually stays in a published document, and what a named person decided instead.

    What counts is what the person may reasonably expect. Names of councillors and senior officers usually stay, those
    of junior staff and of the public usually go. Either can be overruled with a reason and the name of who decided;
    without both the usual answer holds.
    """
    usual = USUAL[person]
    reason = keep_because.strip() or remove_because.strip()
    overruled = bool(reason and decided_by.strip()) and not (keep_because.strip() and remove_because.strip())
    kind = (STAYS if keep_because.strip() else GOES) if overruled else usual
    return judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what=WHAT[kind],
        points=(
            Point("Usually stays", usual == STAYS, person.value, f"Usual for a {person.value.replace('_', ' ')}."),
            Point(
                "Decided otherwise, with a reason and a name",
                overruled if reason else None,
                "override",
                f"{decided_by.strip()}: {reason}" if overruled else "Nobody decided otherwise, or it is not complete.",
            ),
        ),
        notes=("Addresses of councillors are never exported.",),
    )
