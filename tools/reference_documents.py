"""The reference pages of house templates and of the plan format, made from the data and the schemas themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from moothall.documents.exchange import plan_json, return_json
from moothall.documents.exchange.checked import schema_text
from moothall.domain.house_templates import HouseTemplate, Numbering, Slot
from moothall.reference import house_templates

NUMBERED = {
    Numbering.NONE: "nothing is numbered",
    Numbering.DECIMAL: "sections 1, 2, 3 with paragraphs 1.1, 1.2",
    Numbering.DECIMAL_ZERO: "sections 1.0, 2.0 with paragraphs 1.1, 1.2",
    Numbering.RUNNING: "paragraphs 1, 2, 3 through the whole report",
    Numbering.LETTERED: "paragraphs A, B under each heading",
    Numbering.HEADING: "the heading only",
}


def templates() -> tuple[str, ...]:
    """The parts of the page of house templates: the slots of each in order, with what each is drawn from."""
    return (
        "A house template says how one council's covering reports are set: which slots, in what order, under which "
        "labels, with which numbers. It is a file in `src/moothall/reference/data/house_templates/`; add one and name "
        "it in `moothall.reference.house_templates.TEMPLATES`. A slot that is not filled in leaves no heading behind; "
        "one that is required, always or if another field says something, is then listed as missing, by its label. "
        "Where a report says there is none of something, the template's words for none are printed. An implication of "
        "a kind that the house has no slot for gets one of its own, and `committee_report.left_out` names the other "
        "fields it has no place for.",
        *(part for template in house_templates.all_templates() for part in _template(template)),
    )


def _template(template: HouseTemplate) -> tuple[str, ...]:
    seen = ", ".join(template.seen_in) or "no council's"
    return (
        f"## {template.name}",
        f"`{template.id}`. {template.source}. Seen in: {seen}. Numbers: {NUMBERED[template.numbering]}"
        f"{'; a full stop after the number of a section' if template.heading_stop else ''}"
        f"{'; a full stop after the number of a paragraph' if template.paragraph_stop else ''}. "
        f"Headings in {'capitals' if template.heading_case == 'upper' else 'the case shown'}.",
        _table(("Label", "Drawn from", "Set as", "Required", "Words for none"), map(_slot, template.slots)),
    )


def _slot(slot: Slot) -> tuple[str, ...]:
    kinds = f" ({', '.join(slot.kinds)})" if slot.kinds else ""
    numbers = f", {NUMBERED[slot.numbering]}" if slot.numbering else ""
    part = f" of the {slot.part} table" if slot.shape.value == "row" else ""
    return (
        slot.label or "(no label)",
        f"`{slot.field}`{kinds}",
        "goes on in the one before" if slot.joins else f"{slot.shape.value}{part}{numbers}",
        "yes" if slot.required else f"if `{slot.required_if}`" if slot.required_if else "",
        slot.none_text,
    )


def plan_format() -> tuple[str, ...]:
    """The parts of the page of the plan format: every field of a plan and of a return, from the schemas."""
    return (
        "A plan leaves Moothall as JSON and comes back without loss: in downloads, inside its own PDF and in the API. "
        "`moothall.documents.exchange.plan_json` writes and reads it; the schema is published as "
        "`src/moothall/documents/exchange/schemas/plan.schema.json` (JSON Schema 2020-12). A file that does not fit is "
        "refused with the place of what is wrong (`commitments[0].milestones[1].due_on`).",
        "The PDF of a plan carries the file as an attachment called `plan.json`, marked as data, so that the page a "
        "person reads and the data a program reads travel together.",
        "## Fingerprint",
        "The fingerprint of a plan is SHA-256, in hexadecimal, of the plan alone: this JSON without `format` and "
        "`version`, with every field present (those that came later only where they say something), "
        "keys in the order of their letters, no spaces between parts, and in "
        "UTF-8. The same plan always has the same fingerprint.",
        f"## A plan (`{plan_json.FORMAT}`, version {plan_json.VERSION})",
        *_schema(plan_json.SCHEMA),
        f"## A return (`{return_json.FORMAT}`, version {return_json.VERSION})",
        "A return is what a council sent for a round, whole. Its schema is "
        "`src/moothall/documents/exchange/schemas/return.schema.json`.",
        *_schema(return_json.SCHEMA),
    )


def _schema(name: str) -> tuple[str, ...]:
    schema = json.loads(schema_text(name))
    parts = [_fields(schema)]
    for title, definition in schema["$defs"].items():
        parts += [f"### {title.capitalize()}", _fields(definition)]
    return tuple(parts)


def _fields(schema: dict[str, Any]) -> str:
    required = set(schema["required"])
    return _table(
        ("Field", "What it holds", "Form", "Required"),
        (
            (f"`{name}`", field["description"], _form(field), "yes" if name in required else "")
            for name, field in schema["properties"].items()
        ),
    )


def _form(field: dict[str, Any]) -> str:
    if "const" in field:
        return f"`{json.dumps(field['const'])}`"
    if "enum" in field:
        return " or ".join(f"`{value}`" for value in field["enum"])
    if "$ref" in field:
        return str(field["$ref"]).rsplit("/", 1)[-1]
    if "anyOf" in field:
        return " or ".join(_form(one) for one in field["anyOf"])
    if field.get("type") == "array":
        return f"list of {_form(field['items'])}"
    kinds = field["type"] if isinstance(field["type"], list) else [field["type"]]
    said = ["date" if kind == "string" and "pattern" in field else {"string": "text"}.get(kind, kind) for kind in kinds]
    return " or ".join(said)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
