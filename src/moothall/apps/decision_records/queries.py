"""The record of a decision as it stands: what was recorded, what the covering report says, and what was entered."""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import datetime
from typing import Any

from django.utils import timezone

from moothall.apps.call_ins import followed, waivers
from moothall.apps.decision_records.models import Entry, Judgement
from moothall.apps.reports import queries as reports
from moothall.apps.routes import queries as routes
from moothall.apps.routes.models import Decision
from moothall.apps.workspaces.models import Workspace
from moothall.domain import decision_status as status
from moothall.domain import requirement_reports
from moothall.domain.authorities import BodyKind
from moothall.domain.days import in_words, time_in_words
from moothall.domain.decision_records import BY_NAME, FIELDS, DecisionRecord, Value
from moothall.domain.decisions import Limb, Outcome
from moothall.domain.limb_changes import LimbChange, limb_changes
from moothall.domain.plain import build
from moothall.domain.reports import CommitteeReport
from moothall.domain.requirement_reports import Asks, DecisionSeen, Done, Judged, RequirementShown
from moothall.domain.rounds import Round

_RECORDED, _REPORT = "The decision as it was recorded", "The covering report"
Said = tuple[str, Value, str]


def record(decision: Decision, *, at: datetime, known: Iterable[Said] = ()) -> DecisionRecord:
    """Every field of a decision's record at a moment, each with where it is from. What was entered goes first.

    ``known`` is what else is on record of it, as field, value and source, by apps above this one: a notice that was
    given. It goes before the covering report.
    """
    workspace = decision.step.route.workspace
    said: dict[str, tuple[Value, str]] = {}
    for name, value, source in (*_recorded(decision, at), *_reported(decision), *known, *_entered(decision)):
        said[name] = (value, source)
    values: dict[str, Any] = {name: value for name, (value, _) in said.items()}
    sources = {name: said[name][1] for name in (one.name for one in FIELDS) if name in said}
    return DecisionRecord(authority_name=workspace.official_name, sources=sources, **values)


def value_of(name: str, plain: Any) -> Value:
    """The value of a field from its plain form. Raises ValueError where that is not of the field's shape."""
    return build(DecisionRecord, {"authority_name": "", BY_NAME[name].name: plain}).value(name)


def entries(decision: Decision) -> dict[str, Entry]:
    """What was entered and stands, by the name of its field."""
    return {one.name: one for one in Entry.objects.filter(decision=decision, ended_at=None)}


def past_entries(decision: Decision, name: str) -> list[Entry]:
    """What was entered in a field before and no longer stands, the latest first."""
    return list(Entry.objects.filter(decision=decision, name=name, ended_at__isnull=False).order_by("-ended_at", "-pk"))


def changes(decision: Decision) -> tuple[LimbChange, ...] | None:
    """What members changed of the limbs recommended; None where no report recommended anything to this body."""
    report = _report(decision)
    recommended = _recommended(report) if report else ()
    return limb_changes(recommended, routes.limbs(decision)) if recommended else None


def _entered(decision: Decision) -> Iterator[Said]:
    for name, row in entries(decision).items():
        yield name, value_of(name, row.value), f"{row.source}. Entered by {row.by_name}"


def _recorded(decision: Decision, at: datetime) -> Iterator[Said]:
    step, limbs = decision.step, routes.limbs(decision)
    yield "decision_maker", step.body, _RECORDED
    yield "decision", decision.minute, _RECORDED
    yield "limbs", limbs, _RECORDED
    for name in ("reasons", "alternatives", "interests"):
        if getattr(decision, name):
            yield name, getattr(decision, name), _RECORDED
    yield "decided_on", decision.decided_on, _RECORDED
    if step.meets_on:
        if BodyKind(step.body_kind).meets:
            begins = f", {time_in_words(step.meets_at)}" if step.meets_at else ""
            yield "decided_at_meeting", f"{step.body}, {in_words(step.meets_on)}{begins}", "The route"
        yield "decision_due", step.meets_on, "The route"
    yield from _published(decision, at)


def _published(decision: Decision, at: datetime) -> Iterator[Said]:
    """Call-in, publication, the day of effect and the status that follows from them."""
    waiver = waivers.of_decision(decision)
    if waiver is not None:
        yield "urgent", True, "The waiver of call-in"
        yield "urgent_reason", waiver.because, "The waiver of call-in"
    if not decision.is_callable:
        yield "subject_to_call_in", False, _RECORDED
        yield "not_callable_reason", decision.not_callable_reason, _RECORDED
    elif decision.published_at:
        yield "subject_to_call_in", decision.call_in is not None, "Counted by the council’s rules at publication"
    closes_on, in_force_on, public_on = None, routes.in_force_on(decision), None
    if decision.published_at:
        public_on = timezone.localdate(decision.published_at)
        yield "published_on", public_on, "The publication of the decision"
        closes_on = decision.call_in and datetime.fromisoformat(decision.call_in["on"]).date()
    if in_force_on:
        yield "effective_from", in_force_on, "Counted by the council’s rules"
    compared = changes(decision)
    agreed = decision.outcome in (Outcome.AGREED, Outcome.CHANGED)
    made = (
        status.outcome(compared or (), has_report=compared is not None) if agreed else Outcome(decision.outcome).label
    )
    stands = status.standing(
        published_on=public_on,
        closes_on=closes_on or None,
        in_force_on=in_force_on,
        is_held=decision.held_since is not None,
        is_replaced=followed.is_replaced(decision),
        as_of=timezone.localdate(at),
    )
    yield "status", status.status(made, stands), "Follows from what is on record"


