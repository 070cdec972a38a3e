"""Writing the base text of a group, freezing it, making editions of it, and bringing editions in from a file."""

from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from moothall.apps.audit import actions as audit
from moothall.apps.groups import letters, queries
from moothall.apps.groups.actions import keep_editions, own_place
from moothall.apps.groups.models import Edition, Group, Section
from moothall.apps.groups.sections import hold_to_edit, kept_section, merged, save_words
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain import base_texts as values
from moothall.domain import groups as rules
from moothall.domain.base_texts import OWN, BaseText
from moothall.domain.days import in_words
from moothall.domain.fingerprints import plain
from moothall.domain.merging import Merge
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round

OWN_FROM = 1000
"""Where the group's own sections begin in the order: after every question of any round."""


class BaseWordsMeet(Refusal):
    """Two editors changed the same words. ``merges`` holds each field's pieces, ``theirs`` the section that stands."""

    def __init__(self, merges: dict[str, Merge], theirs: Section, *, by_name: str, at: datetime) -> None:
        super().__init__(
            f"{by_name} changed the same words while you were writing.",
            next_step="Both texts are below. Choose what stays, then save.",
        )
        self.merges, self.theirs, self.by_name, self.at = merges, theirs, by_name, at


@transaction.atomic
def write_section(
    *, workspace: Workspace, group: Group, round_: Round, key: str, title: str, text: str, revision: int, by: Any,
    at: datetime,
) -> Section:  # fmt: skip
    """Save a section of the base text, written over ``revision``; an empty ``key`` adds one that answers no question.

    What another editor saved meanwhile is merged in where the changes do not touch; BaseWordsMeet where they do. Raises
    a Refusal for a council that does not edit, a text that is frozen or comes by file, and an own section without a
    title. Words that stand already are not saved twice.
    """
    permit(by, Deed.WRITE_BASE_TEXT, workspace.pk)
    row = _to_write(workspace, group, round_, key, by, at)
    found = merged(row, title=title, text=text, revision=revision)
    if any(one.conflicts for one in found.values()):
        last = row.revisions.first()
        assert last is not None
        raise BaseWordsMeet(found, row, by_name=f"{last.saved_by_name} of {last.council}", at=last.saved_at)
    words = {name: one.chosen() for name, one in found.items()}
    if not words["title"].strip():
        raise Refusal("The section has no title.", next_step="Give it one.")
    before = {"title": row.title if row.revision else "", "text": row.text}
    if row.revision and before == words:
        return row
    save_words(row, council=workspace.official_name, by=by, at=at, **words)
    audit.record(
        "base_text.written", about=row, by=by, at=at, workspace=workspace, group=group.name, key=row.key,
        title=row.title, before=before, after=words,
    )  # fmt: skip
    return row


@transaction.atomic
def make_edition(*, workspace: Workspace, group: Group, why: str, by: Any, at: datetime) -> Edition:
    """Make an edition of the base text as it stands; the policy officers of the other councils are told by mail.

    Nothing in any plan changes. Raises a Refusal without a reason or words, and where nothing changed since the last.
    """
    permit(by, Deed.WRITE_BASE_TEXT, workspace.pk)
    hold_to_edit(workspace, group, by, at)
    last, sections = queries.latest(group), queries.now(group)
    values.check_edition(last, sections, why)
    row = Edition.objects.create(
        group=group, number=(last.number if last else 0) + 1, why=why.strip(), sections=plain(sections), made_at=at,
        made_by_name=_name(by), council=workspace.official_name,
    )  # fmt: skip
    letters.new_edition(row, apart_from=workspace, at=at)
    audit.record(
        "base_text.edition_made", about=row, by=by, at=at, workspace=workspace, group=group.name, number=row.number,
        reason=row.why,
    )  # fmt: skip
    return row


@transaction.atomic
def bring_in(*, workspace: Workspace, group: Group, text: BaseText, by: Any, at: datetime) -> tuple[int, ...]:
    """Bring in the later editions that a file of this group's text holds; returns their numbers.

    Raises a Refusal for a group whose text is written here, a file of another text, and one without a new edition.
    """
    permit(by, Deed.WRITE_BASE_TEXT, workspace.pk)
    own_place(workspace, group)
    if not group.is_brought_in:
        raise Refusal("The text of this group is written here.", next_step="Enter the words as a proposal instead.")
    if text.round != group.round_slug or text.name != group.name:
        raise Refusal(f"The file is of “{text.name}”, {text.round}.", next_step=f"Choose the file of “{group.name}”.")
    mine = queries.editions(group)
    later = values.new_editions(mine, text.editions)
    keep_editions(group, BaseText(text.round, text.name, text.purpose, later))
    newest = Edition.objects.filter(group=group).latest("number")
    letters.new_edition(newest, apart_from=workspace, at=at)
    numbers = tuple(one.number for one in later)
    audit.record(
        "base_text.brought_in", about=group, by=by, at=at, workspace=workspace, group=group.name, numbers=numbers
    )
    return numbers


@transaction.atomic
def freeze_text(*, workspace: Workspace, group: Group, reason: str, until_on: date, by: Any, at: datetime) -> Group:
    """Freeze the base text up to and with a day: the other editors read, and do not save.

    Raises a Refusal without a reason, for a day that is past, and where somebody else froze it.
    """
    permit(by, Deed.WRITE_BASE_TEXT, workspace.pk)
    row = hold_to_edit(workspace, group, by, at)
    if until_on < timezone.localdate(at):
        raise Refusal(f"{in_words(until_on)} is past.", next_step="Choose today or a later day.")
    if not reason.strip():
        raise Refusal("There is no reason.", next_step="Say in a few words why nobody else may save.")
    row.frozen_by, row.frozen_by_name = by, _name(by)
    row.frozen_until_on, row.frozen_reason = until_on, reason.strip()
    row.save()
    audit.record(
        "base_text.frozen", about=row, by=by, at=at, workspace=workspace, group=row.name, until_on=until_on,
        reason=row.frozen_reason,
    )  # fmt: skip
    return row


@transaction.atomic
def thaw_text(*, workspace: Workspace, group: Group, by: Any, at: datetime) -> Group:
    """Let every editor save again. Any editor may, since a person may be away. Raises a Refusal where it is open."""
    permit(by, Deed.WRITE_BASE_TEXT, workspace.pk)
    row = Group.objects.select_for_update().get(pk=group.pk)
    rules.check_may_edit(is_editor=own_place(workspace, group).is_editor)
    if not queries.is_frozen(row, as_of=timezone.localdate(at)):
        raise Refusal("The base text is not frozen.", next_step="Go on writing.")
    was = row.frozen_by_name
    row.frozen_by, row.frozen_by_name, row.frozen_until_on, row.frozen_reason = None, "", None, ""
    row.save()
    audit.record("base_text.thawed", about=row, by=by, at=at, workspace=workspace, group=row.name, was=was)
    return row


def _to_write(workspace: Workspace, group: Group, round_: Round, key: str, by: Any, at: datetime) -> Section:
    hold_to_edit(workspace, group, by, at)
    if key:
        return kept_section(group, round_, key)
    count = Section.objects.filter(group=group, key__startswith=OWN).count() + 1
    return Section.objects.create(group=group, key=f"{OWN}{count}", title="", position=OWN_FROM + count)


def _name(by: Any) -> str:
    return getattr(by, "name", "Moothall")
