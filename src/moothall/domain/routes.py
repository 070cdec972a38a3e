"""The routes a council can take a plan along: which bodies, in what order, and what each costs. Shapes, not dates.

Read from some fifty councils' records of one round; every shape here was taken by a real council.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from moothall.domain.authorities import BodyKind, Governance


class Deed(StrEnum):
    """What a body does with the plan at its step."""

    ADVISE = "advise"
    DECIDE = "decide"
    DECIDE_URGENTLY = "decide_urgently"
    APPROVE_APPROACH = "approve_approach"
    FINISH = "finish"
    SEND = "send"
    RATIFY = "ratify"
    NOTE = "note"
    AGREE_DELAY = "agree_delay"

    @property
    def resolves(self) -> bool:
        """Whether it ends in something resolved, which is kept as a decision with its limbs."""
        return self in RESOLVING

    @property
    def decides(self) -> bool:
        """Whether what is resolved is the council's answer on the plan, and not advice on the way to it."""
        return self in RESOLVING and self is not Deed.ADVISE


RESOLVING = frozenset({Deed.ADVISE, Deed.DECIDE, Deed.DECIDE_URGENTLY, Deed.APPROVE_APPROACH, Deed.RATIFY, Deed.NOTE})
"""The deeds of a body or a person that resolve something. The others finish, send, or wait for somebody else."""


class Term(StrEnum):
    """What a step rests on besides its own deed: something recorded before it, while it lasts, or afterwards."""

    REPRESENTATIONS = "representations"
    SIGNED_BY_TWO = "signed_by_two"
    CONSENT = "consent"
    LEAD_MEMBERS_ASKED = "lead_members_asked"
    GROUP_ADVISES = "group_advises"
    REPORTED = "reported"
    REPORTED_BACK = "reported_back"
    STANDING = "standing"
    BEFORE_EFFECT = "before_effect"
    NAMED_IN_REPORT = "named_in_report"
    OTHER_COUNCILS = "other_councils"
    EACH_RETURN = "each_return"
    ALREADY_ADOPTED = "already_adopted"


