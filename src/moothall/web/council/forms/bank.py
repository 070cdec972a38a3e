"""What hangs on the plan beside answers, commitments, measures and barriers: one form for each kind."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moothall.domain.plans import DocumentKind, FigureKind, Layout, Plan, Recurrence, Standing
from moothall.domain.rounds import Round
from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer

KIND_WORDS = {
    DocumentKind.CORPORATE_PLAN: "Corporate plan",
    DocumentKind.FINANCIAL_STRATEGY: "Medium-term financial strategy",
    DocumentKind.STRATEGY: "Another strategy",
    DocumentKind.OTHER: "Something else",
}
LAYOUT_WORDS = {
    Layout.NARRATIVE: "A running text, theme by theme",
    Layout.QUESTIONS: "Question by question, as the letter asks",
    Layout.TABLE: "Tables",
    Layout.OWN: "Our own sections",
}


def _address(value: str) -> None:
    try:
        forms.URLField(assume_scheme="https").clean(value)
    except ValidationError:
        raise ValidationError("The web address must be one that opens, such as https://council.example/plan") from None


class Further(forms.Form):
    """A form that may offer what stands in the plan: questions, themes, commitments and the rest."""

    def __init__(self, *args: Any, round_: Round, plan: Plan, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.offer(round_, plan)

    def offer(self, round_: Round, plan: Plan) -> None:
        """Put what stands in the plan into the fields that choose from it."""


def things(round_: Round, plan: Plan) -> Iterator[tuple[str, str]]:
    """What a section may hold or a figure belong to: id or key, with its words."""
    yield from ((one.id, f"{one.id} {one.title}") for _, one in round_.questions())
    named = (plan.commitments, plan.measures, plan.barriers, plan.own_points, plan.partnerships)
    yield from ((one.key, f"{one.key} {one.title}") for some in named for one in some)


class DocumentForm(Further):
    """A document the plan rests on."""

    title = forms.CharField(label="Title of the document", max_length=300)
    kind = forms.ChoiceField(
        label="What it is", widget=forms.RadioSelect, choices=[(one.value, text) for one, text in KIND_WORDS.items()]
    )
    address = forms.CharField(
        label="Web address", max_length=500, validators=[_address], help_text="Where residents can read it."
    )
    standing = forms.ChoiceField(
        label="Is it adopted?",
        widget=forms.RadioSelect,
        choices=[(Standing.ADOPTED.value, "Adopted"), (Standing.DRAFT.value, "A draft")],
    )
    standing_on = DayField(label="Adopted, or drafted, on", required=False, help_text="For example, 21 2 2024")
    supports = forms.MultipleChoiceField(
        label="What it supports",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="Tick all that lean on it.",
    )

    def offer(self, round_: Round, plan: Plan) -> None:
        """Themes, questions and commitments."""
        choices = [(theme.key, theme.title) for theme in round_.themes]
        choices += [(one.id, f"{one.id} {one.title}") for _, one in round_.questions()]
        offer(self, "supports", [*choices, *((one.key, f"{one.key} {one.title}") for one in plan.commitments)])


class ObjectiveForm(Further):
    """A strategic objective."""

    title = forms.CharField(label="Objective", max_length=300)
    source = forms.CharField(label="Where it is adopted", required=False, max_length=300)


class PointForm(Further):
    """A point beyond the questions."""

    title = forms.CharField(label="Heading", max_length=300)
    text = forms.CharField(
        label="What you want to say",
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text="Leave an empty line between paragraphs.",
    )


class PartnershipForm(Further):
    """Work with others."""

    title = forms.CharField(label="What you do together", max_length=300)
    partners = forms.CharField(label="With whom", max_length=400)
    text = forms.CharField(label="In a paragraph", required=False, widget=forms.Textarea(attrs={"rows": 5}))


class FigureForm(Further):
    """One figure and what makes it checkable."""

    title = forms.CharField(label="What the figure is of", max_length=300)
    value = forms.CharField(label="Value", max_length=60, help_text="As it shall stand: 1.4 or 140,000.")
    unit = forms.CharField(
        label="Unit", max_length=120, help_text="In words: £ million a year, days, % of the pay bill."
    )
    period = forms.CharField(label="Period", max_length=60, help_text="For example: 2023/24.")
    kind = forms.ChoiceField(
        label="Did it happen, or is it aimed at?",
        widget=forms.RadioSelect,
        choices=[(FigureKind.ACTUAL.value, "Actual"), (FigureKind.TARGET.value, "Target")],
    )
    recurrence = forms.ChoiceField(
        label="Does it come every year?",
        widget=forms.RadioSelect,
        initial=Recurrence.UNSAID.value,
        choices=[
            (Recurrence.RECURRING.value, "Every year"),
            (Recurrence.ONE_OFF.value, "Once"),
            (Recurrence.UNSAID.value, "That does not apply"),
        ],
    )
    baseline = forms.CharField(label="Where it started", required=False, max_length=60)
    baseline_period = forms.CharField(label="When that was", required=False, max_length=60)
    source = forms.CharField(label="Source", max_length=300, help_text="Document and page, or a web address.")
    about = forms.ChoiceField(label="What it belongs to", required=False)

    def offer(self, round_: Round, plan: Plan) -> None:
        """Questions and everything with a key."""
        offer(self, "about", [("", "Nothing in particular"), *things(round_, plan)])


class SectionForm(Further):
    """A section of the council's own structure."""

    title = forms.CharField(label="Heading of the section", max_length=300)
    items = forms.MultipleChoiceField(
        label="What stands in it",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text="What no section takes up follows after the last one, theme by theme.",
    )

    def offer(self, round_: Round, plan: Plan) -> None:
        """Questions and everything with a key."""
        offer(self, "items", things(round_, plan))


class SetOutForm(forms.Form):
    """How the plan is laid out, and why it is longer than asked."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    layout = forms.ChoiceField(
        label="Set the plan out as",
        widget=forms.RadioSelect,
        choices=[(one.value, text) for one, text in LAYOUT_WORDS.items()],
    )
    length_reason = forms.CharField(
        label="Why it is longer than the letter asks",
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Only where it is longer. The plan says this openly.",
    )


# For each kind, by its name in addresses: its form, its words in a title, and what it is for.
KINDS: dict[str, tuple[type[Further], str, str]] = {
    "documents": (
        DocumentForm,
        "a document",
        "A corporate plan, a financial strategy or another paper the plan rests on.",
    ),
    "objectives": (ObjectiveForm, "an objective", "A strategic objective that commitments may serve."),
    "own-points": (PointForm, "a point of our own", "What the letter does not ask, and the council wants to say."),
    "partnerships": (PartnershipForm, "a partnership", "Work done with neighbours, the health service or others."),
    "figures": (FigureForm, "a figure", "One figure with its period and its source, so that anybody can check it."),
    "sections": (SectionForm, "a section", "A heading of the council’s own structure, with what stands under it."),
}
