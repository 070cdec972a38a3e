"""Form fields of our own."""

import re
from datetime import date, datetime, time
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from moothall.documents.written_dates import written_dates


class DayInput(forms.MultiWidget):
    """Three boxes: day, month, year."""

    def __init__(self) -> None:
        parts = ("day", "month", "year")
        super().__init__(widgets={part: forms.TextInput(attrs={"inputmode": "numeric"}) for part in parts})

    def decompress(self, value: Any) -> list[Any]:
        """The three parts of a date."""
        if isinstance(value, str):
            value = date.fromisoformat(value) if value else None
        return [value.day, value.month, value.year] if value else ["", "", ""]


class DayField(forms.MultiValueField):
    """A date in three boxes. Errors say which part is wrong and what a date looks like."""

    widget = DayInput

    def __init__(self, **kwargs: Any) -> None:
        parts = tuple(forms.CharField(required=False, max_length=12) for _ in range(3))
        kwargs.setdefault("error_messages", {"required": "Enter a day, a month and a year, such as 11 7 2024"})
        super().__init__(fields=parts, require_all_fields=False, **kwargs)

    def compress(self, data_list: list[str]) -> date | None:
        """The date these three parts make; None where all are empty. Raises ValidationError otherwise."""
        parts = [str(part or "").strip() for part in data_list or []]
        if not any(parts):
            return None
        missing = [name for name, part in zip(("day", "month", "year"), parts, strict=True) if not part]
        if missing:
            raise ValidationError(f"The date has no {' and no '.join(missing)}")
        try:
            day, month, year = (int(part) for part in parts)
            return date(year if year > 99 else 2000 + year, month, day)
        except (ValueError, OverflowError):
            raise ValidationError(f"{' '.join(parts)} is not a date. Write it like 11 7 2024") from None


class WrittenDayField(forms.CharField):
    """A date in one box, as one would write it: 24 May 2024, 24/5/2024 or 2024-05-24. Cleans to a date or None."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("max_length", 40)
        kwargs.setdefault("error_messages", {"required": "Enter a day, such as 24 May 2024"})
        super().__init__(**kwargs)

    def prepare_value(self, value: Any) -> Any:
        """A date as 24 May 2024; what somebody typed as they typed it."""
        return f"{value.day} {value:%B %Y}" if isinstance(value, date) else value

    def clean(self, value: Any) -> Any:
        """The one day that is written, or None. Raises ValidationError, with what was typed, for anything else."""
        text: str = super().clean(value)
        if not text:
            return None
        found = list(written_dates(text))
        if len(found) != 1:
            raise ValidationError(f"“{text}” is not a day with a month and a year. Write it like 24 May 2024")
        return found[0].on


class DaysField(forms.CharField):
    """Several dates in one box with commas between them, each as one would write it. Cleans to a list of 2024-12-27."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 2000, **kwargs})

    def clean(self, value: Any) -> list[str]:
        """The days in the order they were written. Raises ValidationError, with the part that is no day."""
        text: str = super().clean(value)
        found = []
        for part in filter(str.strip, re.split(r"[,;\n]", text)):
            days = list(written_dates(part))
            if len(days) != 1:
                raise ValidationError(
                    f"“{part.strip()}” is not a day with a month and a year, such as 27 December 2024"
                )
            found.append(days[0].on.isoformat())
        return found


def time_to_type(moment: datetime) -> str:
    """A moment's time as one would type it into a field of a time: 5.15pm, and 12.00pm at noon."""
    return f"{moment:%I.%M%p}".lstrip("0").lower()


class OwnTimeField(forms.CharField):
    """A time of day as one would write it: 17:15, 5.15pm, 5pm, noon. Cleans to 17:15, or to nothing."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"max_length": 20, **kwargs})

    def clean(self, value: Any) -> str:
        """The time as 17:15. Raises ValidationError, with what was typed, for anything else."""
        text: str = super().clean(value)
        if not text:
            return ""
        written = re.fullmatch(
            r"(\d{1,2})(?:[.:](\d{2}))?\s*([ap])?\.?m?\.?", {"noon": "12pm"}.get(text.lower(), text.lower())
        )
        if written is None or not (written[2] or written[3]):
            raise ValidationError(f"“{text}” is not a time of day. Write it like 5.15pm or 17:15")
        hour, minute = int(written[1]), int(written[2] or 0)
        if written[3]:
            hour = hour % 12 + (12 if written[3] == "p" else 0) if 1 <= hour <= 12 else 99
        try:
            return time(hour, minute).isoformat("minutes")
        except ValueError:
            raise ValidationError(f"“{text}” is not a time of day. Write it like 5.15pm or 17:15") from None
