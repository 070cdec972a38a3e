"""An officer's decision that is not the executive's: whether a record is owed, what it holds, and how long it stays."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.clocks import retention
from moothall.domain.clocks.retention import Record
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test, judged
from moothall.domain.provisions import OPENNESS_REGULATIONS, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "officer-decision-record"
RULE = "G-D3, G-D4"
VERSION = "2014-08-06"
IN_FORCE = date(2014, 8, 6)
NOT_OWED, OTHER_LAW, OWED, COMPLETE, INCOMPLETE = "not_owed", "other_law", "owed", "complete", "incomplete"


class Authorisation(StrEnum):
    """How the officer came to decide: told to by name for this, or under a standing power."""

    EXPRESS = "express"
    GENERAL = "general"


class Effect(StrEnum):
    """What a decision under a general authorisation does that makes a record owed."""

    PERMISSION = "permission"
    RIGHTS = "rights"
    MATERIAL_SPENDING = "material_spending"


class Field(StrEnum):
    """What the record holds."""

    DATE = "date"
    DECISION = "decision"
    REASONS = "reasons"
    OPTIONS = "options"
    CONFLICTS = "conflicts"


PROVISIONS: dict[str, Provision] = {
    "owed": Provision(OPENNESS_REGULATIONS, "regulation 7(1) and (2)", Read.ACCOUNT),
    "fields": Provision(OPENNESS_REGULATIONS, "regulation 7(3)", Read.ACCOUNT),
    "other_law": Provision(OPENNESS_REGULATIONS, "regulation 7(4)", Read.ACCOUNT),
    "scope": Provision(OPENNESS_REGULATIONS, "regulation 6", Read.RECALLED),
    "kept": Provision(OPENNESS_REGULATIONS, "regulation 8", Read.ACCOUNT),
}
EFFECTS = {
    Effect.PERMISSION: "It grants a permission or licence.",
    Effect.RIGHTS: "It affects the rights of an individual.",
    Effect.MATERIAL_SPENDING: "It awards a contract or incurs spending that materially affects the body's finances.",
}
FIELDS = {
    Field.DATE: "The date of the decision",
    Field.DECISION: "The decision itself",
    Field.REASONS: "The reasons",
    Field.OPTIONS: "The options considered and rejected, if any",
    Field.CONFLICTS: "Members of the body who declared a conflict",
}
WHAT = {
    NOT_OWED: "No record is owed under these regulations",
    OTHER_LAW: "A record that other law already asks for is enough",
    OWED: "A record is owed as soon as reasonably practicable. Keep it open to the end of this day",
    COMPLETE: "The record holds what it must. Keep it open to the end of this day",
    INCOMPLETE: "The record does not yet hold what it must. Keep it open to the end of this day",
}


@dataclass(frozen=True, slots=True)
class Threshold:
    """A council's own policy of what materially affects its finances: an amount in pounds, and since when it holds."""

    pounds: int
    since: date


def deadline(
    decided_on: date,
    *,
    authorisation: Authorisation,
    effects: Collection[Effect] = (),
    other_law: str = "",
    fields: Collection[Field] | None = None,
    spends: int | None = None,
    threshold: Threshold | None = None,
) -> Deadline:
    """Whether a record of an officer's decision is owed and complete, and the last day it is open to inspection.

    For decisions the council or a committee would otherwise take, not the executive's. Limb (a): under an express
    authorisation, always. Limb (b): under a general one, only if it grants a permission or licence, affects the rights
    of an individual, or awards a contract or incurs spending that materially affects the finances. A record other law
    asks for, with date, decision and reasons, is enough. The names of members who declared a conflict belong to limb
    (a) only. Kept six years, its papers four. Raises a Refusal for a policy not yet in force and before 6 August 2014.
    """
    in_force.check(decided_on, IN_FORCE, provision=PROVISIONS["owed"], rule="G-D3")
    material = _over_threshold(decided_on, spends, threshold)
    held = {*effects, *([Effect.MATERIAL_SPENDING] if material else [])}
    owed = authorisation is Authorisation.EXPRESS or bool(held)
    kind = NOT_OWED if not owed else OTHER_LAW if other_law.strip() else OWED
    points = list(_limbs(authorisation, held, other_law.strip()))
    if kind is OWED and fields is not None:
        needed = [field for field in Field if authorisation is Authorisation.EXPRESS or field is not Field.CONFLICTS]
        has = [Point(FIELDS[f], f in fields, f.value, "It is there." if f in fields else "Missing.") for f in needed]
        kind = COMPLETE if all(point.met for point in has) else INCOMPLETE
        points += has
    kept = retention.deadline(decided_on, record=Record.OFFICER_DECISION) if owed and kind != OTHER_LAW else None
    return judged(
        Test(NAME, "G-D3", VERSION, PROVISIONS["other_law" if kind == OTHER_LAW else "owed"]),
        kind=kind,
        what=WHAT[kind],
        on=kept.on if kept else None,
        counted=kept.counted if kept else (),
        points=points,
        notes=_notes(decided_on, kept is not None, threshold),
    )


def _over_threshold(decided_on: date, spends: int | None, threshold: Threshold | None) -> bool:
    if spends is None:
        return False
    if threshold is None:
        raise Refusal(
            "An amount is given, and no policy that says what is material.",
            next_step="Give your council's amount and since when it holds, or say material_spending yourself.",
            rule="G-D3",
        )
    if decided_on < threshold.since:
        raise Refusal(
            f"The council's amount holds since {in_words(threshold.since)}, after the decision.",
            next_step="Give the amount that held on the day of the decision.",
            rule="G-D3",
        )
    return spends >= threshold.pounds


def _limbs(authorisation: Authorisation, held: Collection[Effect], other_law: str) -> tuple[Point, ...]:
    express = authorisation is Authorisation.EXPRESS
    effects = " ".join(EFFECTS[effect] for effect in Effect if effect in held)
    return (
        Point(
            "Limb (a): an express authorisation",
            express,
            "limb_a",
            "The officer was authorised for this decision by name." if express else "The power was a general one.",
        ),
        Point(
            "Limb (b): one of three effects under a general authorisation",
            None if express else bool(held),
            "limb_b",
            effects or ("It need not be asked." if express else "None of the three is claimed."),
        ),
        Point(
            "Other law asks for date, decision and reasons",
            bool(other_law),
            "other_law",
            other_law or "None is named, so the record is made under these regulations.",
        ),
    )


def _notes(decided_on: date, owed: bool, threshold: Threshold | None) -> tuple[str, ...]:
    notes = [
        "These regulations are for decisions that are not the executive's: an officer's executive decision has a"
        f" record of its own. {PROVISIONS['scope'].in_words()}."
    ]
    if owed:
        papers = retention.deadline(decided_on, record=Record.OFFICER_BACKGROUND_PAPERS).on
        notes.append(f"Keep the background papers to the end of {papers and in_words(papers)}.")
    if threshold:
        notes.append(
            f"The amount of £{threshold.pounds:,} is the council's own policy since {in_words(threshold.since)}."
        )
    return tuple(notes)
