"""Freezing a part of the plan or of the report for consolidation."""

from collections.abc import Iterable
from typing import Any

from django import forms

from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer


class FreezeForm(forms.Form):
    """What is frozen, up to which day and why."""

    part = forms.ChoiceField(label="What is frozen", error_messages={"required": "Choose what is frozen"})
    until_on = DayField(label="Up to and with", help_text="It thaws by itself when this day is over.")
    reason = forms.CharField(
        label="Why",
        max_length=400,
        help_text="Whoever tries to save is told this: for example, one voice before the papers go out.",
        error_messages={"required": "Say in a few words why"},
    )

    def __init__(self, *args: Any, parts: Iterable[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "part", parts)
