"""From the round to the return: rules, routes, meetings, decisions, call-in, publication and progress, in sentences."""

from typing import Any

from moothall.domain.page_checks import Found
from moothall.web.council.told.phrases import Details, Names, Sentence, because, day, named, reason

_PAGES = {one.value: one.words[0].lower() + one.words[1:] for one in Found}
_GRANTS = {"granted": "granted", "refused": "refused", "no_answer": "not answered"}
_STATE = {"not_started": "is not started", "in_hand": "is in hand", "done": "is done", "stopped": "has stopped"}


def _met(said: Details, names: Names) -> str:
    moved = said.get("planned_on") and said.get("planned_on") != said.get("met_on")
    instead = f", not on {day(said['planned_on'])} as planned" if moved else ""
    return f"recorded that {said.get('body')} met on {day(said.get('met_on'))}{instead}"


def _brought_in(said: Details, names: Names) -> str:
    parts = [
        f"{len(said[kind])} {words}"
        for kind, words in (("new", "new"), ("moved", "moved"), ("cancelled", "cancelled"), ("changed", "changed"))
        if said.get(kind)
    ]
    return f"brought in meetings from {said.get('source')}: {', '.join(parts)}"


def _meeting(said: Details) -> str:
    return f"{said.get('body')} on {day(said.get('on'))}"


def _moved(said: Details, names: Names) -> str:
    after = said.get("after") or {}
    return f"moved {_meeting(said.get('before') or {})} to {day(after.get('on'))}: {said.get('reason')}".rstrip(".")


def _adopted(said: Details, names: Names) -> str:
    reasons = " ".join(said.get("reasons") or ()).rstrip(".")
    return f"accepted the new dates of the route {(said.get('after') or {}).get('name', '')}: {reasons}".rstrip(": ")


def _corrected(said: Details, names: Names) -> str:
    days = [day((said.get(key) or {}).get("on")) for key in ("before", "after")]
    return f"corrected the published call-in from {days[0]} to {days[1]}: {said.get('reason')}".rstrip(".")


def _call_in(deed: str) -> Sentence:
    """What was done to a request for a call-in, and whether the decision is held back after it."""

    def told(said: Details, names: Names) -> str:
        goes_on = "is held back" if said.get("is_held") else "is not held back"
        return f"{deed} of the decision of {said.get('body')}{because(said)}; the decision {goes_on}"

    return told


def _call_in_settled(said: Details, names: Names) -> str:
    return _call_in(f"marked {'valid' if said.get('is_valid') else 'not valid'} the call-in")(said, names)


def _decision_published(said: Details, names: Names) -> str:
    call_in = said.get("call_in") or {}
    open_until = f"; it can be called in until {day(call_in['on'])}" if call_in.get("on") else ""
    return f"published the decision{open_until}"


def _overridden(said: Details, names: Names) -> str:
    return (
        f"put {day(said.get('on'))} in place of {day(said.get('counted_on'))}, as counted, for"
        f" “{said.get('what')}”: {reason(said)}"
    )


def _milestone(said: Details, names: Names) -> str:
    state = _STATE.get(str(said.get("state")), str(said.get("state")))
    return f"said that {named(said.get('milestone'), names)} {state}"


def _rule(said: Any) -> str:
    """A rule by its id and its clock, as the record kept it."""
    kept = said if isinstance(said, dict) else {}
    makers = ", ".join(str(one).replace("_", " ") for one in kept.get("makers") or ())
    return f"{kept.get('id')}" + (f" for {makers}" if makers else "")


def _closures(said: Any) -> str:
    days = [day(one.get("on")) for one in said or () if isinstance(one, dict)]
    return ", ".join(days)


