"""The fields of a record as people know them: label, kind of value, what we looked for, and a value in words."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from moothall.domain.drafting import NONE
from moothall.domain.rounds import Round
from moothall.web.components.words import listed, plain_day

NONE_IN_WORDS = "None: the document says so"


@dataclass(frozen=True, slots=True)
class RecordField:
    """One field. ``kind`` says how its value is shown and put right; ``looked_for`` ends "We looked for ..."."""

    name: str
    label: str
    kind: str
    looked_for: str


FIELDS: tuple[RecordField, ...] = (
    RecordField("authority", "Council", "council", "its name, a host, an e-mail address and a partnership's name"),
    RecordField("title", "Title", "text", "a label and the first heading"),
    RecordField("body", "Body it goes to", "body", "“Report to”, the heading and who is asked in the recommendations"),
    RecordField("meeting_date", "Date of the meeting", "day", "a date beside the body or under “Date”"),
    RecordField("verbs", "What members are asked to do", "verbs", "verbs after “That”"),
    RecordField(
        "recommendations", "Recommendations", "recommendations", "a heading and sentences that open with “That”"
    ),
    RecordField("delegation", "Delegated to", "lines", "“delegates to” and “authority be given to”"),
    RecordField("amendments", "Amendments", "lines", "“as amended” and “subject to”"),
    RecordField("department", "Department that asks", "text", "the names departments have borne"),
    RecordField("deadline", "Deadline the document gives", "day", "“by”, “before” and “deadline” with a date"),
    RecordField("deadline_text", "Deadline as it is put", "text", "“by”, “before” and “in” with a month"),
    RecordField("letter_date", "Date of the letter", "day", "“letter” with a date"),
    RecordField("themes", "Themes of the plan", "themes", "a list of the themes the letter set"),
    RecordField("key_decision", "Key decision", "yes_no", "“key decision” and “non-key”"),
    RecordField("key_decision_judgement", "Doubt about the key decision", "long", "“arguably” beside “key decision”"),
    RecordField("call_in", "Can be called in", "yes_no", "“call-in” in a label or a sentence"),
    RecordField("call_in_deadline", "Call-in closes", "day", "“call-in” with a date"),
    RecordField("effective_from", "In force from", "day", "“effective” and “implemented” with a date"),
    RecordField("forward_plan", "Forward plan", "notice", "“Forward Plan” with a number or a date"),
    RecordField("portfolio_holder", "Portfolio holder", "text", "a label and the councillor who presents it"),
    RecordField("officers", "Officers", "officers", "labels such as “Lead officer” and “Contact”"),
    RecordField("scrutiny", "Scrutiny", "lines", "the name of a scrutiny committee"),
    RecordField("earlier_stages", "Earlier stages", "stages", "bodies that saw it before, with their dates"),
    RecordField("power", "Power to decide", "long", "terms of reference and Acts"),
    RecordField("wards", "Wards affected", "text", "“Wards”"),
    RecordField("objectives", "Council's objectives", "lines", "“Objectives”, “Priorities” and “Mission”"),
    RecordField("corporate_risks", "Corporate risks", "lines", "codes of the risk register"),
    RecordField("linked_documents", "Linked documents", "lines", "strategies and plans it names"),
    RecordField("implications", "Implications", "implications", "a heading or a label for each kind of implication"),
    RecordField("officer_comments", "Statutory officers' comments", "comments", "the posts of the statutory officers"),
    RecordField("options", "Options", "lines_or_none", "“Options” and “Alternative options”"),
    RecordField("consultees", "Who was consulted", "lines_or_none", "a heading and “consulted” or “engaged”"),
    RecordField("background_papers", "Background papers", "lines_or_none", "the heading “Background papers”"),
    RecordField("appendices", "Appendices", "lines_or_none", "the heading “Appendices” and “attached at”"),
    RecordField("exempt", "Exempt information", "exempt", "“exempt”, “open” and Schedule 12A"),
    RecordField("length_guidance", "Length asked for", "pages", "a number of pages"),
    RecordField("unanswered_questions", "Questions it leaves unanswered", "lines", "“not answered” and “not covered”"),
    RecordField("publish_on_website", "Publish on the website", "yes_no", "“website” beside “publish”"),
    RecordField("monitoring", "How it is monitored", "lines", "“monitored” and “reported” with a place"),
)
BY_NAME = {one.name: one for one in FIELDS}


def shown(record: dict[str, Any]) -> tuple[RecordField, ...]:
    """The fields a person is asked about: not those that another field says better."""
    hidden = set()
    if record.get("recommendations"):
        hidden.add("verbs")
    if record.get("deadline"):
        hidden.add("deadline_text")
    return tuple(one for one in FIELDS if one.name not in hidden)


def in_words(field: RecordField, value: Any, round_: Round) -> tuple[str, ...]:
    """A value as a person would write it, one line for each part; nothing for None."""
    if value is None:
        return ()
    if value == NONE:
        return (NONE_IN_WORDS,)
    if field.kind == "themes":
        return tuple(theme.title if (theme := round_.theme(key)) else key for key in value)
    return tuple(line for line in _WORDS[field.kind](value) if line)


def _lines(value: Any) -> Sequence[str]:
    return [value] if isinstance(value, str) else [str(one).lstrip("•· ") for one in value]


def _notice(value: dict[str, Any]) -> Sequence[str]:
    first = value.get("first_notified")
    return [
        f"Number {value['number']}" if value.get("number") else "",
        f"First notified on {plain_day(first)}" if first else "",
    ]


def _officer(one: dict[str, Any]) -> str:
    return ", ".join(part for part in (one.get("name"), one.get("role"), one.get("email"), one.get("phone")) if part)


def _implication(one: dict[str, Any]) -> str:
    said = "none" if one.get("text") in (None, "none_stated") else _short(str(one["text"]))
    author = f" (by {one['author']})" if one.get("author") else ""
    return f"{one.get('label') or one['kind'].replace('_', ' ')}: {said}{author}"


def _stage(one: dict[str, Any]) -> str:
    day = plain_day(one["date"]) if one.get("date") else ""
    return ", ".join(part for part in (one.get("body"), day, one.get("outcome")) if part)


def _recommendation(one: dict[str, Any]) -> str:
    verbs = listed([limb["verb"] for limb in one.get("limbs") or ()])
    number = f"{one['number']} " if one.get("number") else ""
    return f"{number}{verbs.capitalize()}: {one['text']}" if verbs else f"{number}{one['text']}"


def _short(text: str, most: int = 160) -> str:
    flat = " ".join(text.split())
    return flat if len(flat) <= most else f"{flat[:most].rsplit(' ', 1)[0]} …"


_WORDS: dict[str, Callable[[Any], Sequence[str]]] = {
    "council": lambda value: [value.get("name") or "another council"],
    "text": lambda value: [str(value)],
    "long": lambda value: [str(value)],
    "day": lambda value: [plain_day(value)],
    "yes_no": lambda value: ["Yes" if value else "No"],
    "lines": _lines,
    "lines_or_none": lambda value: [_short(one) for one in _lines(value)],
    "body": lambda value: [value["name"]],
    "verbs": lambda value: [listed(value).capitalize()],
    "recommendations": lambda value: [_recommendation(one) for one in value],
    "notice": _notice,
    "officers": lambda value: [_officer(one) for one in value],
    "stages": lambda value: [_stage(one) for one in value],
    "implications": lambda value: [_implication(one) for one in value],
    "comments": lambda value: [f"{one['officer']}: {_short(one['text'])}" for one in value],
    "exempt": lambda value: ["Exempt" if value.get("value") else "Open", value.get("basis") or ""],
    "pages": lambda value: [f"{value[0]} to {value[1]} pages"],
}
