"""Every field of a covering report: what it is called, the form it is asked in, and which slots stand on it."""

from dataclasses import dataclass

from django import forms

from moothall.web.council.forms.report_rows import (
    CommentForm,
    CopyForm,
    DayForm,
    ImplicationForm,
    LineForm,
    ListForm,
    NextStepForm,
    OfficerForm,
    OptionForm,
    PowerForm,
    RecommendationForm,
    RiskForm,
    StageForm,
    TermForm,
    TextForm,
    YesNoForm,
)


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
