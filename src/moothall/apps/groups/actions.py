"""Starting a working group, asking councils in, joining and leaving, who edits, and what a council tells."""

from collections.abc import Collection
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from moothall.apps.audit import actions as audit
from moothall.apps.groups import letters
from moothall.apps.groups.models import Edition, Group, Membership
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain import groups as rules
from moothall.domain.base_texts import BaseText
from moothall.domain.fingerprints import plain
from moothall.domain.groups import Place, Telling
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed


@transaction.atomic
def start_group(
    *, workspace: Workspace, name: str, purpose: str, text: BaseText | None = None, by: Any, at: datetime
) -> Group:
    """Start a working group of the round, with this council in it as the first that edits.

    ``text`` starts it from a file: its editions are all there, and later ones come by file too. Raises a Refusal
    without a name or purpose, for a name that is taken, and for a text of another round.
    """
    permit(by, Deed.JOIN_GROUP, workspace.pk)
    taken = Group.objects.filter(round_slug=workspace.round_slug)
    rules.check_named(name, purpose, taken=list(taken.values_list("name", flat=True)))
    if text is not None and text.round != workspace.round_slug:
        raise Refusal(f"The file is of another round, {text.round}.", next_step="Open your workspace of that round.")
    slug = (slugify(name)[:70] or "group").strip("-")
    if taken.filter(slug=slug).exists():
        slug = f"{slug}-{taken.count() + 1}"
    row = Group.objects.create(
        round_slug=workspace.round_slug, slug=slug, name=name.strip(), purpose=purpose.strip(),
        is_brought_in=text is not None, started_at=at, started_by_name=_name(by),
    )  # fmt: skip
    Membership.objects.create(
        group=row, workspace=workspace, place=Place.MEMBER.value, is_editor=text is None, asked_at=at,
        asked_by_name=_name(by), answered_at=at, answered_by_name=_name(by),
    )  # fmt: skip
    keep_editions(row, text)
    audit.record(
        "group.started", about=row, by=by, at=at, workspace=workspace, group=row.name, purpose=row.purpose,
        editions=len(text.editions) if text else 0, is_from_file=text is not None,
    )  # fmt: skip
    return row


@transaction.atomic
def invite(*, workspace: Workspace, group: Group, council: Workspace, by: Any, at: datetime) -> Membership:
    """Ask another council of the round to join; its policy officers are told by mail and answer for it.

    Raises a Refusal where it is in the group or is asked already.
    """
    permit(by, Deed.JOIN_GROUP, workspace.pk)
    own_place(workspace, group)
    if council.round_slug != group.round_slug:
        raise Refusal(f"{council.official_name} is here for another round.", next_step="Choose one of this round.")
    row = Membership.objects.filter(group=group, workspace=council).first() or Membership(
        group=group, workspace=council
    )
    rules.check_may_invite(council.official_name, Place(row.place) if row.pk else None)
    row.place, row.asked_at, row.asked_by_name = Place.INVITED.value, at, _name(by)
    row.answered_at, row.answered_by_name, row.why = None, "", ""
    row.save()
    letters.invited(row, council=workspace.official_name, by=by, at=at)
    audit.record(
        "group.council_invited", about=row, by=by, at=at, workspace=workspace, group=group.name,
        council=council.official_name,
    )  # fmt: skip
    return row


@transaction.atomic
def answer_invitation(
    *, workspace: Workspace, group: Group, joins: bool, why: str = "", by: Any, at: datetime
) -> Membership:
    """Join a group on behalf of one's council, or decline with a reason.

    Raises a Refusal where the council is not asked, and for a no without a reason.
    """
    permit(by, Deed.JOIN_GROUP, workspace.pk)
    row = Membership.objects.select_for_update().filter(group=group, workspace=workspace).first()
    rules.check_may_answer(Place(row.place) if row else None, joins=joins, why=why)
    assert row is not None
    row.place = (Place.MEMBER if joins else Place.DECLINED).value
    row.answered_at, row.answered_by_name, row.why = at, _name(by), why.strip()
    row.save()
    audit.record("group.answered", about=row, by=by, at=at, group=group.name, joins=joins, reason=row.why)
    return row


