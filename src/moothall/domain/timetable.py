"""One route's dates: the notices before a decision, the decision, and the call-in after it.

Knows nothing of other routes. What stands in the way is said in sentences, never raised.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from moothall.domain import rule_packs
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import agenda_publication, call_in, general_exception, key_decision_notice
from moothall.domain.days import Counting, Holidays, in_short
from moothall.domain.deadlines import Deadline
from moothall.domain.meetings import Meeting
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, Provision, Read
from moothall.domain.rule_packs import Base, RulePack

SUMMONS = Provision(ACT_1972, "Schedule 12, paragraph 4(1A)")
URGENT_ITEM = Provision(ACT_1972, "section 100B(4)(b)")
OFFICER_RECORD = Provision(
    "Openness of Local Government Bodies Regulations 2014 (SI 2014/2095)", "regulation 7", Read.ACCOUNT
)
SPECIAL_URGENCY = Provision(EXECUTIVE_REGULATIONS, "regulation 11(1)")
RECORDS = {
    BodyKind.EXECUTIVE: ("G-D1", Provision(EXECUTIVE_REGULATIONS, "regulation 12")),
    BodyKind.INDIVIDUAL_MEMBER: ("G-D2", Provision(EXECUTIVE_REGULATIONS, "regulation 13(1) to (3)", Read.RECALLED)),
    BodyKind.OFFICER: ("G-D2", Provision(EXECUTIVE_REGULATIONS, "regulation 13(4)", Read.ACCOUNT)),
}
MEETS = frozenset({BodyKind.EXECUTIVE, BodyKind.FULL_COUNCIL, BodyKind.COMMITTEE, BodyKind.SCRUTINY})
EXECUTIVE_MAKERS = frozenset(RECORDS)
DEMOCRATIC_SERVICES = "Democratic services"
TWO_MEMBERS = "Two executive members"
TOGETHER = frozenset({TWO_MEMBERS, "Leader and chief executive", "Mayor and chief executive"})


class Key(StrEnum):
    """Whether the decision is a key decision. Unsure keeps to the rules of a key decision wherever they still fit."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True)
class Situation:
    """What every route is worked out from: the day looked from, the deadline, the council's rules, the decision."""

    as_of: date
    deadline_on: date
    pack: RulePack
    governance: Governance
    key: Key
    callable_: bool
    holidays: Holidays

    @property
    def counting(self) -> Counting:
        """Working days as this council has them, its closure days included."""
        return rule_packs.counting(self.pack, self.holidays)

    def short(self, day: date) -> str:
        """A day as it stands in a sentence; its year too where that is not the deadline's."""
        return in_short(day, year=day.year != self.deadline_on.year)

    def has_call_in(self, kind: BodyKind) -> bool:
        """Whether scrutiny may call in a decision of this kind of body here."""
        if not self.callable_ or self.pack.call_in is None:
            return False
        if self.governance is Governance.COMMITTEE:
            return kind is BodyKind.COMMITTEE
        if kind is BodyKind.OFFICER:
            return self.key is not Key.NO  # officers' decisions are commonly open to call-in only where they are key
        return kind in EXECUTIVE_MAKERS

    def is_executive(self, kind: BodyKind) -> bool:
        """Whether a decision of this kind of body is an executive one here, under the executive's regulations."""
        return self.governance is not Governance.COMMITTEE and kind in EXECUTIVE_MAKERS

    def record(self, kind: BodyKind) -> tuple[str, Provision] | None:
        """The rule and provision for publishing the record of a decision, or None where the minutes are the record."""
        if self.governance is Governance.COMMITTEE:
            return ("G-D3", OFFICER_RECORD) if kind is BodyKind.OFFICER else None
        return RECORDS.get(kind)


@dataclass(frozen=True, slots=True)
class Step:
    """One dated step of a route. ``step`` is a stable id, ``what`` the deed in words, ``deadline`` the working."""

    step: str
    what: str
    body: str | None
    on: date
    at: datetime | None = None
    rule: str | None = None
    provision: Provision | None = None
    who: str = DEMOCRATIC_SERVICES
    deadline: Deadline | None = None


