"""What somebody is told by mail when they are given a role, and when one ends.

A kept message says the same to those who have an account and to those who have none: the way in is put where its mark
stands only when it is sent.
"""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.conf import settings

from moothall.apps.appointments.models import Invitation
from moothall.apps.mail import outbox
from moothall.apps.people.models import Person, RoleHeld
from moothall.domain.roles import Role


def _listed(roles: Sequence[Role]) -> str:
    """Roles as they stand in a sentence: report author, member and monitoring officer."""
    words = [role.label for role in roles]
    return " and ".join([", ".join(words[:-1]), words[-1]] if len(words) > 1 else words)


def appointed(invitation: Invitation, roles: Sequence[Role], *, by: Any, at: datetime) -> None:
    """At once: who gives which role where, and the way in."""
    who, council = _who(by), invitation.workspace.official_name
    _put(
        invitation.workspace, invitation.person, f"{who} invites you to Moothall",
        f"{who} makes you {_listed(roles)} for {council} on Moothall.\n\n{outbox.LINK}\n\n"
        "It gives you an account and agrees to nothing.",
        key=f"appointed:{invitation.pk}", at=at, invites=invitation.person,
    )  # fmt: skip


def again(invitation: Invitation, *, by: Any, at: datetime) -> None:
    """At once: the way in once more. A link that came before is dead."""
    who, council = _who(by), invitation.workspace.official_name
    _put(
        invitation.workspace, invitation.person, f"{who} invites you to Moothall again",
        f"You have a role for {council} on Moothall.\n\n{outbox.LINK}\n\n"
        "A link that you were sent before no longer works. This gives you an account and agrees to nothing.",
        key=f"invited_again:{invitation.pk}", at=at, invites=invitation.person,
    )  # fmt: skip


def ended(held: RoleHeld, *, by: Any, at: datetime) -> None:
    """In the digest: which role ended, by whom and why."""
    assert held.workspace is not None, "a role of the installation is not ended here"
    words = (
        f"You are no longer {held.label} for {held.workspace.official_name}. {_who(by)} writes: {held.ended_because}\n"
        f"{settings.MOOTHALL.address}"
    )
    _put(
        held.workspace, held.person, f"You are no longer {held.label}", words, key=f"role_ended:{held.pk}", at=at,
        is_prompt=False,
    )  # fmt: skip


def _who(by: Any) -> str:
    return getattr(by, "name", "Moothall")


def _put(
    workspace: Any,
    person: Person,
    subject: str,
    words: str,
    *,
    key: str,
    at: datetime,
    invites: Person | None = None,
    is_prompt: bool = True,
) -> None:
    outbox.put(
        person=person, subject=subject, words=words, key=f"{key}:{at:%Y-%m-%d %H:%M:%S.%f}", at=at,
        about=f"person:{person.pk}", workspace=workspace, is_prompt=is_prompt, invites=invites,
    )  # fmt: skip
