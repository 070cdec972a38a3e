"""A meeting is moved or called off: which of the notices given still serve, and which must be given anew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from moothall.domain.authorities import BodyKind
from moothall.domain.days import in_words
from moothall.domain.notice_kinds import KINDS, provisions_for
from moothall.domain.notice_timing import CountedBy, timing
from moothall.domain.notices import NoticeKind
from moothall.domain.provisions import Provision

OURS = "No provision says this in so many words: it is our reading. Ask your monitoring officer."


class Answer(StrEnum):
    """Whether a notice given for one day serves for another."""

    SERVES = "serves"
    ASK = "ask"
    ANEW = "anew"
    NOTHING = "nothing"


@dataclass(frozen=True, slots=True)
class Served:
    """Whether a given notice still serves, in a sentence with its provision; ``is_ours`` where it is our reading."""

    kind: NoticeKind
    answer: Answer
    says: str
    provision: Provision
    is_ours: bool = True


_STATES_THE_MEETING = frozenset(
    {
        NoticeKind.MEETING, NoticeKind.AGENDA, NoticeKind.SUMMONS, NoticeKind.PRIVATE_MEETING_SECOND,
        NoticeKind.PRIVATE_SHORT_NOTICE,
    }
)  # fmt: skip
_BEFORE_THE_DAY = frozenset({NoticeKind.KEY_DECISION, NoticeKind.GENERAL_EXCEPTION, NoticeKind.PRIVATE_MEETING})


def served(
    kind: NoticeKind, *, given_on: date, was_on: date, now_on: date | None, maker: BodyKind, by: CountedBy, as_of: date
) -> Served | None:
    """Whether a notice given for ``was_on`` serves a meeting or decision on ``now_on`` (None: called off).

    None where the kind does not hang on the day: a record of what was decided, a report, a reason. A notice that states
    the meeting itself is always given anew; one that only asks for days before a decision serves as far as its days
    reach, and its own words about the day are corrected.
    """
    if kind not in _STATES_THE_MEETING | _BEFORE_THE_DAY | {NoticeKind.FORWARD_PLAN, NoticeKind.SPECIAL_URGENCY}:
        return None
    provision = provisions_for(kind, maker)[0]
    if now_on is None:
        return Served(
            kind, Answer.NOTHING,
            f"There is nothing for it to serve: withdraw it. If the matter goes to another day, that one has"
            f" {KINDS[kind].in_sentence} of its own.", provision,
        )  # fmt: skip
    if now_on == was_on:
        return Served(kind, Answer.SERVES, "The day is the same.", provision, is_ours=False)
    moved = f"It names {in_words(was_on)}; the day is now {in_words(now_on)}."
    if kind in _STATES_THE_MEETING:
        return Served(
            kind, Answer.ANEW, f"{moved} It states the meeting itself, so it is given anew, with all its days.",
            provision,
        )  # fmt: skip
    if kind is NoticeKind.FORWARD_PLAN:
        return Served(
            kind, Answer.ANEW, f"{moved} Change the entry and say why; the one before stays on record.", provision
        )
    if kind is NoticeKind.SPECIAL_URGENCY:
        return Served(kind, Answer.ASK, f"{moved} {_urgent(now_on, was_on)}", provision)
    return _by_days(kind, given_on, moved, now_on, maker, by, as_of, provision)


def _urgent(now_on: date, was_on: date) -> str:
    if now_on > was_on:
        return "What can wait for the later day may not be urgent: count again whether five clear days now fit."
    return "The agreement was for a decision that could not be deferred; ask whether it covers the earlier day."


def _by_days(
    kind: NoticeKind, given_on: date, moved: str, now_on: date, maker: BodyKind, by: CountedBy, as_of: date,
    provision: Provision,
) -> Served:  # fmt: skip
    found = timing(kind, given_on=given_on, on=now_on, maker=maker, by=by, as_of=as_of)
    if found.in_time is not True:
        return Served(kind, Answer.ANEW, f"{moved} {found.says} {found.left}".strip(), provision)
    if kind is NoticeKind.PRIVATE_MEETING:
        says = "Its 28 clear days reach the new day. Whether notice of one meeting is notice of another is open."
        return Served(kind, Answer.ASK, f"{moved} {says} The safe way is to give it anew.", provision)
    says = "Its clear days reach the new day, so they need not run again. Correct the day it names."
    return Served(kind, Answer.SERVES, f"{moved} {says}", provision)
