"""What is wrong with a field, in the house's own sentences where a form leaves Django's stock ones."""

from typing import Any

from django.core.exceptions import ValidationError
from django.forms import BoundField, Field, widgets

CHOSEN = (widgets.Select, widgets.RadioSelect, widgets.CheckboxSelectMultiple, widgets.CheckboxInput)
STOCK = Field.default_error_messages["required"]


def sentences(bound: BoundField) -> list[str]:
    """Every error of a field as its message and the summary say it."""
    return [_sentence(error, bound) for error in bound.errors.as_data()]


def _sentence(error: ValidationError, bound: BoundField) -> str:
    text = " ".join(error.messages)
    label = str(bound.label).strip()
    if error.code == "required" and text == STOCK:
        return _missing(label, bound.field.widget)
    if error.code == "invalid_choice" and text.startswith("Select a valid choice"):
        return f"Choose one of the answers to “{label}”"
    if error.code == "max_length" and text.startswith("Ensure this value has at most"):
        return f"“{label}” must be {_at_most(error)} characters or fewer"
    return text


def _missing(label: str, widget: Any) -> str:
    if label.endswith("?"):
        return f"“{label}” has no answer"
    name = label if label[:2].isupper() else label[:1].lower() + label[1:]
    deed = "Choose" if isinstance(widget, (*CHOSEN, widgets.FileInput)) else "Enter"
    return f"{deed} {name}"


def _at_most(error: ValidationError) -> str:
    return str((error.params or {}).get("limit_value", ""))
