"""What the page of a published plan shows beside the plan's own words: its sections, its measures, its milestones."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime
from decimal import Decimal

from django.utils import timezone
from markupsafe import Markup

from moothall.documents.layouts import plan_narrative
from moothall.documents.layouts.plan_parts import DIRECTIONS
from moothall.documents.writing import html
from moothall.documents.writing.document import Block, Heading
from moothall.domain import goings
from moothall.domain.plans import Direction, Measure
from moothall.domain.progress import Break, MilestoneState, Pointer, Reading, lateness, runs
from moothall.domain.publications import Moment, PublishedPlan, TrailPoint
from moothall.domain.rounds import Round
from moothall.web.components.words import number

_ALREADY_SAID = frozenset({"to", "up", "in", "at", "by", "on", "from", "between", "for", "during", "since", "until"})
_FIGURE = re.compile(r"\s*£?\s*(-?\d[\d,]*(?:\.\d+)?)\s*%?")


@dataclass(frozen=True, slots=True)
class Section:
    """One theme of the plan as HTML, with the measures that follow it. The introduction has no title."""

    anchor: str
    title: str
    words: Markup
    measures: tuple[Measure, ...]


def sections(shown: PublishedPlan, round_: Round) -> tuple[Section, ...]:
    """The plan's own words, theme by theme, numbered as in its PDF."""
    document = plan_narrative.compose(shown.plan, round_, colour=shown.colour)
    keys = {theme.title: theme.key for theme in round_.themes}
    found = []
    for index, (title, blocks) in enumerate(_by_heading(document.blocks)):
        if not blocks:
            continue
        words = in_rows(html.write(replace(document, blocks=tuple(blocks)), level=2, head=False).decode())
        followed = tuple(one for one in shown.plan.measures if title and one.theme == keys.get(title))
        # Every word of it was escaped by the writer, which lets no text become markup.
        found.append(Section(f"part-{index}", title, Markup(words), followed))  # noqa: S704
    return tuple(found)


_ROLES = (
    ('<table class="mh-table">', '<table class="mh-table mh-table--rows" role="table">'),
    ("<thead>", '<thead role="rowgroup">'),
    ("<tbody>", '<tbody role="rowgroup">'),
    ("<tr>", '<tr role="row">'),
    ('<th scope="col">', '<th scope="col" role="columnheader">'),
    ("<td", '<td role="cell"'),
)


def in_rows(words: str) -> str:
    """The same, with tables that become rows on a phone and keep their roles there. Escaped text holds no tags."""
    for plain, with_role in _ROLES:
        words = words.replace(plain, with_role)
    return words


def _by_heading(blocks: tuple[Block, ...]) -> Iterator[tuple[str, list[Block]]]:
    title, kept = "", list[Block]()
    for block in blocks:
        if isinstance(block, Heading) and block.level == 2:
            yield title, kept
            title, kept = block.text, []
        else:
            kept.append(block)
    yield title, kept


@dataclass(frozen=True, slots=True)
class MeasureShown:
    """A measure with what has become of it. ``points`` are (period, value), oldest first, the start included."""

    measure: Measure
    readings: tuple[Reading, ...]
    points: tuple[tuple[str, Decimal], ...]
    sentence: str
    limit: Decimal | None
    limit_words: str
    sign: str
    runs: tuple[tuple[int, ...], ...] = ()
    breaks: tuple[Break, ...] = ()
    pointers: tuple[Pointer, ...] = ()

    @property
    def corrected(self) -> tuple[Reading, ...]:
        """The readings that were told otherwise before."""
        return tuple(one for one in self.readings if one.is_corrected)

    @property
    def note(self) -> str:
        """The council's note on the latest reading."""
        return self.readings[-1].note if self.readings else ""

    @property
    def source(self) -> str:
        """Where the figures come from, and which way is meant."""
        where = (self.readings[-1].source if self.readings else "") or self.measure.source
        return ". ".join(
            part for part in (f"From: {where}" if where else "", DIRECTIONS[self.measure.direction]) if part
        )


def measures(shown: PublishedPlan) -> tuple[MeasureShown, ...]:
    """Every measure of the plan, in its order."""
    return tuple(
        measure_shown(
            one,
            shown.readings.get(one.key, ()),
            breaks=shown.breaks.get(one.key, ()),
            pointers=shown.pointers.get(one.key, ()),
        )
        for one in shown.plan.measures
    )


def measure_shown(
    one: Measure, readings: tuple[Reading, ...], *, breaks: tuple[Break, ...] = (), pointers: tuple[Pointer, ...] = ()
) -> MeasureShown:
    """One measure with its readings, the items pointed at, and its line broken where it cannot be compared."""
    points = [(reading.period, reading.value) for reading in readings]
    start = figure(one.baseline)
    if start is not None and one.baseline_period and one.baseline_period not in {period for period, _ in points}:
        points.insert(0, (one.baseline_period, start))
    days = [None] * (len(points) - len(readings)) + [reading.period_ends_on for reading in readings]
    found = runs(days, breaks)
    limit = figure(one.target)
    sign = "%" if one.unit.startswith("%") else ""
    return MeasureShown(
        measure=one,
        readings=readings,
        points=tuple(points),
        sentence=_sentence(one, readings, [points[at] for at in found[-1]] if found else [], pointers),
        limit=limit,
        limit_words=_limit_words(one, sign) if limit is not None else "",
        sign=sign,
        runs=found,
        breaks=breaks,
        pointers=pointers,
    )