def _report(decision: Decision) -> CommitteeReport | None:
    """The covering report, where it went to the body that decided; no other body decided on its recommendations."""
    row = reports.report(decision.step.route.workspace)
    report = reports.value(row) if row else None
    if report is None or (report.body and report.body.casefold() != decision.step.body.casefold()):
        return None
    return report


def _recommended(report: CommitteeReport) -> tuple[Limb, ...]:
    """The limbs members took where that is known, otherwise those of every recommendation that is no alternative."""
    wanted = report.recommendations
    kept = [one for one in wanted if one.number in report.taken] or [one for one in wanted if not one.alternative_to]
    return tuple(limb for one in kept for limb in one.limbs)


def _reported(decision: Decision) -> Iterator[Said]:
    report = _report(decision)
    if report is None:
        return
    rejected = [one for one in report.options if not one.chosen]
    authors = [
        f"{one.name}, {one.role}" if one.role else one.name
        for one in (*report.contact_officers, *([report.lead_officer] if report.lead_officer else []))
    ]
    found: tuple[tuple[str, Value], ...] = (
        ("title", report.title),
        ("key_decision", report.key_decision),
        ("key_decision_reason", report.key_decision_reason),
        ("purpose", report.purpose or report.summary),
        ("report_author", report.report_of or "; ".join(dict.fromkeys(authors))),
        ("documents", tuple(filter(None, (report.title, *report.appendices, *report.background_papers)))),
        ("notice_first_published", report.forward_plan_first_notified),
        ("lead_member", report.portfolio_holder),
        ("lead_director", _named(report)),
        ("consultees", report.consultation),
        ("wards", report.wards),
    )
    for name, value in found:
        if value not in ("", (), None):
            yield name, value, _REPORT
    as_reported = "The covering report: look whether members took it as it is there"
    if report.reasons and not decision.reasons:
        yield "reasons", report.reasons, as_reported
    if rejected and not decision.alternatives:
        said = "\n".join(f"{one.title}: {one.appraisal}" if one.appraisal else one.title for one in rejected)
        yield "alternatives", said, as_reported


def _named(report: CommitteeReport) -> str:
    one = report.lead_officer
    return (f"{one.name}, {one.role}" if one.role else one.name) if one else ""


def judged(workspace: Workspace) -> tuple[Judged, ...]:
    """The judgements of a workspace that stand, the first first."""
    found = Judgement.objects.filter(workspace=workspace, ended_at=None).select_related("decision__step")
    return tuple(_judged(one) for one in found)


def judgement(workspace: Workspace, pk: int) -> Judgement | None:
    """One judgement of this workspace that stands, or None."""
    return Judgement.objects.filter(workspace=workspace, pk=pk, ended_at=None).select_related("decision__step").first()


def past_judgements(workspace: Workspace) -> list[tuple[Judged, Judgement]]:
    """The judgements that were taken back, with who did and why."""
    found = Judgement.objects.filter(workspace=workspace, ended_at__isnull=False).select_related("decision__step")
    return [(_judged(one), one) for one in found]


def _judged(row: Judgement) -> Judged:
    return Judged(
        requirement=row.requirement,
        asks=Asks(row.asks),
        decision=row.decision.step_id,
        body=row.decision.step.body,
        limb=f"({chr(ord('a') + row.limb)})",
        reason=row.reason,
        by_name=row.by_name,
        by_post=row.by_post,
        on=timezone.localdate(row.judged_at),
        key=row.pk,
    )


def requirements(
    workspace: Workspace, round_: Round | None, *, done: Iterable[Done] = ()
) -> tuple[RequirementShown, ...]:
    """Each requirement of the round with what shows it. ``done`` are what apps above know: publication and return."""
    if round_ is None:
        return ()
    seen = tuple(_seen(one) for one in routes.decisions(workspace))
    return requirement_reports.report(round_.requirements, decisions=seen, done=tuple(done), judged=judged(workspace))


def _seen(decision: Decision) -> DecisionSeen:
    return DecisionSeen(
        key=decision.step_id,
        body=decision.step.body,
        decided_on=decision.decided_on,
        limbs=routes.limbs(decision),
        minute=decision.minute,
        endorses=decision.step.is_deciding and routes.is_endorsed(decision),
        oversees=routes.is_overseen(decision),
        is_undone=followed.is_replaced(decision),
    )


def enterable(found: DecisionRecord) -> Iterator[tuple[str, Value, str]]:
    """What of a record a person may enter, as name, value and source; nothing of what is not known."""
    for one in FIELDS:
        value = found.value(one.name)
        if one.is_entered and value is not None:
            yield one.name, value, found.sources.get(one.name, "")


def same_fields(one: DecisionRecord, other: DecisionRecord) -> bool:
    """Whether two records say the same, whatever their sources are."""
    return replace(one, sources={}) == replace(other, sources={})
