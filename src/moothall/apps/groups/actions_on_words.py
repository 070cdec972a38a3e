"""From the base text into a council's own plan, and the other way: taking, declining, proposing, answering."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.groups import queries
from moothall.apps.groups.actions import own_place
from moothall.apps.groups.models import Group, Proposal, Section, Settlement
from moothall.apps.groups.sections import hold_to_edit, kept_section, save_words
from moothall.apps.people.permissions import permit
from moothall.apps.plans import actions as plans
from moothall.apps.plans import queries as plan_queries
from moothall.apps.plans.models import Draft
from moothall.apps.workspaces.models import Workspace
from moothall.apps.writing import queries as writing
from moothall.apps.writing import saving
from moothall.domain.base_texts import OWN, Answered, Edition, How
from moothall.domain.plans import AnswerStatus
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round


@transaction.atomic
def take_sections(
    *, workspace: Workspace, group: Group, edition: int, keys: Sequence[str], by: Any, at: datetime
) -> int:
    """Take sections of the latest edition into the plan where it says nothing yet; returns how many.

    Raises a Refusal where none is chosen, a later edition came, or the plan has words there already.
    """
    permit(by, Deed.TAKE_BASE_WORDS, workspace.pk)
    draft, latest = _ready(workspace, group, edition)
    if not keys:
        raise Refusal("No section is chosen.", next_step="Tick what your plan should take.")
    done = queries.settled(workspace, group)
    for key in keys:
        words = latest.words(key)
        title = next((one.title for one in latest.sections if one.key == key), "")
        place = done[key].place if key in done else ""
        _, revision, is_free = queries.own_words(draft, key, place)
        if not words.strip() or not is_free:
            raise Refusal(
                f"“{title or key}” cannot be taken as it is: {'your plan' if words.strip() else 'the edition'}"
                f" {'has words there already' if words.strip() else 'says nothing there'}.",
                next_step="Open it by itself, and choose what stays.",
            )
        place = _put(draft, key, title, words, place, revision, by, at)
        _settle(workspace, group, key, title, latest, How.TAKEN, place, "", by, at)
    audit.record(
        "base_text.taken", about=group, by=by, at=at, workspace=workspace, group=group.name, edition=latest.number,
        keys=list(keys),
    )  # fmt: skip
    return len(keys)


@transaction.atomic
def settle(
    *, workspace: Workspace, group: Group, key: str, edition: int, text: str | None, revision: int = 0,
    reason: str = "", by: Any, at: datetime,
) -> Settlement:  # fmt: skip
    """Decide what the plan makes of a section of the latest edition: put these words in, or (None) decline it.

    ``revision`` is that of the plan's words the person saw. To decline needs a reason and changes nothing in the plan.
    Raises a Refusal without one, where a later edition came, and where the plan's words changed meanwhile.
    """
    permit(by, Deed.TAKE_BASE_WORDS, workspace.pk)
    draft, latest = _ready(workspace, group, edition)
    standing = queries.standing(workspace, group, key)
    if standing is None:
        raise Refusal("The base text has no such section.", next_step="Look at its sections again.")
    if text is None:
        if not reason.strip():
            raise Refusal("There is no reason.", next_step="Say in a sentence why you decline it.")
        how, place = How.DECLINED, standing.place
    else:
        words = text.replace("\r\n", "\n").strip()
        how = How.TAKEN if words == standing.base.strip() else How.OWN_WORDS
        place = _put(draft, key, standing.title, words, standing.place, revision, by, at)
    row = _settle(workspace, group, key, standing.title, latest, how, place, reason, by, at)
    audit.record(
        "base_text.settled", about=row, by=by, at=at, group=group.name, key=key, title=row.title,
        edition=latest.number, how=how.value, reason=row.reason, before=standing.own, after=text,
    )  # fmt: skip
    return row


@transaction.atomic
def propose(
    *, workspace: Workspace, group: Group, round_: Round, key: str, text: str, why: str, outside: str = "", by: Any,
    at: datetime,
) -> Proposal:  # fmt: skip
    """Propose words for a section of the base text; its editors take or decline them.

    ``outside`` names a council that is not on this installation, whose words these are. Raises a Refusal where the
    words are empty or stand there already.
    """
    permit(by, Deed.WRITE_BASE_TEXT, workspace.pk)
    own_place(workspace, group)
    if group.is_brought_in:
        raise Refusal("The text of this group is written elsewhere.", next_step="Send the group your words.")
    section = kept_section(group, round_, key)
    words = text.replace("\r\n", "\n").strip()
    if not words or words == section.text.strip():
        raise Refusal("Nothing is proposed: these words stand there.", next_step="Change them, and propose again.")
    row = Proposal.objects.create(
        section=section, workspace=workspace, outside=outside.strip(), base=section.text, text=words, why=why.strip(),
        made_at=at, made_by_name=_name(by),
    )  # fmt: skip
    audit.record(
        "base_text.proposed", about=row, by=by, at=at, group=group.name, key=key, title=section.title,
        outside=row.outside, text=words, reason=row.why,
    )  # fmt: skip
    return row


@transaction.atomic
def answer_proposal(
    *, workspace: Workspace, proposal: Proposal, answer: Answered, text: str = "", why: str = "", by: Any, at: datetime
) -> Proposal:
    """Take a proposal into the base text as ``text``, decline it with a reason, or withdraw one's own.

    Raises a Refusal where it was answered before, and for a council whose answer it is not.
    """
    permit(by, Deed.WRITE_BASE_TEXT, workspace.pk)
    row = Proposal.objects.select_for_update().select_related("section__group").get(pk=proposal.pk)
    if row.answer != Answered.OPEN.value or answer is Answered.OPEN:
        raise Refusal("This proposal was answered before.", next_step="Look at the list of proposals again.")
    section = _held(row, workspace, answer, by, at)
    if answer is Answered.DECLINED and not why.strip():
        raise Refusal("There is no reason.", next_step="Say in a sentence why the words are declined.")
    before, words = section.text, text.replace("\r\n", "\n").strip()
    if answer is Answered.TAKEN:
        if not words:
            raise Refusal("There are no words to take.", next_step="Give the words as the base text should have them.")
        save_words(section, title=section.title, text=words, council=workspace.official_name, by=by, at=at)
    row.answer, row.answered_at, row.answered_by_name, row.answered_why = answer.value, at, _name(by), why.strip()
    row.save()
    audit.record(
        "base_text.proposal_answered", about=row, by=by, at=at, workspace=workspace, group=section.group.name,
        title=section.title, answer=answer.value, reason=row.answered_why, before=before, after=section.text,
    )  # fmt: skip
    return row


def _held(row: Proposal, workspace: Workspace, answer: Answered, by: Any, at: datetime) -> Section:
    """The section a proposal is for, if this council may give this answer. Raises a Refusal where it may not."""
    group = row.section.group
    if answer is Answered.WITHDRAWN:
        own_place(workspace, group)
        if row.workspace_id != workspace.pk:
            raise Refusal("Another council proposed this.", next_step="Only that council withdraws it.")
        return row.section
    hold_to_edit(workspace, group, by, at)
    return Section.objects.select_for_update().select_related("group").get(pk=row.section_id)


def _ready(workspace: Workspace, group: Group, edition: int) -> tuple[Draft, Edition]:
    """The plan that is written and the latest edition. Raises a Refusal where either is not as the person saw it."""
    own_place(workspace, group)
    draft = plan_queries.draft(workspace)
    if draft is None:
        raise Refusal("There is no plan yet.", next_step="Begin the plan first.")
    latest = queries.latest(group)
    if latest is None:
        raise Refusal("The group has made no edition yet.", next_step="Wait for the first.")
    if latest.number != edition:
        raise Refusal(f"Edition {latest.number} came while you looked.", next_step="Look at that one, and decide.")
    return draft, latest


def _put(draft: Draft, key: str, title: str, words: str, place: str, revision: int, by: Any, at: datetime) -> str:
    """Put words into the plan, as the answer to a question or as a point of its own; returns where they stand."""
    try:
        if key.startswith(OWN):
            return _put_point(draft, title, words, place, revision, by, at)
        was = writing.stands(draft, key).words
        kept = {name: was[name] if was["status"] == AnswerStatus.ANSWERED.value else "" for name in ("where", "reason")}
        status = AnswerStatus.ANSWERED if words else AnswerStatus.OPEN
        saving.save(
            draft=draft, section=key, words={"status": status.value, "text": words, **kept}, revision=revision, by=by,
            at=at,
        )  # fmt: skip
    except (saving.WordsMeet, plans.WordsMoved):
        raise Refusal(
            "Somebody changed your plan’s words here while you looked. Nothing was saved.",
            next_step="Look at both again, and decide.",
        ) from None
    return key


def _put_point(draft: Draft, title: str, words: str, place: str, revision: int, by: Any, at: datetime) -> str:
    item = plan_queries.item(draft, place) if place else None
    if item is None:
        return (
            plans.add_item(draft=draft, into="own-points", title=title, text=words, by=by, at=at).key if words else ""
        )
    if not words:
        plans.remove_item(item=item, by=by, at=at)
        return ""
    return plans.change_item(item=item, revision=revision, title=item.title, text=words, by=by, at=at).key


def _settle(
    workspace: Workspace, group: Group, key: str, title: str, edition: Edition, how: How, place: str, reason: str,
    by: Any, at: datetime,
) -> Settlement:  # fmt: skip
    return Settlement.objects.create(
        group=group, workspace=workspace, key=key, title=title, edition=edition.number, how=how.value,
        words=edition.words(key), place=place, reason=reason.strip(), settled_at=at, settled_by_name=_name(by),
    )  # fmt: skip


def _name(by: Any) -> str:
    return getattr(by, "name", "Moothall")
