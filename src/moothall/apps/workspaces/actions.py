"""Opening a council's workspace for a round."""

from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.text import slugify

from moothall.apps.audit import actions as audit
from moothall.apps.people.permissions import permit
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import Authority, Governance
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.rounds import Round


@transaction.atomic
def open_workspace(
    *,
    authority: Authority,
    round_: Round,
    governance: Governance = Governance.EXECUTIVE,
    colour: str = "#17594a",
    rule_pack: dict[str, Any] | None = None,
    by: Any,
    at: datetime,
) -> Workspace:
    """Open a council's place for one round. Raises a Refusal if it is open already."""
    permit(by, Deed.OPEN_WORKSPACE)
    if Workspace.objects.filter(gss=authority.gss, round_slug=round_.slug).exists():
        raise Refusal(f"{authority.name} already has a workspace for {round_.title}.", next_step="Open that one.")
    opened = Workspace.objects.create(
        gss=authority.gss,
        slug=slugify(authority.name),
        authority_name=authority.name,
        official_name=authority.official_name,
        is_fictional=authority.fictional,
        colour=colour,
        governance=governance.value,
        rule_pack=rule_pack or {},
        round_slug=round_.slug,
        opened_at=at,
    )
    audit.record("workspace.opened", about=opened, by=by, at=at, workspace=opened)
    return opened
