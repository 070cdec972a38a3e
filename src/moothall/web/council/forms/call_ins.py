"""Asking for a call-in, joining and leaving it, and marking it valid or not."""

from django import forms

_LONG = {"rows": 5}
_MOST = 4000


class AskForm(forms.Form):
    """Why a decision should be looked at again, and what is wanted instead."""

    grounds = forms.CharField(
        label="On what grounds, in your own words",
        max_length=_MOST,
        widget=forms.Textarea(attrs=_LONG),
        error_messages={"required": "Say on what grounds you ask for it"},
    )
    alternative = forms.CharField(
        label="What you would have instead",
        max_length=_MOST,
        widget=forms.Textarea(attrs=_LONG),
        help_text="Another decision, a condition, or that it is looked at again.",
        error_messages={"required": "Say what you would have instead"},
    )


class JoinForm(forms.Form):
    """A name under a request, with words of one's own."""

    words = forms.CharField(
        label="Words of your own, if you like", required=False, max_length=_MOST, widget=forms.Textarea(attrs=_LONG)
    )


class LeaveForm(forms.Form):
    """A name taken off a request."""

    reason = forms.CharField(
        label="Why, if you like", required=False, max_length=_MOST, widget=forms.Textarea(attrs={"rows": 3})
    )


class SettleForm(forms.Form):
    """Whether a request keeps the constitution's rule."""

    answer = forms.ChoiceField(
        label="Does the request keep the rule?",
        widget=forms.RadioSelect,
        choices=[("yes", "Yes, it is valid"), ("no", "No, it is not valid")],
        error_messages={"required": "Choose whether it is valid"},
    )
    reason = forms.CharField(
        label="Why",
        max_length=_MOST,
        widget=forms.Textarea(attrs=_LONG),
        help_text="Who asked, how many, on what grounds and when, against the rule. The members read it.",
        error_messages={"required": "Give the reason"},
    )
