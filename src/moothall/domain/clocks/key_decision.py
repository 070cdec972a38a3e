"""Whether a decision of the executive is key: by its money, by its wards, or by a judgement that somebody owes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from moothall.domain import in_force, points
from moothall.domain.authorities import BodyKind
from moothall.domain.days import CountedDay, in_words
from moothall.domain.deadlines import Deadline, Point
from moothall.domain.points import Test
from moothall.domain.provisions import EXECUTIVE_REGULATIONS, Provision
from moothall.domain.refusals import Refusal

NAME = "key-decision"
RULE = "G-K1"
VERSION = "2012-09-10"
IN_FORCE = date(2012, 9, 10)
KEY = "key"
NOT_KEY = "not_key"
JUDGEMENT = "a_judgement"
SAYS = {
    KEY: "This is a key decision",
    NOT_KEY: "This is no key decision",
    JUDGEMENT: "Whether this is a key decision takes a judgement",
}
PROVISION = Provision(
    EXECUTIVE_REGULATIONS,
    "regulation 8(1)",
    note="Either limb is enough: spending or savings that are significant beside the budget of the service, or effects"
    " that are significant for communities in two or more wards or divisions.",
)
SIGNIFICANT = Provision(
    EXECUTIVE_REGULATIONS,
    "regulation 8(2)",
    note="What is significant is judged with regard to guidance. Government has set no figure: each council sets its"
    " own, with its date.",
)
PROVISIONS = (PROVISION, SIGNIFICANT)
WARDS = 2
EXECUTIVE_TAKERS = frozenset({BodyKind.EXECUTIVE, BodyKind.INDIVIDUAL_MEMBER, BodyKind.OFFICER})


@dataclass(frozen=True, slots=True)
class LocalThreshold:
    """A sum in pounds from which a council treats a decision as key, and the days between which that was its rule."""

    pounds: int
    valid_from: date | None = None
    valid_to: date | None = None

    def __post_init__(self) -> None:
        if self.pounds < 0:
            raise Refusal(f"A threshold of {self.pounds} pounds is none.", next_step="Give it in pounds, as 250000.")
        if self.valid_from and self.valid_to and self.valid_to < self.valid_from:
            raise Refusal(
                f"The threshold ends ({in_words(self.valid_to)}) before it begins ({in_words(self.valid_from)}).",
                next_step="Check both dates.",
                rule=RULE,
            )

    def holds_on(self, day: date) -> bool:
        """Whether this was the council's threshold on a day."""
        return (self.valid_from is None or self.valid_from <= day) and (self.valid_to is None or day <= self.valid_to)


def deadline(
    decision_on: date,
    *,
    pounds: int | None = None,
    threshold: LocalThreshold | None = None,
    money_is_significant: bool | None = None,
    wards: int | None = None,
    wards_are_affected: bool | None = None,
    taker: BodyKind = BodyKind.EXECUTIVE,
) -> Deadline:
    """Whether a decision is `key`, `not_key` or `a_judgement` that somebody must still make, with both limbs shown.

    It is key if it is likely to mean spending or savings (``pounds``, either of them) that are significant beside the
    budget of the service, or effects that are significant for communities in two or more wards or divisions. There is
    no national figure: a sum that reaches the council's own threshold of that day is significant, one below it is not
    unless somebody judges so (``money_is_significant``), and without a threshold it takes a judgement. Only decisions
    of an executive can be key. Raises a Refusal before 10 September 2012 and for a sum or a number below nought.
    """
    in_force.check(decision_on, IN_FORCE, provision=PROVISION, rule=RULE)
    for number, what in ((pounds, "pounds"), (wards, "wards")):
        if number is not None and number < 0:
            raise Refusal(f"{number} {what} cannot be.", next_step="Give a whole number from 0.", rule=RULE)
    limbs: tuple[Point, ...] = (_not_of_the_executive(taker),)
    if taker in EXECUTIVE_TAKERS:
        limbs = (
            _money(decision_on, pounds, threshold, money_is_significant),
            _communities(wards, wards_are_affected),
        )
    kind = _kind(limbs)
    return points.judged(
        Test(NAME, RULE, VERSION, PROVISION),
        kind=kind,
        what=SAYS[kind],
        points=limbs,
        notes=_notes(kind, wards, wards_are_affected),
        counted=(CountedDay(decision_on, False, "The day of the decision: the law and the threshold are those of it"),),
    )


