"""Our own components: what a screen reader is told, and that each is in the reference page."""

import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.template import engines
from lxml import html

from moothall.domain.clocks import call_in
from moothall.reference import bank_holidays

ROOT = Path(__file__).resolve().parents[3]
TEMPLATES = ROOT / "src" / "moothall" / "web" / "components" / "templates" / "components"
REFERENCE = (ROOT / "docs" / "reference" / "components.md").read_text(encoding="utf-8")


def shown(source: str, **values: Any) -> Any:
    """A piece of a page made with our macros."""
    template = engines["jinja2"].from_string('{% import "components/macros.html" as mh %}' + source)
    return html.fromstring(f"<div>{template.render(values)}</div>")


def heard(element: Any) -> str:
    """The words of an element as they would be read out: what is hidden from assistive technology left out."""
    for one in element.xpath(".//*[@aria-hidden='true']"):
        one.drop_tree()
    return " ".join(element.text_content().split())


@pytest.mark.parametrize("name", ["ring", "half", "clock", "flag", "tick", "broken", "square"])
def test_a_state_is_read_as_its_word_and_its_shape_is_not_read(name: str) -> None:
    state = shown("{{ mh.state(name, 'Agreed') }}", name=name)

    assert state.xpath(".//svg")[0].get("aria-hidden") == "true"
    assert heard(state) == "Agreed"


def test_the_seven_shapes_are_seven_drawings() -> None:
    names = ["ring", "half", "clock", "flag", "tick", "broken", "square"]

    drawn = {html.tostring(shown("{{ mh.shape(name) }}", name=name)) for name in names}

    assert len(drawn) == 7


def test_a_big_number_and_its_unit_are_one_phrase() -> None:
    assert heard(shown("{{ mh.big(11, 'working days') }}").xpath(".//p")[0]) == "11 working days"


def test_the_working_of_a_call_in_is_an_ordered_list_of_days_counted_or_not_and_why() -> None:
    deadline = call_in.deadline(date(2024, 7, 11), holidays=bank_holidays.england())

    days = [heard(one) for one in shown("{{ mh.working(deadline) }}", deadline=deadline).xpath(".//ol/li")]

    assert len(days) == len(deadline.counted) + 1
    assert days[0].startswith("Thu 11 July 2024") and "not counted" in days[0]
    assert days[1] == "Fri 12 July 2024, 1, counted: Day 1 of 5"
    assert days[2] == "Sat 13 July 2024, not counted: Saturday"
    assert days[-1].endswith("In force")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (1, "Less than half a page 1 word."),
        (240, "About half a page 240 words."),
        (480, "About 1 of 4 pages 480 words."),
        (1690, "About 3½ of 4 pages 1,690 words."),
        (2900, "About 6 of 4 pages 2,900 words."),
    ],
)
def test_the_length_is_said_in_pages_and_words_and_never_scolds(words: int, said: str) -> None:
    meter = shown("{{ mh.meter(words, (3, 4)) }}", words=words)

    heard_words = " ".join(" ".join(meter.itertext()).split())
    assert heard_words == f"{said} The letter asks for 3 to 4 pages; longer is allowed."


def test_changed_words_are_read_as_added_and_taken_out() -> None:
    parts = [("same", "In "), ("removed", "2022"), ("added", "2023"), ("same", " we did.")]

    marked = shown("<p>{{ mh.marked(parts) }}</p>", parts=parts)

    assert heard(marked) == "In taken out: 2022 end of taken out added: 2023 end of added we did."
    assert [one.tag for one in marked.xpath(".//ins | .//del")] == ["del", "ins"]


def test_other_peoples_words_are_a_quotation_and_hold_no_markup() -> None:
    quote = shown("{{ mh.quote(text, 'Minute 41') }}", text="That <i>Cabinet</i> approves")

    assert quote.xpath(".//blockquote")[0].text_content() == "That <i>Cabinet</i> approves"
    assert quote.xpath(".//figcaption")[0].text_content() == "Minute 41"


def test_a_fact_that_was_not_found_still_says_so() -> None:
    fact = shown("{{ mh.fact(none, 'Consultees', 'Nothing found.') }}")

    assert [text.strip() for text in fact.itertext() if text.strip()] == [
        "–",
        "Consultees",
        "To check",
        "Nothing found.",
    ]


@pytest.mark.parametrize("file", ["macros.html", "forms.html"])
def test_every_macro_has_its_line_in_the_reference(file: str) -> None:
    names = re.findall(r"{% macro (\w+)\(", (TEMPLATES / file).read_text(encoding="utf-8"))

    assert names
    assert [name for name in names if f"`{name}(" not in REFERENCE] == []


def test_every_filter_has_its_line_in_the_reference() -> None:
    names = [name for name in engines["jinja2"].env.filters if name not in _builtin()]

    assert "short_day" in names
    assert [name for name in names if f"`{name}" not in REFERENCE] == []


def _builtin() -> set[str]:
    from jinja2 import Environment

    return set(Environment(autoescape=True).filters)