@dataclass(frozen=True, slots=True)
class Course:
    """A decision with its steps, its costs and what stands in its way. ``a_day_late``: call-in if publication slips."""

    steps: tuple[Step, ...]
    decided_on: date
    in_force_on: date
    trades: tuple[str, ...] = ()
    problems: tuple[str, ...] = ()
    a_day_late: Deadline | None = None


@dataclass(slots=True)
class _Draft:
    """Steps, costs and problems while a course is put together."""

    steps: list[Step] = field(default_factory=list)
    trades: list[str] = field(default_factory=list)
    problems: list[str] = field(default_factory=list)


def decision(at: Meeting, situation: Situation) -> Course:
    """The course of a decision by a body at a meeting, or by a member or officer on a day: notices, papers, call-in."""
    draft = _Draft()
    if situation.is_executive(at.kind) and situation.key is not Key.NO:
        _give_notice(at, situation, draft)
    if at.kind in MEETS:
        _open_papers(at, situation, draft)
    if at.kind is BodyKind.INDIVIDUAL_MEMBER and situation.pack.member_notice:
        _open_member_papers(at, situation, draft)
    if at.on < situation.as_of:
        draft.problems.append(f"It is before the day counted from, {situation.short(situation.as_of)}.")
    draft.steps.append(_decide(at))
    in_force_on, late = _after(at, situation, draft)
    return Course(in_order(draft.steps), at.on, in_force_on, tuple(draft.trades), tuple(draft.problems), late)


def advice(at: Meeting, situation: Situation) -> Course:
    """The course of a scrutiny meeting that looks at the plan before it is decided."""
    draft = _Draft()
    _open_papers(at, situation, draft)
    draft.steps.append(Step("scrutiny", f"{at.body} looks at the plan", at.body, at.on, at.at, who=at.body))
    return Course(in_order(draft.steps), at.on, at.on, problems=tuple(draft.problems))


def in_order(steps: list[Step] | tuple[Step, ...]) -> tuple[Step, ...]:
    """Steps by day; those of one day stay in the order they were put."""
    return tuple(sorted(steps, key=lambda step: step.on))


def _give_notice(at: Meeting, situation: Situation, draft: _Draft) -> None:
    notice = key_decision_notice.deadline(at.on, holidays=situation.holidays, clear=situation.pack.key_decision_notice)
    due = notice.on or at.on
    if situation.as_of <= due:
        draft.steps.append(_owed("key_decision_notice", notice, at.body, due))
        if notice.working_on and notice.working_on < situation.as_of:
            draft.trades.append(f"The key decision notice would have to go up on a weekend, by {situation.short(due)}.")
        return
    exception = general_exception.last_notice(at.on, holidays=situation.holidays)
    if situation.key is Key.UNSURE:
        draft.trades.append(_only_if_not_key(due, exception, situation))
    elif situation.as_of <= exception:
        draft.steps.append(_exception_notice(at, exception, situation))
        draft.trades.append(
            f"Uses the general exception, because full notice was due by {situation.short(due)}:"
            " say in public why 28 days could not be given."
        )
    else:
        draft.problems.append(
            f"Notice of a key decision was due by {situation.short(due)}, and the general exception by"
            f" {situation.short(exception)}. Only special urgency is left"
            f" ({SPECIAL_URGENCY.cite()}), with the agreement of the chair of scrutiny."
        )


def _only_if_not_key(due: date, exception: date, situation: Situation) -> str:
    if situation.as_of <= exception:
        day = situation.short(exception)
        otherwise = f"the general exception still allows it, with notice to the chair of scrutiny by {day}"
    else:
        otherwise = "only special urgency is left, with the agreement of the chair of scrutiny"
    return f"Only if it is not a key decision: notice was due by {situation.short(due)}. If it is, {otherwise}."


def _exception_notice(at: Meeting, on: date, situation: Situation) -> Step:
    working = general_exception.deadline(on, holidays=situation.holidays)
    return Step(
        "general_exception_notice",
        "Tell the chair of scrutiny in writing and publish the notice of the general exception",
        at.body,
        on,
        rule=general_exception.RULE,
        provision=general_exception.PROVISION,
        deadline=working,
    )


