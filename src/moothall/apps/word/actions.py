"""Taking words out to Word, bringing them back, and answering for every change, comment and stray word."""

import hashlib
import secrets
from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.comments import actions as comments
from moothall.apps.comments import places
from moothall.apps.comments.places import WordsTouch
from moothall.apps.files import actions as files
from moothall.apps.people.permissions import permit
from moothall.apps.word import queries, remarks
from moothall.apps.word.models import Change, Outgoing, Returned, ReturnedSection, Stray, Verdict, WordComment
from moothall.apps.word.receiving import Received
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import word_out
from moothall.documents.exchange.word_sections import FromWord, OutComment, Section
from moothall.domain.fingerprints import fingerprint, plain
from moothall.domain.merging import merge
from moothall.domain.refusals import Refusal
from moothall.domain.returned_words import reads, settled
from moothall.domain.roles import Deed

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@transaction.atomic
def take_out(
    *,
    workspace: Workspace,
    what: str,
    label: str,
    sections: Sequence[Section],
    beside: Sequence[OutComment] = (),
    by: Any,
    at: datetime,
) -> tuple[Outgoing, bytes]:
    """Keep the words as they go out with the comments beside them, and the Word file made of both."""
    permit(by, Deed.TAKE_TO_WORD, workspace.pk)
    token = secrets.token_hex(8)
    mark = fingerprint([[one.key, one.text] for one in sections if one.key])
    data = word_out.dump(
        sections, title=label, owner=workspace.official_name, token=token, fingerprint=mark, timestamp=at,
        comments=beside,
    )  # fmt: skip
    row = Outgoing.objects.create(
        workspace=workspace,
        token=token,
        what=what[:120],
        label=label[:300],
        sections=[{"key": one.key, "title": one.title, "text": one.text} for one in sections],
        comments=[plain({"id": one.known, "key": one.key, "author": one.author, "text": one.text}) for one in beside],
        fingerprint=mark,
        file=files.keep(data, media_type=DOCX, at=at),
        at=at,
        by_name=getattr(by, "name", "Moothall"),
    )
    audit.record("word.taken_out", about=row, by=by, at=at, what=what, label=row.label, fingerprint=mark, token=token)
    return row, data


def check_new(workspace: Workspace, name: str, data: bytes) -> None:
    """Raise a Refusal for a file that was brought back before: the same bytes bring nothing twice."""
    earlier = queries.same_file(workspace, hashlib.sha256(data).hexdigest())
    if earlier is not None:
        raise Refusal(
            f"{name} is the very file that {earlier.by_name} brought back on {earlier.at:%-d %B %Y}.",
            next_step=f"Open {earlier.name} in the list below, or choose the one that was changed since.",
        )


@transaction.atomic
def bring_back(
    *, workspace: Workspace, name: str, data: bytes, found: FromWord, received: Received, by: Any, at: datetime
) -> Returned:
    """Keep a returned file as it came, with all it brings. Nothing in the plan or the report changes by this.

    ``found`` is what was read in it and ``received`` what that means here. Raises a Refusal for the same file again.
    """
    permit(by, Deed.BRING_FROM_WORD, workspace.pk)
    check_new(workspace, name, data)
    row = Returned.objects.create(
        workspace=workspace,
        outgoing=Outgoing.objects.filter(workspace=workspace, token=received.token).first(),
        file=files.keep(data, media_type=DOCX, at=at),
        name=name.replace("\0", "")[:255],
        last_author=found.last_author[:255],
        saved=found.saved_at[:40],
        unchanged=received.unchanged,
        missing=list(received.missing),
        at=at,
        by_name=getattr(by, "name", "Moothall"),
    )
    for position, came in enumerate(received.sections):
        _keep_section(row, position, came)
    Stray.objects.bulk_create(
        Stray(
            workspace=workspace, returned=row, kind=one.kind, words=one.words, author=one.author[:255],
            near=one.near[:300],
        )
        for one in received.strays
    )  # fmt: skip
    audit.record(
        "word.brought_back", about=row, by=by, at=at, name=row.name, sha256=row.file.sha256,
        changes=sum(len(one.changes) for one in received.sections), strays=len(received.strays),
    )  # fmt: skip
    return row


