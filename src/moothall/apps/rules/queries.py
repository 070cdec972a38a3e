"""Reading a council's rules: as they stand, as they stood, and as a pack that counts any day by the rules it had."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from moothall.apps.rules.models import RulebookVersion
from moothall.apps.workspaces.models import Workspace
from moothall.domain import rulebook_packs, rulebook_plain
from moothall.domain.authorities import Governance
from moothall.domain.refusals import Refusal
from moothall.domain.rule_packs import RulePack
from moothall.domain.rulebook import Rulebook
from moothall.domain.rulebook_packs import RuleAnswer
from moothall.reference import rule_packs


@dataclass(frozen=True)
class RuleChange:
    """One change of a rulebook. ``before`` and ``after`` are what it touched, as plain data, by id, day or spell."""

    version: RulebookVersion
    before: Mapping[str, Any]
    after: Mapping[str, Any]


def latest(gss: str) -> RulebookVersion | None:
    """The rulebook's last version, or None where nobody has entered anything for this authority."""
    return RulebookVersion.objects.filter(gss=gss).last()


def rulebook_of(gss: str) -> Rulebook:
    """The rulebook of an authority as it stands; an empty one where nobody has entered anything."""
    row = latest(gss)
    return rulebook_plain.rulebook(row.book) if row else Rulebook()


def rulebook_as_of(gss: str, version: int) -> Rulebook:
    """The rulebook of an authority as a version left it; version 0 is the empty one. Raises a Refusal for another."""
    if version == 0:
        return Rulebook()
    row = RulebookVersion.objects.filter(gss=gss, number=version).first()
    if row is None:
        last = latest(gss)
        raise Refusal(
            f"There is no version {version} of these rules.",
            next_step=f"Choose one from 0 to {last.number if last else 0}.",
        )
    return rulebook_plain.rulebook(row.book)


def rulebook_known_at(gss: str, moment: datetime) -> Rulebook:
    """The rulebook of an authority as it stood at a moment: what anybody could have counted by then."""
    row = RulebookVersion.objects.filter(gss=gss, entered_at__lte=moment).last()
    return rulebook_plain.rulebook(row.book) if row else Rulebook()


def history(gss: str) -> tuple[RuleChange, ...]:
    """Every change of an authority's rules, newest first, each with what it touched before and after."""
    changes: list[RuleChange] = []
    before: Mapping[str, Any] = {}
    for row in RulebookVersion.objects.filter(gss=gss):
        changes.append(RuleChange(row, *_touched(before, row.book)))
        before = row.book
    return tuple(reversed(changes))


def pack_on(workspace: Workspace, day: date, *, version: int | None = None) -> RulePack:
    """What the council of this workspace counts by on a day, over the defaults; ``on`` asks the pack of other days.

    ``version`` counts by the rulebook as that version left it.
    """
    book = rulebook_of(workspace.gss) if version is None else rulebook_as_of(workspace.gss, version)
    return pack_from(book, workspace, day)


def pack_from(book: Rulebook, workspace: Workspace, day: date) -> RulePack:
    """What a rulebook makes the council of this workspace count by on a day. Without a name it bears the council's."""
    if not (book.name or book.is_empty):
        book = replace(book, name=f"The rules of {workspace.authority_name}")
    governance = Governance(workspace.governance)
    return rulebook_packs.pack_on(book, day, defaults=rule_packs.default, governance=governance)


def answers_on(workspace: Workspace, day: date) -> tuple[RuleAnswer, ...]:
    """For every clock the rule that holds on a day and for whom, and the default for the makers it leaves."""
    governance = Governance(workspace.governance)
    book = rulebook_of(workspace.gss)
    return rulebook_packs.answers(book, day, defaults=rule_packs.default, governance=governance)


def _touched(before: Mapping[str, Any], after: Mapping[str, Any]) -> tuple[dict[str, Any], dict[str, Any]]:
    was, now = _entries(before), _entries(after)
    touched = [key for key in {**was, **now} if was.get(key) != now.get(key)]
    return {key: was[key] for key in touched if key in was}, {key: now[key] for key in touched if key in now}


def _entries(book: Mapping[str, Any]) -> dict[str, Any]:
    """Every entry of a rulebook by a key that lasts: a rule's id, a closure's day, the first day of a spell."""
    found = {rule["id"]: rule for rule in book.get("rules", ())}
    found |= {closure["on"]: closure for closure in book.get("closures", ())}
    return found | {f"governance from {spell['valid_from']}": spell for spell in book.get("governance", ())}