@transaction.atomic
def leave(*, workspace: Workspace, group: Group, why: str, by: Any, at: datetime) -> Membership:
    """Leave a group, with the reason. What was taken into the plan stays there; what was told is told no more.

    Raises a Refusal where the councils left could not edit their text.
    """
    permit(by, Deed.JOIN_GROUP, workspace.pk)
    Group.objects.select_for_update().get(pk=group.pk)
    row = own_place(workspace, group)
    others = Membership.objects.filter(group=group, place=Place.MEMBER.value).exclude(pk=row.pk)
    rules.check_may_leave(
        others=others.count(), other_editors=others.filter(is_editor=True).count(),
        is_editor=row.is_editor and not group.is_brought_in, why=why,
    )  # fmt: skip
    row.place, row.is_editor, row.why = Place.LEFT.value, False, why.strip()
    row.answered_at, row.answered_by_name = at, _name(by)
    _set_telling(row, Telling())
    row.save()
    audit.record("group.left", about=row, by=by, at=at, group=group.name, reason=row.why)
    return row


@transaction.atomic
def choose_editors(*, workspace: Workspace, group: Group, editors: Collection[int], by: Any, at: datetime) -> None:
    """Say which councils of the group edit its base text; ``editors`` are their workspaces.

    Only a council that edits chooses. Raises a Refusal where nobody would edit, or one that is not in the group.
    """
    permit(by, Deed.JOIN_GROUP, workspace.pk)
    Group.objects.select_for_update().get(pk=group.pk)
    rules.check_may_edit(is_editor=own_place(workspace, group).is_editor)
    rows = list(Membership.objects.filter(group=group, place=Place.MEMBER.value).select_related("workspace"))
    rules.check_editors(editors, {row.workspace_id for row in rows})
    before = [row.workspace.official_name for row in rows if row.is_editor]
    for row in rows:
        row.is_editor = row.workspace_id in editors
        row.save(update_fields=["is_editor"])
    after = [row.workspace.official_name for row in rows if row.is_editor]
    audit.record(
        "group.editors_chosen", about=group, by=by, at=at, workspace=workspace, group=group.name, before=before,
        after=after,
    )  # fmt: skip


@transaction.atomic
def tell(*, workspace: Workspace, group: Group, telling: Telling, by: Any, at: datetime) -> Membership:
    """Say what the group may see of one's council, and whether its public page may say that it shares a text."""
    permit(by, Deed.JOIN_GROUP, workspace.pk)
    row = own_place(workspace, group)
    before = row.telling
    _set_telling(row, telling)
    row.save()
    audit.record("group.told", about=row, by=by, at=at, group=group.name, before=before, after=telling)
    return row


def own_place(workspace: Workspace, group: Group) -> Membership:
    """The place of a council in a group it is in. Raises a Refusal where it is not."""
    row = Membership.objects.select_for_update().filter(group=group, workspace=workspace).first()
    if row is None or row.place != Place.MEMBER.value:
        raise Refusal("Your council is not in this group.", next_step="Ask a council that is to invite yours.")
    return row


def keep_editions(group: Group, text: BaseText | None) -> None:
    """Keep the editions of a text that came by file."""
    for one in text.editions if text else ():
        Edition.objects.create(
            group=group, number=one.number, why=one.why, sections=plain(one.sections), made_at=one.made_at,
            made_by_name=one.made_by, council=one.council,
        )  # fmt: skip


def _set_telling(row: Membership, telling: Telling) -> None:
    row.tells_edition, row.tells_meetings = telling.edition, telling.meetings
    row.tells_decision, row.tells_publication = telling.decision, telling.publication
    row.tells_public = telling.public


def _name(by: Any) -> str:
    return getattr(by, "name", "Moothall")