def _keep_section(row: Returned, position: int, came: Any) -> None:
    section = ReturnedSection.objects.create(
        workspace_id=row.workspace_id,
        returned=row,
        position=position,
        key=came.key,
        title=came.title[:300],
        sent=came.sent,
        marked=[[one.text, one.inserted, one.deleted] for one in came.marked],
        told=list(came.told),
    )
    Change.objects.bulk_create(
        Change(
            section=section, number=one.number, kind=one.kind, text=one.text, author=one.edit.author[:255],
            written=one.edit.at[:40], is_move=one.edit.is_move, is_tracked=one.edit.is_tracked,
        )
        for one in came.changes
    )  # fmt: skip
    WordComment.objects.bulk_create(
        WordComment(
            section=section, name=one.name[:40], answers=(one.parent or "")[:40], author=one.author[:255],
            written=one.at[:40], text=one.text, quote=one.quote, before=one.before, after=one.after,
            is_resolved=one.is_resolved, here_id=came.known.get(one.name),
        )
        for one in came.comments
    )  # fmt: skip


@transaction.atomic
def accept_changes(
    *,
    section: ReturnedSection,
    numbers: Collection[int],
    text: str | None = None,
    revision: int | None = None,
    by: Any,
    at: datetime,
) -> ReturnedSection:
    """Put these changes into the plan or the report, together with what was changed there since the file went out.

    ``text`` and ``revision`` are the words chosen by hand, where both sides changed the same ones. Raises WordsTouch
    where they did and none were given, or somebody saves the same words just now, and the refusals of the plan's or
    the report's own deed.
    """
    permit(by, places.deed(section.key), section.workspace_id)
    rows = _to_answer(section, numbers, by=by, at=at, verdict=Verdict.ACCEPTED)
    before = queries.accepted(section)
    stands = places.standing(section.workspace, section.key)
    mine = reads(section.pieces(), before | {one.number for one in rows})
    if text is None:
        together = merge(reads(section.pieces(), before), mine, stands.text)
        if together.conflicts:
            raise WordsTouch(stands, mine)
        text = together.chosen()
    if settled(text) != stands.text:
        kept = stands.revision if revision is None else revision
        places.save(section.workspace, section.key, settled(text), revision=kept, by=by, at=at)
    Change.objects.bulk_update(rows, ["verdict", "said_at", "said_by_name"])
    audit.record(
        "word.changes_accepted", about=section, by=by, at=at, place=section.key, title=section.title,
        name=section.returned.name, changes=_told(rows),
    )  # fmt: skip
    return section


def _to_answer(
    section: ReturnedSection, numbers: Collection[int], *, by: Any, at: datetime, verdict: str
) -> list[Change]:
    rows = list(Change.objects.select_for_update().filter(section=section, number__in=numbers).exclude(verdict=verdict))
    rows = [one for one in rows if one.verdict != Verdict.ACCEPTED]
    if not rows:
        raise Refusal("These changes are answered for already.", next_step="Look at the next one.")
    for one in rows:
        one.verdict, one.said_at, one.said_by_name = verdict, at, getattr(by, "name", "Moothall")
    return rows


def _told(rows: Sequence[Change]) -> list[dict[str, Any]]:
    return [plain({"number": one.number, "kind": one.kind, "text": one.text, "author": one.author}) for one in rows]


@transaction.atomic
def refuse_changes(*, section: ReturnedSection, numbers: Collection[int], by: Any, at: datetime) -> ReturnedSection:
    """Say that these changes are not wanted. Their words stay here to be read, and can be accepted after all."""
    permit(by, places.deed(section.key), section.workspace_id)
    rows = _to_answer(section, numbers, by=by, at=at, verdict=Verdict.REFUSED)
    Change.objects.bulk_update(rows, ["verdict", "said_at", "said_by_name"])
    audit.record(
        "word.changes_refused", about=section, by=by, at=at, place=section.key, title=section.title,
        name=section.returned.name, changes=_told(rows),
    )  # fmt: skip
    return section


