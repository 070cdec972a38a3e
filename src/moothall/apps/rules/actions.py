"""What a council does to its rules. Each deed leaves a further version of the rulebook; the one before stays."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

from django.db import transaction

from moothall.apps.audit import actions as audit
from moothall.apps.people.permissions import permit
from moothall.apps.rules import queries
from moothall.apps.rules.models import RulebookVersion
from moothall.apps.workspaces.models import Workspace
from moothall.domain import rulebook_edits, rulebook_plain
from moothall.domain.authorities import Governance
from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.rulebook import GovernanceSpell, Rulebook, check_holidays
from moothall.reference import bank_holidays, rule_packs


@transaction.atomic
def enter_rule(
    *, workspace: Workspace, rule: Mapping[str, Any], follows: str = "", why: str = "", by: Any, at: datetime
) -> RulebookVersion:
    """Enter one rule of the constitution, as plain data that `rulebook_plain.local_rule` reads; an id is given to it.

    The rule it ``follows``, where one is named, ends on the day before it. Raises a Refusal that names what cannot be
    read, or both rules where it contradicts another.
    """
    permit(by, Deed.ENTER_RULES, workspace.pk)
    book = _locked(workspace)
    read = rulebook_plain.local_rule({**rule, "id": "new"})
    entered = replace(read, id=book.new_id(read.clock))
    after = rulebook_edits.entered(book, entered, follows=follows)
    row = _keep(workspace, after, deed="rule.entered", about=entered.name(), why=why, by=by, at=at)
    said = rulebook_plain.rule_as_plain(entered)
    audit.record("rule.entered", about=row, by=by, at=at, workspace=workspace, rule=said, follows=follows, why=why)
    return row


@transaction.atomic
def end_rule(*, workspace: Workspace, rule: str, valid_to: date, why: str, by: Any, at: datetime) -> RulebookVersion:
    """Give a rule, by its id, its last day. Raises a Refusal without a reason, or where it ends by then already."""
    permit(by, Deed.ENTER_RULES, workspace.pk)
    book = _locked(workspace)
    after = rulebook_edits.ended(book, rule, valid_to=valid_to)
    _needs(why, "ends a rule")
    row = _keep(workspace, after, deed="rule.ended", about=after.rule(rule).name(), why=why, by=by, at=at)
    audit.record("rule.ended", about=row, by=by, at=at, workspace=workspace, rule=rule, valid_to=valid_to, why=why)
    return row


@transaction.atomic
def correct_rule(
    *, workspace: Workspace, rule: str, to: Mapping[str, Any], why: str, by: Any, at: datetime
) -> RulebookVersion:
    """Let a rule, by its id, read as it always should have. What it said before stays in the version before.

    Raises a Refusal without a reason, where nothing would change, or where it would contradict another rule.
    """
    permit(by, Deed.ENTER_RULES, workspace.pk)
    book = _locked(workspace)
    before = book.rule(rule)
    after = rulebook_edits.corrected(book, rule, rulebook_plain.local_rule({**to, "id": rule}))
    _needs(why, "corrects a rule")
    row = _keep(workspace, after, deed="rule.corrected", about=after.rule(rule).name(), why=why, by=by, at=at)
    was, now = rulebook_plain.rule_as_plain(before), rulebook_plain.rule_as_plain(after.rule(rule))
    audit.record("rule.corrected", about=row, by=by, at=at, workspace=workspace, before=was, after=now, why=why)
    return row


@transaction.atomic
def take_back_rule(*, workspace: Workspace, rule: str, why: str, by: Any, at: datetime) -> RulebookVersion:
    """Take out a rule, by its id, that was entered by mistake and never held. It stays in the version before.

    Raises a Refusal without a reason.
    """
    permit(by, Deed.ENTER_RULES, workspace.pk)
    book = _locked(workspace)
    before, after = book.rule(rule), rulebook_edits.taken_back(book, rule)
    _needs(why, "takes a rule back")
    row = _keep(workspace, after, deed="rule.taken_back", about=before.name(), why=why, by=by, at=at)
    was = rulebook_plain.rule_as_plain(before)
    audit.record("rule.taken_back", about=row, by=by, at=at, workspace=workspace, before=was, why=why)
    return row


@transaction.atomic
def enter_closure(
    *, workspace: Workspace, closures: Sequence[Mapping[str, Any]], why: str = "", by: Any, at: datetime
) -> RulebookVersion:
    """Enter the days of a closure, of mourning or of thanksgiving, as plain data that `rulebook_plain.closure` reads.

    Raises a Refusal for a day that is entered already or is a bank holiday as known today.
    """
    permit(by, Deed.ENTER_RULES, workspace.pk)
    if not closures:
        raise Refusal("No day is given.", next_step="Give at least one day, such as 2027-12-29.")
    days = tuple(rulebook_plain.closure(one) for one in closures)
    check_holidays(days, bank_holidays.england())
    after = rulebook_edits.closed(_locked(workspace), *days)
    about = f"{days[0].why}, {in_words(min(day.on for day in days))}" + (
        f" and {len(days) - 1} more" if len(days) > 1 else ""
    )
    row = _keep(workspace, after, deed="closure.entered", about=about, why=why, by=by, at=at)
    said = [rulebook_plain.closure_as_plain(day) for day in days]
    audit.record("closure.entered", about=row, by=by, at=at, workspace=workspace, closures=said, why=why)
    return row


@transaction.atomic
def take_back_closure(*, workspace: Workspace, on: date, why: str, by: Any, at: datetime) -> RulebookVersion:
    """Take out the closure of one day. Raises a Refusal without a reason, or where that day is no closure."""
    permit(by, Deed.ENTER_RULES, workspace.pk)
    after = rulebook_edits.opened_again(_locked(workspace), on)
    _needs(why, "takes a closure back")
    row = _keep(workspace, after, deed="closure.taken_back", about=in_words(on), why=why, by=by, at=at)
    audit.record("closure.taken_back", about=row, by=by, at=at, workspace=workspace, on=on, why=why)
    return row


@transaction.atomic
def enter_governance(
    *, workspace: Workspace, spell: Mapping[str, Any], why: str = "", by: Any, at: datetime
) -> RulebookVersion:
    """Enter how the council is run from a day, as plain data that `rulebook_plain.governance_spell` reads.

    The spell still open ends on the day before. Raises a Refusal where it contradicts another spell, or a rule of
    call-in would run on into a committee system.
    """
    permit(by, Deed.ENTER_RULES, workspace.pk)
    book = _locked(workspace)
    read = rulebook_plain.governance_spell(spell)
    if not book.governance and read.valid_from is not None:
        book = replace(book, governance=(GovernanceSpell(Governance(workspace.governance)),))
    after = rulebook_edits.governed(book, read)
    row = _keep(workspace, after, deed="governance.entered", about=read.name(), why=why, by=by, at=at)
    said = rulebook_plain.as_plain(after)["governance"]
    audit.record("governance.entered", about=row, by=by, at=at, workspace=workspace, governance=said, why=why)
    return row


@transaction.atomic
def bring_in_rules(
    *, workspace: Workspace, rules: Mapping[str, Any], why: str = "", by: Any, at: datetime
) -> RulebookVersion:
    """Put a whole rulebook in place of the one that stands: the full form, or the flat form of one pack.

    In the flat form parts left out stay as they are. Raises a Refusal that names what cannot be read, both rules where
    two contradict each other, or where nothing would change.
    """
    permit(by, Deed.ENTER_RULES, workspace.pk)
    before = _locked(workspace)
    after = _brought_in(rules, before, Governance(workspace.governance))
    if _in_order(after) == _in_order(before):
        raise Refusal("These are the rules already entered.", next_step="Change one of them, or go back.")
    check_holidays(tuple(day for day in after.closures if day not in before.closures), bank_holidays.england())
    row = _keep(workspace, after, deed="rules.entered", about="All rules", why=why, by=by, at=at)
    was, now = rulebook_plain.as_plain(before), rulebook_plain.as_plain(after)
    audit.record("rules.entered", about=row, by=by, at=at, workspace=workspace, before=was, after=now, why=why)
    return row


def _brought_in(rules: Mapping[str, Any], before: Rulebook, governance: Governance) -> Rulebook:
    """The rulebook brought in; of the flat form, each part in place of the rules for all makers that stand for it."""
    if rulebook_plain.is_full(rules):
        return rulebook_plain.rulebook(rules)
    flat = rulebook_plain.from_flat(rules, default=rule_packs.default(governance))
    said = {rule.clock for rule in flat.rules}
    kept = replace(before, rules=tuple(rule for rule in before.rules if rule.makers or rule.clock not in said))
    for rule in flat.rules:
        kept = rulebook_edits.entered(kept, replace(rule, id=kept.new_id(rule.clock)))
    named = {closure.on: closure for closure in before.closures}
    closures = tuple(named.get(closure.on, closure) for closure in flat.closures)
    return Rulebook(
        name=flat.name or before.name,
        rules=kept.rules,
        closures=closures if "call_in" in rules else before.closures,
        governance=flat.governance or before.governance,
    )


def _in_order(book: Rulebook) -> Rulebook:
    return replace(book, rules=tuple(sorted(book.rules, key=lambda rule: rule.id)))


def _locked(workspace: Workspace) -> Rulebook:
    """The rulebook as it stands, while nobody else changes it."""
    list(Workspace.objects.select_for_update().filter(gss=workspace.gss).values_list("pk"))
    return queries.rulebook_of(workspace.gss)


def _keep(
    workspace: Workspace, book: Rulebook, *, deed: str, about: str, why: str, by: Any, at: datetime
) -> RulebookVersion:
    if not book.governance:  # what the workspace was opened with holds, and must not contradict the rules either
        replace(book, governance=(GovernanceSpell(Governance(workspace.governance)),))
    last = queries.latest(workspace.gss)
    return RulebookVersion.objects.create(
        gss=workspace.gss,
        number=last.number + 1 if last else 1,
        deed=deed,
        about=about[:200],
        why=why,
        book=rulebook_plain.as_plain(book),
        entered_at=at,
        entered_by_name=getattr(by, "name", "Moothall"),
    )


def _needs(why: str, does: str) -> None:
    if not why.strip():
        raise Refusal(f"Nothing says why this {does}.", next_step="Give the reason in a sentence: it is kept for ever.")
