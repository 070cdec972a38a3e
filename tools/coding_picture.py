"""Draw how honest and how far ahead suggestions of codes are: writes docs/pictures/coding.svg.

Run after tools/coding_fitted.py: `python -m tools.coding_picture`. The figures are those that `make bench` prints.
"""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from benchmarks._coding_measures import held_out, hits, told_to_strangers
from benchmarks.coding import lead
from moothall.corpus.coding.calibration import reliability

INTO = Path(__file__).resolve().parents[1] / "docs" / "pictures" / "coding.svg"
SIDE, LEFT, TOP, APART = 300, 60, 50, 420
LINES = (("#1d70b8", ""), ("#d4351c", "7 4"), ("#505a5f", "2 3"))
Points = Sequence[tuple[float, float]]


def drawn() -> str:
    """The picture: on the left what was told against what was right, on the right macro-F1 by share of examples."""
    strangers = told_to_strangers()
    right = [one for one, _, _ in strangers]
    curves = []
    for given in ([one for _, one, _ in strangers], [one for _, _, one in strangers]):
        bins = reliability([one.confidence for one in given], hits(right, given))
        curves.append([(one.told, one.right) for one in bins])
    shares = lead(held_out()[1])
    places = [index / (len(shares) - 1) for index in range(len(shares))]
    ahead = [[(at, row[column]) for at, row in zip(places, shares, strict=True)] for column in (1, 2, 3)]
    told = [(tenth / 5, f"{tenth / 5:.1f}") for tenth in range(6)]
    parts = [(at, f"{row[0]:.0%}") for at, row in zip(places, shares, strict=True)]
    return "\n".join(
        [
            '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 860 440" role="img" font-family="sans-serif" '
            'font-size="13" fill="#0b0c0c">',
            "<title>How honest suggested themes are, and how far ahead of TF-IDF</title>",
            '<rect width="860" height="440" fill="#ffffff"/>',
            *_panel(0, "Told and right, writers left out", "probability told", told),
            f'<path d="{_path(0, [(0, 0), (1, 1)])}" stroke="#b1b4b6" fill="none"/>',
            *_curves(0, curves, ("with heading and neighbours", "words alone")),
            *_panel(1, "Macro-F1, a writer nobody learnt from", "share of the written examples taught", parts),
            *_curves(1, ahead, ("with heading and neighbours", "words alone", "TF-IDF and a linear model")),
            "</svg>",
            "",
        ]
    )


def _panel(panel: int, title: str, below: str, ticks: Sequence[tuple[float, str]]) -> list[str]:
    left, foot = LEFT + panel * APART, TOP + SIDE
    found = [f'<text x="{left}" y="{TOP - 20}" font-weight="bold" font-size="15">{title}</text>']
    for tenth in range(6):
        y = foot - tenth / 5 * SIDE
        found.append(f'<path d="M{left} {y:.0f}h{SIDE}" stroke="#f3f2f1"/>')
        found.append(f'<text x="{left - 8}" y="{y + 4:.0f}" text-anchor="end">{tenth / 5:.1f}</text>')
    for at, name in ticks:
        found.append(f'<text x="{left + at * SIDE:.0f}" y="{foot + 20}" text-anchor="middle">{name}</text>')
    found.append(f'<text x="{left + SIDE / 2:.0f}" y="{foot + 42}" text-anchor="middle">{below}</text>')
    return found


def _curves(panel: int, curves: Sequence[Points], names: Sequence[str]) -> list[str]:
    found = []
    for place, (points, name, (colour, dashes)) in enumerate(zip(curves, names, LINES, strict=False)):
        style = f'stroke="{colour}" stroke-width="2.5" stroke-dasharray="{dashes}" fill="none"'
        y = TOP + SIDE - 18 - (len(names) - 1 - place) * 20
        x = LEFT + panel * APART + SIDE - 225
        found.append(f'<path d="{_path(panel, points)}" {style}/>')
        found.append(f'<path d="M{x} {y - 4}h28" {style}/><text x="{x + 36}" y="{y}">{name}</text>')
    return found


def _path(panel: int, points: Points) -> str:
    left = LEFT + panel * APART
    return "M" + "L".join(f"{left + x * SIDE:.1f} {TOP + (1 - y) * SIDE:.1f}" for x, y in points)


if __name__ == "__main__":
    INTO.write_text(drawn(), encoding="utf-8")
    print(INTO.stat().st_size, "bytes")
