"""What is said of each best-value theme, and what evidence is found by, from data/best_value_themes.json."""

from functools import cache

from moothall.domain.best_value import ThemeText
from moothall.domain.plain import build
from moothall.reference.sources import read_json


@cache
def shipped() -> tuple[ThemeText, ...]:
    """The seven themes, in the order of the guidance."""
    return tuple(build(ThemeText, row) for row in read_json("best_value_themes.json")["themes"])


def called(key: str) -> ThemeText | None:
    """The theme of this key, or None."""
    return next((one for one in shipped() if one.key.value == key), None)
