"""Drafting a notice, giving it, withdrawing it, and recording whose agreement opened a shorter way."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.files import actions as files
from moothall.apps.files import queries as kept_files
from moothall.apps.handoff.models import FileHandedOver
from moothall.apps.notices import files as notice_files
from moothall.apps.notices.matter import counted_by
from moothall.apps.notices.models import Agenda, AgendaChange, AgendaPaper, Notice
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain import agenda_changes, agreements_for_notices, notices
from moothall.domain.agenda_changes import What
from moothall.domain.authorities import BodyKind
from moothall.domain.consents import Chairs, Consent
from moothall.domain.days import in_words
from moothall.domain.fingerprints import plain
from moothall.domain.notice_checks import missing
from moothall.domain.notice_kinds import KINDS, asks_for_website
from moothall.domain.notice_matter import Matter
from moothall.domain.notices import Given, NoticeKind, Said
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed


@transaction.atomic
def draft_notice(
    *, workspace: Workspace, kind: NoticeKind, matter: Matter, particulars: Sequence[Said],
    replaces: Notice | None = None, reason: str = "", by: Any, at: datetime,
) -> Notice:  # fmt: skip
    """Draft a notice about one body's part in the decision; it is public for nobody until it is given.

    One that ``replaces`` a given notice says why. Raises a Refusal for a kind that this council does not give for such
    a body, and for replacing what does not stand or is replaced by another draft.
    """
    permit(by, Deed.DRAFT_NOTICE, workspace.pk)
    if not KINDS[kind].applies(matter.governance, matter.body_kind):
        raise Refusal(
            f"{KINDS[kind].title}: not for a decision of {matter.body} in a council run this way.",
            next_step="Choose among the notices that are listed for it.",
        )
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    if replaces is not None:
        _check_replaced(replaces, kind, reason)
    last = Notice.objects.filter(workspace=workspace).order_by("-number").first()
    row = Notice.objects.create(
        workspace=workspace,
        number=(last.number if last else 0) + 1,
        kind=kind.value,
        title=matter.title[:400],
        body=matter.body,
        body_kind=matter.body_kind.value,
        on=matter.on,
        particulars=plain(list(particulars)),
        replaces=replaces,
        reason=reason.strip() if replaces else "",
        drafted_at=at,
        drafted_by_name=getattr(by, "name", "Moothall"),
    )
    audit.record(
        "notice.drafted", about=row, by=by, at=at, number=row.number, kind=row.kind, body=row.body, on=row.on,
        replaces=replaces.number if replaces else None, reason=row.reason, after=row.particulars,
    )  # fmt: skip
    return row


def _check_replaced(row: Notice, kind: NoticeKind, reason: str) -> None:
    row.refresh_from_db()
    if not row.stands or row.kind != kind.value:
        raise Refusal(f"Notice {row.number} does not stand, so nothing takes its place.", next_step="Draft a new one.")
    if not reason.strip():
        raise Refusal("It is not said why the notice is replaced.", next_step="Say what changed.")
    waiting = next((one for one in row.replaced_by.all() if one.is_draft), None)
    if waiting is not None:
        raise Refusal(f"Draft {waiting.number} is to take its place already.", next_step="Go on with that draft.")


@transaction.atomic
def reword_notice(
    *, notice: Notice, particulars: Sequence[Said], revision: int, on: date | None = None, by: Any, at: datetime
) -> Notice:
    """Change the words of a draft; the record keeps both. ``on`` is the day it is about as it stands now.

    Raises a Refusal once it is given or withdrawn, and where somebody else changed it since ``revision``.
    """
    permit(by, Deed.DRAFT_NOTICE, notice.workspace_id)
    row = _locked(notice)
    _check_draft(row)
    if row.revision != revision:
        raise Refusal(
            "Somebody changed this draft since you opened it.",
            next_step="Copy your words, open the draft again, and put them in there.",
        )
    before, row.particulars = row.particulars, plain(list(particulars))
    row.on, row.revision = on or row.on, row.revision + 1
    row.save(update_fields=["particulars", "revision", "on"])
    audit.record(
        "notice.reworded", about=row, by=by, at=at, number=row.number, kind=row.kind, before=before,
        after=row.particulars,
    )  # fmt: skip
    return row


@transaction.atomic
def record_agreement(*, notice: Notice, consent: Consent, chairs: Chairs, by: Any, at: datetime) -> Notice:
    """Record whose agreement opened the shorter way of a notice, and put it into the notice's words.

    Raises a Refusal for a kind that needs none, once the notice is given, and where it is no agreement: the wrong
    person, no reason, obtained by somebody other than the decision maker, or too late.
    """
    permit(by, Deed.GIVE_NOTICE, notice.workspace_id)
    row = _locked(notice)
    _check_draft(row)
    value = row.to_value()
    said = agreements_for_notices.checked(value, consent, chairs, holidays=counted_by(row.workspace).holidays)
    before, row.particulars, row.agreement = row.particulars, plain(said), plain(consent)
    row.revision += 1
    row.save(update_fields=["particulars", "agreement", "revision"])
    audit.record(
        "notice.agreement_recorded", about=row, by=by, at=at, number=row.number, kind=row.kind, consent=consent,
        before=before, after=row.particulars,
    )  # fmt: skip
    return row


@transaction.atomic
def give_notice(
    *, notice: Notice, given: Given, ending: str = "html", lacking_why: str = "", by: Any, at: datetime
) -> Notice:
    """Record that a notice was given, with the exact moment and place, and keep it as it stood.

    Where it replaces another, that one stands no more from this moment. Raises a Refusal for one that is no draft, for
    a moment to come or a place the law does not accept, and without a reason where it lacks what the law asks for.
    """
    permit(by, Deed.GIVE_NOTICE, notice.workspace_id)
    row = _locked(notice)
    _check_draft(row)
    kind, maker = NoticeKind(row.kind), BodyKind(row.body_kind)
    notices.check_given(given, kind=kind, website=asks_for_website(kind, maker), now=at)
    lacks = [one.message for one in missing(row.to_value())]
    if lacks and not lacking_why.strip():
        raise Refusal(
            f"The notice lacks what the law asks for: {' '.join(lacks)}",
            next_step="Fill it in first; or say why it went up all the same, and that stays on record.",
        )
    row.given_at, row.given_by, row.recorded_by_name = given.at, given.by.strip(), getattr(by, "name", "Moothall")
    row.office, row.address = given.office.strip(), given.address.strip()
    row.lacking, row.lacking_why = lacks, lacking_why.strip() if lacks else ""
    written = notice_files.notice(row.to_value(), ending, colour=row.workspace.colour, at=timezone.localtime(given.at))
    row.file, row.file_name = files.keep(written.data, media_type=written.media_type, at=at), written.name
    row.save()
    if row.replaces_id is not None:
        Notice.objects.filter(pk=row.replaces_id, replaced_at=None).update(replaced_at=given.at)
    audit.record(
        "notice.given", about=row, by=by, at=at, number=row.number, kind=row.kind, body=row.body, on=row.on,
        given_at=given.at, given_by=row.given_by, office=row.office, address=row.address, sha256=row.file.sha256,
        lacking=lacks, reason=row.lacking_why, replaces=row.replaces.number if row.replaces else None,
    )  # fmt: skip
    return row


@transaction.atomic
def withdraw_notice(*, notice: Notice, reason: str, by: Any, at: datetime) -> Notice:
    """Withdraw a notice that was given, or leave a draft, with the reason. It stays on record as it stood.

    Raises a Refusal without a reason, and for one that is withdrawn or replaced already.
    """
    permit(by, Deed.GIVE_NOTICE, notice.workspace_id)
    row = _locked(notice)
    if not row.stands and not row.is_draft:
        raise Refusal(f"Notice {row.number} does not stand any more.", next_step="There is nothing to withdraw.")
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say why it is withdrawn, such as: the meeting was called off.")
    row.withdrawn_at, row.withdrawn_why = at, reason.strip()
    row.withdrawn_by_name = getattr(by, "name", "Moothall")
    row.save(update_fields=["withdrawn_at", "withdrawn_why", "withdrawn_by_name"])
    audit.record(
        "notice.withdrawn", about=row, by=by, at=at, number=row.number, kind=row.kind, body=row.body,
        was_given=row.given_at is not None, reason=row.withdrawn_why,
    )  # fmt: skip
    return row


@transaction.atomic
def publish_agenda(
    *, workspace: Workspace, matter: Matter, published_at: datetime, papers: Sequence[FileHandedOver] = (),
    convened_on: Any = None, office: str = "", address: str = "", by: Any, at: datetime,
) -> Agenda:  # fmt: skip
    """Record that the agenda of a meeting went on public view, with its papers by their fingerprints.

    ``papers`` are files of a folder that was handed over. Raises a Refusal for a body that does not meet, without the
    day of the meeting, for a moment to come, without a place, and where it is public already.
    """
    permit(by, Deed.KEEP_AGENDA, workspace.pk)
    if not matter.body_kind.meets or matter.on is None:
        raise Refusal(f"{matter.body} has no meeting with a day here.", next_step="Enter the meeting first.")
    given = Given(published_at, getattr(by, "name", "Moothall"), office, address)
    website = asks_for_website(NoticeKind.AGENDA, matter.body_kind)
    notices.check_given(given, kind=NoticeKind.AGENDA, website=website, now=at)
    Workspace.objects.select_for_update().get(pk=workspace.pk)
    if Agenda.objects.filter(workspace=workspace, body=matter.body, meets_on=matter.on).exists():
        raise Refusal(
            f"The agenda of {matter.body} on {in_words(matter.on)} is public already.",
            next_step="Record what was added to it.",
        )
    row = Agenda.objects.create(
        workspace=workspace,
        body=matter.body,
        body_kind=matter.body_kind.value,
        meets_on=matter.on,
        published_at=published_at,
        convened_on=convened_on,
        office=office.strip(),
        address=address.strip(),
        by_name=getattr(by, "name", "Moothall"),
    )
    AgendaPaper.objects.bulk_create(
        AgendaPaper(agenda=row, position=position, title=one.title, file=one.file)
        for position, one in enumerate(papers, start=1)
    )
    audit.record(
        "agenda.published", about=row, by=by, at=at, body=row.body, on=row.meets_on, published_at=published_at,
        address=row.address, office=row.office, convened_on=convened_on,
        papers=[{"title": one.title, "sha256": one.file.sha256} for one in papers],
    )  # fmt: skip
    return row


@transaction.atomic
def change_agenda(
    *, agenda: Agenda, what: What, title: str, why: str, public_at: datetime, instead_of: str = "",
    data: bytes | None = None, media_type: str = "", local_rule: str = "", is_key: bool | None = None, by: Any,
    at: datetime,
) -> AgendaChange:  # fmt: skip
    """Record what was added to a public agenda or changed in it, with its rule and what follows from it.

    ``data`` is the file as it went public, where there is one. Raises a Refusal without title or reason, before the
    agenda was public, for a moment to come, for a paper in place of none, and after the meeting.
    """
    permit(by, Deed.KEEP_AGENDA, agenda.workspace_id)
    agenda_changes.check_change(what, title, why)
    if public_at > at:
        raise Refusal("That moment is still to come.", next_step="Record it when it is public.")
    if public_at < agenda.published_at:
        raise Refusal(
            "That is before the agenda was public, so it was no later addition.",
            next_step="Check the moment; what was public with the agenda is among its papers.",
        )
    if what is What.REPLACED and not instead_of.strip():
        raise Refusal("It is not said which paper is replaced.", next_step="Name the paper that was public before.")
    found = agenda_changes.consequence(
        what, public_at=timezone.localtime(public_at), meeting_on=agenda.meets_on, body=BodyKind(agenda.body_kind),
        holidays=counted_by(agenda.workspace).holidays, convened_on=agenda.convened_on, is_key=is_key,
    )  # fmt: skip
    Agenda.objects.select_for_update().get(pk=agenda.pk)
    row = AgendaChange.objects.create(
        agenda=agenda,
        number=AgendaChange.objects.filter(agenda=agenda).count() + 1,
        what=what.value,
        title=title.strip(),
        why=why.strip(),
        instead_of=instead_of.strip() if what is What.REPLACED else "",
        public_at=public_at,
        consequence=plain(found),
        file=files.keep(data, media_type=media_type, at=at) if data is not None else None,
        local_rule=local_rule.strip(),
        by_name=getattr(by, "name", "Moothall"),
    )
    audit.record(
        "agenda.changed", about=row, by=by, at=at, workspace=agenda.workspace, body=agenda.body, on=agenda.meets_on,
        what=row.what, title=row.title, reason=row.why, instead_of=row.instead_of, public_at=public_at,
        consequence=found.kind, rule=found.rule, local_rule=row.local_rule,
        sha256=kept_files.fingerprint(data) if data is not None else "",
    )  # fmt: skip
    return row


@transaction.atomic
def minute_circumstances(
    *, change: AgendaChange, chair: str, circumstances: str, minute: str = "", by: Any, at: datetime
) -> AgendaChange:
    """Record the special circumstances for which a chair took a late item, as the minutes have them.

    Raises a Refusal where the law has no such door (an executive's meeting), where none is needed, without a chair or
    circumstances, and where it is recorded.
    """
    permit(by, Deed.KEEP_AGENDA, change.agenda.workspace_id)
    row = AgendaChange.objects.select_for_update().get(pk=change.pk)
    agenda_changes.check_minute(row.follows, chair=chair, circumstances=circumstances)
    if row.minuted_at is not None:
        raise Refusal("The circumstances of this item are recorded.", next_step="The minutes themselves hold them.")
    row.chair, row.circumstances, row.minute, row.minuted_at = chair.strip(), circumstances.strip(), minute.strip(), at
    row.save(update_fields=["chair", "circumstances", "minute", "minuted_at"])
    audit.record(
        "agenda.circumstances_minuted", about=row, by=by, at=at, workspace=change.agenda.workspace,
        body=change.agenda.body, title=row.title, chair=row.chair, reason=row.circumstances, minute=row.minute,
    )  # fmt: skip
    return row


def _locked(notice: Notice) -> Notice:
    """The notice as it stands, held against others who change it at the same moment."""
    return Notice.objects.select_for_update(of=("self",)).select_related("workspace", "replaces").get(pk=notice.pk)


def _check_draft(row: Notice) -> None:
    if row.given_at is not None:
        raise Refusal(
            f"Notice {row.number} was given, so its words stay as they are.",
            next_step="Replace it by another, and say why.",
        )
    if row.withdrawn_at is not None:
        raise Refusal(f"Draft {row.number} was left.", next_step="Draft a new notice.")
