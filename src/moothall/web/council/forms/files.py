"""The field of a file that somebody brings in."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moothall.apps.intake.actions import LARGEST, check_size
from moothall.domain.refusals import Refusal


class BroughtFile(forms.FileField):
    """One file. Refused by its name and size alone, before its bytes are looked at: a huge one is never read.

    ``accept`` is what the browser offers to choose from, ``most`` the largest size in bytes.
    """

    def __init__(self, *, accept: str = "", most: int = LARGEST, **said: Any) -> None:
        self.most = most
        super().__init__(
            allow_empty_file=True,
            max_length=255,
            widget=forms.FileInput(attrs={"accept": accept} if accept else {}),
            error_messages={
                "required": "Choose a file first.",
                "max_length": "The name of the file is longer than 255 characters. Give it a shorter one.",
            },
            **said,
        )

    def to_python(self, data: Any) -> Any:
        """The file as it came; ValidationError where it is empty or too large."""
        file = super().to_python(data)
        if file:
            try:
                check_size(str(file.name), file.size, self.most)
            except Refusal as refusal:
                raise ValidationError(str(refusal)) from refusal
        return file
