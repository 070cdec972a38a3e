"""One route against the calendar: a row for each span, each day a cell, filled if it counts and a thread if not."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

from moothall.web.components.pictures.spans import Span, spans
from moothall.web.components.words import short_day

WIDTH, LABELS, ROW, HEAD, FOOT = 1080, 204, 46, 64, 52
LETTER = 7.1  # about the width of a letter of the words beside a span


@dataclass(frozen=True, slots=True)
class _Grid:
    """Where each day stands: the left edge of its cell, and how wide a cell is."""

    days: tuple[date, ...]
    cell: float
    rows: int

    def x(self, day: date) -> float:
        """The left edge of a day, which may lie outside the picture."""
        return LABELS + (day - self.days[0]).days * self.cell

    def has(self, day: date) -> bool:
        """Whether a day is in the picture."""
        return self.days[0] <= day <= self.days[-1]

    @property
    def bottom(self) -> float:
        """The lower edge of the last row."""
        return HEAD + ROW * self.rows


def draw(
    route: Any,
    *,
    deadline_on: date,
    holidays: Iterable[date] = (),
    polling_days: Iterable[date] = (),
    table: str = "The same dates follow in a table.",
) -> Markup:
    """The picture of a route (domain/planned_routes). Weekends are shaded, bank holidays hatched, today dotted."""
    closed = sorted(holidays)
    rows = spans(route, deadline_on=deadline_on, holidays=closed)
    if not rows:
        return Markup("")
    grid = _grid(rows, route.as_of, deadline_on)
    parts = [*_shading(grid, closed), *_axis(grid), *_polling(polling_days, grid)]
    for index, span in enumerate(rows):
        parts += _row(span, HEAD + index * ROW, grid)
    parts += [*_start(route.as_of, deadline_on, grid, closed), *_deadline(deadline_on, route.slack_days, grid)]
    name = f"The route {route.name} against the calendar. {table}".strip()
    return Markup('<svg class="mh-picture mh-timeline" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>').format(
        name, WIDTH, int(grid.bottom + FOOT), Markup("").join(parts)
    )


def _grid(rows: tuple[Span, ...], as_of: date, deadline_on: date) -> _Grid:
    seen = [as_of, deadline_on, *(one.day for span in rows for one in span.days)]
    seen += [day for span in rows for day in (span.opens_on, span.falls_on) if day]
    first, last = max(min(seen), as_of - timedelta(days=35)), max(seen)
    first -= timedelta(days=first.weekday())
    last += timedelta(days=6 - last.weekday())
    days = tuple(first + timedelta(days=index) for index in range((last - first).days + 1))
    return _Grid(days, (WIDTH - LABELS) / len(days), len(rows))


def _shading(grid: _Grid, closed: list[date]) -> list[Markup]:
    top, height = HEAD - 6, grid.bottom - HEAD + 6
    out = [
        Markup('<rect class="weekend" x="{:.1f}" y="{}" width="{:.1f}" height="{:.0f}"/>').format(
            grid.x(day), top, grid.cell * 2, height
        )
        for day in grid.days
        if day.weekday() == 5
    ]
    for day in closed:
        if grid.has(day):
            x, cell = grid.x(day), grid.cell
            strokes = " ".join(
                f"M{x:.1f} {y + cell:.1f}L{x + cell:.1f} {y:.1f}" for y in range(int(top), int(top + height - cell), 7)
            )
            out.append(
                Markup('<path class="hatching" d="{}"><title>{}: bank holiday</title></path>').format(
                    strokes, short_day(day)
                )
            )
    return out


def _axis(grid: _Grid) -> list[Markup]:
    out = []
    mondays = [day for day in grid.days if day.weekday() == 0]
    every = next(step for step in (1, 2, 4, 8, 16, 32, 64) if grid.cell * 7 * step > 34)
    for day in mondays[::every]:
        out.append(Markup('<text class="soft" x="{:.1f}" y="50">{}</text>').format(grid.x(day), day.day))
    last = -200.0
    for day in grid.days:
        is_first = day == grid.days[0]
        if (is_first or day.day == 1) and grid.x(day) - last > 84:
            last = grid.x(day)
            name = f"{day:%B %Y}" if is_first or day.month == 1 else f"{day:%B}"
            out.append(Markup('<text class="strong" x="{:.1f}" y="28">{}</text>').format(last, name))
    return out


def _polling(days: Iterable[date], grid: _Grid) -> list[Markup]:
    """An arrow from above to each polling day, and its name."""
    out = []
    for day in days:
        if grid.has(day):
            x = grid.x(day) + grid.cell / 2
            words = f"Polling day, {short_day(day)}"
            side, at = ("end", x - 6) if x - len(words) * LETTER > LABELS else ("", x + 6)
            out.append(Markup('<path class="arrow" d="M{0:.1f} 0V{1}m-3-5l3 5 3-5"/>').format(x, HEAD - 6))
            out.append(Markup('<text class="soft halo {}" x="{:.1f}" y="13">{}</text>').format(side, at, words))
    return out


def _row(span: Span, top: int, grid: _Grid) -> list[Markup]:
    middle = top + 20
    is_late = span.kind == "late"
    out = [
        Markup('<line class="grid" x1="0" x2="{0}" y1="{1}" y2="{1}"/>').format(WIDTH, top + ROW - 4),
        Markup('<text class="{}" x="0" y="{}">{}</text>').format(
            "label" if is_late else "label strong", middle - 3, _clip(span.name, 27)
        ),
        Markup('<text class="soft" x="0" y="{}">{}</text>').format(middle + 14, _clip(span.note, 30)),
        *_cells(span, middle, grid),
        *_words(span, middle, grid),
    ]
    if span.opens_on and grid.has(span.opens_on):
        x = grid.x(span.opens_on) + grid.cell / 2
        out.append(Markup('<circle class="ring" cx="{:.1f}" cy="{}" r="6"/>').format(x, middle))
    if span.falls_on and grid.has(span.falls_on):
        x = grid.x(span.falls_on) + grid.cell / 2
        out.append(Markup('<path class="point" d="M{:.1f} {}l8 8-8 8-8-8z"/>').format(x, middle - 8))
    return out


def _cells(span: Span, middle: int, grid: _Grid) -> list[Markup]:
    out = []
    look = {"work": "work", "late": "outline"}.get(span.kind, "counted")
    counting = [one.day for one in span.days if one.number is not None]
    for one in span.days:
        if not grid.has(one.day) or (counting and one.day > counting[-1]):
            continue
        x, title = grid.x(one.day), Markup("<title>{}: {}</title>").format(short_day(one.day), one.why)
        if one.number is None:
            out.append(
                Markup('<line class="thread" x1="{0:.1f}" x2="{1:.1f}" y1="{2}" y2="{2}">{3}</line>').format(
                    x, x + grid.cell, middle, title
                )
            )
            continue
        out.append(
            Markup('<rect class="{}" x="{:.1f}" y="{}" width="{:.1f}" height="22">{}</rect>').format(
                look, x + 0.6, middle - 11, grid.cell - 1.2, title
            )
        )
        if one.number and grid.cell > 11 and len(counting) < 10:
            kind = "outline-number" if span.kind == "late" else "number"
            out.append(
                Markup('<text class="{}" x="{:.1f}" y="{}">{}</text>').format(
                    kind, x + grid.cell / 2, middle + 4.5, one.number
                )
            )
    return out


def _words(span: Span, middle: int, grid: _Grid) -> list[Markup]:
    """The deed and its day, before the span where there is room and after it where there is none."""
    at = span.opens_on or span.falls_on
    if not at or not span.words:
        return []
    left = grid.x(max(at, grid.days[0])) - 8
    if left - len(span.words) * LETTER > LABELS:
        return [
            Markup('<text class="strong halo end" x="{:.1f}" y="{}">{}</text>').format(left, middle + 5, span.words)
        ]
    last = max([at, *(one.day for one in span.days if one.number is not None)])
    return [
        Markup('<text class="strong halo" x="{:.1f}" y="{}">{}</text>').format(
            grid.x(last) + grid.cell + 10, middle + 5, span.words
        )
    ]


def _start(day: date, deadline_on: date, grid: _Grid, closed: list[date]) -> list[Markup]:
    x = grid.x(day) + grid.cell / 2
    said = f"Counted from {short_day(day)}"
    side = "strong end" if _meets(x, said, deadline_on, grid) else "strong"
    out = [
        Markup('<line class="today" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2:.0f}"/>').format(
            x, HEAD - 6, grid.bottom + 4
        ),
        Markup('<text class="{}" x="{:.1f}" y="{:.0f}">{}</text>').format(side, x - 2, grid.bottom + 22, said),
    ]
    inside = [short_day(one) for one in closed if grid.has(one)]
    if inside:
        words = f"Bank holiday{'' if len(inside) == 1 else 's'}: {', '.join(inside)}"
        out.append(Markup('<text class="soft" x="{:.1f}" y="{:.0f}">{}</text>').format(x - 2, grid.bottom + 41, words))
    return out


def _meets(x: float, said: str, deadline_on: date, grid: _Grid) -> bool:
    """Whether what is said of the first day would run into what is said of the deadline, and has room on its left."""
    width = len(_ends_on(deadline_on)) * LETTER if _is_left(deadline_on, grid) else 0
    begins = grid.x(deadline_on) + grid.cell - width
    return x + len(said) * LETTER + 12 > begins and x > len(said) * LETTER


def _ends_on(day: date) -> str:
    return f"Deadline, end of {short_day(day)}"


def _is_left(day: date, grid: _Grid) -> bool:
    """Whether the words of the deadline stand before its line, where there is room for them."""
    return grid.x(day) + grid.cell - LABELS > len(_ends_on(day)) * LETTER + 240


def _deadline(day: date, slack: int | None, grid: _Grid) -> list[Markup]:
    x = grid.x(day) + grid.cell
    words = _ends_on(day)
    anchor, at = ("end", x + 2) if _is_left(day, grid) else ("", x - 2)
    out = [
        Markup('<line class="deadline" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2:.0f}"/>').format(
            x, HEAD - 24, grid.bottom + 4
        ),
        Markup('<text class="strong {}" x="{:.1f}" y="{:.0f}">{}</text>').format(anchor, at, grid.bottom + 22, words),
    ]
    if slack is not None:
        out.append(
            Markup('<text class="{}" x="{:.1f}" y="{:.0f}">{}</text>').format(
                anchor, at, grid.bottom + 41, _slack(slack)
            )
        )
    return out


def _slack(days: int) -> str:
    if days == 0:
        return "No day to spare"
    return f"{abs(days)} day{'' if abs(days) == 1 else 's'} {'to spare' if days > 0 else 'late'}"


def _clip(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
