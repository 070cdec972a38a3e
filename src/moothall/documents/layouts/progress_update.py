"""How a plan is going, as a section for the performance report that members have already."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from moothall.documents.layouts.dates import day
from moothall.documents.layouts.plan_parts import DIRECTIONS
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Cell,
    Document,
    Heading,
    Paragraph,
    Picture,
    Setting,
    Table,
    cell,
    words,
)
from moothall.domain.progress import Break, MilestoneState, Pointer, Reading
from moothall.domain.progress_updates import MeasureTold, MilestoneTold, ProgressUpdate

STATES = {
    MilestoneState.NOT_STARTED: "Not started",
    MilestoneState.IN_HAND: "In hand",
    MilestoneState.DONE: "Done",
    MilestoneState.STOPPED: "Stopped",
}
COLUMNS = ("item", "what it is", "period", "ends on", "value", "words", "source", "why corrected")


def compose(update: ProgressUpdate, *, charts: Mapping[str, str] | None = None, colour: str = BENCH_GREEN) -> Document:
    """The section with a chart (SVG, by the measure's key) above each table; every number stands in a table too."""
    return Document(
        title=f"Progress of {update.plan_title}",
        blocks=tuple(_blocks(update, charts or {})),
        owner=update.authority_name,
        subtitles=tuple(line for line in (between(update.since, update.until),) if line),
        foot=f"Progress of {update.plan_title}",
        summary=f"How {update.plan_title} of {update.authority_name} is going, in the council's own words",
        colour=colour,
    )


def between(since: date | None, until: date | None) -> str:
    """From one day to another, in words; empty where both ends are open."""
    if since and until:
        return f"{day(since)} to {day(until)}"
    if since:
        return f"From {day(since)}"
    return f"To {day(until)}" if until else ""


def _blocks(update: ProgressUpdate, charts: Mapping[str, str]) -> Iterator[Block]:
    if update.measures:
        yield Heading("Measures")
        for one in update.measures:
            yield from measure_blocks(one, charts.get(one.measure.key, ""))
    if update.milestones:
        yield Heading("What we said we would do")
        yield milestone_table(update.milestones)
    if not update.measures and not update.milestones:
        yield Paragraph(words("Nothing was chosen that stands in the plan."))


def measure_blocks(one: MeasureTold, chart: str = "", *, level: int = 3) -> Iterator[Block]:
    """One measure: its title, its chart, its numbers, what cannot be compared and what was corrected."""
    yield Heading(one.measure.title, level=level)
    if one.readings and one.readings[-1].note:
        yield Paragraph(words(one.readings[-1].note))
    if chart:
        yield Picture(chart, f"{one.measure.title}. The numbers stand in the table that follows.", is_drawn=True)
    if one.readings:
        yield Table(
            rows=tuple(_reading(reading) for reading in one.readings),
            header=("Period", one.measure.unit[:1].upper() + one.measure.unit[1:], "In our own words"),
            widths=(28, 22, 50),
            caption=one.measure.title,
        )
    elif not one.pointers:
        yield Paragraph(words("No reading in this time."))
    for item in one.pointers:
        yield Paragraph(words(_pointed(item)))
    for each in one.breaks:
        yield Paragraph(words(_broken(each)), setting=Setting.NOTE)
    about = [DIRECTIONS[one.measure.direction]]
    if one.measure.target:
        about.append(f"Our own target: {one.measure.target}")
    if one.measure.source:
        about.append(f"From: {one.measure.source}")
    yield Paragraph(words(f"{'. '.join(part for part in about if part)}."), setting=Setting.NOTE)


def _reading(one: Reading) -> tuple[Cell, ...]:
    corrected = f"Corrected: first given as {plain_number(one.was)}. {one.why}" if one.was is not None else ""
    return (cell(one.period), cell(plain_number(one.value)), cell(one.note, corrected))


def plain_number(value: object) -> str:
    """A figure as it is written: 1,690; 3.3."""
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text


def _pointed(one: Pointer) -> str:
    period = f"{one.period}: " if one.period else ""
    return f"{period}{one.says.rstrip('.')} ({one.where})."


def _broken(one: Break) -> str:
    return f"Not comparable with before {day(one.from_on)}: {one.words}"


def milestone_table(some: tuple[MilestoneTold, ...]) -> Table:
    """The milestones in rows: what was promised, by when, and where it stands in the council's words."""
    return Table(
        rows=tuple(_milestone(one) for one in some),
        header=("Milestone", "Due", "Where it stands"),
        widths=(38, 20, 42),
        caption="Milestones",
    )


def _milestone(one: MilestoneTold) -> tuple[Cell, ...]:
    said = one.update
    moved = f"Now expected {day(said.expected_on)}" if said and said.expected_on else ""
    return (
        cell(one.milestone.title, one.commitment if one.commitment != one.milestone.title else ""),
        cell(day(one.milestone.due_on), moved),
        cell(*stands(one), *(_pointed(item) for item in one.pointers)),
    )


def stands(one: MilestoneTold) -> tuple[str, ...]:
    """Where a milestone stands in one to three lines."""
    if one.update is None:
        return ("Nothing was said yet.",)
    state = STATES[one.update.state] + (f", {one.late}" if one.late else "")
    step = f"Next: {one.update.next_step}" if one.update.next_step else ""
    return tuple(line for line in (state, one.update.words, step) if line)


def as_table(update: ProgressUpdate) -> Document:
    """The same as one long table, a row for each thing told: what goes out as CSV, and can be brought in elsewhere."""
    rows = [_row(told, one) for told in update.measures for one in told.readings]
    rows += [
        (one.milestone.key, one.milestone.title, "", _last_day(one), STATES[one.update.state], one.update.words, "", "")
        for one in update.milestones
        if one.update
    ]
    table = Table(tuple(tuple(cell(text) for text in row) for row in rows), header=COLUMNS, caption="Progress")
    return Document(title=f"Progress of {update.plan_title}", blocks=(table,))


def _row(told: MeasureTold, one: Reading) -> tuple[str, ...]:
    about = (told.measure.key, told.measure.title, one.period, one.period_ends_on.isoformat())
    return (*about, f"{one.value:f}", one.note, one.source, one.why)


def _last_day(one: MilestoneTold) -> str:
    on = (one.update.done_on or one.update.expected_on) if one.update else None
    return on.isoformat() if on else ""
