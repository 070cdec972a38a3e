"""The record in sentences: for each event that a deed writes, what somebody did, in words a councillor understands."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from moothall.apps.plans import queries as plans
from moothall.domain.days import in_short
from moothall.reference import house_templates
from moothall.web.council.access import Here
from moothall.web.council.forms.reports import FIELDS
from moothall.web.council.record_fields import FIELDS as READ

Details = Mapping[str, Any]
Names = Mapping[str, str]

_STATUS = {
    "open": "left open",
    "answered": "answered",
    "elsewhere": "pointed elsewhere for",
    "not_answered": "declined to answer, with a reason,",
}
_STATE = {"not_started": "is not started", "in_hand": "is in hand", "done": "is done", "stopped": "has stopped"}
_LAYOUTS = {
    "narrative": "as a running text",
    "questions": "question by question",
    "table": "as tables",
    "own": "in sections of the council’s own",
}
_FURTHER = {
    "linkeddocument": "document",
    "objective": "objective",
    "ownpoint": "point",
    "partnership": "partnership",
    "figure": "figure",
    "section": "section",
}
_READ = {field.name: field.label for field in READ}


def _named(key: Any, names: Names) -> str:
    """What a key stands for, in quotation marks; the key itself where nothing goes by it any more."""
    return f"“{names[key]}”" if key in names else str(key)


def _day(value: Any) -> str:
    """A day of the details, which are plain JSON, as it stands in a sentence."""
    return in_short(date.fromisoformat(str(value)[:10]), year=True) if value else "a day not given"


def _answered(said: Details, names: Names) -> str:
    status = (said.get("after") or {}).get("status", "answered")
    return f"{_STATUS.get(status, 'changed the answer to')} {_named(said.get('question'), names)}"


def _met(said: Details, names: Names) -> str:
    moved = said.get("planned_on") and said.get("planned_on") != said.get("met_on")
    instead = f", not on {_day(said['planned_on'])} as planned" if moved else ""
    return f"recorded that {said.get('body')} met on {_day(said.get('met_on'))}{instead}"


def _brought_in(said: Details, names: Names) -> str:
    parts = [
        f"{len(said[kind])} {words}"
        for kind, words in (("new", "new"), ("moved", "moved"), ("cancelled", "cancelled"), ("changed", "changed"))
        if said.get(kind)
    ]
    return f"brought in meetings from {said.get('source')}: {', '.join(parts)}"


def _meeting(said: Details) -> str:
    return f"{said.get('body')} on {_day(said.get('on'))}"


def _moved(said: Details, names: Names) -> str:
    after = said.get("after") or {}
    return f"moved {_meeting(said.get('before') or {})} to {_day(after.get('on'))}: {said.get('reason')}".rstrip(".")


def _adopted(said: Details, names: Names) -> str:
    reasons = " ".join(said.get("reasons") or ()).rstrip(".")
    return f"accepted the new dates of the route {(said.get('after') or {}).get('name', '')}: {reasons}".rstrip(": ")


def _corrected(said: Details, names: Names) -> str:
    days = [_day((said.get(key) or {}).get("on")) for key in ("before", "after")]
    return f"corrected the published call-in from {days[0]} to {days[1]}: {said.get('reason')}".rstrip(".")


def _call_in(deed: str) -> Callable[[Details, Names], str]:
    """What was done to a request for a call-in, and whether the decision is held back after it."""

    def told(said: Details, names: Names) -> str:
        goes_on = "is held back" if said.get("is_held") else "is not held back"
        return f"{deed} of the decision of {said.get('body')}{_because(said)}; the decision {goes_on}"

    return told


def _call_in_settled(said: Details, names: Names) -> str:
    return _call_in(f"marked {'valid' if said.get('is_valid') else 'not valid'} the call-in")(said, names)


def _decision_published(said: Details, names: Names) -> str:
    call_in = said.get("call_in") or {}
    open_until = f"; it can be called in until {_day(call_in['on'])}" if call_in.get("on") else ""
    return f"published the decision{open_until}"


def _reason(said: Details) -> str:
    """A reason as somebody wrote it, to end a sentence that gets its full stop elsewhere."""
    return str(said.get("reason") or "").strip().rstrip(".")


def _overridden(said: Details, names: Names) -> str:
    return (
        f"put {_day(said.get('on'))} in place of {_day(said.get('counted_on'))}, as counted, for"
        f" “{said.get('what')}”: {_reason(said)}"
    )


def _drafted(said: Details, names: Names) -> str:
    count = len(said.get("filled") or ())
    return (
        f"drafted the plan, the report and the route from a document, filling {count} part{'' if count == 1 else 's'}"
    )


def _confirmed(said: Details, names: Names) -> str:
    deed = {
        "right": "confirmed",
        "corrected": "corrected",
        "not_said": "found nothing said of",
        "rejected": "rejected",
        "kept": "stood by what was confirmed of",
    }
    field = str(said.get("field"))
    return f"{deed.get(str(said.get('verdict')), 'answered for')} “{_READ.get(field, field)}” in a document"


def _some(count: Any, noun: str) -> str:
    return f"{count or 0} {noun}{'' if count == 1 else 's'}"


def _word_changes(deed: str) -> Callable[[Details, Names], str]:
    def told(said: Details, names: Names) -> str:
        return f"{deed} {_some(len(said.get('changes') or ()), 'change')} of {said.get('name')} in {said.get('title')}"

    return told


def _counted(deed: str) -> Callable[[Details, Names], str]:
    def told(said: Details, names: Names) -> str:
        count = len(said.get("statements") or ())
        return f"{deed} {count} statement{'' if count == 1 else 's'} of {said.get('name')}"

    return told


def _statements_read(said: Details, names: Names) -> str:
    count = said.get("statements", 0)
    return f"read what {said.get('name')} says as a plan and found {count} statement{'' if count == 1 else 's'}"


def _statement_moved(said: Details, names: Names) -> str:
    theme, question = [*(said.get("after") or ()), None, None][:2]
    where = f"under {_named(question, names)}" if question else "under a theme" if theme else "out of the themes"
    return f"moved a statement of {said.get('name')} {where}"


def _put_in(said: Details, names: Names) -> str:
    count = len(said.get("added") or ())
    return f"put {count} thing{'' if count == 1 else 's'} that {said.get('name')} says into the plan"


def _settled(said: Details, names: Names) -> str:
    deed = {"chosen": "chose between", "rejected": "took the other words against", "both": "kept both of"}
    field = str(said.get("field"))
    return (
        f"{deed.get(str(said.get('verdict')), 'settled')} two statements of “{_READ.get(field, field)}” in a document"
    )


def _milestone(said: Details, names: Names) -> str:
    state = _STATE.get(str(said.get("state")), str(said.get("state")))
    return f"said that {_named(said.get('milestone'), names)} {state}"


def _read(said: Details, names: Names) -> str:
    count = said.get("facts", 0)
    return f"read a document and found {count} fact{'' if count == 1 else 's'} in it"


def _rule(said: Any) -> str:
    """A rule by its id and its clock, as the record kept it."""
    kept = said if isinstance(said, dict) else {}
    makers = ", ".join(str(one).replace("_", " ") for one in kept.get("makers") or ())
    return f"{kept.get('id')}" + (f" for {makers}" if makers else "")


def _closures(said: Any) -> str:
    days = [_day(one.get("on")) for one in said or () if isinstance(one, dict)]
    return ", ".join(days)


_REPLIES = {
    "agree": "agreed to",
    "agree_with_words": "agreed, with words, to",
    "cannot_agree": "could not agree to",
    "not_applicable": "found not applicable:",
}


def _agreement(said: Details) -> str:
    """What somebody was asked for, in a few words."""
    if said.get("capacity"):
        return f"the sign-off as {said['capacity']}"
    return f"the {str(said.get('kind')).replace('_', ' ')} implications"


def _because(said: Details) -> str:
    return f": {_reason(said)}" if _reason(said) else ""


def _agreement_asked(said: Details, names: Names) -> str:
    return f"asked {said.get('person') or 'nobody yet'} for {_agreement(said)}, by {_day(said.get('due_on'))}"


def _agreement_answered(said: Details, names: Names) -> str:
    return f"{_REPLIES.get(str(said.get('reply')), 'answered')} {_agreement(said)}{_because(said)}"


def _reassigned(said: Details, names: Names) -> str:
    after = said.get("after") or {}
    return f"gave “{said.get('title')}” to {after.get('person')}, by {_day(after.get('due_on'))}{_because(said)}"


def _title(said: Details) -> str:
    value = said.get("value") or said.get("after") or said
    return f"“{value.get('title', '')}”"


def _item(deed: str, kind: str) -> Callable[[Details, Names], str]:
    return lambda said, names: f"{deed} the {kind} {_title(said)}"


TOLD: dict[str, Callable[[Details, Names], str]] = {
    "round.opened": lambda said, names: f"opened the round {said.get('title', '')}".rstrip(),
    "workspace.opened": lambda said, names: "opened the workspace",
    "person.added": lambda said, names: "added a person",
    "role.given": lambda said, names: (
        f"gave {said.get('person')} the role of {str(said.get('role')).replace('_', ' ')}"
    ),
    "rules.entered": lambda said, names: "entered the council’s own rules",
    "rule.entered": lambda said, names: f"entered the council’s rule {_rule(said.get('rule'))}",
    "rule.ended": lambda said, names: f"ended the rule {said.get('rule')} on {_day(said.get('valid_to'))}",
    "rule.corrected": lambda said, names: f"corrected the rule {_rule(said.get('after'))}",
    "rule.taken_back": lambda said, names: f"took back the rule {_rule(said.get('before'))}",
    "closure.entered": lambda said, names: f"entered days of closure: {_closures(said.get('closures'))}",
    "closure.taken_back": lambda said, names: f"took back the closure of {_day(said.get('on'))}",
    "governance.entered": lambda said, names: "entered how the council is run, and from when",
    "document.uploaded": lambda said, names: f"brought in {said.get('name')}",
    "document.asked_for_again": lambda said, names: f"asked for {said.get('name')} to be read again",
    "document.read": _read,
    "document.asked_anew": lambda said, names: f"asked for {said.get('name')} to be read from the beginning",
    "document.reading_stopped": lambda said, names: f"stopped the reading of {said.get('name')}",
    "document.replaced": lambda said, names: f"put a later version in place of {said.get('name')}",
    "evidence.re_anchored": lambda said, names: f"looked for the evidence of {said.get('document')} in its new text",
    "annotations.brought_in": lambda said, names: (
        f"brought in passages marked elsewhere of {said.get('name')}: {said.get('placed')} found their words, "
        f"{said.get('waiting')} wait for a person"
    ),
    "evidence.placed": lambda said, names: "said where a quotation stands now",
    "evidence.gone": lambda said, names: "said that a quotation stands there no longer",
    "passage.coded": lambda said, names: f"coded the passage {said.get('passage')}",
    "coding.taken_back": lambda said, names: f"took back a coding of the passage {said.get('passage')}",
    "codes.suggestions_asked": lambda said, names: "asked for suggestions of codes",
    "codes.learning_asked": lambda said, names: (
        f"had Moothall learn from {said.get('confirmed')} confirmed passage{'' if said.get('confirmed') == 1 else 's'}"
    ),
    "codes.suggesting_stopped": lambda said, names: "stopped the suggestions of codes",
    "codes.suggesting_taken_up": lambda said, names: "took the suggestions of codes up again",
    "document.unreadable": lambda said, names: "could not read a document",
    "document.whose_said": lambda said, names: (
        "said that a document is the council’s own"
        if said.get("is_ours")
        else "said that a document is another council’s"
    ),
    "fact.confirmed": _confirmed,
    "rivals.settled": _settled,
    "document.one_taken": lambda said, names: f"took “{said.get('name')}” out of several in one document",
    "draft.made": _drafted,
    "plan_content.asked": lambda said, names: f"asked for what {said.get('name')} says as a plan",
    "plan_content.stopped": lambda said, names: f"stopped the reading of {said.get('name')} as a plan",
    "plan_content.read": _statements_read,
    "plan_content.unreadable": lambda said, names: f"could not read {said.get('name')} as a plan",
    "statements.accepted": _counted("accepted"),
    "statements.rejected": _counted("rejected"),
    "statement.corrected": lambda said, names: f"corrected a statement of {said.get('name')}",
    "statement.moved": _statement_moved,
    "plan_content.not_said": lambda said, names: (
        f"said that {said.get('name')} does not answer {_named(said.get('question'), names)}"
    ),
    "plan_content.put_into_plan": _put_in,
    "agreement.asked": _agreement_asked,
    "agreement.answered": _agreement_answered,
    "agreement.handed_on": lambda said, names: f"handed {_agreement(said)} on to {said.get('after')}{_because(said)}",
    "agreement.withdrawn": lambda said, names: f"withdrew the request for {_agreement(said)}{_because(said)}",
    "agreement.own_words_allowed": lambda said, names: (
        f"allowed {said.get('person') or 'whoever has it'} to give {_agreement(said)} on their own words"
        f"{_because(said)}"
    ),
    "absence.said": lambda said, names: (
        f"is away from {_day(said.get('from_on'))} to {_day(said.get('to_on'))}, and {said.get('cover')} covers"
    ),
    "absence.ended": lambda said, names: (
        f"is not away any more from {_day(said.get('from_on'))} to {_day(said.get('to_on'))}"
    ),
    "author.invited": lambda said, names: f"invited {said.get('person')} to answer requests",
    "invitation.accepted": lambda said, names: "took up an invitation and set a password",
    "wording.added": lambda said, names: f"added the standard wording “{said.get('title')}”",
    "wording.renewed": lambda said, names: (
        f"put version {said.get('version')} of the standard wording “{said.get('title')}” in place of the one before"
    ),
    "wording.taken_back": lambda said, names: f"took back the standard wording “{said.get('title')}”: {_reason(said)}",
    "words.frozen": lambda said, names: (
        f"froze “{said.get('title')}” until {_day(said.get('until_on'))}{_because(said)}"
    ),
    "words.thawed": lambda said, names: f"thawed “{said.get('title')}”",
    "writing.assigned": lambda said, names: (
        f"gave “{said.get('title')}” to {said.get('person')} to write, by {_day(said.get('due_on'))}"
    ),
    "writing.reassigned": _reassigned,
    "writing.taken_back": lambda said, names: (
        f"took “{said.get('title')}” back from {said.get('person')}{_because(said)}"
    ),
    "plan.begun": lambda said, names: "began the plan",
    "plan.opening_written": lambda said, names: "wrote the title and introduction of the plan",
    "question.answered": _answered,
    "commitment.added": _item("added", "commitment"),
    "commitment.changed": _item("changed", "commitment"),
    "commitment.removed": _item("took out", "commitment"),
    "milestone.added": lambda said, names: f"added the milestone “{said.get('title')}”, due {_day(said.get('due_on'))}",
    "measure.added": _item("added", "measure"),
    "measure.changed": _item("changed", "measure"),
    "measure.removed": _item("took out", "measure"),
    "barrier.added": _item("added", "barrier"),
    "barrier.changed": _item("changed", "barrier"),
    "barrier.removed": _item("took out", "barrier"),
    "plan.set_out": lambda said, names: (
        f"set the plan out {_LAYOUTS.get(str((said.get('after') or {}).get('layout')), 'anew')}"
    ),
    **{
        f"{table}.{event}": _item(deed, words)
        for table, words in _FURTHER.items()
        for event, deed in (("added", "added"), ("changed", "changed"), ("removed", "took out"))
    },
    "plan.version_kept": lambda said, names: f"kept version {said.get('number')} of the plan, {said.get('name')}",
    "report.begun": lambda said, names: (
        f"began the covering report in the house template {_named(said.get('house_template'), names)}"
    ),
    "report.house_template_chosen": lambda said, names: (
        f"set the covering report in the house template {_named(said.get('after'), names)}"
    ),
    "report.taken_recorded": lambda said, names: (
        f"recorded which recommendations members took: {', '.join(said.get('after') or ()) or 'none'}"
    ),
    "report.template_brought": lambda said, names: (
        f"brought {said.get('name')} in as version {said.get('number')} of the council’s own Word template"
    ),
    "report.own_template_chosen": lambda said, names: (
        f"set the report’s Word file in version {said['after']} of the council’s own template"
        if said.get("after")
        else "set the report’s Word file in the house order again"
    ),
    "report.paper_kept": lambda said, names: f"kept {said.get('name')} as the public copy of “{said.get('paper')}”",
    "report.paper_taken_back": lambda said, names: (
        f"took {said.get('name')}, the public copy of “{said.get('paper')}”, back"
    ),
    "report.exempt_written": lambda said, names: (
        f"wrote Part 2 of the covering report, revision {said.get('revision')}"
    ),
    "report.field_written": lambda said, names: (
        f"wrote {_named(said.get('field'), names).replace('_', ' ')} of the covering report"
    ),
    "word.taken_out": lambda said, names: f"took {said.get('label')} out to Word",
    "word.brought_back": lambda said, names: (
        f"brought {said.get('name')} back from Word, with {_some(said.get('changes'), 'change')} and "
        f"{_some(said.get('strays'), 'passage')} that could not be placed"
    ),
    "word.changes_accepted": _word_changes("accepted"),
    "word.changes_refused": _word_changes("refused"),
    "word.comment_answered": lambda said, names: (
        f"{'kept' if said.get('is_kept') else 'put aside'} a comment from Word on {said.get('title')}"
    ),
    "word.stray_placed": lambda said, names: f"placed words of {said.get('name')} in {said.get('title')}",
    "word.stray_put_aside": lambda said, names: f"put words of {said.get('name')} aside: {_reason(said)}",
    "comment.made": lambda said, names: f"commented on {said.get('title')}",
    "comment.words_suggested": lambda said, names: f"suggested other words in {said.get('title')}",
    "comment.answered": lambda said, names: f"answered a comment by {said.get('of')} on {said.get('title')}",
    "comment.resolved": lambda said, names: (
        f"resolved a comment by {said.get('of')} on {said.get('title')}{_because(said)}"
    ),
    "comment.reopened": lambda said, names: f"opened a comment by {said.get('of')} on {said.get('title')} again",
    "comment.words_used": lambda said, names: (
        f"used the words that {said.get('suggested_by')} suggested in {said.get('title')}"
    ),
    "comment.words_refused": lambda said, names: (
        f"did not use the words that {said.get('suggested_by')} suggested in {said.get('title')}{_because(said)}"
    ),
    "comment.brought_in": lambda said, names: (
        f"kept a comment by {said.get('of')} on {said.get('title')}, from {said.get('name')}"
    ),
    "appendix.given": lambda said, names: (
        f"{'gave a file for' if said.get('name') else 'said that the plan is'} the appendix “{said.get('appendix')}”"
    ),
    "report.handed_over": lambda said, names: (
        f"handed the report over, hand-off {said.get('number')} of {_some(len(said.get('files') or ()), 'file')}"
        f"{', with ' + _some(len(said['not_ready']), 'thing') + ' not ready: ' if said.get('not_ready') else ''}"
        f"{_reason(said)}"
    ),
    "agenda_link.entered": lambda said, names: f"entered the address of the {said.get('kind')}",
    "agenda_link.corrected": lambda said, names: f"corrected the address of the {said.get('kind')}: {_reason(said)}",
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
        f"recorded what {said.get('body')} resolved on {_day(said.get('decided_on'))}"
    ),
    "decision.published": _decision_published,
    "date.overridden": _overridden,
    "override.taken_back": lambda said, names: (
        f"took back the date put for “{said.get('what')}”, {_day(said.get('on'))}; {_day(said.get('counted_on'))}, as"
        f" counted, stands again: {_reason(said)}"
    ),
    "feed.made": lambda said, names: "made a calendar feed of these dates",
    "feed.revoked": lambda said, names: f"revoked the calendar feed of {said.get('whose')}",
    "remark.settled": lambda said, names: f"let a remark on “{said.get('label')}” stand: {_reason(said)}",
    "remark.opened_again": lambda said, names: f"opened a settled remark on “{said.get('label')}” again",
    "plan.published": lambda said, names: f"published the plan, version {said.get('version')}",
    "plan.withdrawn": lambda said, names: "withdrew the published plan",
    "return.submitted": lambda said, names: (
        f"certified the return and recorded it as sent, receipt {said.get('receipt')}"
    ),
    "reading.recorded": lambda said, names: (
        f"recorded a reading of {_named(said.get('measure'), names)}: {said.get('value')}, {said.get('period')}"
    ),
    "milestone.updated": _milestone,
}


def sentence(event: str, details: Details, names: Names) -> str:
    """What was done, to follow the name of who did it: added the measure “Agency spend”.

    Raises KeyError for an event that no deed writes.
    """
    return TOLD[event](details, names)


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the record as a page shows it."""

    at: datetime
    who: str
    did: str


def lines(entries: Any, names: Names) -> list[Line]:
    """The entries of the record as sentences, in the order given."""
    return [Line(one.at, one.by_name, sentence(one.event, one.details, names)) for one in entries]


def names_here(here: Here, draft: Any) -> dict[str, str]:
    """What the keys of this workspace's record stand for: questions, what hangs on the plan, fields, templates."""
    names = {question.id: question.title for _, question in here.round_.questions()}
    names |= {name: kind.label for name, kind in FIELDS.items()}
    names |= {one.id: one.name for one in house_templates.all_templates()}
    if draft is not None:
        plan = plans.plan(draft, here.round_)
        for some in (plan.commitments, plan.measures, plan.barriers):
            names |= {one.key: one.title for one in some}
        names |= {step.key: step.title for one in plan.commitments for step in one.milestones}
    return names
