"""What a council's rules would be with a change that nobody has saved yet, and what it would do to a date.

Each refuses what the deed itself would refuse, and keeps nothing.
"""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Any

from moothall.apps.rules import queries
from moothall.apps.workspaces.models import Workspace
from moothall.domain import rulebook_edits, rulebook_plain
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.days import ONE_DAY
from moothall.domain.local_rules import RULINGS, LocalRule, RuledClock
from moothall.domain.rule_trials import Trial, trials
from moothall.domain.rulebook import GovernanceSpell, Rulebook, check_holidays
from moothall.domain.rulebook_packs import MAIN_MAKER
from moothall.reference import bank_holidays

_BEFORE_ITS_END = timedelta(weeks=4)


def with_rule(workspace: Workspace, rule: Mapping[str, Any], *, follows: str = "", corrects: str = "") -> Rulebook:
    """The rulebook with a rule entered, or read in place of the one it ``corrects``; raises a Refusal as the deed does.

    ``rule`` is plain data as for the deed; the rule it ``follows`` ends on the day before it.
    """
    book = queries.rulebook_of(workspace.gss)
    if corrects:
        after = rulebook_edits.corrected(book, corrects, rulebook_plain.local_rule({**rule, "id": corrects}))
    else:
        read = rulebook_plain.local_rule({**rule, "id": "new"})
        after = rulebook_edits.entered(book, replace(read, id=book.new_id(read.clock)), follows=follows)
    return _uncontradicted(after, workspace)


def with_closures(workspace: Workspace, closures: Sequence[Mapping[str, Any]]) -> Rulebook:
    """The rulebook with further days of closure; raises a Refusal as the deed does."""
    days = tuple(rulebook_plain.closure(one) for one in closures)
    check_holidays(days, bank_holidays.england())
    return _uncontradicted(rulebook_edits.closed(queries.rulebook_of(workspace.gss), *days), workspace)


def tried(
    workspace: Workspace,
    clock: RuledClock,
    *,
    today: date,
    to: Rulebook | None = None,
    makers: Sequence[BodyKind] = (),
    since: Rulebook | None = None,
) -> tuple[Trial, ...]:
    """What a clock gives on days anyone can check: as the rules stand, and beside it with a changed rulebook.

    It is tried for the first of ``makers``, or the body that decides most. ``since`` stands in for the rules as they
    are, so that two rulebooks can be compared.
    """
    before = queries.pack_from(since or queries.rulebook_of(workspace.gss), workspace, today)
    after = queries.pack_from(to, workspace, today) if to is not None else None
    kind = _maker(clock, makers, before.governance)
    return trials(before, after, clock, kind, as_of=today, holidays=bank_holidays.england())


def day_to_try(first: date | None, last: date | None, today: date) -> date:
    """The day to try a rule from: today, or before its first day to come, or some weeks before an end that is past."""
    if first is not None and first - ONE_DAY > today:
        return first - ONE_DAY
    if last is not None and last < today:
        return max(first - ONE_DAY if first else date.min, last - _BEFORE_ITS_END)
    return today


def maker_tried(workspace: Workspace, clock: RuledClock, *, today: date, makers: Sequence[BodyKind] = ()) -> BodyKind:
    """The kind of decision maker a clock is tried for."""
    return _maker(clock, makers, queries.pack_on(workspace, today).governance)


def rule_called(workspace: Workspace, id_: str) -> LocalRule | None:
    """The rule with this id as it stands, or None."""
    return next((rule for rule in queries.rulebook_of(workspace.gss).rules if rule.id == id_), None)


def _maker(clock: RuledClock, makers: Sequence[BodyKind], governance: Governance) -> BodyKind:
    possible = RULINGS[clock].makers
    for kind in (*makers, MAIN_MAKER[governance]):
        if kind in possible:
            return kind
    return next(kind for kind in BodyKind if kind in possible)


def _uncontradicted(book: Rulebook, workspace: Workspace) -> Rulebook:
    if not book.governance:  # what the workspace was opened with holds, and must not contradict the rules either
        replace(book, governance=(GovernanceSpell(Governance(workspace.governance)),))
    return book
