"""What coders do: code a passage, take it back, ask for suggestions, and have Moothall learn from what they said."""

from collections.abc import Iterable
from datetime import datetime
from functools import partial
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.coding import anchors, queries
from moothall.apps.coding.models import Coding, Suggested, Suggesting
from moothall.apps.panel.models import Passage
from moothall.apps.people.permissions import permit
from moothall.domain import codings
from moothall.domain.codings import Codes
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.reference import coding_frame


@transaction.atomic
def code_passage(
    *, passage: Passage, codes: Codes, note: str = "", beside: int | None = None, by: Any, at: datetime
) -> Coding:
    """Keep what a coder says of a passage. It ends what the same coder said of it before, and nobody else's.

    ``beside`` is the key of the suggestion that was shown; one that was renewed since was not, and is not noted. Raises
    a Refusal for codes that the frame does not hold, and for a passage of an earlier version of its plan.
    """
    permit(by, Deed.CODE_PASSAGE)
    frame = coding_frame.frame()
    codings.check(codes, frame)
    if not passage.publication.split.is_searched:
        raise Refusal(
            "This passage is no longer in the plan as it is published.",
            next_step="Go back to the list, which holds the passages of the plan as it is now.",
        )
    evidence = anchors.kept(passage)
    _end(Coding.objects.filter(stands_at=passage, coder=by, ended_at=None), at)
    shown = Suggested.objects.filter(passage=passage, pk=beside).first() if beside else None
    row = Coding.objects.create(
        evidence=evidence,
        passage=passage,
        stands_at=passage,
        coder=by,
        theme=codes.theme,
        theme_also=codes.theme_also,
        practice=codes.practice,
        barrier=codes.barrier,
        note=note.strip(),
        frame=frame.version,
        suggested=_as_shown(shown),
        coded_at=at,
    )
    audit.record(
        "passage.coded", about=row, by=by, at=at, passage=passage.name, theme=codes.theme, theme_also=codes.theme_also,
        practice=codes.practice, barrier=codes.barrier, note=row.note, frame=frame.version, suggested=row.suggested,
    )  # fmt: skip
    return row


def _as_shown(shown: Suggested | None) -> dict[str, Any] | None:
    if shown is None:
        return None
    names = ("theme", "confidence", "is_unsure", "practice", "barrier", "suggested_by")
    return {name: getattr(shown, name) for name in names}


def _end(rows: Any, at: datetime, *, is_taken_back: bool = False) -> None:
    rows.update(ended_at=at, is_taken_back=is_taken_back)


@transaction.atomic
def take_back(*, coding: Coding, by: Any, at: datetime) -> Coding:
    """Take one's own coding back. It stays on record. Raises a Refusal for another's, and for one that has ended."""
    permit(by, Deed.CODE_PASSAGE)
    row = Coding.objects.select_for_update().select_related("coder", "passage").get(pk=coding.pk)
    if by is not None and row.coder_id != by.pk:
        raise Refusal(
            f"{row.coder.name} coded this passage, and only they take it back.",
            next_step="Code it yourself: both are kept, and the difference is shown.",
        )
    if row.ended_at is not None:
        raise Refusal("This coding no longer holds.", next_step="Look at the passage as it is now.")
    row.ended_at, row.is_taken_back = at, True
    row.save(update_fields=["ended_at", "is_taken_back"])
    audit.record("coding.taken_back", about=row, by=by, at=at, passage=row.passage.name, theme=row.theme)
    return row


@transaction.atomic
def suggest_for_round(*, round_slug: str, by: Any, at: datetime) -> Suggesting:
    """Have the worker suggest codes for the undecided passages of a round.

    It suggests by what was learnt last, or by the frame alone. Raises a Refusal while a run is under way, and where
    there is nothing to suggest for.
    """
    permit(by, Deed.SUGGEST_CODES)
    _check_idle(round_slug)
    if not queries.undecided(round_slug).exists():
        raise Refusal(
            "No passage of this round is undecided.", next_step="Come back when another plan is published here."
        )
    row = Suggesting.objects.create(round_slug=round_slug, asked_at=at, asked_by_name=getattr(by, "name", "Moothall"))
    audit.record("codes.suggestions_asked", about=row, by=by, at=at, round=round_slug)
    transaction.on_commit(partial(_ask_worker, row.pk))
    return row


