"""What the progress page says first, and each milestone as a row: a shape, a word, and what the council said."""

from collections.abc import Sequence
from dataclasses import dataclass

from moothall.domain.plans import Measure
from moothall.domain.progress import MilestoneState, Standing
from moothall.web.components.words import listed, plain_day, weekday

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
    return MilestoneRow(
        key=one.milestone.key,
        title=one.milestone.title,
        shape=shape,
        word=f"{word}, {one.late}" if one.late else word,
        weight="strong" if one.owes_word else "quiet",
        note=f"{one.commitment.title}. Due {plain_day(one.milestone.due_on)}{passed}.",
        words=words,
    )


def answer(standings: Sequence[Standing], unread: Sequence[Measure]) -> str:
    """What waits for somebody, in one or two sentences; or that nothing does, and what comes next."""
    owed = [one.milestone for one in standings if one.owes_word]
    said = []
    if len(owed) == 1:
        said.append(f"{owed[0].title} was due on {weekday(owed[0].due_on)} and nothing was said since.")
    elif owed:
        titles = listed([one.title for one in owed])
        said.append(f"{len(owed)} milestones are past their day and nothing was said since: {titles}.")
    if unread:
        said.append(f"No reading yet of {listed([one.title for one in unread])}.")
    return " ".join(said) or _next(standings)


def _next(standings: Sequence[Standing]) -> str:
    ahead = [one.milestone for one in standings if not one.is_past_due and not _is_settled(one)]
    if not ahead:
        return "Nothing waits for a word."
    return f"Nothing waits for a word. Next is {ahead[0].title}, due on {plain_day(ahead[0].due_on)}."


def _is_settled(one: Standing) -> bool:
    return one.update is not None and one.update.state in (MilestoneState.DONE, MilestoneState.STOPPED)
