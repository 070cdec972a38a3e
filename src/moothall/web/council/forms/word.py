"""Bringing a Word file back, choosing words by hand, and answering for words that could not be placed."""

from django import forms

from moothall.web.council.forms.files import BroughtFile


class BringBackForm(forms.Form):
    """One Word file. What is too large or empty is told before its bytes are looked at."""

    file = BroughtFile(
        label="The Word file",
        accept=".docx",
        help_text="The file that was taken out here, changed and saved as .docx. Up to 25 MB.",
    )


class TextForm(forms.Form):
    """The words that shall stand, with the revision they were written over."""

    text = forms.CharField(
        label="What shall stand",
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Leave an empty line between paragraphs.",
    )
    revision = forms.IntegerField(widget=forms.HiddenInput)
    numbers = forms.CharField(required=False, widget=forms.HiddenInput)


class AsideForm(forms.Form):
    """Why words go nowhere."""

    reason = forms.CharField(
        label="Why they go nowhere", max_length=400, error_messages={"required": "Say in a sentence why."}
    )
