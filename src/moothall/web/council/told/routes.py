"""What was done at the steps of a route, and to the routes a council puts together, in sentences."""

from moothall.domain.route_table import Event
from moothall.web.council.told.phrases import Details, Names, Sentence, day, reason


def _happened(said: Details) -> str:
    label = Event(str(said.get("happened"))).label
    who = f", {said['who']}" if said.get("who") else ""
    return f"“{label}”{who}, at the step of {said.get('body')}"


def _recorded(said: Details, names: Names) -> str:
    return f"recorded {_happened(said)}, on {day(said.get('on'))}"


def _finished(said: Details, names: Names) -> str:
    return (
        f"recorded that {said.get('finished_by')} finished version {said.get('version')} as {said.get('delegate')},"
        f" under limb {said.get('limb')} of the decision of {said.get('body')} on {day(said.get('decided_on'))}"
    )


TOLD: dict[str, Sentence] = {
    "step.recorded": _recorded,
    "step.taken_back": lambda said, names: f"took back {_happened(said)}: {reason(said)}",
    "step.put_again": lambda said, names: f"put the plan to {said.get('body')} again, on {day(said.get('meets_on'))}",
    "text.finished": _finished,
    "text.reported_back": lambda said, names: (
        f"recorded that version {said.get('version')} was reported back to {said.get('to')} on {day(said.get('on'))}"
    ),
    "own_route.kept": lambda said, names: f"kept the council’s own route “{said.get('name')}”",
    "own_route.removed": lambda said, names: f"took the council’s own route “{said.get('name')}” away",
}
