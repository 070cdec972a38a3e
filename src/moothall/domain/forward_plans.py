"""The forward plan: each matter as the notices given say it, with every change since it was first notified."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from moothall.domain.notices import Notice, NoticeKind, changed_labels

ENTRIES = frozenset({NoticeKind.FORWARD_PLAN, NoticeKind.KEY_DECISION})


@dataclass(frozen=True, slots=True)
class EntryChange:
    """One line of an entry's history: when, what happened, why, and the labels of what then said something else."""

    at: datetime
    what: str
    why: str = ""
    changed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Entry:
    """One matter of the forward plan as its last notice says it. ``stands`` is False once it is withdrawn."""

    authority_name: str
    round: str
    number: int
    matter: str
    decision_maker: str
    due: str
    is_key: bool
    private: str = ""
    documents: str = ""
    contact: str = ""
    address: str = ""
    on: date | None = None
    first_notified_on: date | None = None
    stands: bool = True
    history: tuple[EntryChange, ...] = ()


@dataclass(frozen=True, slots=True)
class ForwardPlan:
    """The entries of one council as they stand on a day, by the day of the decision."""

    authority_name: str
    as_of: date
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Told:
    """A notice of the forward plan that was given, and when and why it was withdrawn, if it was."""

    notice: Notice
    withdrawn_at: datetime | None = None
    withdrawn_why: str = ""


def entries(round_title: str, told: Iterable[Told]) -> tuple[Entry, ...]:
    """The entries that the given notices of one workspace make: each chain of notices that replaced one another is one.

    Notices of a key decision and forward-plan entries count; drafts and other kinds do not.
    """
    given = sorted(
        (one for one in told if one.notice.given is not None and one.notice.kind in ENTRIES),
        key=lambda one: one.notice.number,
    )
    chains: dict[int, list[Told]] = {}
    head: dict[int, int] = {}
    for one in given:
        before = one.notice.replaces
        first = head.get(before, one.notice.number) if before is not None else one.notice.number
        head[one.notice.number] = first
        chains.setdefault(first, []).append(one)
    return tuple(_entry(round_title, chain) for chain in chains.values())


def by_day(authority_name: str, as_of: date, found: Iterable[Entry]) -> ForwardPlan:
    """The plan of a council with the entries in the order of their days, those without a day last."""
    ordered = sorted(found, key=lambda one: (one.on or date.max, one.round, one.number))
    return ForwardPlan(authority_name, as_of, tuple(ordered))


def _entry(round_title: str, chain: Sequence[Told]) -> Entry:
    last, first = chain[-1].notice, chain[0].notice
    assert first.given is not None  # only given notices are in a chain
    gone = chain[-1].withdrawn_at is not None
    return Entry(
        authority_name=last.authority_name,
        round=round_title,
        number=first.number,
        matter=last.says("matter"),
        decision_maker=last.says("decision_maker") or last.body,
        due=last.says("due"),
        is_key=last.kind is NoticeKind.KEY_DECISION or last.says("is_key").lower().startswith("yes"),
        private=last.says("private"),
        documents=last.says("documents"),
        contact=last.says("how_to_ask"),
        address=last.given.address if last.given else "",
        on=last.on,
        first_notified_on=first.given.at.date(),
        stands=not gone,
        history=tuple(_history(chain)),
    )


def _history(chain: Sequence[Told]) -> Iterable[EntryChange]:
    before: Notice | None = None
    for one in chain:
        assert one.notice.given is not None
        at = one.notice.given.at
        if before is None:
            yield EntryChange(at, "First notified")
        else:
            yield EntryChange(at, "Changed", one.notice.reason, changed_labels(before, one.notice))
        if one.withdrawn_at is not None:
            yield EntryChange(one.withdrawn_at, "Withdrawn", one.withdrawn_why)
        before = one.notice
