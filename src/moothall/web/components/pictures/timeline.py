"""One route against the calendar: a row for each span, each day a cell, filled if it counts and a thread if not."""

from collections.abc import Iterable
from datetime import date, timedelta
from typing import Any

from markupsafe import Markup

LABELS, ROW, HEAD, FOOT = 190, 44, 56, 48


def draw(route: Any, *, deadline_on: date, holidays: Iterable[date] = (), table: str = "The same dates follow in a table.") -> Markup:
    """The picture of a planned route (domain/planned_routes). Weekends are shaded, bank holidays hatched, today dotted."""
    steps = [step for step in route.steps if step.on >= route.as_of or step.deadline]
    if not steps:
        return Markup("")
    days = _days(route, deadline_on)
    width = 1080 - LABELS
    cell = width / len(days)
    where = {day: LABELS + index * cell for index, day in enumerate(days)}
    height = HEAD + ROW * len(steps) + FOOT
    parts = [_PATTERN, *_shading(days, where, cell, set(holidays), height), *_axis(days, where, cell)]
    for row, step in enumerate(steps):
        parts += _row(step, HEAD + row * ROW, where, cell, days)
    parts += _today(route.as_of, where, cell, height) + _deadline(deadline_on, where, cell, height)
    name = f"The route {route.name} against the calendar. {table}"
    return Markup('<svg class="mh-picture" role="img" aria-label="{}" viewBox="0 0 1080 {}">{}</svg>').format(
        name, height, Markup("").join(parts)
    )


_PATTERN = Markup(
    '<defs><pattern id="mh-hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">'
    '<rect width="6" height="6" fill="#fff"/><line x1="0" x2="0" y1="0" y2="6" stroke="#7d8682"/></pattern></defs>'
)


def _days(route: Any, deadline_on: date) -> list[date]:
    seen = [deadline_on, route.as_of, *(step.on for step in route.steps)]
    seen += [counted.day for step in route.steps if step.deadline for counted in step.deadline.counted]
    first, last = max(min(seen), route.as_of - timedelta(days=35)), max(seen)
    first -= timedelta(days=first.weekday())
    last += timedelta(days=6 - last.weekday())
    return [first + timedelta(days=index) for index in range((last - first).days + 1)]


def _shading(days: list[date], where: dict[date, float], cell: float, holidays: set[date], height: int) -> list[Markup]:
    out = []
    for day in days:
        kind = "holiday" if day in holidays else "weekend" if day.weekday() > 4 else ""
        if kind:
            out.append(
                Markup('<rect class="{}" x="{:.1f}" y="{}" width="{:.1f}" height="{}"/>').format(
                    kind, where[day], HEAD - 8, cell, height - HEAD - FOOT + 12
                )
            )
    return out


def _axis(days: list[date], where: dict[date, float], cell: float) -> list[Markup]:
    out, every = [], 1 if cell > 8 else 2
    for index, day in enumerate(day for day in days if day.weekday() == 0):
        if index % every == 0:
            out.append(Markup('<text class="soft" x="{:.1f}" y="38">{}</text>').format(where[day], day.day))
    last = -200.0
    for day in days:
        if (day == days[0] or day.day == 1) and where[day] - last > 60:
            last = where[day]
            out.append(Markup('<text class="strong" x="{:.1f}" y="16">{}</text>').format(where[day], f"{day:%B %Y}" if day == days[0] or day.month == 1 else f"{day:%B}"))
    return out


def _row(step: Any, top: int, where: dict[date, float], cell: float, days: list[date]) -> list[Markup]:
    middle = top + 20
    out = [
        Markup('<line class="grid" x1="0" x2="1080" y1="{0}" y2="{0}"/>').format(top + ROW - 4),
        Markup('<text class="strong" x="0" y="{}">{}</text>').format(middle - 2, _clip(step.what, 27)),
        Markup('<text class="soft" x="0" y="{}">{}</text>').format(middle + 14, f"{step.on:%a} {step.on.day} {step.on:%B}"),
    ]
    number = 0
    for counted in step.deadline.counted if step.deadline else ():
        if counted.day not in where:
            number += counted.counts
            continue
        left = where[counted.day]
        if counted.counts:
            number += 1
            out.append(Markup('<rect class="counted" x="{:.1f}" y="{}" width="{:.1f}" height="18"/>').format(left + 0.6, middle - 9, cell - 1.2))
            if cell > 12:
                out.append(Markup('<text class="number" x="{:.1f}" y="{}">{}</text>').format(left + cell / 2, middle + 4, number))
        else:
            out.append(Markup('<line class="thread" x1="{0:.1f}" x2="{1:.1f}" y1="{2}" y2="{2}"/>').format(left, left + cell, middle))
    if step.on in where:
        out.append(Markup('<circle class="ring" cx="{:.1f}" cy="{}" r="5"/>').format(where[step.on] + cell / 2, middle))
    return out


def _today(day: date, where: dict[date, float], cell: float, height: int) -> list[Markup]:
    if day not in where:
        return []
    x = where[day] + cell / 2
    return [
        Markup('<line class="today" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}"/>').format(x, HEAD - 8, height - FOOT + 6),
        Markup('<text class="strong" x="{:.1f}" y="{}">Count from {}</text>').format(x, height - FOOT + 24, f"{day:%a} {day.day} {day:%B}"),
    ]


def _deadline(day: date, where: dict[date, float], cell: float, height: int) -> list[Markup]:
    if day not in where:
        return []
    x = where[day] + cell
    return [
        Markup('<line class="deadline" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}"/>').format(x, HEAD - 8, height - FOOT + 6),
        Markup('<text class="strong end" x="{:.1f}" y="{}">Deadline, end of {}</text>').format(x, height - FOOT + 40, f"{day:%a} {day.day} {day:%B}"),
    ]


def _clip(text: str, most: int) -> str:
    return text if len(text) <= most else text[: most - 1].rstrip() + "…"
