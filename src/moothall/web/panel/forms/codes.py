"""Choosing which passages are listed, and saying what one is about."""

from typing import Any

from django import forms

from moothall.apps.coding.queue import ORDERS, STATES, Asked
from moothall.domain.coding import CodeKind, CodingFrame
from moothall.domain.codings import CANNOT_TELL, NO_CODE, Codes

LONGEST_NOTE = 1000


class QueueFilter(forms.Form):
    """Which passages, and in which order. Councils are never put in an order but that of their names."""

    state = forms.ChoiceField(required=False, label="Which", choices=[*STATES.items()])
    order = forms.ChoiceField(required=False, label="Order", choices=[*ORDERS.items()])
    theme = forms.ChoiceField(required=False, label="Theme")
    practice = forms.ChoiceField(required=False, label="Practice")
    barrier = forms.ChoiceField(required=False, label="Barrier")
    page = forms.IntegerField(required=False, min_value=1, max_value=10_000, widget=forms.HiddenInput)

    def __init__(self, *args: Any, frame: CodingFrame, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            if isinstance(field, forms.ChoiceField):
                field.error_messages["invalid_choice"] = "Choose one of the list"
            if name in set(CodeKind):
                codes = frame.codes(CodeKind(name))
                field.choices = [("", f"Any {name}"), *((one.id, _called(one.id, one.title)) for one in codes)]  # type: ignore[attr-defined]

    def asked(self) -> Asked:
        """What is asked; what makes no sense counts as not said."""
        self.is_valid()
        given = {name: value for name, value in self.cleaned_data.items() if value and name != "page"}
        return Asked(**given)

    def page_asked(self) -> int:
        """The page of the list, the first where none was asked for."""
        self.is_valid()
        return self.cleaned_data.get("page") or 1


class CodingForm(forms.Form):
    """One coder's answers for one passage. No theme is chosen beforehand.

    Where nothing is suggested "none" stands for practice and barrier; where a code is suggested, it is asked for.
    """

    theme = forms.ChoiceField(
        label="Theme",
        widget=forms.RadioSelect,
        error_messages={
            "required": "Choose a theme, or say that none fits or that the passage does not tell",
            "invalid_choice": "Choose a theme of the list",
        },
    )
    theme_also = forms.ChoiceField(
        required=False, label="A second theme that could be defended", error_messages={"invalid_choice": "Choose one"}
    )
    practice = forms.ChoiceField(
        label="Practice", error_messages={"required": "Say whether the suggested practice fits, or which does"}
    )
    barrier = forms.ChoiceField(
        label="Barrier", error_messages={"required": "Say whether the suggested barrier fits, or which does"}
    )
    note = forms.CharField(
        required=False,
        max_length=LONGEST_NOTE,
        label="Note (optional)",
        help_text="For the other coders. No council sees it.",
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"max_length": f"The note must be {LONGEST_NOTE:,} characters or fewer"},
    )
    beside = forms.IntegerField(required=False, min_value=1, widget=forms.HiddenInput)

    def __init__(
        self, *args: Any, frame: CodingFrame, suggested: dict[str, str], mine: Codes | None, note: str = "", **rest: Any
    ) -> None:
        first = {kind.value: mine.of(kind) for kind in CodeKind} if mine else {}
        first |= {"theme_also": mine.theme_also, "note": note} if mine else {}
        rest["initial"] = {**first, **rest.get("initial", {})}
        super().__init__(*args, **rest)
        themes = [(one.id, one.title) for one in frame.themes]
        last = [(NO_CODE, "No theme of the frame"), (CANNOT_TELL, "Cannot tell from the passage")]
        self.fields["theme"].choices = [*themes, *last]  # type: ignore[attr-defined]
        self.fields["theme_also"].choices = [("", "None"), *themes]  # type: ignore[attr-defined]
        for kind in (CodeKind.PRACTICE, CodeKind.BARRIER):
            name, code = kind.value, suggested.get(kind.value, "")
            choose = [("", "Choose")] if code else []
            none = [(NO_CODE, f"No {name}"), (CANNOT_TELL, "Cannot tell from the passage")]
            codes = [
                (one.id, _called(one.id, one.title) + (" (suggested)" if one.id == code else ""))
                for one in sorted(frame.codes(kind), key=lambda one: one.id != code)
            ]
            held = [*choose, *codes[:1], *none, *codes[1:]] if code else [*none, *codes]
            self.fields[name].choices = held  # type: ignore[attr-defined]

    def codes(self) -> Codes:
        """The answers, once the form is valid."""
        said = self.cleaned_data
        return Codes(said["theme"], said["theme_also"], said["practice"], said["barrier"])


def _called(id: str, title: str) -> str:
    return f"{id} {title}" if id[-1:].isdigit() else title
