"""What a notice of a key decision must say, and by when it must say it."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import key_decision_notice
from moothall.domain.days import Counting, Holidays, if_known, in_words
from moothall.domain.deadlines import Deadline, OtherAnswer, Point
from moothall.domain.due_dates import Due, Precision
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "key-decision-particulars"
RULE = "G-K2"
VERSION = "2012-09-10"
IN_FORCE = date(2012, 9, 10)
COMPLETE = "complete"
INCOMPLETE = "incomplete"
PROVISION = Provision(EXECUTIVE_REGULATIONS, "regulation 9(1)(a) to (h)")
PRIVATE = Provision(
    EXECUTIVE_REGULATIONS,
    "regulation 9(3)",
    Read.RECALLED,
    note="A matter to be taken in private is noticed like any other, without what is secret in it.",
)
PROVISIONS = (PROVISION, key_decision_notice.PROVISION, PRIVATE)


class Particular(StrEnum):
    """One of the eight particulars of a notice, in the order of the regulation."""

    KEY_DECISION = "key_decision"
    MATTER = "matter"
    DECISION_MAKER = "decision_maker"
    DUE = "due"
    DOCUMENTS = "documents"
    ADDRESS = "address"
    MORE_DOCUMENTS = "more_documents"
    HOW_TO_ASK = "how_to_ask"


class NamedAs(StrEnum):
    """How a notice names who decides: a body's members belong to its name, and a person's title to theirs."""

    NAME = "name"
    MEMBERS = "members"
    TITLE = "title"


ASKS = {
    Particular.KEY_DECISION: "that a key decision is to be made on behalf of the council",
    Particular.MATTER: "the matter on which it is to be made",
    Particular.DECISION_MAKER: "who decides",
    Particular.DUE: "the date on which, or the period within which, it is to be made",
    Particular.DOCUMENTS: "a list of the documents submitted to whoever decides",
    Particular.ADDRESS: "the address from which copies of a listed document can be had",
    Particular.MORE_DOCUMENTS: "that other documents may be submitted",
    Particular.HOW_TO_ASK: "how to ask for details of those as they come",
}
OF_A_BODY = (NamedAs.NAME, NamedAs.MEMBERS)
OF_A_PERSON = (NamedAs.NAME, NamedAs.TITLE)


def deadline(
    due: Due,
    *,
    says: Collection[Particular],
    named_as: Collection[NamedAs],
    taker: BodyKind,
    holidays: Holidays,
    private: bool = False,
    published_on: date | None = None,
) -> Deadline:
    """Whether a notice of a key decision says all it must (``kind``), and the last day in law to publish it.

    There are eight particulars; who decides is named with the members where it is a body and with the title where it
    is one person. Where the notice gives a month, a period or "not before" a day, the 28 clear days run to the earliest
    day on which it may be taken. Raises a Refusal for a body that is not of the executive, before 10 September 2012,
    for a notice after its decision, and beyond the table of holidays.
    """
    in_force.check(due.earliest, IN_FORCE, provision=PROVISION, rule=RULE)
    _check(due, taker, published_on)
    told = tuple(_point(particular, says, named_as, taker) for particular in Particular)
    on = key_decision_notice.deadline(due.earliest, holidays=holidays)
    every = (*told, *_in_time(published_on, on, due, holidays))
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what=_what(told),
        provision=PROVISION,
        calendar=str(holidays),
        counted=on.counted,
        on=on.on,
        working_on=on.working_on,
        kind=COMPLETE if all(point.met for point in told) else INCOMPLETE,
        other_convention=_at_the_latest(due, holidays) or on.other_convention,
        notes=_notes(due, private),
        points=every,
    )


def _check(due: Due, taker: BodyKind, published_on: date | None) -> None:
    if taker not in (BodyKind.EXECUTIVE, BodyKind.INDIVIDUAL_MEMBER, BodyKind.OFFICER):
        raise Refusal(
            f"A decision of the {taker.value.replace('_', ' ')} is no executive decision and needs no such notice.",
            next_step="Give executive, individual_member or officer; for a meeting of the council ask its own clocks.",
            rule=RULE,
        )
    if published_on is not None and published_on > (due.latest or date.max):
        raise Refusal(
            f"The notice ({in_words(published_on)}) comes after the decision it announces, due {due.in_words()}.",
            next_step="Check both dates.",
            rule=RULE,
        )


def _point(
    particular: Particular, says: Collection[Particular], named_as: Collection[NamedAs], taker: BodyKind
) -> Point:
    if particular is not Particular.DECISION_MAKER:
        there = particular in says
        code = particular.value if there else f"no_{particular.value}"
        return Point(
            ASKS[particular].capitalize(),
            there,
            code,
            "The notice says it." if there else "The notice does not say it.",
        )
    owed = OF_A_BODY if taker is BodyKind.EXECUTIVE else OF_A_PERSON
    lacking = [part.value for part in owed if part not in named_as]
    whose = "of the body with its members" if taker is BodyKind.EXECUTIVE else "and title of the person"
    return Point(
        f"Who decides: the name {whose}",
        not lacking,
        "decision_maker" if not lacking else "no_" + "_and_".join(lacking),
        f"The notice lacks {' and '.join(f'the {part}' for part in lacking)}." if lacking else "The notice says it.",
    )


def _in_time(published_on: date | None, on: Deadline, due: Due, holidays: Holidays) -> tuple[Point, ...]:
    if published_on is None or on.on is None:
        return ()
    needed = key_decision_notice.CLEAR_DAYS
    left = Counting(holidays, needed.unit).clear_days(published_on, due.earliest)
    says = f"From {in_words(published_on)} to {in_words(due.earliest)} are {left} clear days of {needed.number}."
    in_time = published_on <= on.on
    return (Point("It stood for 28 clear days", in_time, "in_time" if in_time else "too_late", says),)


def _what(told: tuple[Point, ...]) -> str:
    lacking = [point for point in told if not point.met]
    if not lacking:
        return "The notice says all eight things it must. Publish it, at the latest"
    return f"The notice lacks {len(lacking)} of the eight things it must say. Publish it whole, at the latest"


def _at_the_latest(due: Due, holidays: Holidays) -> OtherAnswer | None:
    """What the last day of the period would give: no answer in law, but the difference an officer asks about."""
    if due.latest is None or due.latest == due.earliest:
        return None
    latest = due.latest
    other = if_known(lambda: key_decision_notice.deadline(latest, holidays=holidays).on)
    return (
        OtherAnswer(f"if the notice promised that it is not taken before {in_words(latest)}", other) if other else None
    )


def _notes(due: Due, private: bool) -> tuple[str, ...]:
    notes = []
    if due.precision is not Precision.DAY:
        notes.append(
            f"It is due {due.in_words()}, so it may be taken on {in_words(due.earliest)}: the 28 days run to that day."
        )
    if private:
        notes.append(f"{PRIVATE.note} All eight things are still owed: {PRIVATE.in_words()}.")
        notes.append("A private meeting has two notices of its own besides, key or not (private-meeting-notice).")
    return tuple(notes)
