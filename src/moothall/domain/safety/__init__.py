"""Checks made before the public sees a text: each yields remarks with their place. They never change or block anything.

CHECKS lists the modules, each with its lasting id in ``CHECK`` and one function ``check``.
"""

from __future__ import annotations

from types import ModuleType

from moothall.domain.safety import (
    acronyms,
    alternative_text,
    another_body,
    by_or_before,
    call_in_or_urgent,
    changes_left,
    closed_links,
    cost_or_none,
    department_that_day,
    exempt_sentences,
    exempt_words,
    file_people,
    guidance_left,
    home_addresses,
    key_or_not,
    meeting_day,
    national_numbers,
    note_or_approve,
    own_name,
    people_named,
    phone_numbers,
    pre_election,
    private_email,
    reading_age,
    round_dates,
    small_numbers,
)

CHECKS: tuple[ModuleType, ...] = (
    exempt_sentences,
    exempt_words,
    national_numbers,
    private_email,
    phone_numbers,
    home_addresses,
    people_named,
    small_numbers,
    file_people,
    changes_left,
    round_dates,
    by_or_before,
    note_or_approve,
    meeting_day,
    another_body,
    key_or_not,
    call_in_or_urgent,
    cost_or_none,
    department_that_day,
    own_name,
    guidance_left,
    closed_links,
    alternative_text,
    acronyms,
    pre_election,
    reading_age,
)
