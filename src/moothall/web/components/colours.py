"""A council's own colour, and the lighter and darker ones made from it."""

import re
from dataclasses import dataclass

from moothall.domain.refusals import Refusal

LEAST_CONTRAST = 7.0


@dataclass(frozen=True, slots=True)
class Palette:
    """The five colours of a council's public pages, as #rrggbb."""

    accent: str
    deep: str
    mid: str
    mark: str
    tint: str


def palette(colour: str) -> Palette:
    """The palette of a colour. Raises a Refusal under a contrast of 7.0 on white, and names the nearest darker one."""
    red, green, blue = _parts(colour)
    contrast = contrast_on_white(colour)
    if contrast < LEAST_CONTRAST:
        raise Refusal(
            f"{colour} is too light: text in it has a contrast of {contrast:.1f} on white, and 7.0 is needed.",
            next_step=f"Use {darker(colour)}, the nearest that is dark enough.",
        )
    return Palette(
        accent=colour.lower(),
        deep=_mixed((red, green, blue), 0.68, 0),
        mid=_mixed((red, green, blue), 0.55, 255),
        mark=_mixed((red, green, blue), 0.13, 255),
        tint=_mixed((red, green, blue), 0.07, 255),
    )


def contrast_on_white(colour: str) -> float:
    """The contrast of a colour on white, as WCAG 2 defines it."""
    red, green, blue = (_linear(part / 255) for part in _parts(colour))
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)


def darker(colour: str) -> str:
    """The nearest colour of the same hue that may be used."""
    share = 1.0
    while contrast_on_white(_mixed(_parts(colour), share, 0)) < LEAST_CONTRAST:
        share -= 0.02
    return _mixed(_parts(colour), share, 0)


def _parts(colour: str) -> tuple[int, int, int]:
    if not re.fullmatch(r"#[0-9a-fA-F]{6}", colour):
        raise Refusal(f"{colour} is not a colour.", next_step="Write it as # and six digits, such as #1f4478.")
    return int(colour[1:3], 16), int(colour[3:5], 16), int(colour[5:7], 16)


def _linear(share: float) -> float:
    return share / 12.92 if share <= 0.04045 else float(((share + 0.055) / 1.055) ** 2.4)


def _mixed(parts: tuple[int, int, int], share: float, other: int) -> str:
    return "#" + "".join(f"{round(part * share + other * (1 - share)):02x}" for part in parts)
