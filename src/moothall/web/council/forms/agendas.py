"""An agenda on public view, what was added to it, and why a chair took an item late."""

from typing import Any

from django import forms

from moothall.domain.agenda_changes import What
from moothall.web.components.fields import WrittenDayField
from moothall.web.council.forms.notices import MomentForm


class AgendaForm(MomentForm):
    """When and where an agenda went on public view, and which files went with it."""

    office = forms.CharField(label="At which office", required=False, max_length=200)
    address = forms.CharField(
        label="Address of the agenda on the council's website",
        required=False,
        max_length=500,
        help_text="It begins with https://",
    )
    convened_on = WrittenDayField(
        label="Convened at shorter notice on",
        required=False,
        help_text="Leave empty for an ordinary meeting. For example, 8 July 2024.",
    )

    def __init__(self, *args: Any, papers: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if papers:
            self.fields["papers"] = forms.MultipleChoiceField(
                label="Papers public with it, from the folder handed over",
                required=False,
                choices=papers,
                widget=forms.CheckboxSelectMultiple,
                initial=[value for value, _ in papers],
            )


class AgendaChangeForm(MomentForm):
    """What was added to a public agenda or changed in it."""

    field_order = ("what", "title", "instead_of", "why", "on_day", "at_time", "file", "local_rule")
    what = forms.ChoiceField(
        label="What happened?",
        choices=[(one.value, one.label) for one in What],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose what happened"},
    )
    title = forms.CharField(
        label="Title of the item or paper", max_length=400, error_messages={"required": "Give its title"}
    )
    instead_of = forms.CharField(
        label="The paper it replaces", required=False, max_length=400, help_text="Only where a paper is replaced."
    )
    why = forms.CharField(
        label="Why did it come after the agenda?",
        max_length=600,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say why it came after the agenda"},
    )
    file = forms.FileField(
        label="The file as it went public",
        required=False,
        max_length=150,
        widget=forms.FileInput(attrs={"accept": ".pdf,.docx,.odt,.xlsx,.ods,.csv"}),
        help_text="Kept with its fingerprint. Nothing exempt.",
    )
    local_rule = forms.CharField(
        label="Local rule relied on",
        required=False,
        max_length=400,
        help_text="Where an executive takes an item late by a rule of your own: which paragraph.",
    )


class CircumstancesForm(forms.Form):
    """The special circumstances for which a chair took an item late, as the minutes have them."""

    chair = forms.CharField(label="Who presided", max_length=200, error_messages={"required": "Name who presided"})
    circumstances = forms.CharField(
        label="The special circumstances, as the minutes have them",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": "Write the special circumstances"},
    )
    minute = forms.CharField(label="Minute number", required=False, max_length=200)