class Endorsement(StrEnum):
    """Whether a route ends with members having put their name to the plan itself."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class Way(StrEnum):
    """A way out, where no ordinary route makes the deadline or somebody must give way. None is ever said to fit."""

    GENERAL_EXCEPTION = "general_exception"
    CALL_IN_WAIVED = "call_in_waived"
    SPECIAL_URGENCY = "special_urgency"
    PRIVATE_AT_SHORT_NOTICE = "private_at_short_notice"
    URGENT_ITEM = "urgent_item"
    CONVENED_AT_SHORT_NOTICE = "convened_at_short_notice"
    RATIFY = "ratify"
    EXTENSION = "extension"
    SINGLE_MEMBER = "single_member"
    DELEGATION = "delegation"
    NOTE = "note"

    @property
    def order(self) -> int:
        """How far it is from an ordinary decision, 1 the nearest."""
        return _WAYS[self]


_WAYS = {way: number for number, way in enumerate(Way, 1)}
WAY_OF = {
    "R9": Way.SINGLE_MEMBER,
    "R10": Way.DELEGATION,
    "R12": Way.RATIFY,
    "R13": Way.EXTENSION,
    "R14": Way.NOTE,
}
"""The way out that a route is by its shape. The other ways out go along a shape that may also fit."""


@dataclass(frozen=True, slots=True)
class Pattern:
    """One step of a route's shape: which kind of body does what, and what that rests on besides.

    ``body`` is None for the issuer of the round.
    """

    body: BodyKind | None
    deed: Deed
    terms: tuple[Term, ...] = ()


@dataclass(frozen=True, slots=True)
class Route:
    """A shape of route. ``costs`` says what it trades, in sentences; ``order`` is how ordinary it is, 1 the most.

    ``way_out`` routes miss the ordinary rules or the deadline and are never said to fit. ``dated`` is False where the
    shape changes what is decided more than when: its dates are those of a route named in ``dates_of``.
    """

    id: str
    name: str
    steps: tuple[Pattern, ...]
    callable_: bool
    endorsement: Endorsement
    costs: tuple[str, ...]
    governance: frozenset[Governance]
    order: int
    way_out: bool = False
    dated: bool = True
    dates_of: tuple[str, ...] = ()


_EXECUTIVE = frozenset({Governance.EXECUTIVE, Governance.MAYOR})
_COMMITTEE = frozenset({Governance.COMMITTEE})
_ANY = frozenset(Governance)
_CABINET = Pattern(BodyKind.EXECUTIVE, Deed.DECIDE)
_SERVICE = Pattern(BodyKind.COMMITTEE, Deed.DECIDE)
_OFFICER_FINISHES = Pattern(BodyKind.OFFICER, Deed.FINISH)
_OFFICER_SENDS = Pattern(BodyKind.OFFICER, Deed.SEND)
_WHOLE, _DELEGATED = ("R1", "R4", "R6"), ("R2", "R5")
_YES, _PARTLY, _NO = Endorsement.YES, Endorsement.PARTLY, Endorsement.NO

ROUTES: tuple[Route, ...] = (
    Route("R1", "The executive decides", (_CABINET,), True, _YES, (), _EXECUTIVE, 1),
    Route(
        "R2",
        "The executive decides and leaves the final words to a delegate",
        (_CABINET, _OFFICER_FINISHES),
        True,
        _YES,
        ("Members do not see the final words before they are sent, unless the delegation says so.",),
        _EXECUTIVE,
        2,
    ),
    Route(
        "R3",
        "Scrutiny first, then the executive",
        (Pattern(BodyKind.SCRUTINY, Deed.ADVISE), _CABINET),
        True,
        _YES,
        ("The text must be ready for scrutiny's papers, earlier than for the executive's.",),
        _EXECUTIVE,
        3,
    ),
    Route("R4", "A service committee decides", (_SERVICE,), False, _YES, (), _COMMITTEE, 1),
    Route(
        "R5",
        "A service committee leaves the final words to an officer with a group of members",
        (_SERVICE, Pattern(BodyKind.OFFICER, Deed.FINISH, (Term.GROUP_ADVISES,))),
        False,
        _YES,
        ("The group of members advises; its meetings are not public.",),
        _COMMITTEE,
        2,
    ),
    Route(
        "R6",
        "Full Council decides",
        (Pattern(BodyKind.FULL_COUNCIL, Deed.DECIDE),),
        False,
        _YES,
        ("Council meets seldom, so a change of text after the papers are out is hard.",),
        _ANY,
        4,
    ),
    Route(
        "R7",
        "One executive member decides alone",
        (Pattern(BodyKind.INDIVIDUAL_MEMBER, Deed.DECIDE, (Term.REPRESENTATIONS,)),),
        True,
        _PARTLY,
        ("Endorsed by one member only: ask whether the round means more members by endorsement.",),
        _EXECUTIVE,
        5,
    ),
    Route(
        "R8",
        "Two executive members decide together",
        (Pattern(BodyKind.INDIVIDUAL_MEMBER, Deed.DECIDE, (Term.SIGNED_BY_TWO,)),),
        True,
        _PARTLY,
        ("Endorsed by two members only, and the scheme of delegation must allow it.",),
        _EXECUTIVE,
        6,
    ),
    Route(
        "R9",
        "One executive member decides urgently, without call-in",
        (Pattern(BodyKind.INDIVIDUAL_MEMBER, Deed.DECIDE_URGENTLY, (Term.CONSENT, Term.REPORTED)),),
        False,
        _PARTLY,
        ("Scrutiny loses its call-in, a named person must agree, and the use of urgency is reported afterwards.",),
        _EXECUTIVE,
        13,
        way_out=True,
    ),
    Route(
        "R10",
        "The chief executive decides urgently after asking the lead members",
        (Pattern(BodyKind.OFFICER, Deed.DECIDE_URGENTLY, (Term.LEAD_MEMBERS_ASKED, Term.REPORTED)),),
        False,
        _NO,
        ("No member decides, so endorsement is not shown: members should ratify afterwards.",),
        _ANY,
        14,
        way_out=True,
    ),
    Route(
        "R11",
        "The leader and the chief executive sign together, without a meeting",
        (Pattern(BodyKind.INDIVIDUAL_MEMBER, Deed.DECIDE, (Term.SIGNED_BY_TWO,)), _OFFICER_SENDS),
        True,
        _PARTLY,
        ("Endorsed by one member only, and no meeting shows it: publish the record of the decision.",),
        _EXECUTIVE,
        7,
    ),
    Route(
        "R12",
        "Send it marked subject to approval, ratify later",
        (_OFFICER_SENDS, Pattern(BodyKind.EXECUTIVE, Deed.RATIFY)),
        True,
        _PARTLY,
        ("What was sent may have to be corrected if members change it.",),
        _ANY,
        11,
        way_out=True,
    ),
    Route(
        "R13",
        "Ask for a later day and decide in the ordinary way",
        (Pattern(None, Deed.AGREE_DELAY), _CABINET),
        True,
        _YES,
        ("It rests on the issuer's agreement: have it in writing and show it to members.",),
        _ANY,
        12,
        way_out=True,
    ),
    Route(
        "R14",
        "Send it and have members note it",
        (_OFFICER_SENDS, Pattern(BodyKind.EXECUTIVE, Deed.NOTE)),
        False,
        _NO,
        ("To note is not to endorse: the round's requirement stays open.",),
        _ANY,
        15,
        way_out=True,
    ),
    Route(
        "R15",
        "Members approve the approach early and leave the text to a delegate",
        (Pattern(BodyKind.EXECUTIVE, Deed.APPROVE_APPROACH), _OFFICER_FINISHES),
        True,
        _PARTLY,
        ("Members endorse how the plan is made, not its words.",),
        _ANY,
        8,
        dated=False,
        dates_of=_DELEGATED,
    ),
    Route(
        "R16",
        "Inside a report members get anyway",
        (Pattern(BodyKind.EXECUTIVE, Deed.DECIDE, (Term.NAMED_IN_REPORT,)),),
        True,
        _YES,
        ("The plan must be named in the report's title and recommendations, or nobody will find it.",),
        _ANY,
        9,
        dated=False,
        dates_of=_WHOLE,
    ),
    Route(
        "R17",
        "One text for several councils, each deciding for itself",
        (Pattern(BodyKind.EXECUTIVE, Deed.DECIDE, (Term.OTHER_COUNCILS,)),),
        True,
        _YES,
        ("The slowest council sets the pace, and a change by one reopens the text for all.",),
        _ANY,
        10,
        dated=False,
        dates_of=_WHOLE,
    ),
    Route(
        "R18",
        "Two returns in one report",
        (Pattern(BodyKind.EXECUTIVE, Deed.DECIDE, (Term.EACH_RETURN,)),),
        True,
        _YES,
        ("Each return needs its own recommendation.",),
        _ANY,
        10,
        dated=False,
        dates_of=_WHOLE,
    ),
    Route(
        "R19",
        "A strategy already adopted serves as the plan",
        (Pattern(BodyKind.EXECUTIVE, Deed.DECIDE, (Term.ALREADY_ADOPTED,)),),
        True,
        _YES,
        ("It was not written for these questions: say where each is answered.",),
        _ANY,
        10,
        dated=False,
        dates_of=_WHOLE,
    ),
    Route(
        "R20",
        "A standing delegation for later versions",
        (_CABINET, Pattern(BodyKind.OFFICER, Deed.FINISH, (Term.STANDING, Term.REPORTED_BACK))),
        True,
        _YES,
        ("Later versions are no longer endorsed by members one by one.",),
        _ANY,
        10,
        dated=False,
        dates_of=_DELEGATED,
    ),
)

_BY_ID = {route.id: route for route in ROUTES}


def route(id_: str) -> Route:
    """The route with this id, such as R3. Raises KeyError for an id that is none."""
    return _BY_ID[id_]
