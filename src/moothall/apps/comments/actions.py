"""Commenting on words, suggesting others, answering, and saying what becomes of a comment."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.comments import anchors, places
from moothall.apps.comments.models import Comment, Outcome, Reply
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain.refusals import Refusal
from moothall.domain.returned_words import settled
from moothall.domain.roles import Deed


@dataclass(frozen=True, slots=True)
class Brought:
    """What a file from Word says in one comment or reply: its author and moment are the file's own."""

    author: str
    at: datetime
    text: str
    quote: str = ""
    anchor: Sequence[dict[str, Any]] = ()
    over: str = ""


@transaction.atomic
def comment(
    *,
    workspace: Workspace,
    place: str,
    title: str,
    text: str,
    quote: str = "",
    before: str = "",
    by: Any,
    at: datetime,
) -> Comment:
    """Say something about words under the key ``place``, or about all of them where no ``quote`` is given.

    ``title`` is what the place is called, ``before`` what stood before the words where they were selected. Raises a
    Refusal without words to say, and where the quotation does not stand there once.
    """
    permit(by, Deed.COMMENT, workspace.pk)
    row = _made(workspace, place, title, quote, before, text=text.strip(), by=by, at=at)
    audit.record("comment.made", about=row, by=by, at=at, place=place, title=title, quote=row.quote, text=row.text)
    return row


@transaction.atomic
def suggest(
    *,
    workspace: Workspace,
    place: str,
    title: str,
    quote: str,
    words: str,
    before: str = "",
    text: str = "",
    by: Any,
    at: datetime,
) -> Comment:
    """Suggest other ``words`` for the words quoted; ``text`` may say why. Nothing in the plan or report changes.

    Raises a Refusal without words to put in, without a quotation, and where it does not stand there once.
    """
    permit(by, Deed.COMMENT, workspace.pk)
    if not quote.strip():
        raise Refusal(
            "It is not said which words are to be replaced.", next_step="Paste the words you mean, then suggest others."
        )
    if not words.strip():
        raise Refusal(
            "There are no words to put in.",
            next_step="To take words out, quote some more beside them and suggest what is left.",
        )
    row = _made(workspace, place, title, quote, before, text=text.strip(), words=settled(words), by=by, at=at)
    audit.record(
        "comment.words_suggested", about=row, by=by, at=at, place=place, title=title, quote=row.quote, words=row.words,
        text=row.text,
    )  # fmt: skip
    return row


def _made(
    workspace: Workspace, place: str, title: str, quote: str, before: str, *, by: Any, at: datetime, **said: str
) -> Comment:
    stands = places.standing(workspace, place).text
    if not any(said.values()):
        raise Refusal("The comment is empty.", next_step="Write what you have to say.")
    meant = anchors.meant(stands, quote, before) if quote.strip() else anchors.Meant("", [])
    return Comment.objects.create(
        workspace=workspace, place=place, title=title[:300], quote=meant.quote, anchor=meant.anchor, over=stands,
        by_name=getattr(by, "name", "Moothall"), at=at, **said,
    )  # fmt: skip


@transaction.atomic
def reply(*, comment: Comment, text: str, by: Any, at: datetime) -> Reply:
    """Answer a comment. Raises a Refusal for an empty answer."""
    permit(by, Deed.COMMENT, comment.workspace_id)
    if not text.strip():
        raise Refusal("The answer is empty.", next_step="Write what you have to say.")
    row = Reply.objects.create(comment=comment, text=text.strip(), by_name=getattr(by, "name", "Moothall"), at=at)
    audit.record(
        "comment.answered", about=row, by=by, at=at, workspace=comment.workspace, title=comment.title,
        of=comment.by_name, text=row.text,
    )  # fmt: skip
    return row


@transaction.atomic
def resolve(*, comment: Comment, reason: str = "", by: Any, at: datetime) -> Comment:
    """Say that nothing is left to do about a comment. Raises a Refusal where somebody said what becomes of it."""
    permit(by, Deed.COMMENT, comment.workspace_id)
    row = _still_open(comment)
    _settle(row, Outcome.RESOLVED, reason, by, at)
    audit.record("comment.resolved", about=row, by=by, at=at, title=row.title, of=row.by_name, reason=row.reason)
    return row


@transaction.atomic
def reopen(*, comment: Comment, by: Any, at: datetime) -> Comment:
    """Open a comment again. Raises a Refusal where it is open, and where its words stand in the text by now."""
    permit(by, Deed.COMMENT, comment.workspace_id)
    row = Comment.objects.select_for_update().get(pk=comment.pk)
    if not row.outcome:
        raise Refusal("This comment is open.", next_step="Answer it, or resolve it.")
    if row.outcome == Outcome.USED:
        raise Refusal("The suggested words were used.", next_step="Suggest other words, or comment on them.")
    before = {"outcome": row.outcome, "by": row.settled_by_name, "reason": row.reason}
    row.outcome, row.reason, row.settled_at, row.settled_by_name = "", "", None, ""
    row.save()
    audit.record("comment.reopened", about=row, by=by, at=at, title=row.title, of=row.by_name, before=before)
    return row


