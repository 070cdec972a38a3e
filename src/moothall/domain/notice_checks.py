"""What a notice lacks, and what in it is doubtful: each a sentence with what to do. Nothing here blocks by itself."""

from __future__ import annotations

import re
from collections.abc import Iterator

from moothall.domain.authorities import BodyKind
from moothall.domain.days import in_words
from moothall.domain.notice_kinds import KINDS, Asked, asked_for
from moothall.domain.notice_matter import Matter
from moothall.domain.notices import Notice, NoticeKind
from moothall.domain.remarks import Remark

LACKS = "notice_lacks"
OTHER_DAY = "notice_other_day"
_PARAGRAPH = re.compile(r"\bparagraphs?\s+\d", re.IGNORECASE)
_CONFIDENTIAL = re.compile(r"\bconfidential\b", re.IGNORECASE)
_REACHED = re.compile(r"@|https?://|\bwww\.|\d{3}[\s\d]{4,}")
_NEEDS_MEETING = frozenset(
    {
        NoticeKind.PRIVATE_MEETING, NoticeKind.PRIVATE_MEETING_SECOND, NoticeKind.PRIVATE_SHORT_NOTICE,
        NoticeKind.AGENDA, NoticeKind.SUMMONS, NoticeKind.MEETING,
    }
)  # fmt: skip


def remarks(notice: Notice, matter: Matter) -> tuple[Remark, ...]:
    """Everything a notice lacks or says in a doubtful way, what is missing first, in the order of its particulars."""
    return (*missing(notice), *_doubts(notice, matter))


def missing(notice: Notice) -> tuple[Remark, ...]:
    """A remark for each particular the law asks for and the notice does not say."""
    return tuple(_lacks(notice, one) for one in asked_of(notice) if not one.optional and not notice.says(one.code))


def asked_of(notice: Notice) -> tuple[Asked, ...]:
    """The particulars this notice has."""
    return asked_for(notice.kind, notice.body_kind)


def _lacks(notice: Notice, asked: Asked) -> Remark:
    none = f" Where there was nothing, say so: {asked.none}" if asked.none else ""
    return Remark(
        LACKS,
        f"The notice does not say {asked.asks}.",
        KINDS[notice.kind].rule or None,
        f"Fill in “{asked.label}”.{none}",
    )


def _doubts(notice: Notice, matter: Matter) -> Iterator[Remark]:
    rule = KINDS[notice.kind].rule or None
    if matter.on is not None and notice.on is not None and matter.on != notice.on:
        yield Remark(
            OTHER_DAY,
            f"The notice is about {in_words(notice.on)}, and {matter.body} now meets or decides on"
            f" {in_words(matter.on)}.",
            rule,
            "Open its words, correct the day and keep them."
            if notice.given is None
            else "See whether it still serves, and replace it where it does not.",
        )
    yield from _of_day(notice, rule)
    yield from _of_who(notice, matter, rule)
    yield from _of_private(notice, matter, rule)
    if notice.says("how_to_ask") and not _REACHED.search(notice.says("how_to_ask")):
        yield Remark(
            "notice_no_way_to_ask",
            "Whom to ask is named, but not how: there is no address, e-mail or telephone.",
            rule,
            "Add one of a post rather than of a person.",
        )
    if notice.kind is NoticeKind.KEY_DECISION and matter.is_key is False:
        yield Remark(
            "notice_not_key",
            "The covering report says that the decision is not key.",
            "G-K1",
            "Correct the report, or leave this notice.",
        )


def _of_day(notice: Notice, rule: str | None) -> Iterator[Remark]:
    """Whether the day in the notice's words is the day it is kept under, where its words name a year's day at all."""
    said = next((notice.says(code) for code in ("due", "meeting", "date") if notice.says(code)), "")
    if notice.on is None or not said:
        return
    day = f"{notice.on.day} {notice.on:%B}"
    named = re.findall(r"\b(\d{1,2})(?:st|nd|rd|th)?\s+([A-Z][a-z]{2,})", said)
    if named and not any(f"{number} {month}" == day for number, month in named):
        yield Remark(
            "notice_day_differs",
            f"The notice says “{said[:80]}”, and it is kept for {in_words(notice.on)}.",
            rule,
            "Correct the words, or draft the notice for the other day.",
        )
    if notice.kind in _NEEDS_MEETING and "meeting" in {one.code for one in notice.particulars} and not _has_time(said):
        yield Remark("notice_no_time", "The notice names no time of the meeting.", rule, "Add the time and the place.")


def _has_time(said: str) -> bool:
    return bool(re.search(r"\d\s?(?:am|pm)\b|\d[.:]\d\d|\bnoon\b|\bmidnight\b", said, re.IGNORECASE))


def _of_who(notice: Notice, matter: Matter, rule: str | None) -> Iterator[Remark]:
    is_body = notice.kind is NoticeKind.KEY_DECISION and notice.body_kind is BodyKind.EXECUTIVE
    listed = [line for line in notice.says("members").splitlines() if line.strip()]
    if is_body and len(listed) == 1:
        yield Remark(
            "notice_one_member", "Only one member of the body is named.", rule, "Name every member, one a line."
        )
    told = notice.says("told")
    if told and not re.search(r"\bwriting|\bwrote|\be-?mail|\bletter", told, re.IGNORECASE):
        yield Remark(
            "notice_told_how",
            "It does not say that the chair, or each member, was told in writing.",
            rule,
            "Say how: regulation 10 asks for it in writing.",
        )


def _of_private(notice: Notice, matter: Matter, rule: str | None) -> Iterator[Remark]:
    why = notice.says("private_reasons")
    if why and not _PARAGRAPH.search(why) and not _CONFIDENTIAL.search(why):
        yield Remark(
            "notice_no_paragraph",
            "The reasons name no paragraph of schedule 12A, and do not say that the information is confidential.",
            "G-E2",
            "Give the paragraph by number and in words: exempt alone is no reason.",
        )
    if matter.is_private and notice.kind is NoticeKind.KEY_DECISION and not notice.says("private"):
        yield Remark(
            "notice_private_unsaid",
            "A part of the report is exempt, and the notice does not say that a part is likely to be in private.",
            "G-K2",
            "Say so without what is secret. The two notices of a private meeting are owed besides.",
        )
    if matter.is_private and notice.says("matter"):
        yield Remark(
            "notice_secret_in_title",
            "A part of the report is exempt, and the notice is public.",
            "G-K2",
            "Read the title once more: it must not tell what is exempt.",
        )
