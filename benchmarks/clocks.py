"""How long one deadline takes to count, with every day it counted."""

from __future__ import annotations

import time
from datetime import date, timedelta

from moothall.domain.clocks import agenda_publication, call_in
from moothall.reference import bank_holidays

TIMES = 2000


def main() -> None:
    """Count call-in and agenda deadlines for many days in a row."""
    holidays = bank_holidays.england()
    days = [date(2020, 1, 1) + timedelta(days=number) for number in range(TIMES)]
    for name, count in (
        ("call-in, five working days", lambda day: call_in.deadline(day, holidays=holidays)),
        ("agenda, five clear days", lambda day: agenda_publication.deadline(day, holidays=holidays)),
    ):
        since = time.perf_counter()
        for day in days:
            count(day)
        print(f"  {name}: {(time.perf_counter() - since) / TIMES * 1e6:.0f} µs each")
