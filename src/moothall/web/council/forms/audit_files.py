"""Asking for a file of everything about a plan."""

from django import forms

from moothall.domain.audit_files import Purpose


class AuditFileForm(forms.Form):
    """Whom it is for, and what it is needed for."""

    purpose = forms.ChoiceField(
        label="Whom it is for",
        widget=forms.RadioSelect,
        choices=[(one.value, one.label[0].upper() + one.label[1:]) for one in Purpose],
        error_messages={"required": "Choose whom it is for"},
    )
    why = forms.CharField(
        label="What it is needed for",
        help_text="For example, the reference of the request or the name of the audit. It stands in the record.",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Say what it is needed for"},
    )
