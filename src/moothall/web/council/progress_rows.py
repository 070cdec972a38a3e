"""What the progress page says first, and each milestone as a row: a shape, a word, and what the council said."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from moothall.domain.following import Followed, Wait
from moothall.domain.plans import Measure
from moothall.domain.progress import BreakKind, MilestoneState, Standing
from moothall.domain.reporting import Frequency
from moothall.web.components.words import listed, lower_first, number, plain_day, weekday

SHAPES = {
    MilestoneState.NOT_STARTED: "ring",
    MilestoneState.IN_HAND: "half",
    MilestoneState.DONE: "tick",
    MilestoneState.STOPPED: "square",
}
STATE_WORDS = {
    MilestoneState.NOT_STARTED: "Not started",
    MilestoneState.IN_HAND: "In hand",
    MilestoneState.DONE: "Done",
    MilestoneState.STOPPED: "Stopped",
}

BREAK_WORDS = {
    BreakKind.DEFINITION: "Its definition",
    BreakKind.UNIT: "Its unit",
    BreakKind.PERIOD: "The length of its periods",
    BreakKind.BASIS: "What it is taken from, or how",
}
FREQUENCY_WORDS = {
    Frequency.MONTHLY: "Every month",
    Frequency.QUARTERLY: "Every quarter",
    Frequency.HALF_YEARLY: "Every half year",
    Frequency.YEARLY: "Every year",
}


@dataclass(frozen=True, slots=True)
class MilestoneRow:
    """A milestone on the page. ``note`` is the commitment and the day; ``words`` are the council's own."""

    key: str
    title: str
    shape: str
    word: str
    weight: str
    note: str
    words: str


def milestone_row(one: Standing) -> MilestoneRow:
    """The row of one milestone. Only what needs a word from somebody is strong."""
    if one.update is None:
        shape, word, words = "ring", "No word yet", ""
    else:
        shape, word, words = SHAPES[one.update.state], STATE_WORDS[one.update.state], one.update.words
    passed = ", which has passed" if one.is_past_due else ""
    moved = f" Now expected {plain_day(one.due_on)}{passed}." if one.due_on != one.milestone.due_on else ""
    return MilestoneRow(
        key=one.milestone.key,
        title=one.milestone.title,
        shape=shape,
        word=f"{word}, {one.late}" if one.late else word,
        weight="strong" if one.owes_word else "quiet",
        note=f"{one.commitment.title}. Due {plain_day(one.milestone.due_on)}{'' if moved else passed}.{moved}",
        words=words,
    )


def answer(standings: Sequence[Standing], unread: Sequence[Measure], waiting: Sequence[Wait] = ()) -> str:
    """What waits for somebody, in a sentence or three; or that nothing does, and what comes next."""
    owed = [one for one in standings if one.owes_word]
    said = []
    if len(owed) == 1:
        said.append(f"{owed[0].milestone.title} was due on {weekday(owed[0].due_on)} and nothing was said since.")
    elif owed:
        titles = listed([one.milestone.title for one in owed])
        said.append(f"{len(owed)} milestones are past their day and nothing was said since: {titles}.")
    late = [one for one in waiting if one.period and one.is_overdue]
    due = [one for one in waiting if one.period and not one.is_overdue]
    if late:
        said.append(f"{_readings(late)} overdue, of {listed(_some(late))}.")
    if due:
        said.append(f"{_readings(due)} due, of {listed(_some(due))}.")
    unread = [one for one in unread if one.key not in {wait.item for wait in waiting}]
    if unread:
        said.append(f"No reading yet of {listed([one.title for one in unread])}.")
    return " ".join(said) or _next(standings)


def _readings(some: Sequence[Wait]) -> str:
    return "A reading is" if len(some) == 1 else f"{len(some)} readings are"


def _some(some: Sequence[Wait], most: int = 3) -> list[str]:
    names = list(dict.fromkeys(one.title for one in some))
    return names if len(names) <= most else [*names[:most], f"{len(names) - most} more"]


@dataclass(frozen=True, slots=True)
class WaitRow:
    """Something that waits for a word: what, whose word it is, by when, in a shape and a word."""

    item: str
    is_measure: bool
    title: str
    shape: str
    word: str
    weight: str
    note: str
    period: str


def wait_row(one: Wait) -> WaitRow:
    """The row of what waits. Only what is overdue is strong; a vacant post is said, never coloured."""
    if one.followed.is_vacant:
        post = f"; the post is {lower_first(one.followed.post)}" if one.followed.post else ""
        whose = f"Nobody follows it now{post}."
    else:
        whose = f"For {listed(one.followed.names, 'or')}."
    return WaitRow(
        item=one.item,
        is_measure=one.period is not None,
        title=one.what,
        shape="flag" if one.is_overdue else "clock",
        word=f"Was due {plain_day(one.due_on)}" if one.is_overdue else f"Due {plain_day(one.due_on)}",
        weight="strong" if one.is_overdue else "quiet",
        note=whose,
        period=one.period.ends_on.isoformat() if one.period else "",
    )


def _next(standings: Sequence[Standing]) -> str:
    ahead = sorted((one for one in standings if not one.is_past_due and not one.is_settled), key=lambda one: one.due_on)
    if not ahead:
        return "Nothing waits for a word."
    return f"Nothing waits for a word. Next is {ahead[0].milestone.title}, due on {plain_day(ahead[0].due_on)}."


def follow_words(one: Followed, is_measure: bool) -> str:
    """How one is followed, in a sentence: whose word it is, and how often it is told."""
    if one.is_vacant:
        whose = f"Vacant: nobody holds it{f' ({one.post})' if one.post else ''}."
    else:
        whose = f"{listed(one.names, 'or')}{f', {one.post}' if one.post and len(one.names) == 1 else ''}."
    if not is_measure:
        return whose
    if one.frequency is None:
        return f"{whose} How often it is measured is not said, so nothing is known to be due."
    return f"{whose} {FREQUENCY_WORDS[one.frequency]}, due {plural_days(one.days)} after the period."


def plural_days(days: int) -> str:
    """So many days, in words."""
    return f"{days} day{'' if days == 1 else 's'}"


def recorded_words(row: Any) -> str:
    """What a row that is not public yet says, in a line."""
    if hasattr(row, "value"):
        why = f" It corrects what was told before: {row.why}" if row.why else ""
        return f"{row.period}: {number(row.value)}. {row.note}{why}".strip()
    if hasattr(row, "state"):
        return f"{STATE_WORDS[MilestoneState(row.state)]}. {row.words}"
    if hasattr(row, "says"):
        return f"{row.says} ({row.meeting}, {plain_day(row.meeting_on)})"
    taken_back = " Taken back since." if row.ended_at else ""
    return f"Not comparable with before {plain_day(row.from_on)}: {row.words}{taken_back}"


def taken_words(taken: dict[str, Any]) -> str:
    """What was taken from a table, in a sentence."""
    parts = [
        f"{count} {one if count == 1 else many}"
        for count, one, many in (
            (taken["readings"], "reading", "readings"),
            (taken["updates"], "update", "updates"),
        )
        if count
    ]
    left = len(taken["left"])
    more = f" {left} {'cell was' if left == 1 else 'cells were'} wrong, and those rows were left." if left else ""
    return f"{listed(parts).capitalize()} recorded from the table.{more}"
