"""The checklist that goes with a folder: what to do with it, what is not ready and why it came, and by when."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from moothall.documents.layouts.dates import weekday
from moothall.domain.agenda_items import Item
from moothall.domain.handing_over import NotReady, System
from moothall.domain.standing_dates import StandingDate
from moothall.domain.timetable import Step

EMPTY_BOX = "[ ]"


def steps(item: Item, system: System) -> tuple[str, ...]:
    """What democratic services do with the folder, in order."""
    agenda = [one.name for one in item.files if one.kind.is_for_the_agenda]
    some = "the file" if len(agenda) == 1 else f"the {len(agenda)} files"
    found = [
        f"Open the meeting in {system.label}: {item.body or 'the body is not given'}"
        + (f", {weekday(item.meeting_on)}." if item.meeting_on else ", on a day that is not given."),
        f"Make the item “{item.title or 'without a title'}”, and enter what the sheet says.",
        f"Add {some} for the agenda, in this order: {'; '.join(agenda)}.",
        "Put the background papers where the public can read them, or link the addresses on the sheet.",
    ]
    if item.exempt is not None:
        found.append(
            "Part 2 is in a folder of its own. Mark it as not for publication, with its paragraph, before it is added."
        )
    found.append("Publish by the day below, then bring back the addresses of agenda and item.")
    return tuple(found)


def as_text(
    item: Item,
    *,
    system: System,
    waits: Sequence[NotReady],
    reason: str,
    cut_off: StandingDate | None,
) -> str:
    """The checklist as plain text, with a box to tick before each step and each thing that is not ready."""
    parts = [f"Checklist for democratic services. Not for the agenda.\n{item.title}", "What to do"]
    parts += [f"{EMPTY_BOX} {one}" for one in steps(item, system)]
    if waits:
        parts.append(f"What is not ready ({len(waits)})")
        parts += [f"{EMPTY_BOX} {' '.join(_said(one))}" for one in waits]
        parts.append(f"Why it is handed over all the same\n    {' '.join(reason.split())}")
    else:
        parts.append("Nothing is known that is not ready.")
    parts.append("By when\n" + "\n".join(f"    {line}" for line in _by_when(cut_off)))
    return "\n\n".join(parts) + "\n"


def _said(one: NotReady) -> Iterator[str]:
    yield one.message
    yield one.next
    if one.rule:
        yield f"({one.rule.rstrip('.')})"


def _by_when(found: StandingDate | None) -> Iterator[str]:
    if found is None:
        yield "No route is chosen, so nothing is counted."
        return
    yield f"{found.step.what}: {weekday(found.step.on)}."
    if found.override is not None:
        yield found.override.sentence
    elif found.follows:
        yield found.follows
    yield from _counted(found.counted)


def _counted(step: Step) -> Iterator[str]:
    """How the day was counted: each day, whether it counts and why not, and the provision."""
    for one in step.deadline.counted if step.deadline else ():
        yield f"{weekday(one.day)}: {'counted' if one.counts else 'not counted'}. {one.why}".rstrip(". ") + "."
    if step.provision:
        yield f"{step.provision.in_words().rstrip('.')}."
