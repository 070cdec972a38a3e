"""The texts of a plan as a line from top to bottom: a point for each, and between two of them what became of the words.

The same stands in a table beside it: nothing is in the picture alone.
"""

from collections.abc import Sequence

from markupsafe import Markup

from moothall.domain.lineage import Change, Line, Text
from moothall.web.components.words import short_day

WIDTH, STEP, TOP, LEFT = 340, 92, 22, 14
_NAMES = {"sent": "Submitted"}


def draw(line: Line) -> Markup:
    """The drawn line; nothing for fewer than two texts. A stretch is whole where the words stayed, broken where not.

    A stretch with a change nobody accounts for has a gap with a ring in it.
    """
    if len(line.texts) < 2:
        return Markup("")
    height = TOP + STEP * (len(line.texts) - 1) + 40
    parts = [part for place, change in enumerate(line.changes) for part in _stretch(place, change)]
    parts += [part for place, text in enumerate(line.texts) for part in _point(place, text, line.texts)]
    name = f"The line of the plan’s {len(line.texts)} texts. The same stands in the table that follows."
    return Markup('<svg class="mh-picture mh-texts" role="img" aria-label="{}" viewBox="0 0 {} {}">{}</svg>').format(
        name, WIDTH, height, Markup("").join(parts)
    )


def _point(place: int, text: Text, texts: Sequence[Text]) -> list[Markup]:
    y = TOP + STEP * place
    kind = "last" if place == len(texts) - 1 else "dot"
    where = f"{_shortened(text.by)}, {short_day(text.on)} {text.on.year}"
    return [
        Markup('<circle class="{}" cx="{}" cy="{}" r="8"/>').format(kind, LEFT, y),
        Markup('<text class="strong label" x="{}" y="{}">{}</text>').format(LEFT + 24, y + 2, named(text)),
        Markup('<text class="soft" x="{}" y="{}">{}</text>').format(LEFT + 24, y + 21, where),
    ]


def _stretch(place: int, change: Change) -> list[Markup]:
    top, bottom = TOP + STEP * place + 8, TOP + STEP * (place + 1) - 8
    middle = (top + bottom) // 2 + 14
    kind = "line" if not change.placed else "thread"
    parts = [Markup('<line class="{0}" x1="{1}" x2="{1}" y1="{2}" y2="{3}"/>').format(kind, LEFT, top, bottom)]
    if change.open:
        parts.append(Markup('<circle class="ring" cx="{}" cy="{}" r="6"/>').format(LEFT, middle - 5))
    words = said(change)
    weight = "strong" if change.open else "soft"
    parts.append(Markup('<text class="{}" x="{}" y="{}">{}</text>').format(weight, LEFT + 24, middle, words))
    return parts


def named(text: Text) -> str:
    """What a text is called on the line: Considered, Resolved, Finalised, Published, Submitted."""
    return _NAMES.get(text.moment.value, text.moment.value.capitalize())


def said(change: Change) -> str:
    """What became of the words between two texts, in few words."""
    count = len(change.placed)
    if not count:
        return "the same, word for word"
    changes = "1 change" if count == 1 else f"{count} changes"
    if change.open:
        return f"{changes}, {len(change.open)} not accounted for"
    return f"{changes}, before members decided" if change.placed[0].is_before else f"{changes}, authority on record"


def _shortened(name: str) -> str:
    return name if len(name) <= 24 else f"{name[:23].rstrip()}…"
