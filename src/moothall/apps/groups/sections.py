"""A section of a base text as it is held for a save, merged with what another editor saved, and kept."""

from datetime import datetime
from typing import Any

from moothall.apps.groups import queries
from moothall.apps.groups.actions import own_place
from moothall.apps.groups.models import Group, Revision, Section
from moothall.apps.workspaces.models import Workspace
from moothall.domain import groups as rules
from moothall.domain.merging import Merge, merge, merge_whole
from moothall.domain.refusals import Refusal
from moothall.domain.rounds import Round


def merged(row: Section, *, title: str, text: str, revision: int) -> dict[str, Merge]:
    """What becomes of title and text written over ``revision`` where the section stands as it does.

    Raises a Refusal where the section never had that revision.
    """
    base = {"title": row.title, "text": row.text}
    if revision != row.revision:
        was = Revision.objects.filter(section_id=row.pk, number=revision).first()
        if was is None and revision != 0:
            raise Refusal(
                "Moothall cannot tell from which words you began.",
                next_step="Copy your words, open the page again, and put them in.",
            )
        base = {"title": was.title, "text": was.text} if was else {"title": row.title, "text": ""}
    mine = text.replace("\r\n", "\n").strip()
    return {
        "title": merge_whole(base["title"], title.strip(), row.title),
        "text": merge(base["text"], mine, row.text),
    }


def save_words(row: Section, *, title: str, text: str, council: str, by: Any, at: datetime) -> None:
    """Put these words into a section, and keep what it says from now on as a revision."""
    row.title, row.text, row.revision = title, text, row.revision + 1
    row.save()
    Revision.objects.create(
        section=row,
        number=row.revision,
        title=title,
        text=text,
        saved_at=at,
        saved_by_name=getattr(by, "name", "Moothall"),
        council=council,
    )


def kept_section(group: Group, round_: Round, key: str) -> Section:
    """The section with this key, kept from now on even if nobody wrote it yet. Raises a Refusal where none is."""
    found = queries.section(group, round_, key)
    if found is None:
        raise Refusal("The base text has no such section.", next_step="Look at its sections again.")
    if found._state.adding:
        found.save()
    return found


def hold_to_edit(workspace: Workspace, group: Group, by: Any, at: datetime) -> Group:
    """The group, held for this save. Raises a Refusal unless this council edits it, and nobody else froze it."""
    row = Group.objects.select_for_update().get(pk=group.pk)
    place = own_place(workspace, group)
    if row.is_brought_in:
        raise Refusal(
            "The text of this group comes by file, and is written by the group itself.",
            next_step="Bring in a later edition, or send the group your words.",
        )
    rules.check_may_edit(is_editor=place.is_editor)
    queries.check_not_frozen(row, by=by, at=at)
    return row
