"""Rounds that are amended, and a plan that answers more than one of them, in sentences."""

from moothall.web.council.told.phrases import Details, Names, Sentence, because, named


def _amended(said: Details, names: Names) -> str:
    changes = " ".join(str(one) for one in said.get("changes") or ()).rstrip(".")
    note = f" ({str(said['note']).rstrip('.')})" if said.get("note") else ""
    return f"brought in a later edition of the round {said.get('title', '')}{note}{': ' + changes if changes else ''}"


def _taken_on(said: Details, names: Names) -> str:
    subject = f", for {said['subject']}" if said.get("subject") else ""
    return f"let the plan answer {said.get('round')} as well{subject}"


def _answered(said: Details, names: Names) -> str:
    after = said.get("after") or {}
    where = f"in {names.get(after['part'], after['part'])}" if after.get("part") else f"with “{after.get('words', '')}”"
    asked = str(said.get("asked", ""))
    return f"said that {named(asked, names)} of {said.get('obligation')} is met {where}"


TOLD: dict[str, Sentence] = {
    "obligation.taken_on": _taken_on,
    "obligation.answered": _answered,
    "obligation.sent": lambda said, names: (
        f"certified the plan for {said.get('obligation')} and recorded it as sent, receipt {said.get('receipt')}"
    ),
    "obligation.ended": lambda said, names: f"ended that the plan answers {said.get('obligation')}{because(said)}",
    "round.amended": _amended,
}
