"""Opening a council's workspace for a round, and entering the rules it counts by."""

from collections.abc import Mapping, Sequence
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
from moothall.domain.rule_packs import as_plain, rule_pack
from moothall.reference import rule_packs


@transaction.atomic
def open_workspace(
    *,
    authority: Authority,
    round_: Round,
    governance: Governance = Governance.EXECUTIVE,
    colour: str = "#17594a",
    rule_pack: dict[str, Any] | None = None,
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
        rule_pack=rule_pack or {},
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


@transaction.atomic
def enter_rules(*, workspace: Workspace, rules: Mapping[str, Any], by: Any, at: datetime) -> Workspace:
    """Keep the council's own rules, as plain data that `rule_packs.rule_pack` reads; parts left out stay as they are.

    Dates that were computed before stand as they were. Raises a Refusal that names the part that cannot be read, or
    where nothing would change.
    """
    permit(by, Deed.ENTER_RULES, workspace.pk)
    row = Workspace.objects.select_for_update().get(pk=workspace.pk)
    default = rule_packs.default(Governance(row.governance))
    before, wanted = row.rule_pack, {**row.rule_pack, **rules}
    entered = as_plain(rule_pack(wanted, default=default))
    kept = {part: entered[part] for part in wanted}
    if kept == before:
        raise Refusal("These are the rules already entered.", next_step="Change one of them, or go back.")
    row.rule_pack = kept
    row.save(update_fields=["rule_pack"])
    audit.record("rules.entered", about=row, by=by, at=at, workspace=row, before=before, after=kept)
    return row
