"""What became of scrutiny's recommendations, as a report to scrutiny: each one, the answer, and the reason."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moothall.documents.layouts.dates import day, weekday
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Document,
    Heading,
    Panel,
    Paragraph,
    Setting,
    words,
)
from moothall.domain.scrutiny_recommendations import Recommendation, State, counts


def compose(
    found: Sequence[Recommendation], *, authority_name: str, title: str, as_of: date, colour: str = BENCH_GREEN
) -> Document:
    """The report on every recommendation as it stands on a day. What is not answered says so, and since when."""
    blocks: list[Block] = [Paragraph(words(counts(found, as_of=as_of)), setting=Setting.LEDE)]
    for one in found:
        blocks += _one(one, as_of)
    return Document(
        title="What became of scrutiny’s recommendations",
        blocks=tuple(blocks),
        owner=authority_name,
        eyebrow="Report to scrutiny",
        subtitles=(f"{title}, as it stands on {weekday(as_of)}",),
        foot=f"Scrutiny’s recommendations on {title}, {day(as_of)}",
        summary=f"Each recommendation of scrutiny on {title}, and the answer to it",
        colour=colour,
    )


def _one(one: Recommendation, as_of: date) -> list[Block]:
    made = f"Made by {one.body} on {weekday(one.made_on)}, to {one.to_whom}."
    blocks: list[Block] = [Heading(f"Recommendation {one.number}"), Panel(paragraphs(one.text))]
    blocks.append(Paragraph(words(made), setting=Setting.NOTE))
    for response in one.responses:
        said, colon, because = response.sentence.partition(": ")
        blocks.append(Paragraph((*words(said + colon, bold=response is one.response), *words(because))))
        if response.changed:
            blocks.append(Paragraph(words(f"What it changed in the plan: {response.changed}.")))
    if one.is_late:
        blocks.append(Paragraph(words(f"It was due by {weekday(one.due_on or as_of)}.")))
    if not one.responses:
        blocks.append(Paragraph(words(_waits(one, as_of), bold=True)))
    return blocks


def _waits(one: Recommendation, as_of: date) -> str:
    if one.due_on is None:
        return "Not answered yet. No rule on record gives a day for it."
    if one.state(as_of=as_of) is State.OVERDUE:
        return f"Overdue: the answer was due by {weekday(one.due_on)}."
    return f"Not answered yet. The answer is due by {weekday(one.due_on)}."
