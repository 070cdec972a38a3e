"""What follows a valid call-in: the hearing, the decision looked at again, the council, and the end of the hold.

One table: in each state, what may happen next, whose turn it is, and whether the decision is held back. How long a
decision waits and what ends it are in each council's own constitution; the Act sets none of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, time
from enum import StrEnum

from moothall.domain.clocks.call_in_hold import NAME, PROVISION, RULE, VERSION
from moothall.domain.days import CountedDay, days_between, in_words, time_in_words
from moothall.domain.deadlines import Deadline
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role

HEARD_KIND = "heard"
"""The kind of a kept call-in whose day of effect follows from what became of the call-in, and not from a count."""


class What(StrEnum):
    """Something that happens after a call-in is marked valid."""

    HEARING_SET = "hearing_set"
    NO_ACTION = "no_action"
    SENT_BACK = "sent_back"
    REFERRED = "referred"
    CONFIRMED = "confirmed"
    CHANGED = "changed"
    COUNCIL_AGREED = "council_agreed"
    COUNCIL_SENT_BACK = "council_sent_back"
    COUNCIL_DECIDED = "council_decided"
    WITHDRAWN = "withdrawn"
    NOT_HEARD = "not_heard"


class Stage(StrEnum):
    """How a valid call-in stands."""

    TO_BE_SET = "to_be_set"
    SET = "set"
    SENT_BACK = "sent_back"
    WITH_COUNCIL = "with_council"
    TAKES_EFFECT = "takes_effect"
    REPLACED = "replaced"

    @property
    def holds(self) -> bool:
        """Whether the decision may not be carried out. One that was replaced never is."""
        return self is not Stage.TAKES_EFFECT

    @property
    def is_over(self) -> bool:
        """Whether nothing follows any more."""
        return self in {Stage.TAKES_EFFECT, Stage.REPLACED}


@dataclass(frozen=True, slots=True)
class Way:
    """Something that may happen: the link to it, its page's heading, and which boxes it has. A label is empty for none.

    ``words`` asks for the reasons or the views of whoever did it, ``body`` for a body it goes to, ``by_when`` for a day
    that is owed next. ``told`` says what happened, with the body's name to be put in.
    """

    what: What
    link: str
    heading: str
    on: str
    words: str
    told: str
    body: str = ""
    by_when: str = ""
    is_ahead: bool = False


WAYS: dict[What, Way] = {
    one.what: one
    for one in (
        Way(
            What.HEARING_SET, "Set the hearing", "When is the call-in heard?", "Day of the meeting",
            "What else is to be said of it, if anything", "The hearing by {body} is on {on}.",
            body="Who hears it", is_ahead=True,
        ),
        Way(
            What.NO_ACTION, "It was heard: no further action", "It was heard, and the decision stands",
            "Day of the hearing", "What was resolved, and why", "{body} heard it on {on} and took no further action.",
            body="Who heard it",
        ),
        Way(
            What.SENT_BACK, "It was heard: sent back", "It was heard, and sent back to whoever decided",
            "Day of the hearing", "What concerns were sent back, and why",
            "{body} heard it on {on} and sent the decision back.", body="Who heard it",
            by_when="Look at it again by",
        ),
        Way(
            What.REFERRED, "It was heard: referred to the council", "It was heard, and referred to the council",
            "Day of the hearing", "What was referred, and why",
            "{body} heard it on {on} and referred it to the council.", body="Who heard it",
            by_when="The council meets by",
        ),
        Way(
            What.CONFIRMED, "The decision was confirmed", "It was looked at again, and confirmed",
            "Day it was confirmed",
            "What was considered, and why it stands", "{body} looked at it again on {on} and confirmed it.",
            body="Who looked at it again",
        ),
        Way(
            What.CHANGED, "The decision was changed", "It was looked at again, and changed", "Day it was changed",
            "What was changed, and why", "{body} looked at it again on {on} and changed it.",
            body="Who looked at it again",
        ),
        Way(
            What.COUNCIL_AGREED, "The council did not object", "The council did not object", "Day the council met",
            "What the council resolved", "{body} met on {on} and did not object.", body="Which council",
        ),
        Way(
            What.COUNCIL_SENT_BACK, "The council sent it back", "The council sent it back with its views",
            "Day the council met", "The council’s views", "{body} met on {on} and sent it back with its views.",
            body="Which council", by_when="Look at it again by",
        ),
        Way(
            What.COUNCIL_DECIDED, "The council decided otherwise", "The council decided otherwise itself",
            "Day the council met", "Why the decision was the council’s to take, and what it resolved",
            "{body} met on {on} and decided otherwise.", body="Which council",
        ),
        Way(
            What.WITHDRAWN, "The call-in was withdrawn", "The call-in was withdrawn", "Day it was withdrawn",
            "Who withdrew it, and why", "It was withdrawn on {on}.",
        ),
        Way(
            What.NOT_HEARD, "Nobody heard it in time", "The time to hear it ran out", "Day on which the hold ended",
            "The rule by which the decision then takes effect", "Nobody heard it in time: the hold ended on {on}.",
        ),
    )
}  # fmt: skip

NEXT: dict[Stage, dict[What, Stage]] = {
    Stage.TO_BE_SET: {
        What.HEARING_SET: Stage.SET,
        What.WITHDRAWN: Stage.TAKES_EFFECT,
        What.NOT_HEARD: Stage.TAKES_EFFECT,
    },
    Stage.SET: {
        What.NO_ACTION: Stage.TAKES_EFFECT,
        What.SENT_BACK: Stage.SENT_BACK,
        What.REFERRED: Stage.WITH_COUNCIL,
        What.HEARING_SET: Stage.SET,
        What.WITHDRAWN: Stage.TAKES_EFFECT,
        What.NOT_HEARD: Stage.TAKES_EFFECT,
    },
    Stage.SENT_BACK: {What.CONFIRMED: Stage.TAKES_EFFECT, What.CHANGED: Stage.REPLACED},
    Stage.WITH_COUNCIL: {
        What.COUNCIL_AGREED: Stage.TAKES_EFFECT,
        What.COUNCIL_SENT_BACK: Stage.SENT_BACK,
        What.COUNCIL_DECIDED: Stage.REPLACED,
    },
    Stage.TAKES_EFFECT: {},
    Stage.REPLACED: {},
}


@dataclass(frozen=True, slots=True)
class Turn:
    """A stage in words: how it stands, whose turn it is (None where nobody's), and what they do."""

    word: str
    owner: Role | None
    todo: str


TURNS: dict[Stage, Turn] = {
    Stage.TO_BE_SET: Turn(
        "To be heard",
        Role.DEMOCRATIC_SERVICES,
        "Tell whoever decided and the chair of scrutiny, find the meeting that hears it, and put the request, the"
        " report and the decision on its agenda.",
    ),
    Stage.SET: Turn("Hearing set", Role.DEMOCRATIC_SERVICES, "Record what became of it when it has been heard."),
    Stage.SENT_BACK: Turn(
        "Sent back",
        Role.DEMOCRATIC_SERVICES,
        "Have it looked at again by whoever decided, and record whether it was confirmed or changed.",
    ),
    Stage.WITH_COUNCIL: Turn(
        "With the council", Role.DEMOCRATIC_SERVICES, "Put it on the council’s agenda, and record what it did."
    ),
    Stage.TAKES_EFFECT: Turn("Ended: the decision stands", None, "Nothing. The decision takes effect."),
    Stage.REPLACED: Turn(
        "Ended: the decision is replaced",
        Role.DEMOCRATIC_SERVICES,
        "Record what was resolved in its place, at the step that was added to the route.",
    ),
}


@dataclass(frozen=True, slots=True)
class Happening:
    """One thing that happened after a call-in. ``by_when`` is a day owed next, ``effect_on`` a day of effect of the
    council's own rule where ``rule`` has one."""

    what: What
    on: date
    words: str = ""
    body: str = ""
    at: time | None = None
    by_when: date | None = None
    effect_on: date | None = None
    rule: str = ""

    @property
    def told(self) -> str:
        """What happened, in a sentence."""
        when = in_words(self.on) + (f" at {time_in_words(self.at)}" if self.at else "")
        said = WAYS[self.what].told.format(body=self.body, on=when)
        return f"{said} That is due by {in_words(self.by_when)}." if self.by_when else said


def stage(happened: Iterable[Happening]) -> Stage:
    """How a valid call-in stands after all that happened, in order. Raises a Refusal where one does not follow."""
    at = Stage.TO_BE_SET
    for one in happened:
        at = after(at, one.what)
    return at


def after(at: Stage, what: What) -> Stage:
    """The stage that something leads to. Raises a Refusal where it cannot happen there."""
    if what not in NEXT[at]:
        may = " or ".join(WAYS[each].link.lower() for each in NEXT[at])
        raise Refusal(
            f"This does not follow: the call-in stands as “{TURNS[at].word.lower()}”.",
            next_step=f"Choose what may follow: {may}." if may else "Nothing follows any more.",
            rule=RULE,
        )
    return NEXT[at][what]


def check(happened: Sequence[Happening], new: Happening, *, called_in_on: date, today: date) -> Stage:
    """The stage that something new leads to. Raises a Refusal, with what to do, where it does not hold together."""
    reached, way = after(stage(happened), new.what), WAYS[new.what]
    earliest = max((one.on for one in happened if not WAYS[one.what].is_ahead), default=called_in_on)
    if way.body and not new.body.strip():
        raise Refusal("The body is not named.", next_step="Say who it was.")
    if new.what is not What.HEARING_SET and not new.words.strip():
        raise Refusal("There are no reasons.", next_step=f"{way.words}: write it as it was resolved.")
    if new.on < max(earliest, called_in_on):
        raise Refusal(
            f"{in_words(new.on)} comes before {in_words(max(earliest, called_in_on))}, when it stood so.",
            next_step="Correct the day.",
        )
    if not way.is_ahead and new.on > today:
        raise Refusal("That day is still to come.", next_step="Record it when it has happened.")
    if new.by_when and new.by_when < new.on:
        raise Refusal("What is owed next would be owed before that day.", next_step="Correct one of the two days.")
    if new.effect_on and reached is not Stage.TAKES_EFFECT:
        raise Refusal("The decision does not take effect by this.", next_step="Leave the day of effect empty.")
    if new.effect_on and (new.effect_on < new.on or not new.rule.strip()):
        raise Refusal(
            "A day of effect of your own needs its rule, and cannot come before what happened.",
            next_step="Give the paragraph of the constitution, or leave both empty.",
        )
    return reached


def effect(published: Deadline, happened: Sequence[Happening], *, called_in_on: date) -> Deadline | None:
    """The call-in as it stands once the hold has ended: its day of effect, with every day it was held back.

    The decision takes effect on the day on which the hold ends, and never before the day on which it would have without
    a call-in; the council's own rule goes first where it has another. None while it is held back, or is replaced.
    """
    if not happened or stage(happened) is not Stage.TAKES_EFFECT:
        return None
    last = happened[-1]
    counted_on = published.effective_on or last.on
    on = last.effect_on or max(last.on, counted_on)
    why = f"the council's own rule ({last.rule.strip()})" if last.effect_on else "the day on which the hold ended"
    if not last.effect_on and counted_on > last.on:
        why = "the day it would have taken effect without a call-in"
    return Deadline(
        clock=published.clock,
        rule=published.rule,
        version=published.version,
        what=published.what,
        provision=published.provision,
        calendar=published.calendar,
        counted=published.counted,
        on=published.on,
        at=published.at,
        effective_on=on,
        listed_on=published.listed_on,
        working_on=published.working_on,
        kind=HEARD_KIND,
        other_convention=published.other_convention,
        notes=(
            *published.notes,
            f"It was called in on {in_words(called_in_on)}. {last.told} It takes effect on {in_words(on)}: {why}.",
            "The Act does not say when a decision takes effect after a call-in: check with your monitoring officer.",
        ),
    )


def days_held(happened: Sequence[Happening], *, called_in_on: date, until: date | None = None) -> Deadline | None:
    """Every day a decision was held back by its call-in, to the day it takes effect or (still held) ``until``.

    None where neither is known, or they lie more than two years apart.
    """
    ended = bool(happened) and stage(happened) is Stage.TAKES_EFFECT
    end = (happened[-1].effect_on or happened[-1].on) if ended else until
    if end is None or end < called_in_on or (end - called_in_on).days > 731:
        return None
    said = {one.on: one.told for one in happened}
    counted = tuple(
        CountedDay(day, day < end or not ended, _why(day, called_in_on, end if ended else None, said))
        for day in days_between(called_in_on, end)
    )
    return Deadline(
        clock=NAME,
        rule=RULE,
        version=VERSION,
        what="The days on which the decision was held back",
        provision=PROVISION,
        calendar="No holiday matters: every day counts",
        counted=counted,
        on=end,
    )


def _why(day: date, first: date, end: date | None, said: dict[date, str]) -> str:
    if day == end:
        return f"{said.get(day, '')} The hold has ended".strip()
    if day == first:
        return "Called in: held back from now"
    return said.get(day, "Held back").rstrip(".")
