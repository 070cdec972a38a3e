"""Milestones against time: a ring on the day planned, a thread to the day it was moved to, a full point when done."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from moothall.web.components.words import shortened

WIDTH, LABELS, ROW, HEAD, MARGIN = 1000, 330, 34, 34, 24
LETTERS = 42

Place = Callable[[date], float]


@dataclass(frozen=True, slots=True)
class Row:
    """One milestone: the day planned, the day it was moved to and the day it was done, where there is one."""

    title: str
    due_on: date
    expected_on: date | None = None
    done_on: date | None = None


def draw(
    rows: Sequence[Row], *, as_of: date, day_words: str = "today", table: str = "The same stands in the list."
) -> Markup:
    """The picture of these milestones with one day dotted and named; nothing where there is none."""
    if not rows:
        return Markup("")
    days = [as_of, *(day for one in rows for day in (one.due_on, one.expected_on, one.done_on) if day)]
    first, last = min(days), max(days)
    span = max((last - first).days, 1)

    def x(day: date) -> float:
        return LABELS + MARGIN + (day - first).days / span * (WIDTH - LABELS - 2 * MARGIN)

    bottom = HEAD + ROW * len(rows)
    parts = [*_years(first, last, x, bottom), _upright("today", x(as_of), bottom)]
    parts.append(
        Markup('<text class="soft middle" x="{:.0f}" y="{}">{}</text>').format(x(as_of), bottom + 18, day_words)
    )
    for index, one in enumerate(rows):
        parts += _row(one, HEAD + index * ROW + ROW / 2, x)
    name = f"Milestones from {first:%B %Y} to {last:%B %Y}: planned, moved and done. {table}".strip()
    return Markup('<svg class="mh-picture" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>').format(
        name, WIDTH, bottom + 26, Markup("").join(parts)
    )


def _years(first: date, last: date, x: Place, bottom: float) -> list[Markup]:
    out = []
    for year in range(first.year, last.year + 2):
        day = date(year, 1, 1)
        if first <= day <= last:
            out.append(_upright("grid", x(day), bottom))
            out.append(Markup('<text class="soft middle" x="{:.0f}" y="18">{}</text>').format(x(day), year))
    return out


def _upright(kind: str, x: float, bottom: float) -> Markup:
    return Markup('<line class="{0}" x1="{1:.1f}" x2="{1:.1f}" y1="24" y2="{2:.0f}"/>').format(kind, x, bottom)


def _row(one: Row, y: float, x: Place) -> list[Markup]:
    out = [Markup('<text class="small" x="0" y="{:.0f}">{}</text>').format(y + 5, shortened(one.title, LETTERS))]
    to = one.done_on or one.expected_on
    if to is not None and to != one.due_on:
        out.append(
            Markup('<line class="thread" x1="{:.1f}" x2="{:.1f}" y1="{y:.0f}" y2="{y:.0f}"/>').format(
                x(one.due_on), x(to), y=y
            )
        )
    out.append(Markup('<circle class="ring" cx="{:.1f}" cy="{:.0f}" r="6"/>').format(x(one.due_on), y))
    if one.expected_on is not None and one.done_on is None:
        moved = Markup('<circle class="ring ring--quiet" cx="{:.1f}" cy="{:.0f}" r="6"/>')
        out.append(moved.format(x(one.expected_on), y))
    if one.done_on is not None:
        out.append(Markup('<circle class="point" cx="{:.1f}" cy="{:.0f}" r="6"/>').format(x(one.done_on), y))
    return out
