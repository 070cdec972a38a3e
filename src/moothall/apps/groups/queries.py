"""Working groups as one council may see them: its groups, the base text, what it settled, and what others tell."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date, datetime
from typing import Any

from django.db.models import Q
from django.utils import timezone

from moothall.apps.groups.models import Edition, Group, Membership, Proposal, Section, Settlement
from moothall.apps.plans.models import Answer, Draft, OwnPoint
from moothall.apps.workspaces.models import Workspace
from moothall.domain import base_texts as values
from moothall.domain.base_texts import OWN, Answered, BaseText, How, Standing
from moothall.domain.days import in_words
from moothall.domain.groups import Place
from moothall.domain.plans import AnswerStatus
from moothall.domain.refusals import Refusal
from moothall.domain.rounds import Round

_HERE = (Place.INVITED.value, Place.MEMBER.value)


class Frozen(Refusal):
    """The base text is frozen by an editor. Nothing is saved until it is thawed or its last day is over."""

    def __init__(self, group: Group) -> None:
        assert group.frozen_until_on is not None
        super().__init__(
            f"{group.frozen_by_name} has frozen the base text until the end of {in_words(group.frozen_until_on)}:"
            f" {group.frozen_reason.rstrip('. ')}. Nothing was saved.",
            next_step=f"What you typed is still here. Ask {group.frozen_by_name} to thaw it, or save it afterwards.",
        )


def is_frozen(group: Group, *, as_of: date) -> bool:
    """Whether the base text is frozen on a day."""
    return group.frozen_until_on is not None and group.frozen_until_on >= as_of


def check_not_frozen(group: Group, *, by: Any, at: datetime) -> None:
    """Raise Frozen where somebody else has frozen the base text. Moothall itself and who froze it write on."""
    if by is not None and is_frozen(group, as_of=timezone.localdate(at)) and group.frozen_by_id != by.pk:
        raise Frozen(group)


def of_workspace(workspace: Workspace) -> list[Membership]:
    """The groups a council is in or is asked to join, by name, each as its own place in it."""
    rows = Membership.objects.filter(workspace=workspace, place__in=_HERE).select_related("group")
    return list(rows.order_by("group__name", "pk"))


def membership(workspace: Workspace, slug: str) -> Membership | None:
    """The place of this council in the group of its round with this address; None where it is neither in nor asked."""
    rows = Membership.objects.filter(
        workspace=workspace, place__in=_HERE, group__slug=slug, group__round_slug=workspace.round_slug
    )
    return rows.select_related("group", "workspace").first()


def members(group: Group) -> list[Membership]:
    """The councils in a group and those that are asked, in order of the alphabet."""
    return list(Membership.objects.filter(group=group, place__in=_HERE).select_related("workspace"))


def to_invite(group: Group) -> list[Workspace]:
    """The councils of the round, in order of the alphabet, that are not in the group and not asked."""
    there = Membership.objects.filter(group=group, place__in=_HERE).values("workspace")
    return list(Workspace.objects.filter(round_slug=group.round_slug).exclude(pk__in=there))


def latest(group: Group) -> values.Edition | None:
    """The latest edition of the base text, or None before the first."""
    row = Edition.objects.filter(group=group).first()
    return row.to_value() if row else None


def editions(group: Group) -> tuple[values.Edition, ...]:
    """Every edition, the latest first."""
    return tuple(row.to_value() for row in Edition.objects.filter(group=group))


def text(group: Group) -> BaseText:
    """The base text with its editions, the first first, as it goes out in a file."""
    return BaseText(group.round_slug, group.name, group.purpose, editions(group)[::-1])


def sections(group: Group, round_: Round) -> tuple[Section, ...]:
    """Every section as its editors have it now; a question that nobody wrote yet has one at revision 0, not kept."""
    rows: dict[str, Section | None] = {row.key: row for row in Section.objects.filter(group=group)}
    asked = [
        rows.pop(question.id, None)
        or Section(group=group, key=question.id, title=question.title, position=place, revision=0)
        for place, (_, question) in enumerate(round_.questions(), 1)
    ]
    return (*asked, *(row for row in rows.values() if row is not None))


def section(group: Group, round_: Round, key: str) -> Section | None:
    """One section of the base text as its editors have it now, or None."""
    return next((one for one in sections(group, round_) if one.key == key), None)


def now(group: Group) -> tuple[values.BaseSection, ...]:
    """The sections with words in them as an edition made now would hold them."""
    return tuple(row.to_value() for row in Section.objects.filter(group=group) if row.text.strip())


def settled(workspace: Workspace, group: Group) -> dict[str, Settlement]:
    """What this council last did with each section, by key."""
    return {row.key: row for row in Settlement.objects.filter(workspace=workspace, group=group)}


def own_words(draft: Draft | None, key: str, place: str) -> tuple[str, int, bool]:
    """The words this council has for a section, their revision, and whether the place is free to be written in.

    A question is free while nobody answered it in any way.
    """
    if draft is None:
        return "", 0, False
    row: Any
    if key.startswith(OWN):
        row = OwnPoint.objects.filter(draft=draft, key=place, removed_at=None).first() if place else None
        return (row.text, row.revision, False) if row else ("", 0, True)
    row = Answer.objects.filter(draft=draft, question=key).first()
    if row is None:
        return "", 0, True
    return row.text, row.revision, row.status == AnswerStatus.OPEN.value and not row.text.strip()


def standings(workspace: Workspace, group: Group) -> tuple[Standing, ...]:
    """Every section of the latest edition as this council has it: what it settled, and what its own plan says."""
    return _standings([group], [workspace])[workspace.pk, group.pk]


def standing(workspace: Workspace, group: Group, key: str) -> Standing | None:
    """One section as this council has it, or None where neither the latest edition nor this council has it."""
    return next((one for one in standings(workspace, group) if one.key == key), None)


def _standings(groups: Collection[Group], workspaces: Collection[Workspace]) -> Mapping[tuple[int, int], Any]:
    """The standings of several councils in several groups by both keys; four queries, however many."""
    newest: dict[int, values.Edition] = {}
    for row in Edition.objects.filter(group__in=groups).order_by("group", "number"):
        newest[row.group_id] = row.to_value()
    done: dict[tuple[int, int], dict[str, Settlement]] = defaultdict(dict)
    for one in Settlement.objects.filter(group__in=groups, workspace__in=workspaces):
        done[one.workspace_id, one.group_id][one.key] = one
    answers: dict[int, dict[str, str]] = defaultdict(dict)
    for pk, key, said in Answer.objects.filter(draft__workspace__in=workspaces).values_list(
        "draft__workspace_id", "question", "text"
    ):
        answers[pk][key] = said
    points = OwnPoint.objects.filter(draft__workspace__in=workspaces, removed_at=None)
    for pk, key, said in points.values_list("draft__workspace_id", "key", "text"):
        answers[pk][key] = said
    found = {}
    for workspace in workspaces:
        for group in groups:
            rows = done[workspace.pk, group.pk]
            places = {key: row.place for key, row in rows.items()}
            keys = {one.key for one in (newest[group.pk].sections if group.pk in newest else ())} | set(rows)
            own = {key: answers[workspace.pk].get(places.get(key) or key, "") for key in keys}
            found[workspace.pk, group.pk] = values.standings(
                newest.get(group.pk), {key: row.to_value() for key, row in rows.items()}, own, places,
                order=[(key, row.title) for key, row in rows.items()],
            )  # fmt: skip
    return found


def waiting(workspaces: Iterable[Workspace]) -> list[tuple[Membership, int]]:
    """What waits for councils: each group that asks one to join (0), and each with this many sections to decide."""
    some = {one.pk: one for one in workspaces}
    places = list(Membership.objects.filter(workspace__in=some, place__in=_HERE).select_related("group", "workspace"))
    joined = [one for one in places if one.place == Place.MEMBER.value]
    found = (
        _standings(list({one.group_id: one.group for one in joined}.values()), [some[pk] for pk in
        {one.workspace_id for one in joined}]) if joined else {}
    )  # fmt: skip
    rows = []
    for one in places:
        if one.place == Place.INVITED.value:
            rows.append((one, 0))
        elif count := sum(each.is_undecided for each in found[one.workspace_id, one.group_id]):
            rows.append((one, count))
    return rows


def proposals(group: Group) -> list[Proposal]:
    """Every proposal to the base text, those not answered first, then the latest."""
    rows = Proposal.objects.filter(section__group=group).select_related("section", "workspace").order_by("-id")
    return sorted(rows, key=lambda one: one.answer != Answered.OPEN.value)


def proposal(group: Group, pk: int) -> Proposal | None:
    """One proposal to the base text of this group, or None."""
    return Proposal.objects.filter(section__group=group, pk=pk).select_related("section", "workspace").first()


def origin(workspace: Workspace, place: str) -> Settlement | None:
    """From which edition of which group's base text the words at this place of the plan came, or None."""
    rows = Settlement.objects.filter(workspace=workspace, place=place).exclude(how=How.DECLINED.value)
    return rows.select_related("group").last()


def editions_stood_on(group: Group) -> dict[int, str]:
    """The editions each council that tells it stands on, in words, by the council's workspace."""
    rows: dict[int, dict[str, values.Settled]] = defaultdict(dict)
    for row in Settlement.objects.filter(group=group):
        if row.how != How.DECLINED.value:
            rows[row.workspace_id][row.key] = row.to_value()
    return {pk: values.stands_on(some.values()) for pk, some in rows.items()}


def shares_with(workspace: Workspace) -> tuple[str, ...]:
    """The councils with which this one shares a base text, by name, where it and they agree to say so in public.

    Only groups from whose text this council took words. Empty where it does not agree.
    """
    mine = Membership.objects.filter(workspace=workspace, place=Place.MEMBER.value, tells_public=True)
    took = Settlement.objects.filter(workspace=workspace).exclude(how=How.DECLINED.value)
    others = Membership.objects.filter(
        Q(group__in=mine.values("group")) & Q(group__in=took.values("group")),
        place=Place.MEMBER.value, tells_public=True,
    ).exclude(workspace=workspace)  # fmt: skip
    return tuple(
        others.order_by("workspace__official_name").values_list("workspace__official_name", flat=True).distinct()
    )
