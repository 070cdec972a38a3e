"""Writing the covering report: a form for each kind of field, from plain data to plain data."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms

from moothall.documents.layouts.resolutions import THIRD_PERSON
from moothall.documents.limbs import limbs
from moothall.domain.days import in_words as in_words_of_day
from moothall.domain.decisions import Verb
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
MOST_LIMBS = 12
_YES_NO = {None: "", True: "yes", False: "no"}


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
    """One recommendation, as members are asked to resolve it, with room for one limb more than it has."""

    number = forms.CharField(label="Number", required=False, max_length=12)
    text = forms.CharField(label="Recommendation", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    alternative_to = forms.CharField(
        label="Alternative to number", required=False, max_length=12, help_text="If members choose between the two."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add four boxes for each limb that stands or was posted, and for one more."""
        super().__init__(*args, **kwargs)
        stands = len(self.initial.get("limbs") or ())
        posted = sum(name.startswith(f"{self.prefix}-limb_") and name.endswith("_verb") for name in self.data)
        for place in range(min(max(stands + 1, posted), MOST_LIMBS)):
            for name, box in _limb_boxes(place + 1).items():
                self.fields[f"limb_{place}_{name}"] = box
        for place, limb in enumerate(self.initial.get("limbs") or ()):
            for name in ("verb", "object", "condition"):
                self.initial[f"limb_{place}_{name}"] = limb.get(name) or ""
            self.initial[f"limb_{place}_delegates"] = "\n".join(limb.get("delegates") or ())

    def limbs(self) -> list[dict[str, Any]]:
        """The limbs as filled in, those without a verb left out."""
        said, found = self.cleaned_data, []
        for place in range(MOST_LIMBS):
            if said.get(f"limb_{place}_verb"):
                limb = {name: said[f"limb_{place}_{name}"] for name in ("verb", "object", "condition")}
                names = [name.strip() for name in said[f"limb_{place}_delegates"].splitlines()]
                found.append({**limb, "delegates": [name for name in names if name]})
        return found


def _limb_boxes(number: int) -> dict[str, forms.Field]:
    verbs = [("", ""), *((verb.value, THIRD_PERSON[verb].capitalize()) for verb in Verb)]
    return {
        "verb": forms.ChoiceField(label=f"Limb {number}: verb", required=False, choices=verbs),
        "object": forms.CharField(label=f"Limb {number}: what", required=False, max_length=1000),
        "condition": forms.CharField(label=f"Limb {number}: condition", required=False, max_length=500),
        "delegates": forms.CharField(
            label=f"Limb {number}: to whom, if it delegates",
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="One on each line.",
        ),
    }


