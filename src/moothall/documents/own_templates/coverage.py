"""What a template leaves out of a report: parts that the house order requires, and words already written."""

from __future__ import annotations

from moothall.documents.layouts import committee_report
from moothall.documents.own_templates.checking import Checked
from moothall.documents.own_templates.names import IMPLICATION, fields_said
from moothall.domain.house_templates import HouseTemplate, Slot
from moothall.domain.reports import CommitteeReport

_ALWAYS = (
    ("title", "Title"),
    ("recommendations", "Recommendations"),
    ("implications", "Implications"),
    ("background_papers", "Background papers"),
)
_DRAWN = {
    "meeting": ("body", "meeting_on"),
    "forward_plan": ("forward_plan_number",),
    "report_type": ("key_decision", "is_open"),
    "option_appraisal": ("options",),
    "appendix_count": ("appendices",),
}


def missing(checked: Checked, house: HouseTemplate) -> tuple[str, ...]:
    """What every report needs or the house order requires, and no name of the template says, by the house's labels."""
    said = fields_said(set(checked.names), set(checked.rows))
    found = [label for field, label in _ALWAYS if field not in said and not _is_said_by_kinds(field, checked)]
    for slot in house.slots:
        if slot.required and not _is_said(slot, said, checked):
            found.append(_label(slot))
    return tuple(dict.fromkeys(one[:1].upper() + one[1:] for one in found))


def left_out(checked: Checked, report: CommitteeReport) -> tuple[str, ...]:
    """The fields of the report that are written and have no place in the template; of implications, each kind."""
    said = fields_said(set(checked.names), set(checked.rows)) | {"no_options", "no_background_papers", "taken"}
    found = [
        name
        for name in (*committee_report.OPTIONAL_FIELDS, "title", "body", "meeting_on", "key_decision_reason")
        if name not in said and name != "implications" and getattr(report, name)
    ]
    if not {"implications"} & set(checked.names) and "implication" not in checked.rows:
        found += [
            f"{one.kind}{IMPLICATION}"
            for one in report.implications
            if (one.text.strip() or one.is_none) and f"{one.kind}{IMPLICATION}" not in checked.names
        ]
    return tuple(dict.fromkeys(found))


def _is_said_by_kinds(field: str, checked: Checked) -> bool:
    return field == "implications" and any(name.endswith(IMPLICATION) for name in checked.names)


def _is_said(slot: Slot, said: set[str], checked: Checked) -> bool:
    if slot.field == "implications" and not ({"implications"} & set(checked.names) or "implication" in checked.rows):
        kinds = [f"{kind}{IMPLICATION}" in checked.names for kind in slot.kinds]
        return any(kinds) if slot.any_kind or not kinds else all(kinds)
    if slot.field == "risks":
        return bool(said & {"risks", "risk_register"})
    return set(_DRAWN.get(slot.field, (slot.field,))) <= said


def _label(slot: Slot) -> str:
    return slot.label.rstrip(":- ") or slot.field.replace("_", " ")
