"""A route as a line of steps, each with the states it goes through; drawn from the table that rules them."""

import textwrap
from collections.abc import Iterator

from markupsafe import Markup

from moothall.domain.own_routes import DEED_WORDS, TERM_WORDS
from moothall.domain.route_table import DECIDING, State, moves
from moothall.domain.walks import Stage, Walk

WIDTH, LEFT, TEXT, LETTERS, LINE = 340, 16, 42, 40, 18


def main_line(stage: Stage) -> tuple[State, ...]:
    """The states of a step on its plain way, from the first to the last, by the table."""
    found = [State.WAITING]
    rows = moves(stage.part.doing, stage.part.terms)
    while onward := next((one for one in rows if one.state is found[-1] and one.to not in _SIDE + tuple(found)), None):
        found.append(onward.to)
    return tuple(found)


_SIDE = (State.HELD, State.WITHDRAWN, State.NOT_AGREED)
"""States off the plain way: the table beside the picture has them."""


def draw(on: Walk, *, is_begun: bool = True) -> Markup:
    """The picture of a route. Where it is ``begun`` the state of each step is filled and named."""
    parts: list[Markup] = []
    y = 8
    for stage in on.stages:
        drawn, height = _step(stage, y, is_begun=is_begun)
        parts.append(
            Markup('<line class="grid" x1="{0}" x2="{0}" y1="{1}" y2="{2}"/>').format(LEFT, y + 28, y + height)
        )
        parts += drawn
        y += height
    ends = on.end.sentence if on.end else "The end: the plan is sent, and nothing is left to do."
    lines = textwrap.wrap(ends, LETTERS)
    parts.append(
        Markup('<rect class="{}" x="{}" y="{}" width="16" height="16"/>').format(
            "point" if on.end else "outline", LEFT - 8, y + 2
        )
    )
    parts += _text(lines, y + 15, "strong" if on.end else "soft")
    name = "The route step by step: " + ". ".join(f"{one.part.body}, {one.state.label.lower()}" for one in on.stages)
    return Markup(
        '<svg class="mh-picture mh-way" role="img" aria-label="{}. The same stands in the table."'
        ' viewBox="0 0 {} {}">{}</svg>'
    ).format(name, WIDTH, y + 15 + LINE * len(lines), Markup("").join(parts))


def _step(stage: Stage, y: int, *, is_begun: bool) -> tuple[list[Markup], int]:
    part = stage.part
    done = stage.is_complete and is_begun
    parts = [
        Markup('<circle class="{}" cx="{}" cy="{}" r="13"/>').format("counted" if done else "outline", LEFT, y + 14),
        Markup('<text class="{}" x="{}" y="{}">{}</text>').format(
            "number" if done else "outline-number", LEFT, y + 18, stage.number + 1
        ),
    ]
    rests = "".join(f", {TERM_WORDS[term]}" for term in part.terms)
    heads = textwrap.wrap(part.body, LETTERS - 4)
    words = textwrap.wrap(f"{DEED_WORDS[part.doing]}{rests}".capitalize(), LETTERS)
    if part.doing in DECIDING:
        words += ["Or: members resolve to send no plan."]
    parts += _text(heads, y + 18, "strong label")
    parts += _text(words, y + 18 + LINE * len(heads), "soft")
    at = y + 18 + LINE * (len(heads) + len(words))
    parts += _states(stage, at, is_begun=is_begun)
    return parts, at - y + (38 if is_begun else 24)


def _states(stage: Stage, y: int, *, is_begun: bool) -> Iterator[Markup]:
    line = main_line(stage)
    here = line.index(stage.state) if stage.state in line else -1
    for number, _ in enumerate(line):
        x = TEXT + 6 + number * 22
        if number:
            yield Markup('<line class="grid" x1="{}" x2="{}" y1="{y}" y2="{y}"/>').format(x - 16, x - 6, y=y)
        kind = "last" if is_begun and number == here else "counted" if is_begun and number < here else "dot"
        yield Markup('<circle class="{}" cx="{}" cy="{}" r="5"/>').format(kind, x, y)
    if is_begun:
        label = "Passed over" if stage.is_passed_over else stage.state.label
        yield Markup('<text x="{}" y="{}">{}</text>').format(TEXT, y + 22, label)


def _text(lines: list[str], y: int, kind: str) -> list[Markup]:
    return [
        Markup('<text class="{}" x="{}" y="{}">{}</text>').format(kind, TEXT, y + LINE * number, line)
        for number, line in enumerate(lines)
    ]
