"""The shipped house templates: as the councils' own reports have them, and as the page about them says."""

from __future__ import annotations

import dataclasses
import re
from pathlib import Path

import pytest

from moothall.documents.layouts import report_slots
from moothall.domain.house_templates import HouseTemplate, Numbering, Shape
from moothall.domain.reports import CommitteeReport
from moothall.reference import house_templates

REPORTS = {
    "recommendation_first": "000_ac85df02dfeef42e.txt",
    "summary_table": "001_4da07301145ffdfb.txt",
    "numbered_in_capitals": "002_0fb646d131dcf093.txt",
    "lettered_recommendations": "003_bd20a5c746615370.txt",
    "two_tables": "004_1db6b25e8d0ebb4c.txt",
}
ALL = house_templates.all_templates()


def squeezed(text: str) -> str:
    return re.sub(r"[*#\s]+", " ", text)


def printed(template: HouseTemplate, label: str) -> str:
    return label.upper() if template.heading_case == "upper" else label


@pytest.mark.parametrize("template_id", REPORTS)
def test_every_label_stands_in_the_report_it_was_seen_in_and_in_the_same_order(
    template_id: str, shared_folder: Path
) -> None:
    template = house_templates.by_id(template_id)
    report = squeezed((shared_folder / "seeds" / REPORTS[template_id]).read_text(encoding="utf-8"))

    at = 0
    for slot in template.slots:
        if not slot.label or slot.shape is Shape.LINE:
            continue
        label = printed(template, slot.label.removesuffix(":"))
        found = report.find(label, at)
        assert found >= 0, f"{label} is not in the report after {report[max(0, at - 40) : at]}"
        at = found + len(label)


@pytest.mark.parametrize("template_id", REPORTS)
def test_the_labels_of_parts_stand_in_the_report_too(template_id: str, shared_folder: Path) -> None:
    report = squeezed((shared_folder / "seeds" / REPORTS[template_id]).read_text(encoding="utf-8"))

    assert all(label in report for label in house_templates.by_id(template_id).part_labels.values())


@pytest.mark.parametrize(
    ("template_id", "numbering"),
    [
        ("recommendation_first", Numbering.DECIMAL),
        ("summary_table", Numbering.DECIMAL),
        ("numbered_in_capitals", Numbering.DECIMAL),
        ("lettered_recommendations", Numbering.RUNNING),
        ("two_tables", Numbering.DECIMAL_ZERO),
    ],
)
def test_each_house_numbers_as_its_report_does(template_id: str, numbering: Numbering) -> None:
    template = house_templates.by_id(template_id)

    assert template.numbering is numbering
    assert len(template.seen_in) == 1


def test_the_plain_house_comes_first_and_was_seen_nowhere() -> None:
    assert ALL[0] == house_templates.plain()
    assert ALL[0].seen_in == ()
    assert len(ALL) == 6


def test_names_of_houses_name_no_council() -> None:
    for template in ALL:
        for council in template.seen_in:
            first = council.split()[0].casefold()
            assert first not in template.id.casefold() and first not in template.name.casefold()


@pytest.mark.parametrize("template", ALL, ids=lambda one: one.id)
def test_every_slot_is_drawn_from_something_a_report_can_hold(template: HouseTemplate) -> None:
    fields = {field.name for field in dataclasses.fields(CommitteeReport)}

    assert {slot.field for slot in template.slots} <= fields | set(report_slots.SPECIAL)


@pytest.mark.parametrize("template", ALL, ids=lambda one: one.id)
def test_what_a_house_requires_has_words_for_none_where_there_may_be_none(template: HouseTemplate) -> None:
    may_be_none = {"implications", "background_papers", "options"}

    assert all(slot.none_text for slot in template.slots if slot.required and slot.field in may_be_none)


def test_a_house_that_is_not_there_is_named_with_those_that_are() -> None:
    with pytest.raises(KeyError, match=r"no house template fancy.*plain"):
        house_templates.by_id("fancy")
