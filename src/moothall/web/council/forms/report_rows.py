"""The forms in which a covering report is asked for: one for a line, a text or a day, one for each kind of row."""

from typing import Any

from django import forms

from moothall.documents.layouts.resolutions import THIRD_PERSON
from moothall.domain.decisions import Verb
from moothall.web.components.fields import DayField

IMPLICATION_KINDS = (
    "financial",
    "legal",
    "risk",
    "resource",
    "equalities",
    "human_rights",
    "human_resources",
    "health_and_safety",
    "climate_environment",
    "social_value",
    "data_protection",
    "digital_cyber",
    "safeguarding",
    "sustainability",
    "governance",
)
MOST_LIMBS = 12


def _named(kind: str) -> str:
    return kind.replace("_", " ").capitalize()


class LineForm(forms.Form):
    """One line."""

    value = forms.CharField(label="", required=False, max_length=400)


class TextForm(forms.Form):
    """Paragraphs."""

    value = forms.CharField(
        label="",
        required=False,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text="Leave an empty line between paragraphs. Numbers are put in by the house template.",
    )


class ListForm(forms.Form):
    """A list, one item a line."""

    value = forms.CharField(
        label="", required=False, widget=forms.Textarea(attrs={"rows": 8}), help_text="One item on each line."
    )


class DayForm(forms.Form):
    """A day."""

    value = DayField(label="", required=False)


class YesNoForm(forms.Form):
    """Yes, no, or not said."""

    value = forms.ChoiceField(
        label="",
        required=False,
        widget=forms.RadioSelect,
        choices=[("yes", "Yes"), ("no", "No"), ("", "Not said yet")],
    )


class RecommendationForm(forms.Form):
    """One recommendation, as members are asked to resolve it, with room for one limb more than it has."""

    number = forms.CharField(label="Number", required=False, max_length=12)
    text = forms.CharField(label="Recommendation", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    alternative_to = forms.CharField(
        label="Alternative to number", required=False, max_length=12, help_text="If members choose between the two."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Add four boxes for each limb that stands or was posted, and for one more."""
        super().__init__(*args, **kwargs)
        stands = len(self.initial.get("limbs") or ())
        posted = sum(name.startswith(f"{self.prefix}-limb_") and name.endswith("_verb") for name in self.data)
        for place in range(min(max(stands + 1, posted), MOST_LIMBS)):
            for name, box in _limb_boxes(place + 1).items():
                self.fields[f"limb_{place}_{name}"] = box
        for place, limb in enumerate(self.initial.get("limbs") or ()):
            for name in ("verb", "object", "condition"):
                self.initial[f"limb_{place}_{name}"] = limb.get(name) or ""
            self.initial[f"limb_{place}_delegates"] = "\n".join(limb.get("delegates") or ())

    def limbs(self) -> list[dict[str, Any]]:
        """The limbs as filled in, those without a verb left out."""
        said, found = self.cleaned_data, []
        for place in range(MOST_LIMBS):
            if said.get(f"limb_{place}_verb"):
                limb = {name: said[f"limb_{place}_{name}"] for name in ("verb", "object", "condition")}
                names = [name.strip() for name in said[f"limb_{place}_delegates"].splitlines()]
                found.append({**limb, "delegates": [name for name in names if name]})
        return found


def _limb_boxes(number: int) -> dict[str, forms.Field]:
    verbs = [("", ""), *((verb.value, THIRD_PERSON[verb].capitalize()) for verb in Verb)]
    return {
        "verb": forms.ChoiceField(label=f"Limb {number}: verb", required=False, choices=verbs),
        "object": forms.CharField(label=f"Limb {number}: what", required=False, max_length=1000),
        "condition": forms.CharField(label=f"Limb {number}: condition", required=False, max_length=500),
        "delegates": forms.CharField(
            label=f"Limb {number}: to whom, if it delegates",
            required=False,
            widget=forms.Textarea(attrs={"rows": 2}),
            help_text="One on each line.",
        ),
    }


class OptionForm(forms.Form):
    """A course members could take."""

    title = forms.CharField(label="Option", required=False, max_length=300)
    appraisal = forms.CharField(
        label="What speaks for it, or the whole appraisal", required=False, widget=forms.Textarea(attrs={"rows": 3})
    )
    against = forms.CharField(label="What speaks against it", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    chosen = forms.BooleanField(label="This one is recommended", required=False)


class ImplicationForm(forms.Form):
    """One kind of implication with its author. None needs a reason and a name all the same."""

    kind = forms.ChoiceField(
        label="Kind", required=False, choices=[("", ""), *((kind, _named(kind)) for kind in IMPLICATION_KINDS)]
    )
    text = forms.CharField(label="Text, or why there is none", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    author = forms.CharField(label="Author, with post", required=False, max_length=200)
    is_none = forms.BooleanField(
        label="There are none of this kind", required=False, help_text="Say why above, and who says so."
    )
    promised = forms.CharField(label="An assessment promised for later", required=False, max_length=300)
    promised_by = DayField(label="Promised by", required=False)


class OfficerForm(forms.Form):
    """Someone named on the report."""

    name = forms.CharField(label="Name", required=False, max_length=200)
    role = forms.CharField(label="Post", required=False, max_length=200)
    email = forms.EmailField(label="E-mail", required=False)
    phone = forms.CharField(label="Telephone", required=False, max_length=40)


class CommentForm(forms.Form):
    """What a statutory officer says."""

    officer = forms.CharField(label="Officer", required=False, max_length=200)
    text = forms.CharField(label="Comment", required=False, widget=forms.Textarea(attrs={"rows": 3}))


class NextStepForm(forms.Form):
    """What happens next, and when."""

    when = forms.CharField(label="When", required=False, max_length=80)
    what = forms.CharField(label="What", required=False, max_length=300)


class TermForm(forms.Form):
    """A term and its meaning."""

    term = forms.CharField(label="Term", required=False, max_length=80)
    meaning = forms.CharField(label="Meaning", required=False, max_length=300)


class PowerForm(forms.Form):
    """The power relied on."""

    function = forms.CharField(label="Function", required=False, max_length=300)
    paragraph = forms.CharField(label="Paragraph of the terms of reference", required=False, max_length=120)
    reserved_to_council = forms.ChoiceField(
        label="Is it reserved to Council?",
        required=False,
        choices=[("", "Not said yet"), ("yes", "Yes"), ("no", "No")],
    )


class StageForm(forms.Form):
    """A stage before this report."""

    body = forms.CharField(label="Body or meeting", required=False, max_length=200)
    on = DayField(label="When", required=False)
    engaged = forms.CharField(label="Who was engaged", required=False, max_length=400)
    outcome = forms.CharField(label="What came of it", required=False, widget=forms.Textarea(attrs={"rows": 3}))


class RiskForm(forms.Form):
    """One risk with its place in the council's register."""

    text = forms.CharField(label="Risk", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    reference = forms.CharField(label="Reference in the risk register", required=False, max_length=60)
    response = forms.CharField(label="What is done about it", required=False, widget=forms.Textarea(attrs={"rows": 3}))


class CopyForm(forms.Form):
    """A background paper and where the public can read it."""

    paper = forms.CharField(
        label="Background paper", required=False, max_length=400, help_text="As it is called in the list."
    )
    address = forms.URLField(label="Address of its public copy", required=False, assume_scheme="https")
