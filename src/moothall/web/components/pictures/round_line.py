"""The days of a round on one line, a lane for each who acts; the list below it says the same in words."""

from markupsafe import Markup

from moothall.domain.round_timeline import Drawing

WIDTH, LEFT, RIGHT, LANE, TOP = 340, 8, 332, 44, 24


def draw(drawing: Drawing) -> Markup:
    """The picture of a round's timeline: a dot for each thing that happened, a line for today."""
    height = TOP + LANE * len(drawing.lanes)
    parts = [
        Markup('<line class="grid" x1="{x}" x2="{x}" y1="{}" y2="{}"/>').format(TOP - 6, height, x=_x(at))
        for at, _ in drawing.months
    ]
    parts += [
        Markup('<text class="soft" x="{}" y="12" text-anchor="{}">{}</text>').format(_x(at), _anchor(at), name)
        for at, name in _apart(drawing.months)
    ]
    if drawing.today is not None:
        parts.append(
            Markup('<line class="thread" x1="{x}" x2="{x}" y1="{}" y2="{}"/>').format(
                TOP - 6, height, x=_x(drawing.today)
            )
        )
    for number, (lane, marks) in enumerate(drawing.lanes):
        y = TOP + LANE * number
        parts.append(Markup('<text class="strong" x="{}" y="{}">{}</text>').format(LEFT, y + 12, lane.words))
        parts.append(Markup('<line class="grid" x1="{}" x2="{}" y1="{y}" y2="{y}"/>').format(LEFT, RIGHT, y=y + 26))
        parts += [Markup('<circle class="last" cx="{}" cy="{}" r="5"/>').format(_x(one.at), y + 26) for one in marks]
    said = ", ".join(f"{lane.words.lower()} {len(marks)}" for lane, marks in drawing.lanes)
    return Markup(
        '<svg class="mh-picture mh-way" role="img" aria-label="What happened in the round, by day: {}. The list below'
        ' says the same." viewBox="0 0 {} {}">{}</svg>'
    ).format(said, WIDTH, height, Markup("").join(parts))


def _x(at: float) -> float:
    return round(LEFT + at * (RIGHT - LEFT), 1)


def _anchor(at: float) -> str:
    return "end" if at > 0.85 else "start"


def _apart(months: tuple[tuple[float, str], ...]) -> list[tuple[float, str]]:
    """The months whose names do not run into the one before."""
    kept: list[tuple[float, str]] = []
    for at, name in months:
        if not kept or at - kept[-1][0] > 0.28:
            kept.append((at, name))
    return kept