TOLD: dict[str, Sentence] = {
    "round.opened": lambda said, names: f"opened the round {said.get('title', '')}".rstrip(),
    "workspace.opened": lambda said, names: "opened the workspace",
    "person.added": lambda said, names: "added a person",
    "role.given": lambda said, names: (
        f"gave {said.get('person')} the role of {str(said.get('role')).replace('_', ' ')}"
    ),
    "rules.entered": lambda said, names: "entered the council’s own rules",
    "rule.entered": lambda said, names: f"entered the council’s rule {_rule(said.get('rule'))}",
    "rule.ended": lambda said, names: f"ended the rule {said.get('rule')} on {day(said.get('valid_to'))}",
    "rule.corrected": lambda said, names: f"corrected the rule {_rule(said.get('after'))}",
    "rule.taken_back": lambda said, names: f"took back the rule {_rule(said.get('before'))}",
    "closure.entered": lambda said, names: f"entered days of closure: {_closures(said.get('closures'))}",
    "closure.taken_back": lambda said, names: f"took back the closure of {day(said.get('on'))}",
    "governance.entered": lambda said, names: "entered how the council is run, and from when",
    "route.chosen": lambda said, names: f"chose the route {said.get('name')}",
    "meetings.brought_in": _brought_in,
    "meeting.added": lambda said, names: f"added the meeting {_meeting(said)}",
    "meeting.moved": _moved,
    "meeting.cancelled": lambda said, names: f"cancelled {_meeting(said)}: {said.get('reason')}".rstrip("."),
    "route.dates_adopted": _adopted,
    "call_in.corrected": _corrected,
    "call_in.asked": _call_in("asked for a call-in"),
    "call_in.joined": _call_in("joined the call-in"),
    "call_in.withdrawn": _call_in("withdrew from the call-in"),
    "call_in.settled": _call_in_settled,
    "meeting.recorded": _met,
    "decision.recorded": lambda said, names: (
        f"recorded what {said.get('body')} resolved on {day(said.get('decided_on'))}"
    ),
    "decision.published": _decision_published,
    "date.overridden": _overridden,
    "override.taken_back": lambda said, names: (
        f"took back the date put for “{said.get('what')}”, {day(said.get('on'))}; {day(said.get('counted_on'))}, as"
        f" counted, stands again: {reason(said)}"
    ),
    "feed.made": lambda said, names: "made a calendar feed of these dates",
    "feed.revoked": lambda said, names: f"revoked the calendar feed of {said.get('whose')}",
    "remark.settled": lambda said, names: f"let a remark on “{said.get('label')}” stand: {reason(said)}",
    "remark.opened_again": lambda said, names: f"opened a settled remark on “{said.get('label')}” again",
    "plan.published": lambda said, names: f"published the plan, version {said.get('version')}",
    "plan.withdrawn": lambda said, names: "withdrew the published plan",
    "extension.asked": lambda said, names: f"recorded that {said.get('who')} was asked for a later day",
    "extension.answered": lambda said, names: (
        f"recorded that the later day was {_GRANTS.get(str(said.get('reply')), 'answered')}"
        + (f" to {day(said['until_on'])}" if said.get("until_on") else "")
    ),
    "extension.corrected": lambda said, names: f"corrected what was recorded of a later day{because(said)}",
    "extension.withdrawn": lambda said, names: f"took back the request for a later day{because(said)}",
    "return.submitted": lambda said, names: (
        f"certified the return and recorded it as sent, receipt {said.get('receipt')}"
    ),
    "return.certified": lambda said, names: f"certified the return, receipt {said.get('receipt')}",
    "return.queued_again": lambda said, names: (
        f"put the return {said.get('receipt')} out again, to {said.get('recipient')}{because(said)}"
    ),
    "return.sent_again": lambda said, names: (
        f"recorded that the return {said.get('receipt')} went again, to {said.get('recipient')}{because(said)}"
    ),
    "return.not_sent": lambda said, names: (
        f"could not send the return {said.get('receipt')} to {said.get('recipient')}: {said.get('told')}".rstrip(".")
    ),
    "return.bounced": lambda said, names: (
        f"recorded that the return {said.get('receipt')} came back from {said.get('recipient')}"
    ),
    "return.asked_about": lambda said, names: f"asked {said.get('recipient')} whether the return has come",
    "return.asked": lambda said, names: f"sent the question to {said.get('recipient')} whether the return has come",
    "return.acknowledged": lambda said, names: (
        f"recorded that {said.get('who')} acknowledged the return {said.get('receipt')} on {day(said.get('on'))}"
    ),
    "return.settings_kept": lambda said, names: "kept the settings of the return",
    "page.looked_at": lambda said, names: (
        f"looked at the published page: {_PAGES.get(str(said.get('found')), said.get('found'))}"
    ),
    "reading.recorded": lambda said, names: (
        f"recorded a reading of {named(said.get('measure'), names)}: {said.get('value')}, {said.get('period')}"
    ),
    "milestone.updated": _milestone,
}
