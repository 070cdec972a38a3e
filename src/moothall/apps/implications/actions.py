"""Asking for agreement to exact words, answering, handing on, being away, and allowing what the rule would refuse."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.appointments import joining
from moothall.apps.audit import actions as audit
from moothall.apps.implications import letters, queries
from moothall.apps.implications.models import Absence, Event, Request
from moothall.apps.people.models import Person
from moothall.apps.people.permissions import permit
from moothall.apps.reports import actions as reports
from moothall.apps.reports import queries as report_queries
from moothall.apps.rounds import queries as rounds
from moothall.apps.workspaces.models import Workspace
from moothall.domain import signoffs
from moothall.domain.fingerprints import plain
from moothall.domain.refusals import Refusal
from moothall.domain.reports import Implication, OfficerComment
from moothall.domain.roles import Deed, Role
from moothall.domain.signoffs import Reply, State


@transaction.atomic
def ask(
    *,
    workspace: Workspace,
    kind: str = "",
    capacity: str = "",
    person: Person | None,
    deputy: Person | None = None,
    places: Sequence[str],
    note: str = "",
    due_on: date,
    by: Any,
    at: datetime,
) -> Request:
    """Ask a named person for an implication of a ``kind``, or to sign words off in a ``capacity``, by a day.

    Without a person the post is kept as vacant. Raises a Refusal before there is a report, for a day that is past, for
    somebody who may not answer here, and where the same is asked and still open.
    """
    permit(by, Deed.ASK_AGREEMENT, workspace.pk)
    if report_queries.report(workspace) is None:
        raise Refusal("The covering report is not begun.", next_step="Begin the report, then ask.")
    if due_on < timezone.localdate(at):
        raise Refusal("The day to answer by is past.", next_step="Choose today or a later day.")
    if not places:
        raise Refusal("There are no words to agree to.", next_step="Choose the parts that are to be signed off.")
    _check_able(workspace, person, deputy)
    _check_not_asked(workspace, kind, capacity, at)
    row = Request.objects.create(
        workspace=workspace, kind=kind, capacity=capacity, person=person, deputy=deputy, places=list(places),
        note=note.strip(), due_on=due_on, asked_by=by, asked_at=at,
    )  # fmt: skip
    _happened(row, Event.What.ASKED, by, at, to_name=person.name if person else "")
    letters.asked(row, at=at)
    audit.record(
        "agreement.asked", about=row, by=by, at=at, kind=kind, capacity=capacity, person=person.name if person else "",
        places=list(places), due_on=due_on,
    )  # fmt: skip
    return row


@transaction.atomic
def answer(
    *, request: Request, reply: Reply, seen: str, words: str = "", reason: str = "", by: Any, at: datetime
) -> Event:
    """Keep what whoever has a request says of its words as they stand; their words go into the report.

    ``seen`` is the fingerprint of the words they were shown, ``words`` what stands in their box. Raises a Refusal for
    anybody else, for words that moved or are their own to sign off, and where a reason is owed and missing.
    """
    permit(by, Deed.ANSWER_REQUEST, request.workspace_id)
    row = _held(request)
    standing = _standing(row, at)
    _check_holder(standing, by)
    in_box = queries.comment(row) if row.is_sign_off else queries.implication(row).text
    signoffs.check_reply(
        reply, seen=seen, now=standing.print, words=words if words or reply is not Reply.AGREE else in_box,
        standing=in_box, reason=reason,
    )  # fmt: skip
    _check_kind_of_reply(row, reply, in_box)
    if row.is_sign_off and reply in {Reply.AGREE, Reply.AGREE_WITH_WORDS}:
        signoffs.check_own_words(str(by.pk), queries.own_words(row, standing.now), is_allowed=queries.is_allowed(row))
    _write(row, reply, words.strip() or in_box, reason.strip(), by=by, at=at)
    after = _standing(row, at)
    event = _happened(
        row, Event.What.ANSWERED, by, at, reply=reply.value, reason=reason.strip(), covered=plain(list(after.now)),
        print=after.print,
    )  # fmt: skip
    letters.answered(row, event, at=at)
    audit.record(
        "agreement.answered", about=row, by=by, at=at, kind=row.kind, capacity=row.capacity, reply=reply,
        reason=reason.strip(), fingerprint=event.print, for_person=row.person.name if row.person else "",
    )  # fmt: skip
    return event


@transaction.atomic
def hand_on(*, request: Request, to: Person, reason: str = "", by: Any, at: datetime) -> Request:
    """Give a request to somebody else by name: by whoever asked, or by whoever has it and may answer it.

    Raises a Refusal for anybody else, for one who may not answer here, and where they have it.
    """
    permit(by, Deed.ANSWER_REQUEST, request.workspace_id)
    row = _held(request)
    standing = _standing(row, at)
    if by is not None and by.pk not in {row.person_id, standing.holder.pk if standing.holder else None}:
        permit(by, Deed.ASK_AGREEMENT, row.workspace_id)
    _check_not_withdrawn(standing)
    _check_able(row.workspace, to)
    if row.person_id == to.pk:
        raise Refusal(f"{to.name} has this request.", next_step="Choose somebody else.")
    before, row.person = row.person.name if row.person else "", to
    row.save(update_fields=["person"])
    event = _happened(row, Event.What.HANDED_ON, by, at, to_name=to.name, reason=reason.strip())
    letters.handed_on(row, event, at=at)
    audit.record(
        "agreement.handed_on", about=row, by=by, at=at, kind=row.kind, capacity=row.capacity, before=before,
        after=to.name, reason=reason.strip(),
    )  # fmt: skip
    return row


@transaction.atomic
def withdraw(*, request: Request, reason: str = "", by: Any, at: datetime) -> Event:
    """Say that no answer is needed any more. What was answered stays on record. Raises a Refusal the second time."""
    permit(by, Deed.ASK_AGREEMENT, request.workspace_id)
    _check_not_withdrawn(_standing(request, at))
    event = _happened(request, Event.What.WITHDRAWN, by, at, reason=reason.strip())
    letters.withdrawn(request, event, at=at)
    audit.record(
        "agreement.withdrawn", about=request, by=by, at=at, kind=request.kind, capacity=request.capacity,
        reason=reason.strip(),
    )  # fmt: skip
    return event


@transaction.atomic
def allow_own_words(*, request: Request, reason: str, by: Any, at: datetime) -> Event:
    """Let whoever has a sign-off certify words that they wrote, for a reason, kept with the name of who allowed it.

    Raises a Refusal without a reason, for an implication, and for anybody who would allow it to themselves.
    """
    permit(by, Deed.ALLOW_OWN_WORDS, request.workspace_id)
    standing = _standing(request, at)
    _check_not_withdrawn(standing)
    if not request.is_sign_off:
        raise Refusal("An implication is written by its own author.", next_step="Nothing needs to be allowed.")
    if by is not None and by.pk in {request.person_id, standing.holder.pk if standing.holder else None}:
        raise Refusal(
            "You cannot allow this to yourself.", next_step="Ask somebody else who may, or hand the sign-off on.",
            rule=signoffs.RULE,
        )  # fmt: skip
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say why they may sign off words that they wrote.")
    event = _happened(
        request, Event.What.ALLOWED, by, at, reason=reason.strip(),
        to_name=standing.holder.name if standing.holder else "",
    )  # fmt: skip
    audit.record(
        "agreement.own_words_allowed", about=request, by=by, at=at, capacity=request.capacity, person=event.to_name,
        reason=event.reason,
    )  # fmt: skip
    return event


@transaction.atomic
def say_away(*, workspace: Workspace, cover: Person, from_on: date, to_on: date, by: Person, at: datetime) -> Absence:
    """Say that one is away, both days included, and who has what one is asked meanwhile. Both still see it.

    Raises a Refusal for days that are past or the wrong way round, for oneself, and for one who may not answer here.
    """
    permit(by, Deed.SAY_AWAY, workspace.pk)
    if to_on < from_on:
        raise Refusal("The last day is before the first.", next_step="Put the days the other way round.")
    if to_on < timezone.localdate(at):
        raise Refusal("These days are past.", next_step="Give days that are still to come.")
    if cover.pk == by.pk:
        raise Refusal("You cannot cover for yourself.", next_step="Choose somebody else.")
    _check_able(workspace, cover)
    row = Absence.objects.create(workspace=workspace, person=by, cover=cover, from_on=from_on, to_on=to_on, said_at=at)
    letters.covers(row, at=at)
    audit.record("absence.said", about=row, by=by, at=at, cover=cover.name, from_on=from_on, to_on=to_on)
    return row


@transaction.atomic
def end_absence(*, absence: Absence, by: Person, at: datetime) -> Absence:
    """Take back that one is away, or say that one is back early. Raises a Refusal for another's, or where it ended."""
    permit(by, Deed.SAY_AWAY, absence.workspace_id)
    row = Absence.objects.select_for_update(of=("self",)).select_related("person").get(pk=absence.pk)
    if row.ended_at is not None:
        raise Refusal("This absence was ended.", next_step="There is nothing to end.")
    if row.person_id != by.pk:
        raise Refusal("This is somebody else’s absence.", next_step=f"Ask {row.person.name}.")
    row.ended_at = at
    row.save(update_fields=["ended_at"])
    audit.record("absence.ended", about=row, by=by, at=at, from_on=row.from_on, to_on=row.to_on)
    return row