@transaction.atomic
def use_words(*, comment: Comment, by: Any, at: datetime) -> Comment:
    """Put suggested words in the place of those they are for, as a save by whoever accepts them.

    The record names both: who suggested and who accepted. Raises a Refusal where the words meant are gone or have
    changed, WordsTouch where somebody saves them just now, and the refusals of the plan's or the report's own deed.
    """
    permit(by, places.deed(comment.place), comment.workspace_id)
    row = _still_open(comment)
    if not row.is_suggestion:
        raise Refusal("This comment suggests no words.", next_step="Answer it, or resolve it.")
    stands = places.standing(row.workspace, row.place)
    found = anchors.find(row.anchor, row.over, stands.text)
    if found is None or not found.is_same:
        raise Refusal(
            "The words this suggestion is for have changed since.",
            next_step="Write the suggested words in by hand and resolve it, or refuse it with a reason.",
        )
    text = stands.text[: found.start] + row.words + stands.text[found.end :]
    if settled(text) != stands.text:
        places.save(row.workspace, row.place, settled(text), revision=stands.revision, by=by, at=at)
    _settle(row, Outcome.USED, "", by, at)
    audit.record(
        "comment.words_used", about=row, by=by, at=at, place=row.place, title=row.title, suggested_by=row.by_name,
        before=row.quote, after=row.words,
    )  # fmt: skip
    return row


@transaction.atomic
def refuse_words(*, comment: Comment, reason: str, by: Any, at: datetime) -> Comment:
    """Say why suggested words are not used. Raises a Refusal without a reason."""
    permit(by, places.deed(comment.place), comment.workspace_id)
    row = _still_open(comment)
    if not row.is_suggestion:
        raise Refusal("This comment suggests no words.", next_step="Answer it, or resolve it.")
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say in a sentence why these words are not used.")
    _settle(row, Outcome.REFUSED, reason, by, at)
    audit.record(
        "comment.words_refused", about=row, by=by, at=at, place=row.place, title=row.title, suggested_by=row.by_name,
        reason=row.reason,
    )  # fmt: skip
    return row


@transaction.atomic
def bring_in(
    *,
    workspace: Workspace,
    place: str,
    title: str,
    said: Brought,
    replies: Sequence[Brought],
    is_resolved: bool,
    file: str,
    known: Comment | None = None,
    by: Any,
    at: datetime,
) -> Comment:
    """Keep a comment of a file from Word, with its author and moment as the file says them, and the answers to it.

    ``known`` is the comment here that it is, where it went out from here: then only what the file adds is kept. The
    same comment and the same answer are never kept twice.
    """
    permit(by, Deed.BRING_FROM_WORD, workspace.pk)
    row = known or _same(workspace, place, said)
    if row is None:
        row = Comment.objects.create(
            workspace=workspace, place=place, title=title[:300], quote=said.quote, anchor=list(said.anchor),
            over=said.over, text=said.text or "A comment without words", by_name=said.author, at=said.at,
            from_file=file[:255],
        )  # fmt: skip
    for one in replies:
        if one.text.strip() and not row.replies.filter(by_name=one.author, text=one.text).exists():
            Reply.objects.create(comment=row, text=one.text, by_name=one.author, at=one.at, from_file=file[:255])
    if is_resolved and not row.outcome:
        _settle(row, Outcome.RESOLVED, "Resolved in Word", by, at)
    audit.record(
        "comment.brought_in", about=row, by=by, at=at, place=place, title=title, of=said.author, text=row.text,
        replies=[one.text for one in replies], is_resolved=is_resolved, name=file,
    )  # fmt: skip
    return row


def _same(workspace: Workspace, place: str, said: Brought) -> Comment | None:
    """The comment that an earlier file brought in: the same words, by the same hand, at the same moment."""
    return Comment.objects.filter(
        workspace=workspace, place=place, by_name=said.author, at=said.at, text=said.text, quote=said.quote
    ).first()


def _still_open(comment: Comment) -> Comment:
    row = Comment.objects.select_for_update(of=("self",)).select_related("workspace").get(pk=comment.pk)
    if row.outcome:
        raise Refusal(f"{row.settled_by_name} has settled this comment.", next_step="Open it again first.")
    return row


def _settle(row: Comment, outcome: Outcome, reason: str, by: Any, at: datetime) -> None:
    row.outcome, row.reason = outcome, reason.strip()
    row.settled_at, row.settled_by_name = at, getattr(by, "name", "Moothall")
    row.save(update_fields=["outcome", "reason", "settled_at", "settled_by_name"])
