"""What a sentence says the council did, is doing or will do, and from where in the sentence it says so."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from moothall.documents.deed_words import (
    BEFALLS,
    DONE,
    DONE_BARE,
    HARD_TIMES,
    IMPERATIVE,
    LEAD_DONE,
    LEAD_NEXT,
    LEAD_NOW,
    NOT,
    PLANNED,
    ROUTE,
    SHORTEST,
    TRIGGERS,
    UNDER_WAY,
)
from moothall.documents.periods import WrittenPeriod, written_periods
from moothall.documents.plan_tables import ACTION, STATUS, WHEN, head_of, of_role
from moothall.documents.plan_text import PlanText, Row, Sentence
from moothall.domain.plans import CommitmentStatus
from moothall.domain.statements import Period, Side


# Verbs of deeds a council chooses. What befalls it ("faced", "saw", "received") is no commitment.
@dataclass(frozen=True, slots=True, eq=False)
class Deed:
    """A sentence that tells a deed of the council: how far it is and the time it gives, if any."""

    sentence: Sentence
    status: CommitmentStatus
    when: WrittenPeriod | None


@lru_cache(maxsize=2)
def deeds_of(text: PlanText) -> tuple[Deed, ...]:
    """The deeds a plan's sentences tell. Words of others and the plan's own way to members are left out."""
    found = []
    for sentence in text.sentences:
        if len(sentence.text.split()) < SHORTEST or not _may_commit(sentence):
            continue
        status = status_of(sentence)
        if status is not None:
            times = tuple(written_periods(sentence.text, dated_on=text.dated_on))
            found.append(
                Deed(sentence, status, _when(_of_the_deed(times, status, sentence.text), status, text.dated_on))
            )
    return tuple(found)


def status_of(sentence: Sentence) -> CommitmentStatus | None:
    """How far the deed of this sentence is, or None where it tells of no deed of the council."""
    text = sentence.text
    found: list[tuple[int, CommitmentStatus]] = []
    if sentence.words & TRIGGERS:
        for pattern, status in (
            (PLANNED, CommitmentStatus.PLANNED),
            (UNDER_WAY, CommitmentStatus.UNDER_WAY),
            (DONE, CommitmentStatus.DONE),
        ):
            if match := pattern.search(text):
                found.append((match.start(), status))
    told = (
        (min(found, key=lambda pair: pair[0])[1] if sentence.lead is None else found[0][1])
        if found
        else _by_lead(sentence)
    )
    return None if told is None or NOT.search(text) or HARD_TIMES.search(text) or BEFALLS.search(text) else told


def status_of_words(words: str) -> CommitmentStatus | None:
    """The status a heading, a lead-in or a cell of a status column gives, or None."""
    plain = words.strip().lower()
    if re.search(
        r"\b(?:not (?:yet )?(?:started|begun|done)|to (?:start|do)|planned|proposed|future|not "
        r"begun)\b",
        plain,
    ):
        return CommitmentStatus.PLANNED
    if re.search(
        r"\b(?:in progress|under ?way|under-way|ongoing|on-going|on track|started|begun|in hand|in train|"
        r"current|amber)\b",
        plain,
    ):
        return CommitmentStatus.UNDER_WAY
    if re.search(r"\b(?:done|complete[d]?|delivered|achieved|live|implemented|in place|closed|finished)\b", plain):
        return CommitmentStatus.DONE
    return None


def lead_status(words: str) -> CommitmentStatus | None:
    """The status the words that open a list give its items, or None."""
    if LEAD_NEXT.search(words) and not re.search(
        r"\bso far\b|\bto date\b|\bha(?:ve|s) (?:already "
        r")?\w+ed\b",
        words,
        re.I,
    ):
        return CommitmentStatus.PLANNED
    if LEAD_NOW.search(words) and not re.search(r"\bso far\b|\bto date\b", words, re.I):
        return CommitmentStatus.UNDER_WAY
    return CommitmentStatus.DONE if LEAD_DONE.search(words) else None


def _by_lead(sentence: Sentence) -> CommitmentStatus | None:
    """An item of a list or a short sentence without a subject, by its lead-in or its heading and its first word."""
    opening = sentence.lead or (sentence.part.heading if sentence.start <= 6 else "")
    given = lead_status(opening)
    if match := IMPERATIVE.match(sentence.text):
        ending = match.group("verb").lower()
        if given is None:
            return None
        return (
            CommitmentStatus.UNDER_WAY
            if given is CommitmentStatus.DONE and ending.split()[0].endswith("ing")
            else given
        )
    if DONE_BARE.match(sentence.text) and (sentence.lead or given or sentence.line.kind.value == "list_item"):
        return CommitmentStatus.DONE if given is not CommitmentStatus.PLANNED else None
    return None


def _may_commit(sentence: Sentence) -> bool:
    voice = sentence.voice()
    if voice is not None and voice.side is not Side.COUNCIL:
        return False
    if ROUTE.search(sentence.text) or sentence.text.rstrip().endswith(":"):
        return False
    return (
        sentence.part.value.theme != "barriers"
        or re.match(
            r"(?:in the meantime,? |meanwhile,? |for our part,? "
            r")?(?:we|the council) (?:will|have|are)\b",
            sentence.text,
            re.I,
        )
        is not None
    )


def _of_the_deed(times: Sequence[WrittenPeriod], status: CommitmentStatus, words: str) -> Sequence[WrittenPeriod]:
    """The times of a deed to come: those after its verb and the one that opens the sentence, where there are any.

    "The contract ends in 2026 and options will be brought in February" is due in February.
    """
    verb = PLANNED.search(words) if status is CommitmentStatus.PLANNED else None
    if verb is None:
        return times
    near = [each for each in times if each.start >= verb.start() or not words[: each.start].strip(" ,(")]
    return near or times


def _when(times: Sequence[WrittenPeriod], status: CommitmentStatus, dated_on: date | None) -> WrittenPeriod | None:
    """The time the words give the deed: for one to come the first that does not look back."""
    if status is CommitmentStatus.DONE:
        past = [
            each
            for each in times
            if dated_on is None or each.period.first_on is None or each.period.first_on <= dated_on
        ]
        return next((each for each in past if each.turn != "by"), past[0] if past else None)
    ahead = [each for each in times if not each.looks_back and not re.match(r"since\b", each.period.written, re.I)]
    if dated_on is not None:
        ahead = [each for each in ahead if each.period.last_on is None or each.period.last_on >= dated_on] or [
            each for each in ahead if each.turn == "by"
        ]
    if not ahead:
        return None
    return next((each for each in ahead if each.turn == "by"), ahead[0])


def due_remarks(deed: Deed, dated_on: date | None) -> list[str]:
    """What is doubtful about the time of a deed, a sentence each."""
    when = deed.when
    found: list[str] = []
    if when is None:
        return found
    if when.is_relative and dated_on is None:
        found.append(f"The plan gives no date of its own, so “{when.period.written}” is not worked out.")
    last = when.period.last_on
    if deed.status is CommitmentStatus.PLANNED and last is not None and dated_on is not None and last < dated_on:
        found.append(f"It is said to be still to come, and “{when.period.written}” is before the plan's own date.")
    return found


def period_of_cell(words: str, dated_on: date | None) -> Period | None:
    """The time a table's cell gives, read where it can be, else as written; None for an empty cell."""
    if not words.strip(" -–—") or words.strip().lower() in ("tbc", "tbd", "n/a"):
        return None
    first = next(iter(written_periods(words, dated_on=dated_on)), None)
    if first is None and status_of_words(words) is CommitmentStatus.DONE:
        return None  # "Complete" tells how far it is, not when
    return first.period if first else Period(words.strip())


def time_in(words: str, dated_on: date | None) -> Period | None:
    """The one time that words in a table give, or None where they give none or several."""
    times = list(written_periods(words, dated_on=dated_on))
    return times[0].period if len(times) == 1 else None


def status_of_row(row: Row) -> CommitmentStatus | None:
    """How far the action of a table's row is: by its status, by the words over its columns or its part, or its time."""
    cells = [" ".join(line.text for line in of_role(row, role)) for role in (STATUS, WHEN)]
    told = next((status for words in cells if (status := status_of_words(words)) is not None), None)
    if told is not None:
        return told
    heads = (head_of(row, ACTION), row.part.heading)
    if any(_ACHIEVED.search(words) for words in heads):
        return CommitmentStatus.DONE
    return status_of_words(row.part.heading) or (CommitmentStatus.PLANNED if cells[1].strip() else None)


_ACHIEVED = re.compile(
    r"\b(?:what (?:we(?:'ve|’ve| have)?|the council(?: has)?|has been|was|is) (?:did|done|achieved|delivered|changed)|"
    r"achievements?|successes|completed|track record|(?:projects?|actions?|changes?) (?:done|delivered|made))\b",
    re.IGNORECASE,
)