def figure(text: str) -> Decimal | None:
    """The figure that a text begins with ("75 by July 2027" is 75), or None."""
    found = _FIGURE.match(text)
    return Decimal(found.group(1).replace(",", "")) if found else None


def valued(value: Decimal, unit: str) -> str:
    """A value with its unit as one would say it: 3.3% of the pay bill, £1,200 a year, 18 days on average."""
    if unit.startswith("£"):
        return f"£{number(value)}{unit[1:]}"
    return f"{number(value)}{unit}" if unit.startswith("%") else f"{number(value)} {unit}".strip()


def _sentence(
    one: Measure, readings: tuple[Reading, ...], points: list[tuple[str, Decimal]], pointers: tuple[Pointer, ...]
) -> str:
    """What is told: the latest value and, where it can be compared with it, the first."""
    if pointers and (not readings or (pointers[-1].period_ends_on or date.min) > readings[-1].period_ends_on):
        latest_item = pointers[-1]
        return f"{latest_item.says.rstrip('.')} ({latest_item.where})."
    if not readings:
        start = f" It started from {_baseline(one)}." if one.baseline else ""
        return f"No reading yet.{start}"
    latest = readings[-1]
    said = f"{valued(latest.value, one.unit)} {_when(latest.period)}"
    first_period, first = points[0]
    if len(points) == 1:
        return f"{said}."
    return f"{said}, from {number(first)}{'%' if one.unit.startswith('%') else ''} {_when(first_period)}."


def _when(period: str) -> str:
    """A period as it stands in a sentence: in Quarter 2, and to September 2024 as it was written."""
    begins_with = period.lower().split(" ", 1)[0]
    return period if begins_with in _ALREADY_SAID else f"in {period}"


def _baseline(one: Measure) -> str:
    start = figure(one.baseline)
    value = valued(start, one.unit) if start is not None else one.baseline
    return f"{value} {_when(one.baseline_period)}" if one.baseline_period else value


def _limit_words(one: Measure, sign: str) -> str:
    found, text = _FIGURE.match(one.target), one.target.strip()
    if found and sign and sign not in text:
        text = f"{one.target[: found.end(1)]}{sign}{one.target[found.end(1) :]}".strip()
    return f"{text}, our {'limit' if one.direction is Direction.DOWN else 'target'}"


@dataclass(frozen=True, slots=True)
class MilestoneShown:
    """A milestone with where it stands: a shape and a word, and the council's own words."""

    title: str
    commitment: str
    due_on: date
    shape: str
    word: str
    words: str
    is_quiet: bool
    expected_on: date | None = None
    next_step: str = ""
    done_on: date | None = None
    pointers: tuple[Pointer, ...] = ()


_STATES = {
    MilestoneState.NOT_STARTED: ("ring", "Not started", True),
    MilestoneState.IN_HAND: ("half", "In hand", False),
    MilestoneState.DONE: ("tick", "Done", True),
    MilestoneState.STOPPED: ("square", "Stopped", False),
}


def milestones(shown: PublishedPlan) -> tuple[MilestoneShown, ...]:
    """Every milestone of the plan, the soonest due first."""
    found = []
    for commitment in shown.plan.commitments:
        for one in commitment.milestones:
            update, items = shown.milestone_updates.get(one.key), shown.pointers.get(one.key, ())
            if update is None:
                found.append(
                    MilestoneShown(
                        one.title, commitment.title, one.due_on, "ring", "No word yet", "", True, pointers=items
                    )
                )
                continue
            shape, word, is_quiet = _STATES[update.state]
            late = lateness(one.due_on, update.done_on) if update.done_on else ""
            word = f"{word}, {late}" if late else word
            said = update.words.removeprefix(f"{word}.").strip()
            found.append(
                MilestoneShown(
                    one.title, commitment.title, one.due_on, shape, word, said, is_quiet,
                    update.expected_on, update.next_step, update.done_on, items,
                )
            )  # fmt: skip
    return tuple(sorted(found, key=lambda one: (one.due_on, one.title)))


def trail(shown: PublishedPlan) -> tuple[TrailPoint, ...]:
    """The moments of the text in order, the sending included where it was sent."""
    if shown.sent_at is None:
        return shown.trail
    on = timezone.localdate(shown.sent_at)
    told = "Sent as the council's return"
    if goings.has_come_back(shown.goings):
        told = f"{told}. {goings.sentence(shown.goings)}"
    return (*shown.trail, TrailPoint(Moment.SENT, on, told, shown.agreement.sent))


def last_changed(shown: PublishedPlan) -> datetime:
    """When anything on the page last changed."""
    moments = [shown.published_at, shown.withdrawn_at, shown.sent_at, progress_recorded_at(shown)]
    moments += [one.recorded_at for one in shown.goings]
    return max(moment for moment in moments if moment is not None)


def progress_recorded_at(shown: PublishedPlan) -> datetime | None:
    """When the council last said how it is going, or None where it has not yet."""
    said = [one.recorded_at for some in shown.readings.values() for one in some]
    said += [one.recorded_at for one in shown.milestone_updates.values()]
    if shown.said is not None:
        said.append(shown.said.released_at)
    return max(said, default=None)
