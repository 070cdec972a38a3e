"""Choosing which rows of the register are shown."""

from collections.abc import Sequence
from typing import Any

from django import forms

from moothall.domain.register import Known, RegisterRow


class RegisterFilter(forms.Form):
    """Name, state and region. Rows that are left out are not reordered, and those that stay keep the order of names."""

    name = forms.CharField(required=False, max_length=120, label="Name")
    state = forms.ChoiceField(
        required=False, label="State", error_messages={"invalid_choice": "Choose a state from the list"}
    )
    region = forms.ChoiceField(
        required=False, label="Region", error_messages={"invalid_choice": "Choose a region from the list"}
    )

    def __init__(self, *args: Any, rows: Sequence[RegisterRow], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.rows = tuple(rows)
        present = {row.known for row in rows}
        states = [one for one in Known if one in present or not one.is_rare]
        regions = sorted({row.region for row in rows if row.region})
        self.fields["state"].choices = [("", "All states"), *((one.value, one.words) for one in states)]  # type: ignore[attr-defined]
        self.fields["region"].choices = [("", "All regions"), *((one, one) for one in regions)]  # type: ignore[attr-defined]

    def chosen(self) -> tuple[RegisterRow, ...]:
        """The rows that fit every field filled in; all of them where a field makes no sense."""
        if not self.is_valid():
            return self.rows
        name, state, region = (self.cleaned_data[field] for field in ("name", "state", "region"))
        return tuple(
            row
            for row in self.rows
            if name.casefold() in row.name.casefold() and state in ("", row.known.value) and region in ("", row.region)
        )
