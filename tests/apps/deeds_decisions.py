"""Trials of the record of a decision, judgements, scrutiny's recommendations, and what follows a call-in."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any

from moothall.apps.call_ins import actions as call_ins
from moothall.apps.call_ins.models import CallIn, Waiver
from moothall.apps.decision_records import actions as decision_records
from moothall.apps.decision_records import queries as records
from moothall.apps.decision_records.models import Judgement
from moothall.apps.routes import actions as routes
from moothall.apps.routes.models import Decision, Step
from moothall.apps.scrutiny import actions as scrutiny
from moothall.apps.scrutiny.models import Recommendation
from moothall.domain.authorities import BodyKind
from moothall.domain.called_in import Happening, What
from moothall.domain.decisions import StepValue, Verb
from moothall.domain.requirement_reports import Asks
from moothall.domain.roles import Deed, Role
from moothall.domain.scrutiny_recommendations import Answer
from moothall.domain.waivers import Waiver as Consent
from tests.apps.deeds import CABINET, NOW, Do, Trial, called_in
from tests.people import OPENED, Council

CLERK = Role.DEMOCRATIC_SERVICES
CONSENT = Consent(
    "Part 4, rule 16: delay would do harm.", "The return is due the next day.", "Chair of Scrutiny",
    "Councillor Ivo Pask", date(2024, 7, 10), recorded=True,
)  # fmt: skip
SCRUTINY = StepValue("Overview and Scrutiny", BodyKind.SCRUTINY, False, date(2024, 7, 2), time(18))


def noted(here: Council) -> Decision:
    """Cabinet only noted the plan."""
    return here.decided(verbs=(Verb.NOTE,))


def enter(decision: Decision, name: str, value: Any, by: Any) -> Any:
    return decision_records.enter(decision=decision, name=name, value=value, source="The minutes", by=by, at=NOW)


def _enter(here: Council) -> Do:
    decision = here.decided()
    enter(decision, "wards", "None", here.who(CLERK))  # so that another entry is replaced, which is the longer way
    return lambda by: enter(decision, "wards", "All wards", by)


def _bring_in(here: Council) -> Do:
    decision = here.decided()
    record = replace(records.record(decision, at=NOW), wards="All wards", lead_member="The Leader")
    return lambda by: decision_records.bring_in(
        decision=decision, record=record, file_name="decision.json", by=by, at=NOW
    )


def judge(here: Council, decision: Decision, by: Any, **said: Any) -> Judgement:
    given: dict[str, Any] = {
        "requirement": "endorsement", "asks": Asks.ENDORSEMENT, "limb": 0,
        "reason": "The minutes call it the council's plan.",
    }  # fmt: skip
    return decision_records.judge(
        workspace=here.workspace, round_=here.round_, decision=decision, by=by, at=NOW, **(given | said)
    )


def _judge(here: Council) -> Do:
    decision = noted(here)
    return lambda by: judge(here, decision, by)


def _take_back_judgement(here: Council) -> Do:
    judge(here, noted(here), here.who(CLERK))
    return lambda by: decision_records.take_back_judgement(
        judgement=Judgement.objects.get(), reason="Members said no.", by=by, at=NOW
    )


def valid(here: Council, **rule: Any) -> CallIn:
    """A request of one member, marked valid."""
    row = called_in(here, **rule)
    return call_ins.settle(call_in=row, is_valid=True, reason="In time.", by=here.who(CLERK), at=NOW)


def follow(row: CallIn, what: What, by: Any, at: datetime = NOW, **said: Any) -> Any:
    given: dict[str, Any] = {"on": at.date(), "words": "As resolved.", "body": "Overview and Scrutiny"}
    return call_ins.follow(call_in=row, happening=Happening(what, **(given | said)), by=by, at=at)


def _follow(here: Council) -> Do:
    row, clerk = valid(here), here.who(CLERK)
    follow(row, What.HEARING_SET, clerk)
    # Heard after the day on which it would have taken effect, so that this day is kept too: the longer way.
    Decision.objects.update(call_in={**row.decision.call_in, "effective_on": "2024-07-20"})
    return lambda by: follow(row, What.NO_ACTION, by)


def urgent(here: Council) -> Decision:
    """Cabinet decided, and says that it cannot be called in because it is urgent."""
    decision = here.decided()
    decision.is_callable, decision.not_callable_reason = False, "It is urgent."
    decision.save()
    return decision


def _waive(here: Council) -> Do:
    decision = urgent(here)
    return lambda by: call_ins.waive(decision=decision, waiver=CONSENT, council_on=date(2024, 7, 24), by=by, at=NOW)


def _tell_council(here: Council) -> Do:
    call_ins.waive(decision=urgent(here), waiver=CONSENT, by=here.who(CLERK), at=NOW)
    return lambda by: call_ins.tell_council(waiver=Waiver.objects.get(), on=date(2024, 7, 19), by=by, at=NOW)


def scrutinised(here: Council) -> Step:
    """Scrutiny met on Tuesday 2 July, before Cabinet."""
    clerk = here.who(CLERK)
    routes.choose_route(
        workspace=here.workspace, code="R3", name="Scrutiny, then Cabinet", as_of=date(2024, 6, 20), planned={},
        steps=[SCRUTINY, CABINET], by=clerk, at=OPENED,
    )  # fmt: skip
    step = Step.objects.get(body="Overview and Scrutiny")
    return routes.record_meeting(step=step, met_on=date(2024, 7, 2), by=clerk, at=datetime(2024, 7, 3, 9, tzinfo=UTC))


def recommend(step: Step, by: Any, **said: Any) -> Recommendation:
    given: dict[str, Any] = {"text": "Name who signs the agreement.", "to_whom": "Cabinet", "made_on": date(2024, 7, 2)}
    return scrutiny.recommend(step=step, by=by, at=NOW, **(given | said))


def respond(row: Recommendation, by: Any, **said: Any) -> Any:
    given: dict[str, Any] = {
        "answer": Answer.ACCEPTED, "by_whom": "Cabinet", "on": date(2024, 7, 11), "why": "It was missing.",
    }  # fmt: skip
    return scrutiny.respond(recommendation=row, by=by, at=NOW, **(given | said))


def _recommend(here: Council) -> Do:
    step = scrutinised(here)
    return lambda by: recommend(step, by, noticed_on=date(2024, 7, 3))


def _respond(here: Council) -> Do:
    row = recommend(scrutinised(here), here.who(CLERK))
    return lambda by: respond(row, by)


TRIALS = (
    Trial("decision_records.enter", "decision_record.entered", Deed.KEEP_DECISION_RECORD, CLERK, _enter),
    Trial("decision_records.bring_in", "decision_record.brought_in", Deed.KEEP_DECISION_RECORD, CLERK, _bring_in),
    Trial("decision_records.judge", "requirement.judged", Deed.JUDGE_REQUIREMENT, CLERK, _judge),
    Trial(
        "decision_records.take_back_judgement", "requirement.judgement_taken_back", Deed.JUDGE_REQUIREMENT, CLERK,
        _take_back_judgement,
    ),
    Trial("call_ins.follow", "call_in.followed", Deed.FOLLOW_CALL_IN, CLERK, _follow),
    Trial("call_ins.waive", "call_in.waived", Deed.WAIVE_CALL_IN, CLERK, _waive),
    Trial("call_ins.tell_council", "call_in.waiver_reported", Deed.WAIVE_CALL_IN, CLERK, _tell_council),
    Trial("scrutiny.recommend", "scrutiny.recommended", Deed.RECORD_SCRUTINY, CLERK, _recommend),
    Trial("scrutiny.respond", "scrutiny.answered", Deed.ANSWER_SCRUTINY, Role.POLICY_OFFICER, _respond),
)  # fmt: skip
