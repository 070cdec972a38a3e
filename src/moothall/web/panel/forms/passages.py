"""What to look for in the passages."""

from django import forms

MOST_PAGES = 500


class SearchBox(forms.Form):
    """The words to look for. Anything may be typed; what goes beyond the limit is told, not cut off in silence."""

    words = forms.CharField(
        required=False,
        max_length=300,
        label="Words",
        help_text="A phrase in double quotes is found as it stands.",
        widget=forms.TextInput(attrs={"autocomplete": "off"}),
        error_messages={"max_length": "What you look for must be 300 characters or fewer"},
    )
    page = forms.IntegerField(required=False, min_value=1, max_value=MOST_PAGES, widget=forms.HiddenInput)

    def clean_page(self) -> int:
        """The page asked for, the first where none was."""
        return self.cleaned_data["page"] or 1
