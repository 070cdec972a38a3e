"""A measure over time: a line from zero, broken where figures cannot be compared, its first and last value named.

The council's own limit is dashed and named.
"""

from collections.abc import Sequence
from decimal import Decimal
from itertools import pairwise

from markupsafe import Markup

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 340, 150, 10, 20, 28, 26
NEAR = 18  # pixels within which two words would stand on each other


def draw(
    points: Sequence[tuple[str, Decimal]],
    *,
    name: str,
    limit: Decimal | None = None,
    limit_words: str = "",
    unit: str = "",
    table: str = "The numbers stand in a table.",
    runs: Sequence[Sequence[int]] = (),
) -> Markup:
    """The chart of (period, value) pairs, oldest first. ``name`` says what it shows, ``table`` where the numbers are.

    ``runs`` are the places of the points that may be compared with one another: the line breaks between two of them.

    ``limit`` is the council's own and ``limit_words`` what it calls it; ``unit`` is a sign to set after a value, such
    as %. With fewer than two points there is no line to draw, and nothing is drawn.
    """
    if len(points) < 2:
        return Markup("")
    values = [value for _, value in points]
    top, low = max([*values, limit or values[0], Decimal(0)]), min([*values, Decimal(0)])
    span = (top - low) or Decimal(1)

    def height(value: Decimal) -> float:
        return float(TOP + (top - value) / span * (HEIGHT - TOP - BOTTOM))

    step = (WIDTH - LEFT - RIGHT) / (len(points) - 1)
    places = [(LEFT + index * step, height(value)) for index, value in enumerate(values)]
    parts = [
        _line("axis", height(Decimal(0))),
        *(_limit(height(limit), limit_words, places) if limit is not None else ()),
        *_points(places, runs),
        *_breaks(places, runs),
        *_named(places, values, unit, height(limit) if limit is not None else None),
        Markup('<text class="soft" x="0" y="{}">{}</text>').format(HEIGHT - 6, points[0][0]),
        Markup('<text class="soft end" x="{}" y="{}">{}</text>').format(WIDTH, HEIGHT - 6, points[-1][0]),
    ]
    first = values[runs[-1][0]] if len(runs) > 1 else values[0]
    broken = " Not comparable with before." if len(runs) > 1 else ""
    title = f"{name}, from {_short(first)}{unit} to {_short(values[-1])}{unit}.{broken} {table}".strip()
    return Markup('<svg class="mh-picture mh-chart" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>').format(
        title, WIDTH, HEIGHT, Markup("").join(parts)
    )


def _line(kind: str, y: float) -> Markup:
    return Markup('<line class="{0}" x1="0" x2="{1}" y1="{2:.1f}" y2="{2:.1f}"/>').format(kind, WIDTH, y)


def _limit(y: float, words: str, places: Sequence[tuple[float, float]]) -> list[Markup]:
    """The dashed line and its name, under the line at the left, or over it where the measure itself starts below."""
    out = [_line("limit", y)]
    if words:
        at = y - 7 if places[0][1] > y else y + 17
        out.append(Markup('<text class="small halo" x="0" y="{:.1f}">{}</text>').format(at, words))
    return out


def _points(places: Sequence[tuple[float, float]], runs: Sequence[Sequence[int]]) -> list[Markup]:
    lines = [
        Markup('<polyline class="line" points="{}"/>').format(" ".join(f"{x:.1f},{y:.1f}" for x, y in some))
        for some in ([[places[at] for at in run] for run in runs] or [list(places)])
        if len(some) > 1
    ]
    dots = [Markup('<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="4"/>').format(*place) for place in places[:-1]]
    last = Markup('<circle class="last" cx="{:.1f}" cy="{:.1f}" r="5.5"/>').format(*places[-1])
    return [*lines, *dots, last]


def _breaks(places: Sequence[tuple[float, float]], runs: Sequence[Sequence[int]]) -> list[Markup]:
    """An upright dashed line between two runs that cannot be compared."""
    out = []
    for before, after in pairwise(runs):
        x = (places[before[-1]][0] + places[after[0]][0]) / 2
        out.append(
            Markup('<line class="limit" x1="{0:.1f}" x2="{0:.1f}" y1="{1}" y2="{2}"/>').format(x, TOP, HEIGHT - BOTTOM)
        )
    return out


def _named(
    places: Sequence[tuple[float, float]], values: Sequence[Decimal], unit: str, limit: float | None
) -> list[Markup]:
    """The first and the last value, each where neither the limit nor the end of its own line runs through it."""
    out = []
    for index, other, side in ((0, 1, ""), (-1, -2, " end")):
        x, y = places[index]
        line_rises = places[other][1] < y  # the neighbouring point stands higher, so the room is below
        at = y + 21 if line_rises and y + 26 < HEIGHT - BOTTOM else y - 11
        if index == 0 and limit is not None and at > y and abs(at - limit) < NEAR:
            at = y - 11
        place = x - 4 if index == 0 else min(x + 8, WIDTH)
        out.append(
            Markup('<text class="strong halo{}" x="{:.1f}" y="{:.1f}">{}{}</text>').format(
                side, max(0, place), at, _short(values[index]), unit
            )
        )
    return out


def _short(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
