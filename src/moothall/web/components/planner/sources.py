"""Where the rules of a route come from, and how its days were counted, in sentences."""

from dataclasses import dataclass

from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.provisions import Provision
from moothall.domain.rule_packs import Effective
from moothall.domain.timetable import Key, Step
from moothall.web.components.planner.answers import Asked

_IN_FORCE = {
    Effective.NEXT_CALENDAR_DAY: "A decision is in force on the next calendar day, even a Saturday.",
    Effective.NEXT_WORKING_DAY: "A decision is in force on the next working day.",
    Effective.AT_CLOSE: "A decision is in force when call-in closes.",
    Effective.END_OF_LAST_DAY: "A decision is in force at the end of the last day of call-in.",
}


def how_counted(asked: Asked) -> tuple[str, ...]:
    """How the days of these routes were counted, in sentences."""
    said = ["Working days are Monday to Friday without the bank holidays of England and Wales."]
    said.append(
        f"Papers are public for {asked.pack.agenda.clear()}, the day they go up and the day of the meeting left out."
    )
    if asked.constraints.exempt_part:
        said.append("A part taken in private is announced 28 clear days before, and again 5 clear working days before.")
    if asked.key is not Key.NO:
        said.append(f"Notice of a key decision stands for {asked.pack.key_decision_notice.clear()}.")
    if asked.pack.call_in and asked.callable_:
        said.append(f"Call-in runs {asked.pack.call_in.in_words()}.")
        said.append(_IN_FORCE[asked.pack.call_in.effective])
    return tuple(said)


@dataclass(frozen=True, slots=True)
class Source:
    """One instrument with the places in it that the route rests on: (what about, the provision)."""

    instrument: str
    places: tuple[tuple[str, Provision], ...]


def sources(route: PlannedRoute) -> tuple[Source, ...]:
    """Where the rules of the route come from: each instrument once, with its places in the order they are met."""
    found: dict[str, dict[Provision, str]] = {}
    for step in route.steps:
        if step.provision and step.step != "in_force":
            found.setdefault(step.provision.instrument, {}).setdefault(step.provision, _about(step))
    return tuple(
        Source(name, tuple((about, provision) for provision, about in places.items())) for name, places in found.items()
    )


_ABOUT = {
    "key_decision_notice": "Notice of a key decision",
    "private_meeting_notice": "Notice of a private meeting",
    "private_meeting_second_notice": "Second notice of a private meeting",
    "special_urgency_agreement": "Special urgency",
    "private_meeting_agreement": "A private meeting at short notice",
    "urgent_item": "Urgent item",
    "convened_at_short_notice": "A meeting at shorter notice",
    "general_exception_notice": "General exception",
    "agenda_publication": "Agenda and papers",
    "summons": "Summons to members",
    "member_papers": "Papers for one member",
    "publish_decision": "Record of the decision",
    "call_in": "Call-in",
    "call_in_waived": "Call-in set aside",
    "finish": "Decision by a delegate",
}


def _about(step: Step) -> str:
    return _ABOUT.get(step.step, step.what)
