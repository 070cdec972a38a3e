"""How many examples a property is tried on: the same ones in every run, and many new ones where those are asked for."""

from hypothesis import settings

USUAL = 100


def fewer(examples: int) -> int:
    """So many examples of a property that costs much in a usual run, and as many times more in a thorough one."""
    return examples * settings().max_examples // USUAL
