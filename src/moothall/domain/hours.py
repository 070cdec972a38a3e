"""The officer time a return took, where a council wants to record it: by kind of post and stage, never by person."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from enum import StrEnum

from moothall.domain.days import in_words
from moothall.domain.refusals import Refusal

MOST_HOURS = 2000
"""The most hours one entry may say: about a year of one post, so more than that is a slip."""


class Post(StrEnum):
    """The kind of post whose time it was. A list, so that nobody's name or title is entered."""

    POLICY = "policy"
    FINANCE = "finance"
    LEGAL = "legal"
    DEMOCRATIC = "democratic"
    DATA = "data"
    COMMUNICATIONS = "communications"
    SERVICE = "service"
    SENIOR = "senior"
    OTHER = "other"

    @property
    def label(self) -> str:
        """The kind of post in words."""
        return _POSTS[self]


_POSTS = {
    Post.POLICY: "Policy and strategy",
    Post.FINANCE: "Finance",
    Post.LEGAL: "Legal and governance",
    Post.DEMOCRATIC: "Democratic services",
    Post.DATA: "Performance and data",
    Post.COMMUNICATIONS: "Communications and web",
    Post.SERVICE: "Service managers",
    Post.SENIOR: "Chief officers",
    Post.OTHER: "Another kind of post",
}


class Stage(StrEnum):
    """The stage of the work the time went into, in the order of the work."""

    ASKED = "asked"
    PLAN = "plan"
    REPORT = "report"
    MEETINGS = "meetings"
    RETURN = "return"
    PROGRESS = "progress"

    @property
    def label(self) -> str:
        """The stage in words."""
        return _STAGES[self]


_STAGES = {
    Stage.ASKED: "What was asked, and reading it",
    Stage.PLAN: "The plan",
    Stage.REPORT: "The report",
    Stage.MEETINGS: "Meetings",
    Stage.RETURN: "Publication and the return",
    Stage.PROGRESS: "Progress",
}


class Span(StrEnum):
    """Whether an entry is for a week or for a month."""

    WEEK = "week"
    MONTH = "month"


@dataclass(frozen=True, slots=True)
class Time:
    """What one entry says. ``quarters`` are quarter hours; ``first_on`` is the first day of the week or the month."""

    post: Post
    stage: Stage
    quarters: int
    span: Span
    first_on: date
    words: str = ""

    @property
    def hours(self) -> str:
        """The hours in figures, such as 1.75."""
        return in_hours(self.quarters)

    @property
    def when(self) -> str:
        """The week or month in words."""
        return f"{self.first_on:%B %Y}" if self.span is Span.MONTH else f"Week of {in_words(self.first_on)}"


@dataclass(frozen=True, slots=True)
class Entry:
    """An entry with what became of it: the later entry in its place, or why it was taken back; empty while it counts.

    ``corrects`` is the number of the entry in whose place this one stands, and ``why`` the reason given for that.
    """

    number: int
    time: Time
    corrects: int | None = None
    why: str = ""
    corrected_by: int | None = None
    taken_back: str = ""

    @property
    def counts(self) -> bool:
        """Whether it is in the totals."""
        return self.corrected_by is None and not self.taken_back

    @property
    def became(self) -> str:
        """What became of it, in a sentence; empty while it counts."""
        if self.taken_back:
            return f"Taken back: {self.taken_back.strip().rstrip('.')}."
        return f"Corrected by entry {self.corrected_by}." if self.corrected_by else ""


@dataclass(frozen=True, slots=True)
class Switched:
    """That recording was switched on or off: with a word on what for, by whom and when."""

    is_on: bool
    words: str
    by: str
    at: datetime


def in_hours(quarters: int) -> str:
    """Quarter hours as hours in figures, without needless noughts."""
    return f"{quarters / 4:.2f}".rstrip("0").rstrip(".")


def quarters_in(hours: Decimal) -> int:
    """How many quarter hours these hours are. Raises a Refusal for none, for too many, and between the quarters."""
    if not 0 < hours <= MOST_HOURS:
        raise Refusal(
            f"An entry is for more than no time and for at most {MOST_HOURS} hours.", next_step="Correct the hours."
        )
    if hours * 4 % 1:
        raise Refusal(f"{hours.normalize():f} hours is not in quarter hours.", next_step="Round it, as 1.25 or 1.5.")
    return int(hours * 4)


def first_of(span: Span, day: date) -> date:
    """The first day of the week (its Monday) or of the month in which a day falls."""
    return day.replace(day=1) if span is Span.MONTH else day - timedelta(days=day.weekday())


def totals(entries: Iterable[Entry]) -> tuple[tuple[Stage, int], ...]:
    """The quarter hours that count at every stage, in the order of the work; a stage without any has nought."""
    counted = [one.time for one in entries if one.counts]
    return tuple((stage, sum(one.quarters for one in counted if one.stage is stage)) for stage in Stage)


def answer_of(entries: Iterable[Entry], switched: Switched | None) -> str:
    """Whether time is recorded, and how much was, in a sentence or two."""
    total = sum(one.time.quarters for one in entries if one.counts)
    said = "1 hour of officer time is" if total == 4 else f"{in_hours(total)} hours of officer time are"
    if switched is None:
        return "Officer time is not recorded here."
    if switched.is_on:
        return f"{said} on record." if total else "Officer time is recorded here. Nothing is entered yet."
    off = f"Officer time is no longer recorded here, since {in_words(switched.at.date())}."
    return f"{off} {said} on record from before, and may not be the whole." if total else off


def check_switch(words: str, *, is_on: bool, now: Switched | None) -> None:
    """Raise a Refusal for what is so already, and without a word on what for or why."""
    if is_on is (now is not None and now.is_on):
        raise Refusal(f"Recording is {'on' if is_on else 'off'} already.", next_step="Look at the page again.")
    if not words.strip():
        raise Refusal(
            "It is not said what the time is recorded for." if is_on else "It is not said why it ends.",
            next_step="Say it in a sentence.",
        )


def check_on(now: Switched | None) -> None:
    """Raise a Refusal where recording is off."""
    if now is None or not now.is_on:
        raise Refusal(
            "Officer time is not recorded here.",
            next_step="Ask a policy officer or the chief executive to switch it on.",
        )


def check_time(time: Time, *, today: date) -> None:
    """Raise a Refusal for a week or month still to come."""
    if time.first_on > today:
        raise Refusal(f"{time.when} is still to come.", next_step="Correct the day.")


def check_settling(entry: Entry, why: str) -> None:
    """Raise a Refusal for an entry that no longer counts, and for correcting or taking back without the reason."""
    if not entry.counts:
        raise Refusal(f"Entry {entry.number} no longer counts. {entry.became}", next_step="Look at the list again.")
    if not why.strip():
        raise Refusal("It is not said why.", next_step="Give the reason.")
