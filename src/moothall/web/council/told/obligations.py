"""Rounds that are amended, and a plan that answers more than one of them, in sentences."""

from moothall.web.council.told.phrases import Details, Names, Sentence


def _amended(said: Details, names: Names) -> str:
    changes = " ".join(str(one) for one in said.get("changes") or ()).rstrip(".")
    note = f" ({str(said['note']).rstrip('.')})" if said.get("note") else ""
    return f"brought in a later edition of the round {said.get('title', '')}{note}{': ' + changes if changes else ''}"


TOLD: dict[str, Sentence] = {
    "round.amended": _amended,
}
