"""The timetable of a decision on one page, to go with the report: what happens by when, who acts, and under what."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.documents.layouts.dates import day, weekday
from moothall.documents.writing.document import (
    BENCH_GREEN,
    Block,
    Cell,
    Document,
    Paragraph,
    Picture,
    Setting,
    Span,
    Table,
    cell,
    words,
)
from moothall.domain.days import time_in_words
from moothall.domain.overrides import MEETS, Override
from moothall.domain.printed_timetables import MARK, PrintedTimetable, cited, place
from moothall.domain.standing_dates import StandingDate

EYEBROW = "The timetable of this decision"


def compose(timetable: PrintedTimetable, *, picture: str = "", colour: str = BENCH_GREEN) -> Document:
    """The timetable as a document that fits one A4 page for an ordinary route.

    ``picture`` is the route against the calendar as SVG, or empty; everything in it stands in the table too.
    """
    decided = timetable.decision
    where = f"{decided.body}, {weekday(decided.on)}" if decided and decided.body else ""
    computed = f"Computed on {day(timetable.computed_on)}"
    return Document(
        title=timetable.title.strip() or timetable.round_title,
        blocks=tuple(_blocks(timetable, picture)),
        owner=timetable.authority_name,
        corner=timetable.round_title,
        eyebrow=EYEBROW,
        subtitles=tuple(line for line in (where, f"Route: {timetable.route}" if timetable.route else "") if line),
        foot=". ".join(part for part in (EYEBROW, where, computed) if part),
        summary=f"Every date of this decision, with its rule. {computed}",
        colour=colour,
        is_compact=True,
    )


def _blocks(timetable: PrintedTimetable, picture: str) -> Iterator[Block]:
    yield Paragraph(words(timetable.verdict, bold=True))
    if picture:
        yield Picture(picture, "The route against the calendar. Every date in it stands in the table that follows.")
    yield Table(
        rows=tuple(_row(one, timetable) for one in timetable.dates),
        header=("By", "What happens", "Who acts", "Rule and provision"),
        widths=(20, 43, 20, 28),
        caption="The dates in order",
    )
    for one in timetable.past:
        yield _note("Put before: ", f"{one.what}, {weekday(one.on)}. {one.sentence} {one.ending}")
    yield from _rests_on(timetable)


def _row(one: StandingDate, timetable: PrintedTimetable) -> tuple[Cell, ...]:
    step = one.step
    at = f", {time_in_words(step.at.time())}" if step.at else ""
    whose = f" for {step.body}" if step.body and step.step in ("agenda_publication", "summons") else ""
    said = [Paragraph((Span(f"{step.what}{whose}{at}"),))]
    if one.override and not one.is_done:
        said += [_note("", sentence) for sentence in _put(one, one.override)]
    if one.follows:
        said.append(_note("", f"{one.follows} Counted: {weekday(one.counted.on)}."))
    rule = " ".join(part for part in (step.rule or "", _provision(one, timetable)) if part) or _without_rule(step.step)
    return (cell(_short(one), bold=step.step == "decision"), tuple(said), cell(step.who), cell(rule))


def _put(one: StandingDate, override: Override) -> Iterator[str]:
    yield override.sentence
    yield from override.warnings
    if one.asks:
        yield f"The date it replaced is now counted as {weekday(one.counted.on)}: ask whether this one still holds."


def _provision(one: StandingDate, timetable: PrintedTimetable) -> str:
    return place(one.step.provision, timetable.instruments) if one.step.provision else ""


def _without_rule(step: str) -> str:
    """What a date without a rule of its own is."""
    return "The day of the meeting" if step in MEETS else "Follows from the dates before it"


def _short(one: StandingDate) -> str:
    on = one.step.on
    return f"{weekday(on)[:3]} {day(on)}"


def _rests_on(timetable: PrintedTimetable) -> Iterator[Paragraph]:
    """What the dates rest on: the instruments by their numbers, the marks, the rules and the tables of holidays."""
    listed = enumerate(timetable.instruments, start=1)
    named = "; ".join(f"[{number}] {cited(name, timetable.dates)}" for number, name in listed)
    if named:
        yield _note("Provisions: ", f"{named}.")
    if timetable.has_marked:
        yield _note(f"{MARK} ", "This provision’s own text was not read: check with your monitoring officer.")
    yield _note("Rules: ", " ".join(_rules(timetable)))
    if timetable.calendars:
        yield _note("Holidays: ", f"{'; '.join(timetable.calendars)}.")
    counted = f"Counted from {weekday(timetable.planned_on)}. " if timetable.planned_on else ""
    yield _note(
        "",
        f"{counted}Computed on {weekday(timetable.computed_on)}. A proper officer may put another date, with a reason.",
    )


def _rules(timetable: PrintedTimetable) -> Iterator[str]:
    pack = timetable.pack
    since = f" from {day(pack.valid_from)}" if pack.valid_from else ""
    source = f", {pack.source.rstrip('.')}" if pack.source and not pack.is_default else ""
    yield f"{pack.name}{since}{source}."
    yield from pack.warnings()
    if timetable.versions:
        yield f"Counted by {'; '.join(timetable.versions)}."


def _note(label: str, text: str) -> Paragraph:
    return Paragraph((*words(label, bold=True), Span(text)), setting=Setting.NOTE)
