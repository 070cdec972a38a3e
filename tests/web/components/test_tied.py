"""What somebody writes of the days they would rather avoid."""

from datetime import date

import pytest

from moothall.domain.constraints import Avoided
from moothall.web.components.planner.tied import TiedForm

AS_OF, DEADLINE = date(2024, 5, 24), date(2024, 7, 19)


def avoided(text: str) -> tuple[Avoided, ...]:
    form = TiedForm({"avoid": text})
    assert form.is_valid()
    form.read_constraints(form.cleaned_data, AS_OF, DEADLINE)
    return form.constraints.avoided if form.is_valid() else ()


@pytest.mark.parametrize(
    "text",
    [
        "25 May to 4 July",
        "25 May 2024 to 4 July 2024",
        "2024-05-25..2024-07-04",
        "2024-05-25 to 2024-07-04",
        "25/5/2024 - 4/7/2024",
        "Sat 25 May until Thursday 4 July",
        "25 May – 4 July",
    ],
)
def test_one_day_to_another_however_it_is_written(text: str) -> None:
    assert avoided(text) == (Avoided(date(2024, 5, 25), date(2024, 7, 4)),)


def test_one_day_several_and_a_first_day_without_its_month() -> None:
    assert avoided("4 July") == (Avoided(date(2024, 7, 4), date(2024, 7, 4)),)
    assert avoided("1 to 20 June, 4 July") == (
        Avoided(date(2024, 6, 1), date(2024, 6, 20)),
        Avoided(date(2024, 7, 4), date(2024, 7, 4)),
    )
    assert avoided("1 October to 5 October") == (Avoided(date(2024, 10, 1), date(2024, 10, 5)),)


@pytest.mark.parametrize("text", ["the summer", "31 June", "Friday 4 July", "4 July to", "1 June to 2 June to 3 June"])
def test_what_is_no_day_is_said_and_nothing_is_guessed(text: str) -> None:
    form = TiedForm({"avoid": text})
    form.is_valid()

    form.read_constraints(form.cleaned_data, AS_OF, DEADLINE)

    assert "is not a day, or one day to another" in str(form.errors["avoid"])
    assert form.constraints.avoided == ()
