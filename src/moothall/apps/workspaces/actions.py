"""Opening a council's workspace for a round."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from moothall.apps.audit import actions as audit
from moothall.apps.people import actions as people
from moothall.apps.people.models import Person
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import Authority, Governance
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed, Role
from moothall.domain.rounds import Round


@transaction.atomic
def open_workspace(
    *,
    authority: Authority,
    round_: Round,
    governance: Governance = Governance.EXECUTIVE,
    colour: str = "#17594a",
    first_person: Person | None = None,
    roles: Sequence[Role] = (Role.POLICY_OFFICER,),
    by: Any,
    at: datetime,
) -> Workspace:
    """Open a council's place for one round, and give ``first_person``, where there is one, these roles in it.

    All of it stands or nothing does. Raises a Refusal if the place is open already, or the person would have no role.
    """
    permit(by, Deed.OPEN_WORKSPACE)
    if Workspace.objects.filter(gss=authority.gss, round_slug=round_.slug).exists():
        raise Refusal(f"{authority.name} already has a workspace for {round_.title}.", next_step="Open that one.")
    if first_person is not None and not roles:
        raise Refusal(f"{first_person.name} would have no role.", next_step="Choose at least one role.")
    opened = Workspace.objects.create(
        gss=authority.gss,
        slug=_slug(authority, round_),
        authority_name=authority.name,
        official_name=authority.official_name,
        is_fictional=authority.fictional,
        colour=colour,
        governance=governance.value,
        round_slug=round_.slug,
        opened_at=at,
    )
    audit.record("workspace.opened", about=opened, by=by, at=at, workspace=opened)
    if first_person is not None:
        for role in roles:
            people.give_role(person=first_person, role=role, workspace_id=opened.pk, by=by, at=at)
    return opened


def _slug(authority: Authority, round_: Round) -> str:
    """The council's name as its address. Where a council of the same name came first, the code is added."""
    slug = slugify(authority.name)
    is_taken = Workspace.objects.filter(slug=slug, round_slug=round_.slug).exists()
    return f"{slug}-{authority.gss.lower()}" if is_taken else slug
