"""Days and times in words, the way a council prints them."""

from __future__ import annotations

from datetime import date, datetime

from moothall.domain.days import time_in_words

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def day(on: date) -> str:
    """The day without its weekday: "11 July 2024"."""
    return f"{on.day} {MONTHS[on.month - 1]} {on.year}"


def weekday(on: date) -> str:
    """The day with its weekday: "Thursday 11 July 2024"."""
    return f"{WEEKDAYS[on.weekday()]} {day(on)}"


def month(on: date) -> str:
    """The month alone: "July 2024"."""
    return f"{MONTHS[on.month - 1]} {on.year}"


def moment(at: datetime) -> str:
    """The day and the time as given: "Friday 19 July 2024 at 10.42am"."""
    return f"{weekday(at.date())} at {time_in_words(at.time())}"