@transaction.atomic
def answer_comment(*, comment: WordComment, is_kept: bool, by: Any, at: datetime) -> WordComment:
    """Keep a comment beside its words with the answers to it, or say that nothing is to be done about it.

    What was put aside can be kept after all. A comment that was kept is one of ours from then on: raises a Refusal for
    another answer about it here.
    """
    section = comment.section
    permit(by, Deed.BRING_FROM_WORD, section.workspace_id)
    row = WordComment.objects.select_for_update(of=("self",)).get(pk=comment.pk)
    if row.verdict == Verdict.ACCEPTED:
        raise Refusal("This comment is kept beside its words already.", next_step="Answer or resolve it there.")
    if is_kept:
        said, answers = remarks.brought(comment, at)
        row.here = comments.bring_in(
            workspace=section.workspace, place=section.key, title=section.title, said=said, replies=answers,
            is_resolved=row.is_resolved, file=section.returned.name, known=row.here, by=by, at=at,
        )  # fmt: skip
    row.verdict = Verdict.ACCEPTED if is_kept else Verdict.REFUSED
    row.said_at, row.said_by_name = at, getattr(by, "name", "Moothall")
    row.save(update_fields=["here", "verdict", "said_at", "said_by_name"])
    audit.record(
        "word.comment_answered", about=row, by=by, at=at, workspace=section.workspace, place=section.key,
        title=section.title, is_kept=is_kept, text=row.text, author=row.author,
    )  # fmt: skip
    return row


@transaction.atomic
def place_stray(*, stray: Stray, key: str, title: str, text: str, revision: int, by: Any, at: datetime) -> Stray:
    """Save words from the tray at a place chosen by hand. ``text`` is all that shall stand there.

    Raises WordsTouch if it changed since ``revision`` and cannot be merged, and a Refusal where these words were
    answered for.
    """
    permit(by, places.deed(key), stray.workspace_id)
    stray = _still_open(stray)
    if settled(text) == places.standing(stray.workspace, key).text:
        raise Refusal("Nothing is added here.", next_step="Write the words in, or put them aside with a reason.")
    places.save(stray.workspace, key, settled(text), revision=revision, by=by, at=at)
    stray.placed_in, stray.said_at, stray.said_by_name = key[:120], at, getattr(by, "name", "Moothall")
    stray.save(update_fields=["placed_in", "said_at", "said_by_name"])
    audit.record(
        "word.stray_placed", about=stray, by=by, at=at, words=stray.words, place=key, title=title,
        name=stray.returned.name,
    )  # fmt: skip
    return stray


def _still_open(stray: Stray) -> Stray:
    row = Stray.objects.select_for_update(of=("self",)).select_related("returned", "workspace").get(pk=stray.pk)
    if row.said_at is not None:
        raise Refusal(f"{row.said_by_name} has answered for these words.", next_step="Look at the next ones.")
    return row


@transaction.atomic
def put_aside(*, stray: Stray, reason: str, by: Any, at: datetime) -> Stray:
    """Say why words from the tray go nowhere. They stay with the file. Raises a Refusal without a reason."""
    permit(by, Deed.BRING_FROM_WORD, stray.workspace_id)
    stray = _still_open(stray)
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say in a sentence why these words go nowhere.")
    stray.reason, stray.said_at, stray.said_by_name = reason.strip(), at, getattr(by, "name", "Moothall")
    stray.save(update_fields=["reason", "said_at", "said_by_name"])
    audit.record(
        "word.stray_put_aside", about=stray, by=by, at=at, words=stray.words, reason=stray.reason,
        name=stray.returned.name,
    )  # fmt: skip
    return stray
