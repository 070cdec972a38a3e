"""Writing Part 2 of the covering report, apart from the open report."""

from typing import Any

from django import forms

from moothall.domain.exempt_parts import ExemptPart
from moothall.domain.exemptions import DESCRIPTIONS
from moothall.web.components.fields import DayField


class ExemptForm(forms.Form):
    """What is exempt, under which paragraphs, why, and until when at the longest before it is looked at again."""

    paragraphs = forms.TypedMultipleChoiceField(
        label="Paragraphs of schedule 12A relied on",
        choices=[(number, f"{number}. {what[:1].upper()}{what[1:]}") for number, what in DESCRIPTIONS.items()],
        coerce=int,
        widget=forms.CheckboxSelectMultiple,
        required=False,
    )
    public_interest = forms.CharField(
        label="Why the public interest in keeping it closed outweighs that in telling it",
        widget=forms.Textarea(attrs={"rows": 5}),
        required=False,
    )
    review_on = DayField(label="To be reviewed on")
    text = forms.CharField(label="The exempt words", widget=forms.Textarea(attrs={"rows": 14}), required=False)

    def part(self) -> ExemptPart:
        """Part 2 as written in a valid form."""
        said = self.cleaned_data
        return ExemptPart(tuple(said["paragraphs"]), said["public_interest"], said["review_on"], said["text"])


def standing(part: ExemptPart | None) -> dict[str, Any]:
    """What stands, as the form shows it."""
    if part is None:
        return {}
    return {
        "paragraphs": list(part.paragraphs),
        "public_interest": part.public_interest,
        "review_on": part.review_on,
        "text": part.text,
    }
