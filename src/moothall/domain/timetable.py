"""One decision's dates: the notices before it, the decision, and the call-in after it.

Knows nothing of other routes. What stands in the way is said in sentences, never raised.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, datetime

from moothall.domain.authorities import BodyKind
from moothall.domain.clocks import (
    agenda_publication,
    call_in,
    general_exception,
    key_decision_notice,
    notice_kind,
    private_meeting_notice,
)
from moothall.domain.courses import DEMOCRATIC_SERVICES, Course, InTheWay, Obstacle, Step, in_order
from moothall.domain.days import Length
from moothall.domain.deadlines import Deadline
from moothall.domain.local_rules import RuledClock
from moothall.domain.meetings import Meeting
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, Provision, Read
from moothall.domain.rule_packs import Base, CallInRule
from moothall.domain.situation import RECORDS, Key, Situation

__all__ = ["RECORDS", "Course", "Key", "Situation", "Step", "advice", "decision", "in_order"]

SUMMONS = Provision(ACT_1972, "Schedule 12, paragraph 4(1A)")
URGENT_ITEM = Provision(ACT_1972, "section 100B(4)(b)")
EXCLUSION = Provision(ACT_1972, "section 100A(4) and (5)")
OWN_OPINION = Provision(EXECUTIVE_REGULATIONS, "regulation 20(3)")
SPECIAL_URGENCY = Provision(EXECUTIVE_REGULATIONS, "regulation 11(1)")
MEETS = frozenset({BodyKind.EXECUTIVE, BodyKind.FULL_COUNCIL, BodyKind.COMMITTEE, BodyKind.SCRUTINY})
TWO_MEMBERS = "Two executive members"
TOGETHER = frozenset({TWO_MEMBERS, "Leader and chief executive", "Mayor and chief executive"})


@dataclass(slots=True)
class _Draft:
    """Steps, costs and obstacles while a course is put together."""

    as_of: date
    steps: list[Step] = field(default_factory=list)
    trades: list[str] = field(default_factory=list)
    obstacles: list[Obstacle] = field(default_factory=list)
    notice: str | None = None
    holds_to: date = date.max
    assumed: Length | None = None

    def stop(self, kind: InTheWay, says: str) -> None:
        """Something stands in the way."""
        self.obstacles.append(Obstacle(kind, says))

    def is_open(self, last: date) -> bool:
        """Whether a last day can still be kept. The course holds no longer than the first of them."""
        if self.as_of > last:
            return False
        self.holds_to = min(self.holds_to, last)
        return True


def decision(at: Meeting, situation: Situation, *, text_needed: bool = True) -> Course:
    """The course of a decision by a body at a meeting, or by a member or officer on a day: notices, papers, call-in.

    ``text_needed`` is False where only the approach is decided, so that the text may be ready later.
    """
    draft = _Draft(situation.as_of)
    if text_needed:
        _consult(situation, draft)
    if situation.is_executive(at.kind, at.on) and situation.key is not Key.NO:
        _give_notice(at, situation, draft)
    if situation.constraints.exempt_part:
        _close_a_part(at, situation, draft)
    if at.kind in MEETS:
        _open_papers(at, situation, draft)
    if at.kind is BodyKind.INDIVIDUAL_MEMBER and situation.rules_on(at.on).member_notice_for(at.kind):
        _open_member_papers(at, situation, draft)
    if text_needed:
        _need_text(at, situation, draft)
    if not draft.is_open(at.on):
        draft.holds_to = situation.as_of
        draft.stop(InTheWay.PAST, f"It is before the day counted from, {situation.short(situation.as_of)}.")
    _avoid(at, situation, draft)
    draft.steps.append(_decide(at))
    in_force_on, late = _after(at, situation, draft)
    return _course(draft, at, in_force_on, late)


def advice(at: Meeting, situation: Situation) -> Course:
    """The course of a scrutiny meeting that looks at the plan before it is decided."""
    draft = _Draft(situation.as_of)
    _open_papers(at, situation, draft)
    _need_text(at, situation, draft)
    draft.is_open(at.on)
    draft.steps.append(Step("scrutiny", f"{at.body} looks at the plan", at.body, at.on, at.at, who=at.body))
    return _course(draft, at, at.on, None)


def _course(draft: _Draft, at: Meeting, in_force_on: date, late: Deadline | None) -> Course:
    return Course(
        in_order(draft.steps),
        at.on,
        in_force_on,
        tuple(draft.trades),
        tuple(draft.obstacles),
        late,
        draft.notice,
        draft.holds_to,
        draft.assumed,
    )


def _consult(situation: Situation, draft: _Draft) -> None:
    """The consultation on a draft, which begins as soon as there is one and so moves with the day looked from."""
    held = situation.consultation
    if held is None:
        return
    opens, closes = held
    draft.holds_to = situation.as_of
    length = situation.constraints.consultation
    who = "Report author"
    draft.steps.append(Step("consultation_opens", f"Open the consultation, for {length}", None, opens, who=who))
    draft.steps.append(Step("consultation_closes", "The consultation closes", None, closes, who=who))


def _give_notice(at: Meeting, situation: Situation, draft: _Draft) -> None:
    clear = situation.rules_on(at.on).key_decision_notice_for(at.kind)
    notice = situation.ask_ruled(RuledClock.KEY_DECISION_NOTICE, key_decision_notice.deadline, at.on, clear=clear)
    due = notice.on or at.on
    if draft.is_open(due):
        draft.notice = notice_kind.FULL_NOTICE
        draft.steps.append(_owed("key_decision_notice", notice, at.body, due))
        if notice.working_on and not draft.is_open(notice.working_on):
            draft.trades.append(f"The key decision notice would have to go up on a weekend, by {situation.short(due)}.")
        return
    exception = situation.ask(general_exception.last_notice, at.on)
    is_excepted = draft.is_open(exception)
    draft.notice = notice_kind.GENERAL_EXCEPTION if is_excepted else notice_kind.SPECIAL_URGENCY
    if situation.key is Key.UNSURE:
        draft.trades.append(_only_if_not_key(due, exception, situation))
    elif is_excepted:
        draft.steps.append(_exception_notice(at, exception, situation))
        draft.trades.append(
            f"Uses the general exception, because full notice was due by {situation.short(due)}:"
            " say in public why 28 days could not be given."
        )
    else:
        draft.stop(
            InTheWay.NOTICE,
            f"Notice of a key decision was due by {situation.short(due)}, and the general exception by"
            f" {situation.short(exception)}. Only special urgency is left"
            f" ({SPECIAL_URGENCY.part}), with the agreement of the chair of scrutiny.",
        )


def _only_if_not_key(due: date, exception: date, situation: Situation) -> str:
    if situation.as_of <= exception:
        day = situation.short(exception)
        otherwise = f"the general exception still allows it, with notice to the chair of scrutiny by {day}"
    else:
        otherwise = "only special urgency is left, with the agreement of the chair of scrutiny"
    return f"Only if it is not a key decision: notice was due by {situation.short(due)}. If it is, {otherwise}."


def _exception_notice(at: Meeting, on: date, situation: Situation) -> Step:
    working = situation.ask(general_exception.deadline, on)
    return Step(
        "general_exception_notice",
        "Tell the chair of scrutiny in writing and publish the notice of the general exception",
        at.body,
        on,
        rule=general_exception.RULE,
        provision=general_exception.PROVISION,
        deadline=working,
    )


def _close_a_part(at: Meeting, situation: Situation, draft: _Draft) -> None:
    """One exempt part: two notices before an executive meeting, whether or not the decision is key; else a vote."""
    if not situation.is_executive(at.kind, at.on):
        draft.trades.append(
            "The exempt part is taken in private only if the meeting votes for it, naming the part and its description"
            f" ({EXCLUSION.cite()})."
        )
        return
    if at.kind is not BodyKind.EXECUTIVE:
        draft.trades.append(
            f"What is withheld as exempt is the decision maker's own opinion to form and record ({OWN_OPINION.part})."
        )
        return
    first, second = (
        _private_notice(at, situation, RuledClock.PRIVATE_MEETING_NOTICE, private_meeting_notice.Notice.FIRST),
        _private_notice(at, situation, RuledClock.PRIVATE_MEETING_SECOND_NOTICE, private_meeting_notice.Notice.SECOND),
    )
    due, again = first.on or at.on, second.on or at.on
    if draft.is_open(due):
        draft.steps.append(_owed("private_meeting_notice", first, at.body, due))
        draft.steps.append(_owed("private_meeting_second_notice", second, at.body, again))
        return
    draft.stop(
        InTheWay.PRIVATE_NOTICE,
        f"Notice that a part is taken in private was due by {situation.short(due)}, key decision or not. It needs the"
        f" agreement of the chair of scrutiny ({private_meeting_notice.SHORT.part}), or a report without the exempt"
        " part.",
    )


def _private_notice(
    at: Meeting, situation: Situation, ruled: RuledClock, notice: private_meeting_notice.Notice
) -> Deadline:
    clear = situation.rules_on(at.on).clear_days(ruled, at.kind)
    return situation.ask_ruled(ruled, private_meeting_notice.deadline, at.on, notice=notice, clear=clear)


def _open_papers(at: Meeting, situation: Situation, draft: _Draft) -> None:
    rules = situation.rules_on(at.on)
    ruled = RuledClock.AGENDA_PUBLICATION
    papers = situation.ask_ruled(
        ruled, agenda_publication.deadline, at.on, clear=rules.agenda_for(at.kind), body=at.kind
    )
    due = papers.on or at.on
    draft.steps.append(_owed("agenda_publication", papers, at.body, due))
    if at.kind is BodyKind.FULL_COUNCIL:
        sent = _summons(at, situation, papers)
        draft.steps.append(_owed("summons", sent, at.body, sent.on or due))
    if not draft.is_open(due):
        draft.stop(InTheWay.PAPERS, _papers_late(at, due, situation))


def _summons(at: Meeting, situation: Situation, papers: Deadline) -> Deadline:
    """The summons goes out with the papers, unless the council has a rule of its own for it."""
    ruled = RuledClock.COUNCIL_SUMMONS
    rules = situation.rules_on(at.on)
    if rules.rule(ruled, at.kind) is not None:
        clear = rules.clear_days(ruled, at.kind)
        papers = situation.ask_ruled(ruled, agenda_publication.deadline, at.on, clear=clear, body=at.kind)
    return replace(papers, rule="G-N6", what="Send the summons to every member", provision=SUMMONS)


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
    rules = situation.rules_on(at.on)
    clear = rules.member_notice_for(at.kind)
    assert clear is not None
    papers = situation.ask_ruled(RuledClock.MEMBER_NOTICE, agenda_publication.deadline, at.on, clear=clear)
    local = replace(
        papers,
        rule="local",
        what="Publish the report the member will decide on",
        provision=Provision("The council's own rules", f"{clear.clear()} for a member deciding alone", Read.ACCOUNT),
    )
    due = local.on or at.on
    draft.steps.append(_owed("member_papers", local, at.body, due))
    if not draft.is_open(due):
        draft.stop(
            InTheWay.MEMBER_PAPERS,
            f"The report for {at.body} had to be public by {situation.short(due)} under local rules.",
        )


def _need_text(at: Meeting, situation: Situation, draft: _Draft) -> None:
    """The text cannot go into papers before it is ready; without papers, it cannot be decided before it is."""
    ready = situation.text_ready_on
    if ready is None:
        return
    papers = [step.on for step in draft.steps if step.step in ("agenda_publication", "member_papers")]
    due = min(papers, default=at.on)
    if due >= ready:
        return
    what = f"the papers for {at.body} go out by {situation.short(due)}" if papers else f"{at.body} decides"
    draft.stop(InTheWay.TEXT, f"The text can be ready on {situation.short(ready)} at the earliest, and {what}.")


def _avoid(at: Meeting, situation: Situation, draft: _Draft) -> None:
    hit = situation.constraints.avoided_on(at.on)
    if hit is None:
        return
    why = f" ({hit.why})" if hit.why else ""
    day = situation.short(at.on)
    if hit.is_block:
        draft.stop(InTheWay.AVOIDED, f"{day} is one of the days you will not use{why}.")
    else:
        draft.trades.append(f"{day} is one of the days you would rather avoid{why}: advice, not a block.")


def _decide(at: Meeting) -> Step:
    verb = "decide" if at.body in TOGETHER else "decides"
    return Step("decision", f"{at.body} {verb}", at.body, at.on, at.at, who=at.body)


def _after(at: Meeting, situation: Situation, draft: _Draft) -> tuple[date, Deadline | None]:
    rule = situation.call_in_rule(at.kind, at.on)
    published_on = at.on
    if rule and rule.base is Base.DECISION:
        published_on = situation.counting.working_days_after(at.on, rule.publish_allowance)
    record = situation.record(at.kind, at.on)
    if record:
        number, provision = record
        draft.steps.append(
            Step("publish_decision", "Publish the decision", at.body, published_on, rule=number, provision=provision)
        )
    if rule is None:
        draft.steps.append(_in_force(at, at.on, "The decision is in force at once", None))
        return at.on, None
    closes = _call_in(at, at.on, rule, situation)
    in_force_on = closes.effective_on or at.on
    draft.steps.append(_owed("call_in", closes, at.body, closes.on or at.on, who="Scrutiny members"))
    draft.steps.append(_in_force(at, in_force_on, "The decision is in force unless it was called in", closes))
    if situation.rules_on(at.on).assumes_call_in(at.kind):
        draft.assumed = rule.length
    late = None
    if rule.base is Base.PUBLICATION:
        next_day = situation.counting.next_working(at.on)
        by_then = situation.call_in_rule(at.kind, next_day) or rule
        late = _call_in(replace(at, starts_at=None), next_day, by_then, situation)
    return in_force_on, late


def _call_in(at: Meeting, published_on: date, rule: CallInRule, situation: Situation) -> Deadline:
    published: date | datetime = published_on
    if at.starts_at is not None and rule.publish_cutoff is not None:
        published = datetime.combine(published_on, at.starts_at)
    decided_on = at.on if rule.base is Base.DECISION else None
    return situation.ask_ruled(RuledClock.CALL_IN, call_in.deadline, published, decided_on=decided_on, rule=rule)


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
