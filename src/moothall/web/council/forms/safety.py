"""Letting words stand that a remark is about."""

from django import forms


class SettleForm(forms.Form):
    """Why these words may stand."""

    reason = forms.CharField(
        label="Why these words may stand",
        widget=forms.Textarea(attrs={"rows": 4}),
        max_length=2000,
        help_text="It is kept in the record. If the words change, the remark comes back.",
        error_messages={"required": "Say why these words may stand"},
    )
