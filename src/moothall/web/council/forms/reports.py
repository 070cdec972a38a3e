"""Writing the covering report: a form for each kind of field, from plain data to plain data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from moothall.documents.limbs import limbs
from moothall.domain.fingerprints import plain
from moothall.web.components.fields import DayField

IMPLICATION_KINDS = (
    "financial",
    "legal",
    "risk",
    "resource",
    "equalities",
    "human_rights",
    "human_resources",
    "health_and_safety",
    "climate_environment",
    "social_value",
    "data_protection",
    "digital_cyber",
    "safeguarding",
    "sustainability",
    "governance",
)
EXTRA_ROWS = 3


def _named(kind: str) -> str:
    return kind.replace("_", " ").capitalize()


class LineForm(forms.Form):
    """One line."""

    value = forms.CharField(label="", required=False, max_length=400)


class TextForm(forms.Form):
    """Paragraphs."""

    value = forms.CharField(
        label="",
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Leave an empty line between paragraphs. Numbers are put in by the house template.",
    )


class ListForm(forms.Form):
    """A list, one item a line."""

    value = forms.CharField(
        label="", required=False, widget=forms.Textarea(attrs={"rows": 8}), help_text="One item on each line."
    )


class DayForm(forms.Form):
    """A day."""

    value = DayField(label="", required=False)


class YesNoForm(forms.Form):
    """Yes, no, or not said."""

    value = forms.ChoiceField(
        label="",
        required=False,
        widget=forms.RadioSelect,
        choices=[("yes", "Yes"), ("no", "No"), ("", "Not said yet")],
    )


class RecommendationForm(forms.Form):
    """One recommendation, as members are asked to resolve it."""

    number = forms.CharField(label="Number", required=False, max_length=12)
    text = forms.CharField(label="Recommendation", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    alternative_to = forms.CharField(
        label="Alternative to number", required=False, max_length=12, help_text="If members choose between the two."
    )


class OptionForm(forms.Form):
    """A course members could take."""

    title = forms.CharField(label="Option", required=False, max_length=300)
    appraisal = forms.CharField(label="For and against", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    chosen = forms.BooleanField(label="This one is recommended", required=False)


class ImplicationForm(forms.Form):
    """One kind of implication with its author. None needs a reason and a name all the same."""

    kind = forms.ChoiceField(
        label="Kind", required=False, choices=[("", ""), *((kind, _named(kind)) for kind in IMPLICATION_KINDS)]
    )
    text = forms.CharField(label="Text, or why there is none", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    author = forms.CharField(label="Author, with post", required=False, max_length=200)
    is_none = forms.BooleanField(label="There are none of this kind", required=False)


class OfficerForm(forms.Form):
    """Someone named on the report."""

    name = forms.CharField(label="Name", required=False, max_length=200)
    role = forms.CharField(label="Post", required=False, max_length=200)
    email = forms.EmailField(label="E-mail", required=False)
    phone = forms.CharField(label="Telephone", required=False, max_length=40)


class CommentForm(forms.Form):
    """What a statutory officer says."""

    officer = forms.CharField(label="Officer", required=False, max_length=200)
    text = forms.CharField(label="Comment", required=False, widget=forms.Textarea(attrs={"rows": 3}))


class NextStepForm(forms.Form):
    """What happens next, and when."""

    when = forms.CharField(label="When", required=False, max_length=80)
    what = forms.CharField(label="What", required=False, max_length=300)


class TermForm(forms.Form):
    """A term and its meaning."""

    term = forms.CharField(label="Term", required=False, max_length=80)
    meaning = forms.CharField(label="Meaning", required=False, max_length=300)


@dataclass(frozen=True, slots=True)
class Kind:
    """How one field of the report is asked for. ``key`` is the row's field that must be filled for it to count."""

    label: str
    form: type[forms.Form]
    hint: str = ""
    key: str = ""


FIELDS: dict[str, Kind] = {
    "title": Kind("Title", LineForm),
    "body": Kind("Body the report goes to", LineForm, "Cabinet, Council, a committee"),
    "meeting_on": Kind("Date of the meeting", DayForm),
    "agenda_item": Kind("Agenda item", LineForm),
    "file_reference": Kind("File reference", LineForm),
    "report_of": Kind("Report of", LineForm),
    "portfolio_holder": Kind("Portfolio holder", LineForm),
    "lead_officer": Kind("Lead officer", OfficerForm, key="name"),
    "contact_officers": Kind("Contact officers", OfficerForm, key="name"),
    "key_decision": Kind("Is it a key decision?", YesNoForm),
    "key_decision_reason": Kind("Why it is or is not a key decision", TextForm),
    "forward_plan_number": Kind("Number in the Forward Plan", LineForm),
    "forward_plan_first_notified": Kind("First notified in the Forward Plan on", DayForm),
    "subject_to_call_in": Kind("Can it be called in?", YesNoForm),
    "wards": Kind("Wards", LineForm),
    "corporate_objectives": Kind("Corporate objectives", LineForm),
    "vision_and_values": Kind("Vision and values", LineForm),
    "is_open": Kind("Is the whole report public?", YesNoForm),
    "exempt_paragraphs": Kind("Schedule 12A paragraphs relied on", LineForm),
    "purpose": Kind("Purpose", TextForm),
    "summary": Kind("Summary", TextForm),
    "recommendations": Kind("Recommendations", RecommendationForm, "As members will be asked to resolve them.", "text"),
    "reasons": Kind("Reasons", TextForm),
    "options": Kind("Options", OptionForm, key="title"),
    "no_options": Kind("Are there no other options?", YesNoForm),
    "consultation": Kind("Consultation", TextForm),
    "background": Kind("Background", TextForm),
    "proposals": Kind("Proposals", TextForm),
    "relevant_considerations": Kind("Relevant considerations", TextForm),
    "implications": Kind("Implications", ImplicationForm, "One row for each kind, with its author.", "kind"),
    "officer_comments": Kind("Comments of the statutory officers", CommentForm, key="officer"),
    "risks": Kind("Risks", TextForm),
    "conclusion": Kind("Conclusion", TextForm),
    "next_steps": Kind("What happens next", NextStepForm, key="what"),
    "appendices": Kind("Appendices", ListForm),
    "background_papers": Kind("Background papers", ListForm),
    "no_background_papers": Kind("Are there no background papers?", YesNoForm),
    "glossary": Kind("Glossary", TermForm, key="term"),
}

