"""The words a person has typed and not saved, each with what it is about and the page on which it waits."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moothall.apps.plans import queries as plans
from moothall.apps.rounds import queries as rounds
from moothall.apps.writing import field_keeping, items
from moothall.apps.writing.fields import PART_2
from moothall.domain.parts import PLAN, part
from moothall.web.council import fields_met, kept_fields, kept_forms, parts_shown
from moothall.web.council.access import Here, address


@dataclass(frozen=True, slots=True)
class Unsaved:
    """Kept words on the page of one's work. ``preview`` is how they begin: empty for Part 2, which is not shown there.

    ``whole`` says what they are part of, as it stands in a sentence.
    """

    href: str
    title: str
    whole: str
    kept_at: datetime
    preview: str


def rows(person: Any) -> list[Unsaved]:
    """Everything a person has not saved, the latest first."""
    return sorted([*_of_plans(person), *_of_reports(person)], key=lambda one: one.kept_at, reverse=True)


def _of_plans(person: Any) -> Iterator[Unsaved]:
    for row in items.unsaved(person):
        assert row.draft is not None
        here = _here(row.draft.workspace)
        if items.is_section(row.draft, row.section):
            where = kept_forms.where(here, row.section)
            title = f"New: {row.words.get('title') or 'not named yet'}"
            if not row.section.startswith(items.NEW):
                title = str(plans.item(row.draft, row.section).title)
        else:
            where = parts_shown.where(here, part(PLAN, row.section))
            title = parts_shown.titles(here, None, PLAN).get(row.section, row.section)
        said = next((row.words[one] for one in ("text", "introduction", "reason", "title") if row.words.get(one)), "")
        whole = f"The plan of {here.workspace.official_name}"
        yield Unsaved(f"{where}?kept={row.pk}", title, whole, row.kept_at, str(said))


def _of_reports(person: Any) -> Iterator[Unsaved]:
    for row in field_keeping.unsaved(person):
        shown = kept_fields.shown(row)
        if shown is not None and row.report is not None:
            here, is_part_2 = _here(row.report.workspace), row.section == PART_2
            where = address(here, "report_part_2") if is_part_2 else address(here, "report_field", row.section)
            whole = f"The covering report of {here.workspace.official_name}"
            preview = "" if is_part_2 else shown.text
            yield Unsaved(f"{where}?kept={row.pk}", fields_met.title(row.section), whole, row.kept_at, preview)


def _here(workspace: Any) -> Here:
    round_ = rounds.round_called(workspace.round_slug)
    assert round_ is not None, "a workspace belongs to a round"
    return Here(workspace, round_, frozenset())
