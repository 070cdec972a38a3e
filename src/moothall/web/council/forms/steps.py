"""What is recorded at a step of the route: an entry, a finished text, a report back, another meeting."""

from typing import Any

from django import forms

from moothall.domain.step_records import Kind
from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer

_LONG = {"rows": 4}


class RecordForm(forms.Form):
    """One entry. What it asks follows from its kind."""

    on = DayField(label="Day")
    who = forms.CharField(max_length=300, required=False)
    words = forms.CharField(max_length=8000, required=False, widget=forms.Textarea(attrs=_LONG))
    until_on = DayField(label="Last day on which somebody could write", required=False)

    def __init__(self, *args: Any, kind: Kind, questions: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["who"].label, self.fields["words"].label = kind.who, kind.words
        if not kind.who:
            del self.fields["who"]
        if not kind.words:
            del self.fields["words"]
        if not kind.has_last_day:
            del self.fields["until_on"]
        self._questions = questions if kind.has_places else []
        for number, (_, title) in enumerate(self._questions):
            self.fields[f"place_{number}"] = forms.CharField(
                label=f"Where it answers “{title}”", required=False, max_length=300, help_text="A chapter or a page."
            )

    @property
    def said(self) -> dict[str, Any]:
        """What was entered, as the deed takes it."""
        given = {name: value for name, value in self.cleaned_data.items() if not name.startswith("place_")}
        places = {
            question: text
            for number, (question, _) in enumerate(self._questions)
            if (text := self.cleaned_data[f"place_{number}"].strip())
        }
        return given | ({"places": places} if self._questions else {})


class FinishForm(forms.Form):
    """A text that somebody finished: which version, under which limb, by whom, and how it kept to it."""

    version = forms.ChoiceField(label="Which version was finished")
    limb = forms.ChoiceField(label="Under which limb, as whom", widget=forms.RadioSelect)
    finished_by = forms.CharField(label="Who finished it, by name", max_length=200)
    finished_on = DayField(label="Day")
    within = forms.CharField(
        label="How it keeps to the condition of the limb",
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs=_LONG),
        help_text="What was changed, who was asked, and why it is within what members left.",
    )
    circulated_to = forms.CharField(label="Circulated to", required=False, max_length=300, help_text="If it was.")
    circulated_on = DayField(label="Circulated on", required=False)

    def __init__(self, *args: Any, versions: list[Any], left: list[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self._versions = {str(one.number): one for one in versions}
        offer(self, "version", [(number, f"Version {number}, {one.name}") for number, one in self._versions.items()])
        self._left = {
            f"{one.key}-{index}": (one, delegate)
            for one in left
            for index, delegate in enumerate(one.delegation.limb.delegates)
        }
        offer(self, "limb", [(key, f"As {who}. {one.delegation.sentence}") for key, (one, who) in self._left.items()])

    def clean_version(self) -> Any:
        """The version itself."""
        return self._versions[self.cleaned_data["version"]]

    def clean_limb(self) -> Any:
        """The limb and the delegate it names."""
        return self._left[self.cleaned_data["limb"]]


class ReportBackForm(forms.Form):
    """To whom a finished text was reported, and when."""

    to = forms.CharField(label="Reported to", max_length=300, help_text="The body or the members.")
    on = DayField(label="Day")


class AgainForm(forms.Form):
    """Another meeting of a body that did not agree."""

    meets_on = DayField(label="Its next meeting")


class TakeBackForm(forms.Form):
    """Why an entry is taken back."""

    reason = forms.CharField(label="What was wrong with it", max_length=400, widget=forms.Textarea(attrs={"rows": 3}))
