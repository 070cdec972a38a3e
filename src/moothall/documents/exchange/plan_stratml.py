"""A plan as StratML Part 2 (ISO 17469): its elements say what they can, an instruction beside them says the rest.

Themes are goals; answers and commitments are objectives; measures, milestones and figures are performance indicators.
Keys, states and layouts have no element there. They stand in processing instructions, which other programs pass over.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lxml import etree

from moothall.documents.exchange import plan_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.documents.exchange.stratml_goals import goals
from moothall.documents.exchange.stratml_nodes import REST, Names, add, kept, parsed, said_of, spoken
from moothall.domain.fingerprints import plain
from moothall.domain.plans import Plan
from moothall.domain.rounds import Round

NAMESPACE = "urn:ISO:std:iso:17469:tech:xsd:PerformancePlanOrReport"
MEDIA_TYPE = "application/xml"
FILE_NAME = "plan.xml"
WHOLE = (("title", "Name"), ("introduction", "Description"), ("authority_name", "StrategicPlanCore/Organization/Name"))


def to_bytes(plan: Plan, round_: Round, *, published_on: date | None = None, source: str = "") -> bytes:
    """The plan as a StratML file, the same bytes for the same plan; ``load`` gives it back without loss.

    ``round_`` names themes and questions. ``source`` is the address the plan is published at, or empty.
    """
    nsmap: Any = {None: NAMESPACE}
    root: Any = etree.Element(f"{{{NAMESPACE}}}PerformancePlanOrReport", nsmap=nsmap, Type="Performance_Plan")
    data, names = plan_json.dump(plan), Names()
    rest = {name: value for name, value in data.items() if not isinstance(value, list) or name == "sections"}
    add(root, "Name", plan.title)
    if plan.introduction:
        add(root, "Description", plan.introduction)
    if plan.length_reason:
        add(root, "OtherInformation", plan.length_reason)
    core = add(root, "StrategicPlanCore")
    organization = add(core, "Organization")
    add(organization, "Name", plan.authority_name)
    if identifier := names.new("authority", plan.authority):
        add(organization, "Identifier", identifier)
    for place, one in enumerate(plan.partnerships):
        stakeholder = add(organization, "Stakeholder", StakeholderTypeType="Organization")
        add(stakeholder, "Name", one.partners)
        add(stakeholder, "Description", one.text)
        add(add(stakeholder, "Role"), "Name", one.title)
        kept(stakeholder, "partnerships", place, plain(one))
    goals(core, plan, round_, names)
    if published_on or source:
        administrative = add(root, "AdministrativeInformation")
        if published_on:
            add(administrative, "PublicationDate", published_on.isoformat())
        if source:
            add(administrative, "Source", source)
    root.append(etree.ProcessingInstruction(REST, said_of(rest, root, WHOLE)))
    etree.indent(root)
    return bytes(etree.tostring(root, xml_declaration=True, encoding="UTF-8"))


def load(data: bytes) -> Plan:
    """The plan in a StratML file that ``to_bytes`` wrote, with words as its elements say them now.

    Raises NotLoaded for what is no XML or no StratML, and for StratML of other programs, which does not say which
    question of a round it answers.
    """
    root = parsed(data)
    if root.tag != f"{{{NAMESPACE}}}PerformancePlanOrReport":
        raise NotLoaded("", "The file is XML, and no plan in StratML Part 2. Choose another file.")
    whole = spoken(root, WHOLE)
    if whole is None:
        raise NotLoaded(
            "",
            "This StratML was not written by Moothall: it does not say which question of a round it answers. "
            "Bring the plan in as a document and have it read.",
        )
    return plan_json.load({"answers": [], **whole, **_lists(root)})


def _lists(root: Any) -> Mapping[str, list[Any]]:
    """Every list of the plan, each in the order it had."""
    found: dict[str, list[tuple[int, dict[str, Any]]]] = {}
    for instruction in root.iter(etree.ProcessingInstruction):
        if instruction.target != REST or instruction.getparent() is root:
            continue
        item = spoken(instruction.getparent())
        if item is None or "in" not in item:
            continue
        kind, place = str(item.pop("in")), item.pop("place", 0)
        if kind == "milestones":
            continue
        if kind == "commitments":
            item["milestones"] = _milestones(instruction.getparent())
        found.setdefault(kind, []).append((place if isinstance(place, int) else 0, item))
    return {kind: [item for _, item in sorted(some, key=lambda pair: pair[0])] for kind, some in found.items()}


def _milestones(objective: Any) -> list[dict[str, Any]]:
    steps = []
    for indicator in objective.iterchildren(f"{{{NAMESPACE}}}PerformanceIndicator"):
        step = spoken(indicator)
        if step is not None:
            del step["in"]
            steps.append((step.pop("place", 0), step))
    return [step for _, step in sorted(steps, key=lambda pair: pair[0])]
