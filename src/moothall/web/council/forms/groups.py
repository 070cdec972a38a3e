"""Working groups: starting one, asking and answering, what is told, and the base text."""

from collections.abc import Iterable
from typing import Any

from django import forms

from moothall.documents.exchange import base_text_json
from moothall.documents.exchange.checked import NotLoaded
from moothall.domain.groups import Telling
from moothall.web.components.fields import DayField
from moothall.web.council.forms.files import BroughtFile

_MOST = 20_000
_FILE_MOST = 4 * 1024 * 1024


def _words(label: str, *, rows: int = 3, **said: Any) -> forms.CharField:
    return forms.CharField(label=label, max_length=_MOST, widget=forms.Textarea(attrs={"rows": rows}), **said)


class BaseTextField(BroughtFile):
    """A file of a base text. Cleans to the text, or to None where nothing was brought."""

    def __init__(self, **said: Any) -> None:
        super().__init__(accept=".json", most=_FILE_MOST, **said)

    def clean(self, data: Any, initial: Any = None) -> Any:
        """The base text in the file; ValidationError with what is wrong and where."""
        file = super().clean(data, initial)
        if not file:
            return None
        try:
            return base_text_json.load(file.read())
        except NotLoaded as problem:
            raise forms.ValidationError(f"This is not the file of a base text. {problem}") from problem


class StartForm(forms.Form):
    """A new working group."""

    name = forms.CharField(
        label="What the group is called", max_length=160, required=False,
        help_text="For example, Officers of the county. With a file, its own name is used if you leave this empty.",
    )  # fmt: skip
    purpose = _words("What it is for", required=False, help_text="What you share, and why. Those you ask will read it.")
    text = BaseTextField(
        label="A base text from a group elsewhere, if you have its file", required=False,
        help_text="A JSON file that a council took out of the group. Later editions then come by file too.",
    )  # fmt: skip

    def said(self) -> dict[str, Any]:
        """Name, purpose and text: those of the file where nothing else was typed."""
        found = self.cleaned_data
        text = found["text"]
        return {
            "name": found["name"] or (text.name if text else ""),
            "purpose": found["purpose"] or (text.purpose if text else ""),
            "text": text,
        }


class InviteForm(forms.Form):
    """Which council is asked."""

    council = forms.TypedChoiceField(
        label="Which council", coerce=int, widget=forms.Select, error_messages={"required": "Choose a council"},
        help_text="Councils of this round that have a workspace here. Any other takes part by file.",
    )  # fmt: skip

    def __init__(self, *args: Any, councils: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [("", "Choose a council"), *((one.pk, one.official_name) for one in councils)]
        self.fields["council"].choices = choices  # type: ignore[attr-defined]


class AnswerForm(forms.Form):
    """Whether a council joins."""

    joins = forms.ChoiceField(
        label="Does your council join?", widget=forms.RadioSelect, choices=[("yes", "Yes, it joins"), ("no", "No")],
        error_messages={"required": "Choose whether your council joins"},
    )  # fmt: skip
    why = _words("Why not", required=False, help_text="Only where it does not join.")


class WhyForm(forms.Form):
    """A reason."""

    why = _words("Why", error_messages={"required": "Say why"})


class EditorsForm(forms.Form):
    """Which councils edit."""

    editors = forms.TypedMultipleChoiceField(
        label="Which councils edit the base text", coerce=int, widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one council"},
        help_text="Their policy officers and report authors write it and make editions. The others propose words.",
    )  # fmt: skip

    def __init__(self, *args: Any, members: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = [(one.workspace_id, one.workspace.official_name) for one in members]
        self.fields["editors"].choices = choices  # type: ignore[attr-defined]


class TellForm(forms.Form):
    """What a council tells its group."""

    told = forms.MultipleChoiceField(
        label="What the group may see of your council",
        required=False,
        widget=forms.CheckboxSelectMultiple,
        choices=[
            ("edition", "Which edition of the base text your plan stands on"),
            ("meetings", "When your bodies meet, and when your plan is to be decided"),
            ("decision", "Whether members have decided, and when"),
            ("publication", "Where your plan is published"),
            ("public", "Your public page may say that your plan shares a base text, and with whom"),
        ],
        help_text="Nothing is told unless you tick it. Your draft is never seen by the group.",
    )

    def said(self) -> Telling:
        """What was ticked."""
        return Telling(**dict.fromkeys(self.cleaned_data["told"], True))


class SectionForm(forms.Form):
    """A section of the base text, over the revision its writer saw."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    title = forms.CharField(label="Title", max_length=300, error_messages={"required": "Give the section a title"})
    text = _words(
        "Words", rows=12, required=False, help_text="An empty line begins a new paragraph. Empty, it is left out."
    )


class EditionForm(forms.Form):
    """Why there is a new edition."""

    why = _words(
        "What is new, and why", help_text="Every council reads this first.",
        error_messages={"required": "Say what is new"},
    )  # fmt: skip


class FreezeForm(forms.Form):
    """Until when the base text is frozen."""

    until_on = DayField(label="The last day it is frozen", help_text="For example, 24 6 2024")
    reason = _words("Why", error_messages={"required": "Say why"})


class BringInForm(forms.Form):
    """A file with later editions."""

    text = BaseTextField(
        label="The file", help_text="A JSON file that a council took out of the group, up to 4 MB.",
    )  # fmt: skip


class TakeForm(forms.Form):
    """Which sections come into the plan."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    keys = forms.MultipleChoiceField(
        label="Sections to take", required=False, widget=forms.CheckboxSelectMultiple,
        help_text="Your plan says nothing there yet. From then on the words are your own.",
    )  # fmt: skip

    def __init__(self, *args: Any, free: Iterable[Any], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["keys"].choices = [(one.key, one.title) for one in free]  # type: ignore[attr-defined]


class SettleForm(forms.Form):
    """What becomes of a section: the words as put together, the base's, one's own, or a no."""

    edition = forms.IntegerField(widget=forms.HiddenInput)
    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    how = forms.ChoiceField(
        label="What should your plan say?", widget=forms.RadioSelect, error_messages={"required": "Choose one"},
        choices=[
            ("base", "What the base text says now"),
            ("own", "The words in the box below"),
            ("decline", "What it says already: decline the change"),
        ],
    )  # fmt: skip
    text = _words(
        "Your words", rows=10, required=False,
        help_text="Both sides’ changes, put together. Change them as you like. Used only where you choose the box.",
    )  # fmt: skip
    reason = _words("Why you decline", rows=2, required=False, help_text="Only where you decline.")


class ProposeForm(forms.Form):
    """Words for a section of the base text."""

    text = _words("The words as you would have them", rows=10, error_messages={"required": "Give the words"})
    why = _words("Why", rows=2, required=False)
    outside = forms.CharField(
        label="On behalf of a council that is not here", max_length=200, required=False,
        help_text="Its name, where it sent you these words. Leave it empty for your own.",
    )  # fmt: skip


class AnswerProposalForm(forms.Form):
    """What the editors make of a proposal."""

    answer = forms.ChoiceField(
        label="Does the base text take them?", widget=forms.RadioSelect, error_messages={"required": "Choose one"},
        choices=[("taken", "Yes, as written below"), ("declined", "No")],
    )  # fmt: skip
    text = _words("The words of the base text", rows=10, required=False)
    why = _words("Why", rows=2, required=False, help_text="Needed where they are declined.")
