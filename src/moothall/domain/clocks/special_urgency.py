"""A key decision when not even the general exception is practicable: somebody's agreement comes first."""

from __future__ import annotations

from datetime import date

from moothall.domain import consents, in_force
from moothall.domain.clocks import general_exception
from moothall.domain.consents import VICE_CHAIR_DOUBT, Chairs, Consent, Rung
from moothall.domain.days import Counting, Holidays, in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, Provision
from moothall.domain.refusals import Refusal

NAME = "special-urgency"
RULE = "G-K4"
VERSION = "2012-09-10"
IN_FORCE = date(2012, 9, 10)
PROVISIONS: dict[str, Provision] = {
    Rung.SCRUTINY_CHAIR: Provision(EXECUTIVE_REGULATIONS, "regulation 11(1)(a)"),
    Rung.COUNCIL_CHAIR: Provision(EXECUTIVE_REGULATIONS, "regulation 11(1)(b)"),
    Rung.COUNCIL_VICE_CHAIR: Provision(
        EXECUTIVE_REGULATIONS,
        "regulation 11(1)(c)",
        note="Its words speak only of there being neither chair; a chair unable to act is not mentioned.",
    ),
    "notice": Provision(EXECUTIVE_REGULATIONS, "regulation 11(2)"),
    "vice_chair": Provision(
        ACT_1972, "section 5(3)", note="A vice-chair may do what the chair may, as far as standing orders allow."
    ),
}
NOTES = (
    "The decision maker obtains the agreement, that the matter is urgent and cannot reasonably be deferred.",
    "A notice of the reasons follows as soon as reasonably practicable, at the offices and on the website.",
    "The leader or mayor reports to the council on decisions taken this way, at least once a year (regulation 19).",
)


def deadline(
    decision_on: date,
    *,
    ready_on: date,
    holidays: Holidays,
    chairs: Chairs | None = None,
    consent: Consent | None = None,
    decision_maker: str = "",
) -> Deadline:
    """The last day to obtain the agreement for a key decision under special urgency, and whose it is (``kind``).

    The agreement comes before the decision. It is that of the chair of the relevant scrutiny committee; of the chair of
    the council only if there is no chair of scrutiny or that chair is unable to act; of the vice-chair only if there is
    neither chair. ``ready_on`` is the first day on which a notice under the general exception could be made available:
    while five clear days still fit, urgency is the wrong route. An agreement handed in is checked. Raises a Refusal for
    the wrong route, an agreement that is none, before 10 September 2012, and beyond the table of holidays.
    """
    in_force.check(decision_on, IN_FORCE, provision=PROVISIONS[Rung.SCRUTINY_CHAIR], rule=RULE)
    counting = Counting(holidays, general_exception.CLEAR_DAYS.unit)
    _check_exception_is_impracticable(ready_on, decision_on, counting)
    rung = (chairs or Chairs()).rung(rule=RULE)
    if consent is not None:
        consents.check(consent, rung, decision_maker=decision_maker, act_on=decision_on, rule=RULE)
    doubt = (VICE_CHAIR_DOUBT,) if rung is Rung.COUNCIL_VICE_CHAIR else ()
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what=_what(rung, consent),
        provision=PROVISIONS[rung],
        calendar=str(holidays),
        counted=counting.between(ready_on, decision_on).days,
        on=decision_on,
        kind=rung.value,
        notes=(*NOTES, *doubt),
    )


def _what(rung: Rung, consent: Consent | None) -> str:
    if consent is None:
        return f"Before the decision is taken, obtain the agreement of {rung.in_words}"
    return f"Agreed on {in_words(consent.given_on)} by {rung.in_words}, so the key decision may be taken"


def _check_exception_is_impracticable(ready_on: date, decision_on: date, counting: Counting) -> None:
    if ready_on > decision_on:
        raise Refusal(
            f"A notice could be ready ({in_words(ready_on)}) only after the decision ({in_words(decision_on)}).",
            next_step="Check both dates: special urgency is asked for before the decision.",
            rule=RULE,
        )
    needed = general_exception.CLEAR_DAYS
    fit = counting.clear_days(ready_on, decision_on)
    if fit >= needed.number:
        raise Refusal(
            f"Between {in_words(ready_on)} and {in_words(decision_on)} lie {fit} clear working days,"
            f" and {needed.clear()} are enough for the general exception, so special urgency is not open.",
            next_step="Use the general exception: tell the chair of scrutiny, publish the notice and wait.",
            rule=RULE,
        )