def _kind(limbs: tuple[Point, ...]) -> str:
    if any(limb.met for limb in limbs):
        return KEY
    return JUDGEMENT if any(limb.met is None for limb in limbs) else NOT_KEY


def _not_of_the_executive(taker: BodyKind) -> Point:
    who = taker.value.replace("_", " ")
    return Point(
        "Whose decision it is",
        False,
        "not_of_the_executive",
        f"It is a decision of the {who}, and only decisions of the executive can be key: no notice of one is owed.",
    )


def _money(day: date, pounds: int | None, threshold: LocalThreshold | None, judged: bool | None) -> Point:
    """The first limb: spending or savings beside the budget of the service."""
    asks = "Spending or savings that are significant beside the budget of the service"
    sum_ = "The sum is not known" if pounds is None else f"{pounds:,} pounds"
    if pounds == 0:
        return Point(asks, False, "no_money", "It means no spending and no savings.")
    if threshold is not None and not threshold.holds_on(day):
        without = f"the threshold given was not the council's on {in_words(day)}"
    elif threshold is None:
        without = "no threshold of the council is given, and there is no national figure"
    elif pounds is None:
        without = f"so it cannot be held against the council's threshold of {threshold.pounds:,} pounds"
    elif pounds >= threshold.pounds:
        return Point(asks, True, "reaches_threshold", f"{sum_} reach the council's threshold of {threshold.pounds:,}.")
    elif judged:
        says = f"{sum_} are below the council's threshold of {threshold.pounds:,}, yet judged significant."
        return Point(asks, True, "judged_significant", says)
    else:
        return Point(
            asks, False, "below_threshold", f"{sum_} are below the council's threshold of {threshold.pounds:,}."
        )
    if judged is None:
        return Point(
            asks, None, "money_to_be_judged", f"{sum_}, and {without}: somebody must judge whether it is significant."
        )
    code = "judged_significant" if judged else "judged_not_significant"
    return Point(asks, judged, code, f"{sum_}, judged {'' if judged else 'not '}significant; {without}.")


def _communities(wards: int | None, affected: bool | None) -> Point:
    """The second limb: effects on communities in two or more wards or divisions."""
    asks = "Effects that are significant for communities in two or more wards or divisions"
    if wards is not None and wards < WARDS:
        many = "No ward or division is" if wards == 0 else "One ward or division is"
        return Point(asks, False, "fewer_than_two_wards", f"{many} affected, and the limb asks for two.")
    where = (
        "How many wards or divisions are affected is not known"
        if wards is None
        else f"{wards} wards or divisions are affected"
    )
    if affected is False:
        return Point(asks, False, "effects_not_significant", f"{where}, and the effects are judged not significant.")
    if affected and wards is not None:
        return Point(asks, True, "wards", f"{where}, and the effects are judged significant.")
    owed = "name the wards" if wards is None and affected else "somebody must judge whether the effects are significant"
    return Point(asks, None, "effects_to_be_judged", f"{where}: {owed}.")


def _notes(kind: str, wards: int | None, affected: bool | None) -> tuple[str, ...]:
    notes = ["Either limb is enough. Keep who judged it, when, and against which figure, with the date of that figure."]
    if wards == 1 and affected:
        notes.append("Some councils treat what is significant in one ward as key by their own rule: look yours up.")
    if kind == JUDGEMENT:
        notes.append("While it is open, keeping to the notice of a key decision is the safe side: 28 clear days.")
    return tuple(notes)
