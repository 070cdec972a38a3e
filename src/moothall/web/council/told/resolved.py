"""The record of a decision, what members meant by it, scrutiny's recommendations, and what follows a call-in."""

from typing import Any

from moothall.domain.scrutiny_recommendations import Answer
from moothall.web.components.words import lower_first
from moothall.web.council.told.phrases import Details, Names, Sentence, day, reason


def _field(said: Details) -> str:
    return f"“{str(said.get('field')).rstrip('?')}”"


def _entered(said: Details, names: Names) -> str:
    if said.get("after") is None:
        return f"took back what was entered as {_field(said)} in the decision of {said.get('body')}"
    source = str(said.get("source")).rstrip(".")
    return f"entered {_field(said)} in the record of the decision of {said.get('body')}, from {source}"


def _brought_in(said: Details, names: Names) -> str:
    count = len(said.get("after") or {})
    return (
        f"brought {count} field{'' if count == 1 else 's'} of the record of the decision of {said.get('body')} in from"
        f" {said.get('file')}"
    )


def _limb(said: Details) -> str:
    return f"({chr(ord('a') + int(said.get('limb') or 0))})"


def _judged(said: Details, names: Names) -> str:
    return (
        f"judged that limb {_limb(said)} of the decision of {said.get('body')} was meant as {said.get('asks')}:"
        f" {reason(said)}"
    )


def _followed(said: Details, names: Names) -> str:
    told = lower_first(str(said.get("told") or "")).rstrip(".")
    end = "is held back" if said.get("is_held") else f"takes effect on {day(said.get('effective_on'))}"
    return f"recorded of the call-in of the decision of {said.get('body')}: {told}; the decision {end}"


def _waived(said: Details, names: Names) -> str:
    return (
        f"recorded that {said.get('agreed_by')}, as {said.get('agreed_as')}, agreed on {day(said.get('agreed_on'))}"
        f" that the decision of {said.get('body')} is not called in: {reason(said)}"
    )


def _answered(said: Details, names: Names) -> str:
    answer: Any = Answer(str(said.get("answer")))
    return (
        f"recorded the answer of {said.get('by_whom')} to scrutiny’s recommendation {said.get('number')}:"
        f" {answer.words.lower()}, {reason(said)}"
    )


TOLD: dict[str, Sentence] = {
    "decision_record.entered": _entered,
    "decision_record.brought_in": _brought_in,
    "requirement.judged": _judged,
    "requirement.judgement_taken_back": lambda said, names: (
        f"took back the judgement on {said.get('asks')}: {reason(said)}"
    ),
    "call_in.followed": _followed,
    "call_in.waived": _waived,
    "call_in.waiver_reported": lambda said, names: (
        f"recorded that the waiver of call-in was reported to the council on {day(said.get('on'))}"
    ),
    "scrutiny.recommended": lambda said, names: (
        f"recorded recommendation {said.get('number')} of {said.get('body')}, to {said.get('to_whom')}"
    ),
    "scrutiny.answered": _answered,
}