def _open_papers(at: Meeting, situation: Situation, draft: _Draft) -> None:
    papers = agenda_publication.deadline(at.on, holidays=situation.holidays, clear=situation.pack.agenda, body=at.kind)
    due = papers.on or at.on
    draft.steps.append(_owed("agenda_publication", papers, at.body, due))
    if at.kind is BodyKind.FULL_COUNCIL:
        summons = replace(papers, rule="G-N6", what="Send the summons to every member", provision=SUMMONS)
        draft.steps.append(_owed("summons", summons, at.body, due))
    if due < situation.as_of:
        draft.problems.append(_papers_late(at, due, situation))


def _papers_late(at: Meeting, due: date, situation: Situation) -> str:
    missed = f"The papers for {at.body} on {situation.short(at.on)} had to be public by {situation.short(due)}."
    if at.kind is BodyKind.EXECUTIVE:
        return missed + (
            " The executive's regulations have no door for a late item: if the agenda is out and lists it, it can go"
            " on, otherwise ask your monitoring officer."
        )
    return missed + (
        " If the agenda is out and lists it, it can go on; otherwise the chair must find special circumstances that"
        f" make it urgent, and the minutes must say so ({URGENT_ITEM.cite()})."
    )


def _open_member_papers(at: Meeting, situation: Situation, draft: _Draft) -> None:
    clear = situation.pack.member_notice
    assert clear is not None
    papers = agenda_publication.deadline(at.on, holidays=situation.holidays, clear=clear)
    local = replace(
        papers,
        rule="local",
        what="Publish the report the member will decide on",
        provision=Provision("The council's own rules", f"{clear.clear()} for a member deciding alone", Read.ACCOUNT),
    )
    due = local.on or at.on
    draft.steps.append(_owed("member_papers", local, at.body, due))
    if due < situation.as_of:
        draft.problems.append(f"The report for {at.body} had to be public by {situation.short(due)} under local rules.")


def _decide(at: Meeting) -> Step:
    verb = "decide" if at.body in TOGETHER else "decides"
    return Step("decision", f"{at.body} {verb}", at.body, at.on, at.at, who=at.body)


def _after(at: Meeting, situation: Situation, draft: _Draft) -> tuple[date, Deadline | None]:
    rule = situation.pack.call_in
    published_on = at.on
    if rule and rule.base is Base.DECISION and situation.has_call_in(at.kind):
        published_on = situation.counting.working_days_after(at.on, rule.publish_allowance)
    record = situation.record(at.kind)
    if record:
        number, provision = record
        draft.steps.append(
            Step("publish_decision", "Publish the decision", at.body, published_on, rule=number, provision=provision)
        )
    if rule is None or not situation.has_call_in(at.kind):
        draft.steps.append(_in_force(at, at.on, "The decision is in force at once", None))
        return at.on, None
    closes = _call_in(at, at.on, situation)
    in_force_on = closes.effective_on or at.on
    draft.steps.append(_owed("call_in", closes, at.body, closes.on or at.on, who="Scrutiny members"))
    draft.steps.append(_in_force(at, in_force_on, "The decision is in force unless it was called in", closes))
    late = None
    if rule.base is Base.PUBLICATION:
        late = _call_in(replace(at, starts_at=None), situation.counting.next_working(at.on), situation)
    return in_force_on, late


def _call_in(at: Meeting, published_on: date, situation: Situation) -> Deadline:
    rule = situation.pack.call_in
    assert rule is not None
    published: date | datetime = published_on
    if at.starts_at is not None and rule.publish_cutoff is not None:
        published = datetime.combine(published_on, at.starts_at)
    decided_on = at.on if rule.base is Base.DECISION else None
    return call_in.deadline(published, decided_on=decided_on, rule=rule, holidays=situation.holidays)


def _in_force(at: Meeting, on: date, what: str, closes: Deadline | None) -> Step:
    return Step(
        "in_force",
        what,
        at.body,
        on,
        rule=closes.rule if closes else None,
        provision=closes.provision if closes else None,
        deadline=closes,
    )


def _owed(step: str, owed: Deadline, body: str, on: date, *, who: str = DEMOCRATIC_SERVICES) -> Step:
    return Step(step, owed.what, body, on, owed.at, owed.rule, owed.provision, who, owed)
