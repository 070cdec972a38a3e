"""Returns, how each went, what came back, and their receipts."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Exists, OuterRef, QuerySet
from django.utils import timezone

from moothall.apps.extensions import queries as extensions
from moothall.apps.files import queries as files
from moothall.apps.mail.models import Message
from moothall.apps.publications.lines import difference_said
from moothall.apps.returns.models import Heard, PageCheck, Return, ReturnSetting, Sending
from moothall.apps.rounds import queries as rounds
from moothall.apps.routes import walking
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange import return_json
from moothall.documents.layouts import receipt as layout
from moothall.documents.writing import pdf
from moothall.domain.days import in_words
from moothall.domain.packs import PackFile, State
from moothall.domain.page_checks import Found
from moothall.domain.plain import build

ACKNOWLEDGED_WITHIN = 10
"""After how many days silence is noted where a council says nothing else. Our own number; no rule asks for one."""


@dataclass(frozen=True)
class Standing:
    """How far a return has got. ``silent_since`` is the day it should have been acknowledged by, where it was not."""

    row: Return
    state: State
    sendings: tuple[Sending, ...]
    heard: tuple[Heard, ...]
    silent_since: date | None

    @property
    def acknowledged(self) -> Heard | None:
        """What says that it was received, the last of several."""
        return next((one for one in reversed(self.heard) if one.kind == Heard.Kind.ACKNOWLEDGED), None)

    @property
    def last(self) -> Sending | None:
        """The last time the return itself was sent, or was to be."""
        return next((one for one in reversed(self.sendings) if one.kind != Sending.Kind.FOLLOW_UP), None)

    @property
    def files(self) -> tuple[PackFile, ...]:
        """What is in its pack; nothing where none was kept."""
        return build(tuple[PackFile, ...], self.row.folder.files) if self.row.folder else ()


def returns(workspace: Workspace) -> list[Return]:
    """What a workspace has certified, newest first, sent or not."""
    return list(_rows().filter(workspace=workspace))


def standings(workspace: Workspace, *, as_of: date) -> list[Standing]:
    """How far each return of a workspace has got, newest first."""
    rows = _rows().filter(workspace=workspace).prefetch_related("sendings__message", "sendings__file", "heard__file")
    days = setting(workspace).acknowledgement_days
    return [_standing(row, days, as_of) for row in rows]


def standing(workspace: Workspace, number: str, *, as_of: date) -> Standing | None:
    """How far the return with this receipt number has got, or None."""
    return next((one for one in standings(workspace, as_of=as_of) if one.row.receipt_number == number), None)


def _standing(row: Return, days: int, as_of: date) -> Standing:
    sendings, heard = tuple(row.sendings.all()), tuple(row.heard.all())
    state = _state(row, sendings, heard)
    silent_since = timezone.localdate(row.went_at) + timedelta(days=days) if row.went_at else None
    if state is not State.SENT or silent_since is None or silent_since >= as_of or hasattr(row, "replaced_by"):
        silent_since = None
    return Standing(row, state, sendings, heard, silent_since)


def _state(row: Return, sendings: tuple[Sending, ...], heard: tuple[Heard, ...]) -> State:
    if any(one.kind == Heard.Kind.ACKNOWLEDGED for one in heard):
        return State.ACKNOWLEDGED
    last = next((one for one in reversed(sendings) if one.kind != Sending.Kind.FOLLOW_UP), None)
    if last is None:
        return State.SENT if row.went_at else State.CERTIFIED
    if any(one.sending_id == last.pk for one in heard):
        return State.BOUNCED
    if last.went_at:
        return State.SENT
    if last.failed_at or (last.message and last.message.state == Message.State.FAILED):
        return State.FAILED
    return State.TRIED_AGAIN if last.message and last.message.attempts else State.QUEUED


def sent_in(round_slug: str) -> QuerySet[Return]:
    """The returns of a round that left their councils and did not come back, in the order in which they went."""
    came_back = Heard.objects.filter(sending=OuterRef("pk"), kind=Heard.Kind.BOUNCED)
    lost = Sending.objects.filter(sent=OuterRef("pk")).exclude(kind=Sending.Kind.FOLLOW_UP).filter(Exists(came_back))
    stands = Sending.objects.filter(sent=OuterRef("pk"), went_at__isnull=False).exclude(kind=Sending.Kind.FOLLOW_UP)
    rows = Return.objects.filter(workspace__round_slug=round_slug, went_at__isnull=False)
    return rows.filter(~Exists(lost) | Exists(stands.filter(~Exists(came_back)))).order_by("went_at")


def receipt(number: str) -> Return | None:
    """The return with this receipt number, or None."""
    return _rows().filter(receipt_number=number).select_related("workspace").first()


def _rows() -> QuerySet[Return]:
    return Return.objects.select_related("publication", "folder__file", "letter", "replaces", "replaced_by")


def receipt_pdf(row: Return) -> bytes:
    """The receipt as a PDF with the return itself inside it as JSON."""
    value = return_json.load(row.pack)
    inside = pdf.Attachment(return_json.FILE_NAME, return_json.to_bytes(value), description="The return as data")
    back = {one.sending_id: one.on for one in row.heard.filter(kind=Heard.Kind.BOUNCED)}
    went = [
        layout.Went(one.channel, one.recipient, timezone.localtime(one.went_at), one.reference, back.get(one.pk))
        for one in _gone(row)
    ]
    heard = row.heard.filter(kind=Heard.Kind.ACKNOWLEDGED).last()
    told = layout.Told(
        went=tuple(went) if went else None,
        files=build(tuple[PackFile, ...], row.folder.files) if row.folder else (),
        folder_sha256=row.folder.file.sha256 if row.folder else "",
        letter_sha256=row.letter.sha256 if row.letter else "",
        acknowledged=f"{heard.who}, {layout.day(heard.on)}" if heard else "",
        is_sent=row.went_at is not None,
        due=_due(row.workspace),
        subject_to=walking.subject_to(row.workspace)[0] or walking.not_sent_said(row.workspace),
        because=difference_said(row.publication),
    )
    document = layout.compose(value, colour=row.workspace.colour, told=told)
    return pdf.write(document, attachments=(inside,), timestamp=row.sent_at)


def _due(workspace: Workspace) -> str:
    """By which day it was due, and why where that is a later day; empty where the round is not held here any more."""
    round_ = rounds.round_called(workspace.round_slug)
    if round_ is None:
        return ""
    due = extensions.deadline_on(workspace, round_)
    return f"{in_words(due.on)}. {due.agreed}".strip() if due.agreed else in_words(due.on)


def _gone(row: Return) -> list[Sending]:
    return list(row.sendings.exclude(went_at=None).exclude(kind=Sending.Kind.FOLLOW_UP))


def folder(row: Return) -> bytes:
    """The pack as a ZIP, as it was certified. Raises a Refusal where the file is gone or damaged."""
    assert row.folder is not None
    return files.content(row.folder.file)


def letter(row: Return) -> bytes:
    """The message with its files, as it was certified. Raises a Refusal where the file is gone or damaged."""
    assert row.letter is not None
    return files.content(row.letter)


def sending(workspace: Workspace, pk: int) -> Sending | None:
    """One sending of this workspace, or None."""
    return Sending.objects.filter(sent__workspace=workspace, pk=pk).select_related("sent", "file").first()


def heard(workspace: Workspace, pk: int) -> Heard | None:
    """One thing that came back, or None."""
    return Heard.objects.filter(sent__workspace=workspace, pk=pk).select_related("file").first()


def setting(workspace: Workspace) -> ReturnSetting:
    """A council's own settings of its return; an unkept row with ours where it has none."""
    kept = ReturnSetting.objects.filter(workspace=workspace).first()
    return kept or ReturnSetting(workspace=workspace, acknowledgement_days=ACKNOWLEDGED_WITHIN)


def page_checks(workspace: Workspace) -> list[PageCheck]:
    """Every look at the pages of the published plan, newest first."""
    return list(PageCheck.objects.filter(workspace=workspace).select_related("publication")[:100])


def pages_to_see_to(workspace: Workspace) -> list[PageCheck]:
    """The last look at each page, where it found that something is wrong."""
    last: dict[str, PageCheck] = {}
    for row in page_checks(workspace):
        last.setdefault(row.page, row)
    return [row for row in last.values() if not Found(row.found).is_well and row.found != Found.REFUSED.value]
