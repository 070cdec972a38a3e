"""A decision that may not be called in because it is urgent: only as the council's own constitution allows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from moothall.domain import points
from moothall.domain.days import CountedDay, in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test
from moothall.domain.provisions import ACT_2000, Provision, Read

NAME = "call-in-waiver"
RULE = "G-C2"
VERSION = "2012-05-04"
WAIVED = "waived"
NOT_WAIVED = "not_waived"
PROVISION = Provision(
    f"{ACT_2000}, section 9F(4)",
    "which knows no waiver; its test, whose agreement it needs and the report are in the council's constitution",
    Read.ACCOUNT,
)
PROVISIONS = (PROVISION,)


@dataclass(frozen=True, slots=True)
class Waiver:
    """What is kept of a waiver. ``test`` is the constitution's own, ``because`` says how this decision meets it.

    ``agreed_as`` is the post that the constitution names and ``agreed_by`` who holds it; ``agreed_on`` is None until it
    is given. ``recorded`` is whether the record of the decision says that it may not be called in, and why.
    """

    test: str = ""
    because: str = ""
    agreed_as: str = ""
    agreed_by: str = ""
    agreed_on: date | None = None
    recorded: bool = False


def deadline(decided_on: date, *, waiver: Waiver, next_council_on: date | None = None) -> Deadline:
    """Whether a decision may not be called in because it is urgent (``kind``), and when it then takes effect.

    The law knows no such waiver. Constitutions commonly ask that the delay of a call-in would do harm, that a named
    person agrees before the decision is taken, that the record says so, and that the next council is told. Where all is
    there it takes effect on the day it was taken; where something is missing it stays open to call-in. ``on`` is the
    meeting of the council that is told. Raises no Refusal: what is missing is said.
    """
    told = (*_points(decided_on, waiver), _report(decided_on, next_council_on))
    waived = all(point.met for point in told[:-1])
    return points.judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=WAIVED if waived else NOT_WAIVED,
        what=_what(waived, next_council_on, decided_on),
        points=told,
        notes=_notes(waived),
        on=next_council_on if waived and told[-1].met else None,
        counted=(CountedDay(decided_on, False, "The day of the decision"),),
        effective_on=decided_on if waived else None,
    )


def _what(waived: bool, council_on: date | None, decided_on: date) -> str:
    if not waived:
        return "The decision stays open to call-in: the waiver is not whole"
    told = council_on is not None and council_on >= decided_on
    return "It may not be called in. Tell the council" + (" at its meeting" if told else "")


def _points(decided_on: date, waiver: Waiver) -> tuple[Point, ...]:
    agreed = bool(waiver.agreed_by.strip() and waiver.agreed_as.strip())
    before = waiver.agreed_on is not None and waiver.agreed_on <= decided_on
    when = f"It was given on {in_words(waiver.agreed_on)}" if waiver.agreed_on else "The day it was given is not said"
    return (
        _said("The test of the constitution", waiver.test, "test", "Quote it, with the rule's number and date."),
        _said("How this decision meets it", waiver.because, "reason", "Say what harm the wait would do."),
        Point(
            "The agreement of the person the constitution names",
            agreed,
            "agreement" if agreed else "no_agreement",
            f"{waiver.agreed_by.strip()}, as {waiver.agreed_as.strip()}, agreed."
            if agreed
            else "Name the post that the constitution asks for, and who holds it.",
        ),
        Point(
            "Given before the decision was taken",
            before,
            "agreed_first" if before else "agreed_too_late" if waiver.agreed_on else "day_of_agreement_not_said",
            f"{when}; the decision was taken on {in_words(decided_on)}.",
        ),
        Point(
            "Said in the record of the decision",
            waiver.recorded,
            "recorded" if waiver.recorded else "not_recorded",
            "The record says that it may not be called in, and why."
            if waiver.recorded
            else "The record must say that it may not be called in, and why.",
        ),
    )


def _said(asks: str, text: str, code: str, otherwise: str) -> Point:
    there = bool(text.strip())
    return Point(asks, there, code if there else f"no_{code}", f"{text.strip().rstrip('.')}." if there else otherwise)


def _report(decided_on: date, council_on: date | None) -> Point:
    asks = "The report to the council"
    if council_on is None:
        return Point(asks, None, "report_owed", "It is owed to the next meeting of the council: give its day.")
    if council_on < decided_on:
        says = f"{in_words(council_on)} comes before the decision: give a later meeting."
        return Point(asks, False, "report_before_decision", says)
    return Point(asks, True, "report", f"The council meets on {in_words(council_on)}.")


def _notes(waived: bool) -> tuple[str, ...]:
    notes = [
        "This is urgency of one kind only. Special urgency of a key decision, short notice of a private meeting and a"
        " late item have tests and agreements of their own, and none of them waives call-in.",
    ]
    if waived:
        notes.append("Report it to the council with the reasons, and keep the agreement with the record.")
    return tuple(notes)