@transaction.atomic
def learn(*, round_slug: str, by: Any, at: datetime) -> Suggesting:
    """Have the worker learn from what coders confirmed in a round, and suggest again for what is undecided.

    What people confirmed stays as it is. Raises a Refusal while a run is under way, where no passage has a theme yet,
    and where the last run learnt from the same.
    """
    permit(by, Deed.SUGGEST_CODES)
    _check_idle(round_slug)
    rows, count = queries.to_learn_from(round_slug)
    if not count:
        raise Refusal("No passage has a confirmed theme yet.", next_step="Code some, twenty or more, and then learn.")
    last = queries.last_learnt(round_slug)
    if last is not None and last.learnt_from == rows:
        raise Refusal(
            f"These {count} passages were learnt from before.", next_step="Code some more first, and then learn again."
        )
    row = Suggesting.objects.create(
        round_slug=round_slug,
        is_learning=True,
        learnt_from=rows,
        confirmed=count,
        asked_at=at,
        asked_by_name=getattr(by, "name", "Moothall"),
    )
    audit.record("codes.learning_asked", about=row, by=by, at=at, round=round_slug, confirmed=count)
    transaction.on_commit(partial(_ask_worker, row.pk))
    return row


def _check_idle(round_slug: str) -> None:
    if Suggesting.objects.filter(round_slug=round_slug, state=Suggesting.State.WAITING).exists():
        raise Refusal("Suggestions for this round are being made.", next_step="Wait for them, or stop them first.")


def _ask_worker(pk: int) -> None:
    from moothall.apps.coding.tasks import suggest_codes  # the task calls back into this module

    suggest_codes.enqueue(pk)


@transaction.atomic
def stop_suggesting(*, suggesting: Suggesting, by: Any, at: datetime) -> Suggesting:
    """Stop a run. What it suggested stays, and it can be taken up again. Raises a Refusal where it is not under way."""
    permit(by, Deed.SUGGEST_CODES)
    row = Suggesting.objects.select_for_update().get(pk=suggesting.pk)
    if row.state != Suggesting.State.WAITING:
        raise Refusal("No suggestions are being made here.", next_step="Look at those that are there.")
    row.state, row.ended_at = Suggesting.State.STOPPED, at
    row.save(update_fields=["state", "ended_at"])
    audit.record("codes.suggesting_stopped", about=row, by=by, at=at, round=row.round_slug, done=row.done)
    return row


@transaction.atomic
def go_on_suggesting(*, suggesting: Suggesting, by: Any, at: datetime) -> Suggesting:
    """Take up a run that was stopped or failed, where it was. Raises a Refusal for any other, and beside another."""
    permit(by, Deed.SUGGEST_CODES)
    row = Suggesting.objects.select_for_update().get(pk=suggesting.pk)
    if row.state not in (Suggesting.State.STOPPED, Suggesting.State.FAILED):
        raise Refusal("This run was not stopped.", next_step="Ask for suggestions anew.")
    _check_idle(row.round_slug)
    row.state, row.ended_at = Suggesting.State.WAITING, None
    row.save(update_fields=["state", "ended_at"])
    audit.record("codes.suggesting_taken_up", about=row, by=by, at=at, round=row.round_slug, done=row.done)
    transaction.on_commit(partial(_ask_worker, row.pk))
    return row


@transaction.atomic
def keep_suggestions(suggesting: Suggesting, some: Iterable[Suggested]) -> bool:
    """Keep a part of a run's suggestions in place of earlier ones, unless somebody has decided meanwhile.

    Part of the run, which was asked for by a person. Returns whether the run is to go on: False once it was stopped.
    """
    row = Suggesting.objects.select_for_update().get(pk=suggesting.pk)
    if row.state != Suggesting.State.WAITING:
        return False
    new = list(some)
    keys = [one.passage_id for one in new]
    decided = set(Coding.objects.filter(stands_at__in=keys, ended_at=None).values_list("stands_at_id", flat=True))
    Suggested.objects.filter(passage__in=set(keys) - decided).delete()
    Suggested.objects.bulk_create(one for one in new if one.passage_id not in decided)
    row.done += len(new)
    row.save(update_fields=["done"])
    return True
