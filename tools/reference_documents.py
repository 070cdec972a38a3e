"""The reference pages of house templates and of the plan format, made from the data and the schemas themselves."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from moothall.documents.exchange import item_json, plan_json, publication_json, return_json
from moothall.documents.exchange.checked import schema_text
from moothall.domain.handing_over import LONGEST_NAME
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
        f"## A public record (`{publication_json.FORMAT}`, version {publication_json.VERSION})",
        "A public record is one published version with its decision, every correction, and what was told since. Each "
        "published plan has one at `publication.json` under its address; the schema is "
        "`src/moothall/documents/exchange/schemas/publication.schema.json`. Fields may be added to a decision, a "
        "reading and a milestone update.",
        *_schema(publication_json.SCHEMA),
        "## StratML",
        "A plan goes out as StratML Part 2 (ISO 17469) too, and `moothall.documents.exchange.plan_stratml` reads it "
        "back without loss. The part of the standard that is written is "
        "`src/moothall/documents/exchange/schemas/stratml.xsd`; what fits it was tried against the standard's own "
        "schema (2.2 of 16 February 2016), which is not shipped here.",
        _table(
            ("In StratML", "In a plan"),
            (
                ("`Name`, `Description`, `OtherInformation`", "title, introduction, why it is longer than asked"),
                ("`Organization` and its `Stakeholder`", "the council; the partnerships"),
                ("`Goal`", "a theme of the round; one goal for barriers, one for what no theme claims"),
                ("`Objective`", "an answer, a commitment, a barrier, an objective, an own point, a linked document"),
                ("`PerformanceIndicator`", "a measure, a milestone, a figure"),
                ("`TargetResult`, `ActualResult`", "target and day due; baseline and figure"),
                ("`AdministrativeInformation`", "when and where it was published; not read back"),
            ),
        ),
        "Keys, states, layout, what a document supports, and characters that XML cannot hold have no element in "
        "StratML. They stand in processing instructions called `moothall-rest`, as JSON, beside the element they "
        "belong to: other programs pass over them. Where an element's words were changed, the words of the element "
        "hold. StratML of other programs has no such instructions, does not say which question it answers, and is "
        "refused with that reason. Readings are not in it: they stand in the record.",
    )


def hand_off() -> tuple[str, ...]:
    """The parts of the page of the hand-off: what the folder holds, what files are called, and item.json."""
    return (
        "A hand-off is a ZIP that democratic services take to Modern.Gov, CMIS or another committee system. The folder "
        "is the same for each. Nothing signs in anywhere or uploads anything: a person adds the files. How to make "
        "one: [hand a report over](../how-to/council/hand-over-to-democratic-services.md).",
        "## What is in it, in this order",
        _table(
            ("File", "What it is"),
            (
                ("`Report TITLE.docx` and `.pdf`", "The covering report; the PDF is tagged"),
                ("`Plan TITLE.pdf`", "The newest kept version of the plan, where it is none of the appendices"),
                ("`Appendix A NAME.pdf`", "Each appendix in the report's order, as its file came; the plan as a PDF"),
                ("`Background paper 1 TITLE.pdf`", "Each background paper of which a public file is kept"),
                ("`Sheet for democratic services.pdf` and `.txt`", "One page of what to enter for the item"),
                ("`Checklist for democratic services.txt`", "What to do, what is not ready and why it came, by when"),
                ("`item.json`", "The same as data, with the size and fingerprint of every other file"),
            ),
        ),
        "Part 2 is in a ZIP of its own, `... part 2 not for publication.zip`, with `Part 2 not for publication.docx`, "
        "`.pdf`, each exempt appendix as its file came, and an `item.json` whose `part` is 2. The open folder says "
        "that a part is exempt and under which paragraphs of schedule 12A, and nothing else of it.",
        "## What files are called",
        "Committee systems offer a file's name as the document's title, so names are words: letters, figures, spaces "
        f"and hyphens, at most {LONGEST_NAME} characters before the ending, cut after a whole word. Accents are "
        "taken off, other signs become spaces, and a second file of the same name has a number. An appendix keeps the "
        "report's label where that begins with Appendix, Annex, Enclosure or Schedule. Neither supplier publishes a "
        "rule of its own that we know of; where your council has one, rename the files after taking them.",
        "The folder is called `COUNCIL BODY DATE hand-off NUMBER.zip`.",
        "## The same bytes for good",
        "Every file is kept under its SHA-256. The ZIP is made again from them without compression and with the "
        "moment of the hand-off as every file's time (UTC), so it is the same bytes each time. A file that says what "
        "it said in the hand-off before is that very file again, so a changed fingerprint means changed words.",
        f"## `{item_json.FILE_NAME}` (`{item_json.FORMAT}`, version {item_json.VERSION})",
        "`moothall.documents.exchange.item_json` writes and reads it; the schema is published as "
        "`src/moothall/documents/exchange/schemas/item.schema.json` (JSON Schema 2020-12).",
        *_schema(item_json.SCHEMA),
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
    plainly = {"string": "date" if "pattern" in field else "text"}
    if "array" in kinds:
        plainly["array"] = f"list of {_form(field['items'])}"
    said = [plainly.get(kind, kind) for kind in kinds]
    return " or ".join(said)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)