class OptionForm(forms.Form):
    """A course members could take."""

    title = forms.CharField(label="Option", required=False, max_length=300)
    appraisal = forms.CharField(
        label="What speaks for it, or the whole appraisal", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    against = forms.CharField(label="What speaks against it", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    chosen = forms.BooleanField(label="This one is recommended", required=False)


class ImplicationForm(forms.Form):
    """One kind of implication with its author. None needs a reason and a name all the same."""

    kind = forms.ChoiceField(
        label="Kind", required=False, choices=[("", ""), *((kind, _named(kind)) for kind in IMPLICATION_KINDS)]
    )
    text = forms.CharField(label="Text, or why there is none", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    author = forms.CharField(label="Author, with post", required=False, max_length=200)
    is_none = forms.BooleanField(
        label="There are none of this kind", required=False, help_text="Say why above, and who says so."
    )
    promised = forms.CharField(label="An assessment promised for later", required=False, max_length=300)
    promised_by = DayField(label="Promised by", required=False)


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


class PowerForm(forms.Form):
    """The power relied on."""

    function = forms.CharField(label="Function", required=False, max_length=300)
    paragraph = forms.CharField(label="Paragraph of the terms of reference", required=False, max_length=120)
    reserved_to_council = forms.ChoiceField(
        label="Is it reserved to Council?",
        required=False,
        choices=[("", "Not said yet"), ("yes", "Yes"), ("no", "No")],
    )


class StageForm(forms.Form):
    """A stage before this report."""

    body = forms.CharField(label="Body or meeting", required=False, max_length=200)
    on = DayField(label="When", required=False)
    engaged = forms.CharField(label="Who was engaged", required=False, max_length=400)
    outcome = forms.CharField(label="What came of it", required=False, widget=forms.Textarea(attrs={"rows": 3}))


class RiskForm(forms.Form):
    """One risk with its place in the council's register."""

    text = forms.CharField(label="Risk", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    reference = forms.CharField(label="Reference in the risk register", required=False, max_length=60)
    response = forms.CharField(label="What is done about it", required=False, widget=forms.Textarea(attrs={"rows": 3}))


class CopyForm(forms.Form):
    """A background paper and where the public can read it."""

    paper = forms.CharField(
        label="Background paper", required=False, max_length=400, help_text="As it is called in the list."
    )
    address = forms.URLField(label="Address of its public copy", required=False, assume_scheme="https")


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
    "public_interest": Kind(
        "Why the public interest lies in keeping it closed",
        TextForm,
        "This stands in the open report. Tell nothing here of what is exempt.",
    ),
    "power": Kind("Power relied on", PowerForm, key="function"),
    "earlier_stages": Kind("Earlier stages", StageForm, "Informal and formal, before this meeting.", "body"),
    "risk_register": Kind("Risks in the register", RiskForm, key="text"),
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
    "background_copies": Kind("Public copies of the background papers", CopyForm, key="paper"),
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
    "power": "Power",
    "earlier_stages": "Stage",
    "risk_register": "Risk",
    "background_copies": "Copy",
}

# Fields whose rows are kept as pairs, and the parts of a pair.
PAIRS = {"glossary": ("term", "meaning"), "next_steps": ("when", "what"), "background_copies": ("paper", "address")}

# Fields that hold one row and no more.
SINGLE = frozenset({"lead_officer", "power"})

# The slots of a house template that stand on more than one field, or on one of another name.
SLOT_FIELDS: dict[str, tuple[str, ...]] = {
    "meeting": ("body", "meeting_on"),
    "forward_plan": ("forward_plan_number", "forward_plan_first_notified"),
    "background_papers": ("background_papers", "background_copies", "no_background_papers"),
    "options": ("options", "no_options"),
    "is_open": ("is_open", "exempt_paragraphs", "public_interest"),
    "key_decision": ("key_decision", "key_decision_reason"),
    "risks": ("risks", "risk_register"),
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
    if name == "power":
        rows = [one | {"reserved_to_council": _YES_NO[one.get("reserved_to_council")]} for one in rows]
    most = 1 if name in SINGLE else len(rows) + EXTRA_ROWS
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
        if name == "recommendations":
            return [made for row in form if (made := _recommendation(row))]
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
    if name == "power" and rows:
        return rows[0] | {"reserved_to_council": {"yes": True, "no": False}.get(rows[0]["reserved_to_council"])}
    if name in SINGLE:
        return rows[0] if rows else None
    if name in PAIRS:
        return [[row[part] for part in PAIRS[name]] for row in rows]
    return [plain(dict(row)) for row in rows]


def _recommendation(row: RecommendationForm) -> dict[str, Any] | None:
    """The recommendation, None where neither words nor a limb were written.

    Limbs that nobody wrote, and those left as they were under other words, are read from the words.
    """
    said, written = row.cleaned_data, row.limbs() if row.cleaned_data else []
    if not said.get("text") and not written:
        return None
    is_reworded = said["text"] != (row.initial.get("text") or "")
    is_untouched = written == [plain(limb) for limb in row.initial.get("limbs") or ()]
    if said["text"] and (not written or (is_reworded and is_untouched)):
        written = [plain(placed.limb) for placed in limbs(said["text"])]
    return {
        "number": said["number"],
        "text": said["text"],
        "limbs": written,
        "alternative_to": said["alternative_to"] or None,
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
            written = dict(asked.choices).get(_YES_NO.get(written, written), written)  # type: ignore[arg-type]
        elif isinstance(asked, DayField):
            written = in_words_of_day(date.fromisoformat(str(written)))
        lines.append(str(asked.label) if written is True else f"{asked.label}: {written}")
    for limb in said.get("limbs") or () if isinstance(said, dict) else ():
        to = f" to {', '.join(limb['delegates'])}" if limb.get("delegates") else ""
        lines.append(f"Limb: {limb['verb']}{to} {limb['object']} {limb.get('condition') or ''}".strip())
    return "\n".join(lines)