@transaction.atomic
def invite(*, workspace: Workspace, email: str, name: str, post: str = "", by: Any, at: datetime) -> Person:
    """Let somebody answer requests here, and nothing else. Who has no account gets a link, good once, to a password.

    Raises a Refusal where they may answer here already, and for an account that was ended.
    """
    permit(by, Deed.ASK_AGREEMENT, workspace.pk)
    person = joining.found(email)
    if person is not None and any(one.pk == person.pk for one in queries.able(workspace)):
        raise Refusal(f"{name.strip()} may answer requests here.", next_step="Choose the name when you ask.")
    invitation = joining.join(
        workspace=workspace, email=email, name=name, post=post, roles=[Role.IMPLICATION_AUTHOR], by=by, at=at
    )
    audit.record("author.invited", about=invitation.person, by=by, at=at, workspace=workspace, person=invitation.name)
    return invitation.person


def _held(request: Request) -> Request:
    """The request as it stands, held until the deed is done."""
    return (
        Request.objects.select_for_update(of=("self",))
        .select_related("workspace", "person", "asked_by")
        .get(pk=request.pk)
    )


def _standing(row: Request, at: datetime) -> queries.Standing:
    round_ = rounds.round_called(row.workspace.round_slug)
    assert round_ is not None, "a workspace is opened for a round that is kept"
    fresh = queries.rows(row.workspace).get(pk=row.pk)
    return queries.standing(fresh, round_, as_of=timezone.localdate(at))


