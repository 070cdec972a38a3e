"""A route that a council puts together for itself, and what is wrong with one that cannot be walked to its end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.decisions import StepValue
from moothall.domain.route_table import DECIDING
from moothall.domain.routes import ROUTES, Deed, Term, route
from moothall.domain.walks import walk

NAMES: dict[BodyKind, str] = {
    BodyKind.EXECUTIVE: "Cabinet",
    BodyKind.FULL_COUNCIL: "Full Council",
    BodyKind.COMMITTEE: "Policy Committee",
    BodyKind.SCRUTINY: "Overview and Scrutiny Committee",
    BodyKind.INDIVIDUAL_MEMBER: "Leader",
    BodyKind.OFFICER: "Chief executive",
}
"""What a body is called until the council gives its own name."""

DEED_WORDS: dict[Deed, str] = {
    Deed.ADVISE: "looks at it and advises",
    Deed.DECIDE: "decides",
    Deed.DECIDE_URGENTLY: "decides urgently",
    Deed.APPROVE_APPROACH: "approves the approach",
    Deed.FINISH: "finishes the text under the delegation",
    Deed.SEND: "sends it",
    Deed.RATIFY: "ratifies what was sent",
    Deed.NOTE: "notes what was sent",
    Deed.AGREE_DELAY: "asks for a later day",
}
"""What each deed is, to stand after the name of who does it."""

TERM_WORDS: dict[Term, str] = {
    Term.REPRESENTATIONS: "after written representations, which the member reads first",
    Term.SIGNED_BY_TWO: "both of them sign",
    Term.CONSENT: "with the consent of the person the constitution names",
    Term.LEAD_MEMBERS_ASKED: "after asking the lead members",
    Term.GROUP_ADVISES: "a group of members advises first, not in public",
    Term.REPORTED: "the use of urgency is reported afterwards",
    Term.REPORTED_BACK: "what was finished is reported back to members",
    Term.STANDING: "the delegation stands for later versions too",
    Term.BEFORE_EFFECT: "sent before the decision takes effect",
    Term.NAMED_IN_REPORT: "inside another report, whose title and recommendations name the plan",
    Term.OTHER_COUNCILS: "one text with other councils, each of which decides for itself",
    Term.EACH_RETURN: "two returns, each with a recommendation of its own",
    Term.ALREADY_ADOPTED: "a strategy already adopted serves as the plan",
}
"""What a step rests on, in words."""

_DECIDES = frozenset(DECIDING)
_OF: dict[Term, frozenset[Deed]] = {
    Term.GROUP_ADVISES: frozenset({Deed.FINISH}),
    Term.REPORTED_BACK: frozenset({Deed.FINISH}),
    Term.STANDING: frozenset({Deed.FINISH}),
    Term.BEFORE_EFFECT: frozenset({Deed.SEND}),
}
"""The deeds a term belongs to; every other belongs to a step that decides."""
_BY_A_MEETING = frozenset({Deed.ADVISE, Deed.RATIFY, Deed.NOTE, Deed.APPROVE_APPROACH})


@dataclass(frozen=True, slots=True)
class OwnStep:
    """One step: who, of what kind, does what; ``who`` acts for it or with it, ``terms`` are what it rests on."""

    body: str
    kind: BodyKind
    deed: Deed
    who: str = ""
    terms: tuple[Term, ...] = ()

    @property
    def sentence(self) -> str:
        """The step in words: Cabinet decides, both of them sign."""
        rest = [TERM_WORDS[term] for term in self.terms]
        return ", ".join([f"{self.body or 'Nobody named'} {DEED_WORDS[self.deed]}", *rest])


@dataclass(frozen=True, slots=True)
class OwnRoute:
    """A council's own route under its name. ``based_on`` is the id of the shape it was started from, or empty."""

    name: str
    steps: tuple[OwnStep, ...]
    based_on: str = ""

    @property
    def parts(self) -> tuple[StepValue, ...]:
        """The steps as a workspace takes them, without days."""
        return tuple(
            StepValue(one.body, one.kind, one.deed.decides, deed=one.deed, who=one.who, terms=one.terms)
            for one in self.steps
        )


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a composed route. ``step`` counts from 1; None where it is about the whole."""

    step: int | None
    says: str
    next_step: str


def of_shape(id_: str) -> OwnRoute:
    """One of the shapes councils took, to start from. Raises KeyError for an id that is none."""
    shape = route(id_)
    steps = tuple(
        OwnStep(NAMES[one.body or BodyKind.OFFICER], one.body or BodyKind.OFFICER, one.deed, terms=one.terms)
        for one in shape.steps
    )
    return OwnRoute(shape.name, steps, shape.id)


def like(own: OwnRoute) -> str:
    """The id of the shape that has the same kinds of body doing the same in the same order, or empty."""
    mine = [(one.kind, one.deed) for one in own.steps]
    shapes = [shape for shape in ROUTES if [(one.body or BodyKind.OFFICER, one.deed) for one in shape.steps] == mine]
    same = [shape for shape in shapes if [one.terms for one in shape.steps] == [one.terms for one in own.steps]]
    return next((shape.id for shape in (*same, *shapes)), "")


def faults(own: OwnRoute, *, governance: Governance | None = None) -> tuple[Fault, ...]:
    """Everything that keeps a composed route from being walked to its end, a sentence each; none where it can be."""
    found = [*_of_the_whole(own), *_of_each(own, governance), *_of_the_order(own.steps)]
    if not found and not _ends(own):
        found.append(Fault(None, "No way leads to the end of this route.", "Take steps out until one does."))
    return tuple(found)


def _of_the_whole(own: OwnRoute) -> Iterator[Fault]:
    if not own.name.strip():
        yield Fault(None, "The route has no name.", "Give it a name by which you find it again.")
    if not any(one.deed in _DECIDES for one in own.steps):
        yield Fault(
            None,
            "Nobody decides on this route, and nothing is decided on not to send a plan.",
            "Add the body that decides, ratifies or notes.",
        )
    if sum(one.deed is Deed.SEND for one in own.steps) > 1:
        yield Fault(None, "It is sent twice.", "Leave one step of sending; a changed text is sent again at that step.")


def _of_each(own: OwnRoute, governance: Governance | None) -> Iterator[Fault]:
    for number, one in enumerate(own.steps, start=1):
        if not one.body.strip():
            yield Fault(number, "Nobody is named at this step.", "Name the body, the member or the officer.")
        if governance is Governance.COMMITTEE and one.kind in (BodyKind.EXECUTIVE, BodyKind.INDIVIDUAL_MEMBER):
            yield Fault(
                number,
                "A committee system has no executive and no member who decides alone.",
                "Choose a committee, full Council or an officer.",
            )
        yield from _of_the_kind(number, one)
        yield from _of_the_terms(number, one)


def _of_the_kind(number: int, one: OwnStep) -> Iterator[Fault]:
    if one.deed in (Deed.FINISH, Deed.SEND, Deed.AGREE_DELAY) and one.kind.meets:
        yield Fault(
            number, f"A meeting cannot do this: {one.body} {DEED_WORDS[one.deed]}.", "Choose an officer or a member."
        )
    if one.deed in _BY_A_MEETING and one.kind is BodyKind.OFFICER:
        yield Fault(
            number, f"Members do this, not officers: {one.body} {DEED_WORDS[one.deed]}.", "Choose a body of members."
        )
    if one.kind is BodyKind.SCRUTINY and one.deed in _DECIDES - {Deed.NOTE}:
        yield Fault(number, f"{one.body} scrutinises and does not decide.", "Let it advise, or choose another body.")


def _of_the_terms(number: int, one: OwnStep) -> Iterator[Fault]:
    for term in one.terms:
        if one.deed not in _OF.get(term, _DECIDES):
            yield Fault(number, f"This does not belong to such a step: {TERM_WORDS[term]}.", "Take it away here.")
    if Term.SIGNED_BY_TWO in one.terms and one.kind.meets:
        yield Fault(number, "Two sign only where there is no meeting.", "Take it away, or choose an individual member.")
    if one.deed is Deed.DECIDE_URGENTLY and not {Term.CONSENT, Term.LEAD_MEMBERS_ASKED} & set(one.terms):
        yield Fault(
            number,
            "An urgent decision needs somebody who agrees to the urgency, or lead members who are asked.",
            "Say which of the two it rests on.",
        )


def _of_the_order(steps: Sequence[OwnStep]) -> Iterator[Fault]:
    sends = next((number for number, one in enumerate(steps) if one.deed is Deed.SEND), len(steps))
    last = max((number for number, one in enumerate(steps) if one.deed in _DECIDES), default=-1)
    for number, one in enumerate(steps):
        before = [other.deed for other in steps[:number]]
        if one.deed is Deed.ADVISE and number > last >= 0:
            yield Fault(number + 1, "It advises when all is decided.", "Put it before the body that decides.")
        if one.deed is Deed.FINISH and not {Deed.DECIDE, Deed.DECIDE_URGENTLY, Deed.APPROVE_APPROACH} & set(before):
            yield Fault(
                number + 1, "Nobody has delegated anything before this step.", "Put it after the body that delegates."
            )
        if one.deed in (Deed.RATIFY, Deed.NOTE) and number < sends:
            yield Fault(
                number + 1,
                f"Nothing is sent before {one.body} {DEED_WORDS[one.deed]}.",
                "Put the step of sending before it, or let this body decide.",
            )
        if one.deed in (Deed.DECIDE, Deed.DECIDE_URGENTLY, Deed.APPROVE_APPROACH) and number > sends:
            yield Fault(
                number + 1, f"{one.body} decides when it is sent already.", "Let it ratify, or send after it decides."
            )
        if one.deed in (Deed.AGREE_DELAY, Deed.FINISH) and number > sends and Term.STANDING not in one.terms:
            yield Fault(number + 1, "This comes too late: the plan is sent before it.", "Put it before the sending.")
    yield from _of_the_approach(steps)


def _of_the_approach(steps: Sequence[OwnStep]) -> Iterator[Fault]:
    for number, one in enumerate(steps):
        after = {other.deed for other in steps[number + 1 :]}
        if one.deed is Deed.APPROVE_APPROACH and not {Deed.FINISH, Deed.DECIDE} & after:
            yield Fault(
                number + 1,
                "Only the approach is approved, and nobody finishes the text or decides on it.",
                "Add the delegate who finishes it, or a body that decides on the text.",
            )


def _ends(own: OwnRoute) -> bool:
    """Whether going on with what is next leads to an end."""
    on = walk(own.parts)
    for _ in range(20 * (len(own.steps) + 2)):
        if on.next is None:
            return on.end is not None
        on = on.then(*on.next)
    return False
