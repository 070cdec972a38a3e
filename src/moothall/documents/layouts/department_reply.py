"""What the department said of the plan and what the council did about it, as a section for a report to members."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from moothall.documents.layouts.dates import weekday
from moothall.documents.layouts.paragraphs import paragraphs
from moothall.documents.writing.document import BENCH_GREEN, Block, Document, Heading, Panel, Paragraph, Setting, words
from moothall.domain.department_replies import Point, Reply, answer_of


def compose(
    replies: Sequence[Reply], *, authority_name: str, title: str, as_of: date, colour: str = BENCH_GREEN
) -> Document:
    """The section as it stands on a day: each reply, our response to each recommendation, what members were told."""
    blocks: list[Block] = [Paragraph(words(answer_of(replies, as_of=as_of)), setting=Setting.LEDE)]
    for one in replies:
        blocks.append(Heading(f"{one.from_whom}, {weekday(one.on)}"))
        answers = f"It answers our return {one.receipt}." if one.receipt else "It is not tied to one return of ours."
        blocks.append(Paragraph(words(answers), setting=Setting.NOTE))
        blocks += paragraphs(one.words) if one.words else []
        for point in one.points:
            blocks += _point(point, as_of)
        for told in one.reported:
            blocks.append(Paragraph(words(f"Reported to {told.body} on {weekday(told.on)}: {told.words}")))
    return Document(
        title="What the department said and what we did",
        blocks=tuple(blocks),
        owner=authority_name,
        subtitles=(f"{title}, as it stands on {weekday(as_of)}",),
        summary=f"What was said of {title}, and the council’s response to each recommendation",
        colour=colour,
    )


def _point(point: Point, as_of: date) -> list[Block]:
    found: list[Block] = [Heading(f"Recommendation {point.number}", level=3), Panel(paragraphs(point.text))]
    found.append(Paragraph(words(f"{point.state(as_of=as_of).words}. {point.sentence}")))
    if point.matched:
        spoken = ", ".join(f"“{one.title}”" for one in point.matched)
        found.append(Paragraph(words(f"It speaks of: {spoken}."), setting=Setting.NOTE))
    return found
