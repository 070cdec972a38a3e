"""The names a template may use, in plain words: what each stands for, and which fields of the report it says."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from moothall.documents.layouts.implications import LABELS


@dataclass(frozen=True, slots=True)
class Name:
    """One name. ``slot`` is the slot of a house template it is drawn as; ``fields`` are the report's it says."""

    name: str
    means: str
    fields: tuple[str, ...]
    slot: str = ""


@dataclass(frozen=True, slots=True)
class Row:
    """What repeats, with its columns and what each stands for: a row of a table, or a part between marks."""

    name: str
    means: str
    fields: tuple[str, ...]
    columns: Mapping[str, str]


def _name(name: str, means: str, *fields: str, slot: str = "") -> Name:
    return Name(name, means, fields or (name,), slot or name)


_LINES = (
    _name("title", "The title of the report"),
    _name("council", "The name of the council", "authority_name"),
    _name("body", "The body it goes to"),
    _name("meeting_date", "The day of the meeting", "meeting_on", slot="meeting_on"),
    _name("meeting", "The body and the day of the week on which it meets", "body", "meeting_on"),
    _name("agenda_item", "The number of the agenda item"),
    _name("file_reference", "The council’s own reference"),
    _name("report_of", "Whose report it is"),
    _name("portfolio_holder", "The portfolio holder"),
    _name("lead_officer", "The lead officer: name, post, telephone, e-mail"),
    _name("lead_officer_name", "The lead officer’s name alone", "lead_officer"),
    _name("lead_officer_post", "The lead officer’s post alone", "lead_officer"),
    _name("lead_officer_email", "The lead officer’s e-mail alone", "lead_officer"),
    _name("lead_officer_phone", "The lead officer’s telephone alone", "lead_officer"),
    _name("contact_officers", "Every officer to ask, a line each"),
    _name("key_decision", "Whether it is a key decision, and why", "key_decision", "key_decision_reason"),
    _name(
        "forward_plan", "The notice in the Forward Plan, and since when", "forward_plan_number",
        "forward_plan_first_notified",
    ),
    _name("call_in", "Whether it can be called in", "subject_to_call_in", slot="subject_to_call_in"),
    _name("report_type", "Open or exempt, key or not", "key_decision", "is_open"),
    _name(
        "openness", "That all of it is public, or under which paragraphs it is exempt and why", "is_open",
        "exempt_paragraphs", "public_interest", slot="is_open",
    ),
    _name("wards", "The wards it concerns"),
    _name("corporate_objectives", "The council’s objectives it serves"),
    _name("vision_and_values", "How it serves the vision and values"),
    _name("power", "The power relied on, its paragraph, and whether Council keeps it"),
    _name("appendix_count", "How many appendices there are", "appendices"),
)  # fmt: skip
_TEXTS = (
    _name("purpose", "Why the report is brought"),
    _name("summary", "The report in short"),
    _name("recommendations", "Each recommendation with its limbs, and “or” between alternatives"),
    _name("reasons", "The reasons for the recommendations"),
    _name("options", "Each option with its appraisal, the recommended one marked", "options", "no_options"),
    _name("option_appraisal", "The appraisal of each option", "options", "no_options"),
    _name("consultation", "Who was consulted and what they said"),
    _name("earlier_stages", "Each stage before this meeting, who was engaged and what came of it"),
    _name("background", "The background"),
    _name("proposals", "What is proposed"),
    _name("relevant_considerations", "What members should weigh"),
    _name(
        "implications", "Every implication that has no name of its own in the template", "implications", "risks",
        "risk_register",
    ),
    _name("officer_comments", "The comments of the statutory officers"),
    _name("risks", "The risks, with their references in the register", "risks", "risk_register"),
    _name("conclusion", "The conclusion"),
    _name("next_steps", "What happens next, and when"),
    _name("appendices", "The appendices, a line each"),
    _name(
        "background_papers", "The background papers with their public copies", "background_papers",
        "background_copies", "no_background_papers",
    ),
    _name("glossary", "Terms and what they mean"),
    _name("public_interest", "Why the public interest lies in keeping the exempt part closed"),
)  # fmt: skip
IMPLICATION = "_implications"
_KINDS = tuple(
    Name(
        f"{kind}{IMPLICATION}",
        f"The {label.lower()} implications, and who gives them",
        ("risks", "risk_register") if kind == "risk" else ("implications",),
        "implications",
    )
    for kind, label in LABELS.items()
)
NAMES: dict[str, Name] = {one.name: one for one in (*_LINES, *_TEXTS, *_KINDS)}

ROWS: dict[str, Row] = {
    one.name: one
    for one in (
        Row(
            "recommendation", "Each recommendation", ("recommendations",),
            {"number": "Its number", "text": "Its words, with its limbs", "alternative_to": "The one it may replace"},
        ),
        Row(
            "option", "Each option", ("options", "no_options"),
            {"title": "Its name", "appraisal": "What speaks for it, or the whole appraisal",
             "against": "What speaks against it", "recommended": "“Recommended” for that one, else nothing"},
        ),
        Row(
            "implication", "Each implication that has no name of its own in the template", ("implications",),
            {"kind": "Its kind, as the council calls it", "text": "What is said", "author": "Who says it",
             "promised": "The assessment promised for later, and by when"},
        ),
        Row(
            "risk", "Each risk of the register", ("risk_register",),
            {"text": "The risk", "reference": "Its reference in the register", "response": "What is done about it"},
        ),
        Row(
            "stage", "Each earlier stage", ("earlier_stages",),
            {"body": "The body", "date": "When it met", "engaged": "Who was engaged", "outcome": "What came of it"},
        ),
        Row(
            "comment", "Each statutory officer’s comment", ("officer_comments",),
            {"officer": "The officer", "text": "The comment"},
        ),
        Row(
            "officer", "Each officer to ask", ("contact_officers",),
            {"name": "The name", "post": "The post", "email": "The e-mail", "phone": "The telephone"},
        ),
        Row(
            "paper", "Each background paper", ("background_papers", "background_copies", "no_background_papers"),
            {"title": "What it is called", "copy": "Where the public can read it"},
        ),
        Row("appendix", "Each appendix", ("appendices",), {"title": "What it is called"}),
        Row("step", "Each thing that happens next", ("next_steps",), {"when": "When", "what": "What"}),
        Row("term", "Each term of the glossary", ("glossary",), {"term": "The term", "meaning": "What it means"}),
    )
}  # fmt: skip


def fields_said(names: set[str], rows: set[str]) -> set[str]:
    """The fields of the report that a template with these names and rows says."""
    said = {field for name in names if name in NAMES for field in NAMES[name].fields}
    return said | {field for row in rows if row in ROWS for field in ROWS[row].fields}
