"""A council's own colour, and which ones are refused."""

import pytest

from moothall.domain.refusals import Refusal
from moothall.web.components.colours import contrast_on_white, palette


def test_white_on_black_and_on_white_are_the_two_ends_of_contrast() -> None:
    assert contrast_on_white("#000000") == pytest.approx(21)
    assert contrast_on_white("#ffffff") == pytest.approx(1)


def test_a_dark_blue_gives_darker_and_lighter_ones_of_its_kind() -> None:
    found = palette("#1F4478")

    assert found.accent == "#1f4478"
    assert contrast_on_white(found.deep) > contrast_on_white(found.accent) > contrast_on_white(found.mid)
    assert contrast_on_white(found.mark) < 1.4
    assert contrast_on_white(found.tint) < contrast_on_white(found.mark)


def test_a_colour_too_light_to_read_is_refused_and_the_nearest_darker_one_offered_may_be_used() -> None:
    with pytest.raises(Refusal) as refused:
        palette("#5b9bd5")

    offered = refused.value.next_step.split(" ")[1].rstrip(",")
    assert palette(offered).accent == offered
    assert contrast_on_white(offered) < 8


@pytest.mark.parametrize("written", ["blue", "#12345", "#12345g", "1f4478", "#1f4478;}"])
def test_what_is_no_colour_is_refused_with_how_to_write_one(written: str) -> None:
    with pytest.raises(Refusal, match="is not a colour"):
        palette(written)
