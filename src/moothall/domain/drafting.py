"""From what a person confirmed to a first draft: fields of the report, the deciding step, and what is missing by name.

Nothing is made up here: a field that was not confirmed stays empty and is named among the gaps.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from moothall.domain.house_templates import HouseTemplate
from moothall.domain.plain import build
from moothall.domain.refusals import Refusal
from moothall.domain.reports import CommitteeReport

NONE = "none"

# The record's field, and the words a person knows it by. Order is the order in which gaps are listed.
WANTED = {
    "title": "the title of the report",
    "body": "the body it goes to",
    "meeting_date": "the date of the meeting",
    "recommendations": "the recommendations",
    "portfolio_holder": "the portfolio holder",
    "officers": "the officers to contact",
    "key_decision": "whether it is a key decision",
    "call_in": "whether it can be called in",
    "options": "the options",
    "consultees": "who was consulted",
    "implications": "the implications",
    "background_papers": "the background papers",
    "exempt": "whether any of it is exempt",
}


# The fields of a covering report that a draft can fill, in the words of the page that says what was filled.
REPORT_WORDS = {
    "title": "the title",
    "body": "the body it goes to",
    "meeting_on": "the date of the meeting",
    "recommendations": "the recommendations",
    "portfolio_holder": "the portfolio holder",
    "contact_officers": "the officers to contact",
    "key_decision": "whether it is a key decision",
    "key_decision_reason": "what is said of the key decision",
    "forward_plan_number": "the number in the forward plan",
    "forward_plan_first_notified": "the day of first notice",
    "subject_to_call_in": "whether it can be called in",
    "wards": "the wards affected",
    "corporate_objectives": "the council's objectives",
    "is_open": "whether it is open to the public",
    "options": "the options",
    "no_options": "that there are no other options",
    "consultation": "who was consulted",
    "implications": "the implications",
    "officer_comments": "the statutory officers' comments",
    "appendices": "the appendices",
    "background_papers": "the background papers",
    "no_background_papers": "that there are no background papers",
}

_EMPTY_REPORT = {"authority_name": "", "title": "", "body": "", "meeting_on": None}


@dataclass(frozen=True, slots=True)
class DeciderDraft:
    """The deciding step as far as it is known: body, its kind, and the day it meets (ISO 8601) or None."""

    body: str
    kind: str
    meets_on: str | None


@dataclass(frozen=True, slots=True)
class Drafted:
    """A first draft: report fields as plain data, the deciding step, and the gaps in words."""

    report: dict[str, Any]
    decider: DeciderDraft | None
    gaps: tuple[str, ...]


def draft(confirmed: Mapping[str, Any]) -> Drafted:
    """Draft from confirmed fields of the record. A field confirmed as None ("the document does not say") is a gap."""
    report = {**_plain_fields(confirmed), **_lists(confirmed), **_people(confirmed)}
    body = confirmed.get("body")
    decider = DeciderDraft(body["name"], body["kind"], confirmed.get("meeting_date")) if body else None
    gaps = tuple(words for name, words in WANTED.items() if confirmed.get(name) in (None, [], ""))
    return Drafted(report=report, decider=decider, gaps=gaps)


def check_fits(field: str, value: Any) -> None:
    """Raise a Refusal unless a corrected value says something and has the shape that a draft can be made from."""
    if value is None or value in ("", [], {}):
        raise Refusal(
            "The correction is empty.", next_step="Write what the document says, or answer that it does not say."
        )
    try:
        build(CommitteeReport, _EMPTY_REPORT | draft({field: value}).report)
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise Refusal("The correction does not have the shape of this field.", next_step="Write it again.") from error


def corrected_recommendation(
    read: Mapping[str, Any], *, number: str, text: str, verbs: Sequence[str]
) -> dict[str, Any]:
    """A recommendation as a person put it right: limbs whose verb stays keep what was read, new ones take the text."""
    limbs = [limb for limb in read.get("limbs") or () if limb["verb"] in verbs]
    kept = {limb["verb"] for limb in limbs}
    new = [
        {"verb": verb, "object": text, "condition": "", "delegates": []}
        for verb in dict.fromkeys(verbs)
        if verb not in kept
    ]
    return {
        "number": number or None,
        "text": text,
        "limbs": [*limbs, *new],
        "alternative_to": read.get("alternative_to"),
    }


def nearest(headings: Sequence[str], templates: Sequence[HouseTemplate], *, official_name: str) -> HouseTemplate:
    """The house template to begin with: one seen in this council, else the one that shares most of these headings.

    The first of ``templates`` where none shares as much as half of its own headings with the document.
    """
    for template in templates:
        if official_name in template.seen_in:
            return template
    written = {_bare(heading) for heading in headings}
    shares = [(_share(template, written), template) for template in templates]
    best = max(shares, key=lambda pair: pair[0])
    return best[1] if best[0] >= 0.5 else templates[0]


def _share(template: HouseTemplate, written: set[str]) -> float:
    labels = {_bare(slot.label) for slot in template.slots if slot.label and slot.part == "body"}
    return len(labels & written) / len(labels) if labels else 0.0


def _bare(heading: str) -> str:
    return "".join(letter for letter in heading.casefold() if letter.isalpha() or letter == " ").strip()


def _plain_fields(confirmed: Mapping[str, Any]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    pairs = {
        "title": "title",
        "meeting_date": "meeting_on",
        "portfolio_holder": "portfolio_holder",
        "key_decision": "key_decision",
        "key_decision_judgement": "key_decision_reason",
        "call_in": "subject_to_call_in",
    }
    for source, target in pairs.items():
        if confirmed.get(source) is not None:
            out[target] = confirmed[source]
    if confirmed.get("body"):
        out["body"] = confirmed["body"]["name"]
    for part in ("number", "first_notified"):
        if said := (confirmed.get("forward_plan") or {}).get(part):
            out[f"forward_plan_{part}"] = said
    if confirmed.get("wards"):
        out["wards"] = _joined(confirmed["wards"])
    if confirmed.get("objectives"):
        out["corporate_objectives"] = _joined(confirmed["objectives"])
    if exempt := confirmed.get("exempt"):
        out["is_open"] = not exempt.get("value")
    return out


def _lists(confirmed: Mapping[str, Any]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    if confirmed.get("recommendations"):
        out["recommendations"] = [_recommendation(one) for one in confirmed["recommendations"]]
    if confirmed.get("options") == NONE:
        out["no_options"] = True
    elif confirmed.get("options"):
        out["options"] = [{"title": str(one).lstrip("•· ")} for one in confirmed["options"]]
    if confirmed.get("background_papers") == NONE:
        out["no_background_papers"] = True
    elif confirmed.get("background_papers"):
        out["background_papers"] = [str(one) for one in confirmed["background_papers"]]
    if confirmed.get("appendices") not in (None, NONE, []):
        out["appendices"] = [str(one) for one in confirmed["appendices"]]
    if confirmed.get("consultees"):
        out["consultation"] = "None." if confirmed["consultees"] == NONE else _joined(confirmed["consultees"])
    if confirmed.get("implications"):
        out["implications"] = [_implication(one) for one in confirmed["implications"]]
    return out


def _people(confirmed: Mapping[str, Any]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    if confirmed.get("officers"):
        keys = ("name", "role", "email", "phone")
        out["contact_officers"] = [{key: one.get(key) or "" for key in keys} for one in confirmed["officers"]]
    if confirmed.get("officer_comments"):
        out["officer_comments"] = [
            {"officer": one["officer"], "text": one["text"]} for one in confirmed["officer_comments"]
        ]
    return out


def _recommendation(read: Mapping[str, Any]) -> dict[str, Any]:
    limbs = [
        {
            "verb": limb["verb"],
            "object": limb.get("object") or "",
            "condition": limb.get("condition") or "",
            "delegates": list(limb.get("delegates") or ()),
        }
        for limb in read.get("limbs") or ()
    ]
    return {
        "number": str(read.get("number") or ""),
        "text": read["text"],
        "limbs": limbs,
        "alternative_to": read.get("alternative_to"),
    }


def _implication(read: Mapping[str, Any]) -> dict[str, Any]:
    is_none = read.get("text") in (None, "none_stated")
    return {
        "kind": read["kind"],
        "text": "" if is_none else read["text"],
        "author": read.get("author") or "",
        "is_none": is_none,
    }


def _joined(value: Any) -> str:
    return value if isinstance(value, str) else "; ".join(str(one) for one in value)
