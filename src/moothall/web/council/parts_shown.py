"""The parts of the plan and of the report by what they are called, and where each is written."""

from typing import Any

from moothall.domain.parts import PLAN, part, section_of, whole_of
from moothall.domain.sections import OPENING
from moothall.web.council.access import Here, address
from moothall.web.council.forms.reports import FIELDS

WHOLES = {"plan": "The whole plan", "report": "The whole covering report"}


def titles(here: Here, draft: Any, whole: str) -> dict[str, str]:
    """What each section of the plan or of the report is called, in order, by its name."""
    if whole != PLAN:
        return {name: kind.label for name, kind in FIELDS.items()}
    found = {OPENING: "Title and introduction"}
    found |= {one.id: one.title for _, one in here.round_.questions()}
    found |= {one.id: one.text for one in here.round_.requirements}
    if draft is not None:
        for rows in (draft.section_set, draft.ownpoint_set, draft.commitment_set, draft.measure_set, draft.barrier_set):
            found |= {one.key: one.title for one in rows.all()}
    return found


def title_of(here: Here, draft: Any, key: str) -> str | None:
    """What a part is called; None where there is no such part."""
    whole, section = whole_of(key), section_of(key)
    return titles(here, draft, whole).get(section) if section else WHOLES.get(whole)


def where(here: Here, key: str) -> str:
    """The address of the page on which a part is written."""
    whole, section = whole_of(key), section_of(key)
    if whole != PLAN:
        return address(here, "report_field", section) if section else address(here, "report")
    if not section:
        return address(here, "plan")
    if section == OPENING:
        return address(here, "opening")
    if section in {one.id for _, one in here.round_.questions()}:
        return address(here, "question", section)
    if section in {one.id for one in here.round_.requirements}:
        return address(here, "requirement", section)
    return address(here, "change_item", section)


def key_of(whole: str, section: str) -> str:
    """The key of a section of the plan or of the report."""
    return part(whole, section)