# What one row of a field is called on the page.
ROW_WORDS = {
    "lead_officer": "Lead officer",
    "contact_officers": "Officer",
    "recommendations": "Recommendation",
    "options": "Option",
    "implications": "Implication",
    "officer_comments": "Comment",
    "next_steps": "Step",
    "glossary": "Term",
}

# Fields whose rows are kept as pairs, and the parts of a pair.
PAIRS = {"glossary": ("term", "meaning"), "next_steps": ("when", "what")}

# The slots of a house template that stand on more than one field, or on one of another name.
SLOT_FIELDS: dict[str, tuple[str, ...]] = {
    "meeting": ("body", "meeting_on"),
    "forward_plan": ("forward_plan_number", "forward_plan_first_notified"),
    "background_papers": ("background_papers", "no_background_papers"),
    "options": ("options", "no_options"),
    "is_open": ("is_open", "exempt_paragraphs"),
    "key_decision": ("key_decision", "key_decision_reason"),
}


def is_rows(name: str) -> bool:
    """Whether the field is a list of rows, each with several parts."""
    return bool(FIELDS[name].key)


def bound(name: str, data: Any, stands: Any) -> Any:
    """The form, or set of forms, for a field: ``data`` is what was posted, ``stands`` its plain value."""
    kind = FIELDS[name]
    if not is_rows(name):
        return kind.form(data, initial={"value": _shown(kind.form, stands)})
    rows = [stands] if isinstance(stands, dict) else list(stands or ())
    if name in PAIRS:
        rows = [dict(zip(PAIRS[name], pair, strict=True)) for pair in rows]
    most = 1 if name == "lead_officer" else len(rows) + EXTRA_ROWS
    made = forms.formset_factory(kind.form, extra=max(0, most - len(rows)), max_num=60, absolute_max=60)
    return made(data, initial=rows, prefix="rows")


def _shown(form: type[forms.Form], stands: Any) -> Any:
    if form is ListForm:
        return "\n".join(stands or ())
    if form is YesNoForm:
        return "" if stands is None else "yes" if stands else "no"
    return stands if stands is not None else ""


def value(name: str, form: Any) -> Any:
    """The plain value of a valid form, as the report keeps it."""
    if is_rows(name):
        return _rows_value(name, [row.cleaned_data for row in form if row.cleaned_data.get(FIELDS[name].key)])
    said = form.cleaned_data["value"]
    if isinstance(form, ListForm):
        return [line.strip() for line in said.splitlines() if line.strip()]
    if isinstance(form, YesNoForm):
        chosen = {"yes": True, "no": False}.get(said)
        return (
            bool(chosen)
            if name in ("no_options", "no_background_papers")
            else True
            if name == "is_open" and chosen is None
            else chosen
        )
    return plain(said)


def _rows_value(name: str, rows: Sequence[dict[str, Any]]) -> Any:
    if name == "lead_officer":
        return rows[0] if rows else None
    if name in PAIRS:
        return [[row[part] for part in PAIRS[name]] for row in rows]
    if name == "recommendations":
        return [_recommendation(row) for row in rows]
    return [dict(row) for row in rows]


def _recommendation(row: dict[str, Any]) -> dict[str, Any]:
    """The limbs are read from the words, so that the decision can start from them."""
    return {
        "number": row["number"],
        "text": row["text"],
        "limbs": [plain(placed.limb) for placed in limbs(row["text"])],
        "alternative_to": row["alternative_to"] or None,
    }


def in_words(name: str, value: Any) -> str:
    """A field's plain value as a text to read beside another: rows as numbered paragraphs with their parts named."""
    if value in (None, "", []):
        return "Nothing."
    if is_rows(name):
        rows = [value] if isinstance(value, dict) else value
        return "\n\n".join(f"{number}. {_row_in_words(name, row)}" for number, row in enumerate(rows, start=1))
    form = FIELDS[name].form
    if form is YesNoForm:
        return "Yes." if value else "No."
    if form is DayForm:
        day = date.fromisoformat(str(value))
        return f"{day.day} {day:%B %Y}"
    return "\n".join(value) if isinstance(value, list) else str(value)


def _row_in_words(name: str, row: Any) -> str:
    said = dict(zip(PAIRS[name], row, strict=True)) if name in PAIRS else row
    lines = []
    for part, asked in FIELDS[name].form.base_fields.items():
        written = said.get(part)
        if written in (None, "", False):
            continue
        if isinstance(asked, forms.ChoiceField):
            written = dict(asked.choices).get(written, written)  # type: ignore[arg-type]
        lines.append(str(asked.label) if written is True else f"{asked.label}: {written}")
    return "\n".join(lines)
