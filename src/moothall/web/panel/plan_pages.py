"""A plan's passages in parts as the panel reads them: the opening, the themes as the round has them, and the rest."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby, takewhile

from moothall.apps.panel.reading import PassageRead, PlanRead
from moothall.domain.rounds import Round


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage with the number of its paragraph, empty where it continues the one above it, and its lines."""

    name: str
    place: str
    number: str
    lines: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Part:
    """One theme, or what stands under none of them. ``under`` holds passages by the heading over them."""

    anchor: str
    title: str
    count: int
    under: tuple[tuple[str, tuple[ReadPassage, ...]], ...]


def parts(plan: PlanRead, round_: Round) -> tuple[Part, ...]:
    """Every theme of the round, those without a passage too; before and after them what stands under none."""
    keys = {theme.key for theme in round_.themes}
    themed = [
        _part(f"theme-{theme.key}", theme.title, [one for one in plan.passages if one.theme == theme.key])
        for theme in round_.themes
    ]
    opening = list(takewhile(lambda one: one.theme not in keys, plan.passages))
    rest = [one for one in plan.passages[len(opening) :] if one.theme not in keys]
    first = [_part("opening", "Before the themes", opening)] if opening else []
    last = [_part("after-the-themes", "After the themes", rest)] if rest else []
    return (*first, *themed, *last)


def _part(anchor: str, title: str, passages: Sequence[PassageRead]) -> Part:
    under = tuple((heading, tuple(_numbered(some))) for heading, some in groupby(passages, key=lambda one: one.heading))
    return Part(anchor, title, len(passages), under)


def _numbered(passages: Iterator[PassageRead]) -> Iterator[ReadPassage]:
    before = ""
    for one in passages:
        number = one.place.removeprefix("p") if one.place != before else ""
        yield ReadPassage(one.name, one.place, number, tuple(one.text.split("\n")))
        before = one.place
