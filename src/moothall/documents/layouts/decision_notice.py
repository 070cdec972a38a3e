"""The public record of a decision: who decided what and when, why, and from when it can be acted on."""

from __future__ import annotations

from datetime import date, datetime

from moothall.documents.layouts.dates import day, moment, weekday
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.layouts.resolutions import limb_items, limb_words
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Cell,
    Document,
    Heading,
    Items,
    Panel,
    Paragraph,
    Span,
    Table,
    cell,
    words,
)
from moothall.domain.decisions import Decision

NOTHING_GIVEN = "None recorded."


def compose(
    decision: Decision,
    *,
    authority_name: str,
    title: str,
    key_decision: bool | None = None,
    published_on: date | None = None,
    call_in_closes: date | datetime | None = None,
    in_force_on: date | None = None,
    colour: str = BENCH_GREEN,
) -> Document:
    """The record of one decision, with reasons, alternatives and interests as the law asks.

    Executive decisions: SI 2012/2089, regulation 12. ``call_in_closes`` is the last day, or the moment where the
    council gives an hour; None where the decision cannot be called in.
    """
    facts = _facts(decision, key_decision, published_on, call_in_closes, in_force_on)
    return Document(
        title=title.strip() or "Decision",
        blocks=(
            Table(facts, widths=(27, 73), caption="About this decision"),
            Heading("Decision"),
            Panel(_resolved(decision)),
            *_said("Reasons", decision.reasons),
            *_said("Alternatives considered and rejected", decision.alternatives),
            *_said("Interests declared", decision.interests),
            *_minute(decision),
        ),
        owner=authority_name,
        eyebrow="Record of a decision",
        subtitles=(f"{decision.body}, {weekday(decision.decided_on)}",),
        foot=f"{title.strip() or 'Decision'}. {decision.body}, {day(decision.decided_on)}",
        summary=f"What {decision.body} decided on {day(decision.decided_on)}",
        colour=colour,
    )


def _facts(
    decision: Decision,
    key_decision: bool | None,
    published_on: date | None,
    call_in_closes: date | datetime | None,
    in_force_on: date | None,
) -> tuple[tuple[Cell, ...], ...]:
    rows = [("Decided by", decision.body), ("Decided on", weekday(decision.decided_on))]
    if key_decision is not None:
        rows.append(("Key decision", "Yes" if key_decision else "No"))
    if published_on:
        rows.append(("Published on", weekday(published_on)))
    if call_in_closes:
        closes = moment(call_in_closes) if isinstance(call_in_closes, datetime) else weekday(call_in_closes)
        rows.append(("Call-in closes", closes))
    if in_force_on:
        rows.append(("In force from", weekday(in_force_on)))
    return tuple((cell(label), cell(value)) for label, value in rows)


def _resolved(decision: Decision) -> tuple[Paragraph | Items, ...]:
    if len(decision.limbs) == 1:
        return (Paragraph((Span(f"{decision.body} "), *limb_words(decision.limbs[0], resolved=True), Span("."))),)
    return (Paragraph(words(decision.body)), Items(limb_items(decision.limbs, resolved=True)))


def _said(label: str, text: str) -> list[Block]:
    return [Heading(label), *(paragraphs(text) or (Paragraph(words(NOTHING_GIVEN)),))]


def _minute(decision: Decision) -> list[Block]:
    return [Heading("Minute"), *paragraphs(decision.minute)] if decision.minute.strip() else []
