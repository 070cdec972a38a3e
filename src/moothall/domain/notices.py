"""A notice as data: which kind, about whose decision or meeting, what it says, and when and where it was given.

Which particulars each kind has is in `notice_kinds`; by when it is given, in `notice_timing`.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from moothall.domain import agenda_links
from moothall.domain.authorities import BodyKind
from moothall.domain.refusals import Refusal


class NoticeKind(StrEnum):
    """The kinds of notice, record and entry that a council gives, in the order in which a decision meets them."""

    FORWARD_PLAN = "forward_plan"
    KEY_DECISION = "key_decision"
    GENERAL_EXCEPTION = "general_exception"
    EXCEPTION_REASONS = "exception_reasons"
    SPECIAL_URGENCY = "special_urgency"
    PRIVATE_MEETING = "private_meeting"
    PRIVATE_MEETING_SECOND = "private_meeting_second"
    PRIVATE_SHORT_NOTICE = "private_short_notice"
    MEETING = "meeting"
    AGENDA = "agenda"
    SUMMONS = "summons"
    EXECUTIVE_RECORD = "executive_record"
    MEMBER_RECORD = "member_record"
    OFFICER_EXECUTIVE_RECORD = "officer_executive_record"
    OFFICER_RECORD = "officer_record"
    URGENCY_REPORT = "urgency_report"


@dataclass(frozen=True, slots=True)
class Said:
    """One particular as the notice says it. ``source`` says in words where its value came from, empty if typed."""

    code: str
    label: str
    words: str
    source: str = ""


@dataclass(frozen=True, slots=True)
class Given:
    """That a notice was given: the exact moment, by whom, at which office, and at which address of the website."""

    at: datetime
    by: str
    office: str = ""
    address: str = ""


@dataclass(frozen=True, slots=True)
class Notice:
    """One notice. ``on`` is the day of the meeting or decision it is about, None where that is not known.

    ``replaces`` is the number of the notice it takes the place of, and ``reason`` why. ``given`` is None for a draft.
    """

    kind: NoticeKind
    authority_name: str
    number: int
    title: str
    body: str
    body_kind: BodyKind
    particulars: tuple[Said, ...]
    on: date | None = None
    given: Given | None = None
    replaces: int | None = None
    reason: str = ""

    def says(self, code: str) -> str:
        """What the notice says in one particular, or the empty string where it says nothing there."""
        return next((one.words.strip() for one in self.particulars if one.code == code), "")


def check_given(given: Given, *, kind: NoticeKind, website: bool, now: datetime) -> None:
    """Raise a Refusal unless it can be recorded that a notice was given then, there and by somebody.

    ``website`` is whether the law asks for the website besides the offices.
    """
    if given.at > now:
        raise Refusal("The moment it was given is still to come.", next_step="Record it when the notice has gone up.")
    if not given.by.strip():
        raise Refusal("Nobody is named as having given it.", next_step="Name the officer who put it up.")
    if not given.office.strip() and not given.address.strip():
        raise Refusal("It is not said where the notice stands.", next_step="Name the office, the web address, or both.")
    if website and not given.address.strip():
        raise Refusal(
            "The law asks for this notice on the council's website, and no web address is given.",
            next_step="Enter the address of the page where it stands.",
        )
    if given.address.strip():
        agenda_links.check_address(given.address)


def changed_labels(before: Notice, after: Notice) -> tuple[str, ...]:
    """The labels of the particulars that two notices say differently, in the order of the later one."""
    was = {one.code: one.words.strip() for one in before.particulars}
    now = {one.code: one.words.strip() for one in after.particulars}
    labels = {one.code: one.label for one in (*before.particulars, *after.particulars)}
    return tuple(labels[code] for code in (*now, *(c for c in was if c not in now)) if was.get(code) != now.get(code))