def _happened(row: Request, what: Event.What, by: Any, at: datetime, **said: Any) -> Event:
    return Event.objects.create(request=row, what=what, by=by, by_name=getattr(by, "name", "Moothall"), at=at, **said)


def _check_able(workspace: Workspace, *people: Person | None) -> None:
    able = {one.pk for one in queries.able(workspace)}
    for one in people:
        if one is not None and one.pk not in able:
            raise Refusal(f"{one.name} may not answer requests here.", next_step="Invite them first, or ask another.")


def _check_not_asked(workspace: Workspace, kind: str, capacity: str, at: datetime) -> None:
    for row in Request.objects.filter(workspace=workspace, kind=kind, capacity=capacity):
        if _standing(row, at).state is not State.WITHDRAWN:
            raise Refusal(
                "This has been asked for.", next_step="Open that request: hand it on, or withdraw it and ask again."
            )


def _check_holder(standing: queries.Standing, by: Any) -> None:
    _check_not_withdrawn(standing)
    holder = standing.holder
    if holder is None or by is None or by.pk not in {holder.pk, standing.request.person_id}:
        whose = f"This request is for {holder.name}." if holder else "Nobody has this request yet."
        raise Refusal(whose, next_step="Whoever asked may hand it on to you.")


def _check_not_withdrawn(standing: queries.Standing) -> None:
    if standing.state is State.WITHDRAWN:
        raise Refusal("This request was withdrawn.", next_step="Nothing is needed.")


def _check_kind_of_reply(row: Request, reply: Reply, in_box: str) -> None:
    if row.is_sign_off and reply is Reply.NOT_APPLICABLE:
        raise Refusal("A sign-off is given or not.", next_step="Agree, or say why you cannot.")
    if not row.is_sign_off and reply is Reply.AGREE and not in_box.strip():
        raise Refusal("There are no words to agree to.", next_step="Write them, and choose “Agree with my words”.")


def _write(row: Request, reply: Reply, words: str, reason: str, *, by: Any, at: datetime) -> None:
    """Put into the report what an answer says it should say, where it does not say so."""
    report = report_queries.report(row.workspace)
    if report is None or reply is Reply.CANNOT_AGREE:
        return
    if row.is_sign_off:
        if reply is Reply.AGREE_WITH_WORDS and words != queries.comment(row):
            reports.write_comment(report=report, comment=OfficerComment(row.capacity, words), by=by, at=at)
        return
    stands, author = queries.implication(row), str(by)
    if reply is Reply.NOT_APPLICABLE:
        said = Implication(row.kind, reason, author, is_none=True)
    else:
        said = Implication(
            row.kind, words, author, is_none=stands.is_none and words == stands.text, promised=stands.promised,
            promised_by=stands.promised_by,
        )  # fmt: skip
    if said != stands:
        reports.write_implication(report=report, implication=said, by=by, at=at)
