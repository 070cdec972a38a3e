"""Handing over, giving the file of an appendix, and the addresses that come back."""

from typing import Any

from django import forms

from moothall.domain.agenda_links import LONGEST
from moothall.domain.handing_over import System
from moothall.web.council.forms.files import BroughtFile

_SYSTEMS = {System.MODERN_GOV: "Modern.Gov", System.CMIS: "CMIS", System.OTHER: "Something else"}


class HandOverForm(forms.Form):
    """Which system the folder is for and, where something is not ready, why it goes all the same."""

    system = forms.ChoiceField(
        label="Where the agenda is kept",
        choices=[(one.value, label) for one, label in _SYSTEMS.items()],
        widget=forms.RadioSelect,
        error_messages={"required": "Choose where the agenda is kept"},
    )
    reason = forms.CharField(
        label="Why it is handed over all the same",
        widget=forms.Textarea(attrs={"rows": 3}),
        max_length=1000,
        help_text="It stands on the checklist in the open folder, and is kept. Say nothing of what is exempt.",
        error_messages={"required": "Say why it is handed over while something is not ready"},
    )

    def __init__(self, *arguments: Any, is_ready: bool, **more: Any) -> None:
        super().__init__(*arguments, **more)
        if is_ready:
            del self.fields["reason"]


class AppendixForm(forms.Form):
    """What stands for an appendix: the plan itself, or a file."""

    what = forms.ChoiceField(
        label="What this appendix is",
        choices=[("plan", "The plan, as Moothall writes it"), ("file", "A file of ours")],
        widget=forms.RadioSelect,
        error_messages={"required": "Say whether it is the plan or a file"},
    )
    file = BroughtFile(
        label="The file",
        required=False,
        accept=".pdf,.docx,.odt,.xlsx,.ods,.csv",
        help_text="PDF, Word, OpenDocument, a workbook or a plain table, up to 25 MB. Leave it out for the plan.",
    )

    def __init__(self, *arguments: Any, may_be_exempt: bool, **more: Any) -> None:
        super().__init__(*arguments, **more)
        if may_be_exempt:
            exempt = ("exempt", "A file of ours that is exempt, and goes with Part 2 only")
            self.fields["what"].choices = [*self.fields["what"].choices, exempt]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """A file where it is one."""
        said = super().clean() or {}
        if said.get("what") in ("file", "exempt") and not said.get("file") and "file" not in self.errors:
            self.add_error("file", "Choose the file first.")
        return said


class LinkForm(forms.Form):
    """An address on the council's own pages; why it changes, where one stands."""

    address = forms.CharField(
        label="The address",
        max_length=LONGEST,
        strip=True,
        widget=forms.TextInput(attrs={"inputmode": "url", "autocomplete": "off"}),
        help_text="Copied from the page, beginning with https://",
        error_messages={"required": "Enter the address"},
    )
    reason = forms.CharField(
        label="Why it changes", max_length=400, error_messages={"required": "Say in a few words why it changes"}
    )

    def __init__(self, *arguments: Any, is_correction: bool, **more: Any) -> None:
        super().__init__(*arguments, **more)
        if not is_correction:
            del self.fields["reason"]
