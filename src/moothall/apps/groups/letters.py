"""What the policy officers of a council are told by mail of a working group: that it is asked, and of a new edition."""

from datetime import datetime
from typing import Any

from django.conf import settings

from moothall.apps.groups.models import Edition, Group, Membership
from moothall.apps.mail import outbox
from moothall.apps.people import queries as people
from moothall.apps.workspaces.models import Workspace
from moothall.domain.groups import Place
from moothall.domain.roles import Role


def invited(asked: Membership, *, council: str, by: Any, at: datetime) -> None:
    """At once, to every policy officer of the council that is asked: by whom, into which group, and what for."""
    group = asked.group
    words = (
        f"{getattr(by, 'name', 'Moothall')} of {council} asks {asked.workspace.official_name} to join the working group"
        f" “{group.name}”.\n\n{group.purpose}\n\n{_address(group, asked.workspace)}\n\n"
        "The group sees its base text and what your council chooses to tell. It never sees your draft."
    )
    _put(group, asked.workspace, f"{council} asks you to join {group.name}", words, key=f"invited:{asked.pk}", at=at)


def new_edition(edition: Edition, *, apart_from: Workspace, at: datetime) -> None:
    """At once, to every policy officer of every other council of the group: which edition came, and why."""
    group = edition.group
    members = Membership.objects.filter(group=group, place=Place.MEMBER.value).exclude(workspace=apart_from)
    for one in members.select_related("workspace"):
        words = (
            f"{edition.made_by_name} of {edition.council} made edition {edition.number} of the base text of"
            f" “{group.name}”: {edition.why}\n\n{_address(group, one.workspace)}\n\n"
            "Nothing in your plan has changed. See for each section what changed, and take it or decline it."
        )
        subject = f"Edition {edition.number} of {group.name}"
        _put(group, one.workspace, subject, words, key=f"edition:{edition.pk}", at=at)


def _address(group: Group, workspace: Workspace) -> str:
    return f"{settings.MOOTHALL.address}/council/{group.round_slug}/{workspace.slug}/groups/{group.slug}/"


def _put(group: Group, workspace: Workspace, subject: str, words: str, *, key: str, at: datetime) -> None:
    for person in people.holders(Role.POLICY_OFFICER, workspace.pk):
        outbox.put(
            person=person, subject=subject, words=words, key=f"group_{key}:{person.pk}:{at:%Y-%m-%d %H:%M:%S.%f}",
            at=at, about=f"group:{group.slug}", workspace=workspace, is_prompt=True,
        )  # fmt: skip
