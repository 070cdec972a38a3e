"""Bringing a round into this installation."""

from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.people.permissions import permit
from moothall.apps.rounds.models import RoundKept
from moothall.documents.exchange import round_json
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round


@transaction.atomic
def open_round(*, round_: Round, by: Any, at: datetime) -> RoundKept:
    """Keep a round so that councils can work on it. One that is kept already stays as it is.

    Raises a Refusal if another round has its slug, or, with the path of every fault, if it is no whole round.
    """
    permit(by, Deed.OPEN_WORKSPACE)
    document = round_json.dump(round_)
    _check_readable(document)
    kept = RoundKept.objects.filter(slug=round_.slug).first()
    if kept and kept.document != document:
        raise Refusal(f"Another round is already called {round_.slug}.", next_step="Give this one another slug.")
    if kept:
        return kept
    kept = RoundKept.objects.create(slug=round_.slug, document=document, kept_at=at)
    audit.record("round.opened", about=kept, by=by, at=at, title=round_.title)
    return kept


def _check_readable(document: dict[str, Any]) -> None:
    """Raise a Refusal for what the round's own format would refuse to read: better now than when a page is opened."""
    try:
        round_json.load(document)
    except round_json.InvalidRound as invalid:
        raise Refusal(
            "This round cannot be opened. " + " ".join(invalid.faults),
            next_step="Correct the round and open it again. Nothing was kept.",
        ) from invalid
