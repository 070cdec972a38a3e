"""Comments between here and Word: ours as a file shows them, and a file's as they are kept here.

A file knows no suggestions: one goes out as a comment that says which words are suggested.
"""

from collections.abc import Iterable, Iterator
from datetime import datetime

from django.utils import timezone

from moothall.apps.comments import anchors
from moothall.apps.comments import queries as comments
from moothall.apps.comments.actions import Brought
from moothall.apps.comments.models import Comment
from moothall.apps.word.models import WordComment
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange.word_sections import OutComment, Section
from moothall.domain.refusals import Refusal
from moothall.domain.returned_words import reads


def beside(workspace: Workspace, sections: Iterable[Section]) -> list[OutComment]:
    """The open comments on these sections in the order they were made, each followed by the answers to it."""
    texts = {one.key: one.text for one in sections if one.key}
    rows = comments.comments(workspace).filter(outcome="", place__in=list(texts))
    return [out for row in rows for out in _out(row, texts[row.place])]


def _out(row: Comment, text: str) -> Iterator[OutComment]:
    found = anchors.find(row.anchor, row.over, text)
    said = [row.text] if row.text else []
    if row.is_suggestion:
        said.append(f"Suggested instead: {row.words}")
    if row.quote and found is None:
        said.append(f"About words that no longer stand here: {row.quote}")
    start, end = (found.start, found.end) if found else (0, 0)
    yield OutComment(row.place, row.by_name, _written(row.at), "\n".join(said), start, end, known=row.pk)
    for one in row.replies.all():
        yield OutComment(row.place, one.by_name, _written(one.at), one.text, start, end)


def _written(at: datetime) -> str:
    return timezone.localtime(at).replace(tzinfo=None, microsecond=0).isoformat()


def brought(row: WordComment, at: datetime) -> tuple[Brought, list[Brought]]:
    """A comment of a file as it is kept here, and the answers to it in the file. ``at`` stands in for no date."""
    section = row.section
    pieces = section.pieces()
    quote, anchor, over = row.quote, [], section.sent
    if row.quote:
        # A quotation holds words as the file shows them: put in, and perhaps taken out again.
        shown = (section.sent, reads(pieces, _all(section)), "".join(one.text for one in pieces))
        for over in shown:
            try:
                meant = anchors.meant(over, row.quote, row.before)
            except Refusal:
                continue
            quote, anchor = meant.quote, meant.anchor
            break
    said = Brought(_by(row), _at(row, at), row.text, quote, anchor, over)
    answers = WordComment.objects.filter(section=section, answers=row.name)
    return said, [Brought(_by(one), _at(one, at), one.text) for one in answers if one.here_id is None]


def _all(section: object) -> frozenset[int]:
    return frozenset(section.changes.values_list("number", flat=True))  # type: ignore[attr-defined]


def _by(row: WordComment) -> str:
    return row.author or "Somebody in Word"


def _at(row: WordComment, otherwise: datetime) -> datetime:
    try:
        found = datetime.fromisoformat(row.written.replace("Z", "+00:00"))
    except ValueError:
        return otherwise
    return found if found.tzinfo else timezone.make_aware(found)
