"""A measure over time: a line from zero, first and last value named on it, the council's own limit dashed."""

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

WIDTH, HEIGHT, LEFT, RIGHT, TOP, BOTTOM = 340, 150, 10, 44, 26, 26


def draw(points: Sequence[tuple[str, Decimal]], *, name: str, limit: Decimal | None = None, table: str = "") -> Markup:
    """The chart of (period, value) pairs, oldest first. ``name`` says what it shows, ``table`` where the numbers are.

    With fewer than two points there is no line to draw, and nothing is drawn.
    """
    if len(points) < 2:
        return Markup("")
    values = [value for _, value in points]
    top = max([*values, limit or values[0], Decimal(0)])
    low = min([*values, Decimal(0)])
    span = (top - low) or Decimal(1)
    step = (WIDTH - LEFT - RIGHT) / (len(points) - 1)

    def y(value: Decimal) -> float:
        return float(TOP + (top - value) / span * (HEIGHT - TOP - BOTTOM))

    places = [(LEFT + index * step, y(value)) for index, value in enumerate(values)]
    parts = [Markup('<line class="axis" x1="0" x2="{}" y1="{:.1f}" y2="{:.1f}"/>').format(WIDTH, y(Decimal(0)), y(Decimal(0)))]
    if limit is not None:
        parts.append(Markup('<line class="limit" x1="0" x2="{}" y1="{:.1f}" y2="{:.1f}"/>').format(WIDTH, y(limit), y(limit)))
    path = " ".join(f"{x:.1f},{height:.1f}" for x, height in places)
    parts.append(Markup('<polyline class="line" points="{}"/>').format(path))
    parts += [Markup('<circle class="dot" cx="{:.1f}" cy="{:.1f}" r="4"/>').format(*place) for place in places[:-1]]
    parts.append(Markup('<circle class="last" cx="{:.1f}" cy="{:.1f}" r="5.5"/>').format(*places[-1]))
    first, last = places[0], places[-1]
    parts.append(Markup('<text class="strong" x="{:.1f}" y="{:.1f}">{}</text>').format(first[0], first[1] - 10, _short(values[0])))
    parts.append(Markup('<text class="strong end" x="{:.1f}" y="{:.1f}">{}</text>').format(last[0] + 8, last[1] - 12, _short(values[-1])))
    parts.append(Markup('<text class="soft" x="0" y="{}">{}</text>').format(HEIGHT - 6, points[0][0]))
    parts.append(Markup('<text class="soft end" x="{}" y="{}">{}</text>').format(WIDTH, HEIGHT - 6, points[-1][0]))
    title = f"{name}. {table}".strip()
    return Markup('<svg class="mh-picture" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>').format(
        title, WIDTH, HEIGHT, Markup("").join(parts)
    )


def _short(value: Decimal) -> str:
    text = f"{value:,f}"
    return text.rstrip("0").rstrip(".") if "." in text else text
