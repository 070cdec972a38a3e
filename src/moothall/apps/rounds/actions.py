"""Bringing a round into this installation, and amending it."""

from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.people.permissions import permit
from moothall.apps.rounds.models import EarlierEdition, RoundKept
from moothall.documents.exchange import round_json
from moothall.domain.fingerprints import fingerprint
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.round_differences import differences, is_correction
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
    if kept and round_json.kept(kept.document) != round_:
        raise Refusal(f"Another round is already called {round_.slug}.", next_step="Give this one another slug.")
    if kept:
        return kept
    kept = RoundKept.objects.create(slug=round_.slug, document=document, kept_at=at)
    audit.record("round.opened", about=kept, by=by, at=at, title=round_.title)
    return kept


@transaction.atomic
def amend_round(*, round_: Round, note: str = "", by: Any, at: datetime) -> RoundKept:
    """Put a later edition of a round in the place of the kept one, which stays readable. No answer is touched.

    Amendments with their dates and authorities need no further reason; a correction of the file itself needs a note.
    Raises a Refusal if no such round is kept, nothing differs, the note is missing, or it is no whole round.
    """
    permit(by, Deed.AMEND_ROUND)
    document = round_json.dump(round_)
    _check_readable(document)
    kept = RoundKept.objects.select_for_update().filter(slug=round_.slug).first()
    if kept is None:
        raise Refusal(f"No round called {round_.slug} is kept here.", next_step="Open it as a new round.")
    before = round_json.kept(kept.document)
    if before == round_:
        raise Refusal("This file says what is kept already.", next_step="Bring a file in which something differs.")
    if is_correction(before, round_) and not note.strip():
        raise Refusal(
            "This file changes more than it amends: what it says of the letter, or of an earlier amendment, differs.",
            next_step="Say in a sentence what is corrected and why, or write the change as an amendment of its own.",
        )
    EarlierEdition.objects.create(
        round=kept,
        number=kept.earlier.count() + 1,
        document=kept.document,
        replaced_at=at,
        replaced_by_name=getattr(by, "name", "Moothall"),
        note=note.strip(),
    )
    kept.document, kept.kept_at = document, at
    kept.save(update_fields=["document", "kept_at"])
    audit.record(
        "round.amended", about=kept, by=by, at=at, title=round_.title, note=note.strip(),
        changes=[one.sentence for one in differences(before, round_)],
        before=fingerprint(before), after=fingerprint(round_),
    )  # fmt: skip
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
