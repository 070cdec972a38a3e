"""The shapes the read API answers in. Fields are added; none is taken away or changes its meaning within a version."""

from datetime import date, datetime
from typing import Any

from django.conf import settings
from django.urls import reverse
from ninja import Schema

from moothall.documents.exchange import plan_json
from moothall.domain.clock_list import ListedClock
from moothall.domain.fingerprints import plain
from moothall.domain.known_then import AS_KNOWN_ON
from moothall.domain.publications import PublishedPlan
from moothall.domain.rounds import Round


class RoundLine(Schema):
    """A round in a list."""

    slug: str
    title: str
    issuer: str
    legal_basis: str
    letter_on: date
    deadline_on: date
    is_invented: bool


class RoundWhole(RoundLine):
    """A round with its themes and questions, requirements and amendments, each as in the round's own file."""

    pages: tuple[int, int] | None
    note: str
    themes: list[dict[str, Any]]
    requirements: list[dict[str, Any]]
    promises: list[str]
    amendments: list[dict[str, Any]]


class PlanLine(Schema):
    """A published plan in a list: whose, which version, and where to read it. ``sent_at`` is null until it is sent."""

    round: str
    slug: str
    authority: str
    authority_name: str
    is_invented: bool
    title: str
    version: int
    published_at: datetime
    sent_at: datetime | None
    receipt_number: str
    withdrawn_at: datetime | None
    page: str
    data: str


class PlanWhole(PlanLine):
    """A published plan as data. ``plan`` is null once it was withdrawn; ``plan_format`` has its own schema.

    ``subject_to`` is what it is still subject to where it went out before members decided, ``decided_later`` what they
    made of it then. ``text_agrees`` says whether the agreed, published and sent texts are one, and ``text`` the same in
    a sentence.
    """

    is_latest: bool
    versions: list[int]
    note: str
    withdrawn_note: str
    is_endorsed: bool
    subject_to: str
    decided_later: str
    text_agrees: bool
    text: str
    fingerprint: str
    decision: dict[str, Any] | None
    trail: list[dict[str, Any]]
    plan: dict[str, Any] | None


class ClockArgument(Schema):
    """An argument of a clock. ``default`` says in words what holds where it is left out; null where it is needed."""

    key: str
    meaning: str
    default: str | None
    choices: list[str]


class ClockLine(Schema):
    """A clock in a list: what it gives, when an officer meets it, its rule, and what it may be asked with."""

    clock: str
    title: str
    gives: str
    moment: str
    rule: str
    provisions: list[str]
    arguments: list[ClockArgument]
    page: str
    data: str


class CountedDay(Schema):
    """A day of a count: whether it counts, and why."""

    day: date
    counts: bool
    why: str


class TestPoint(Schema):
    """What a test turns on: whether it is met, null where a person must say; a stable id of the reason; why."""

    about: str
    met: bool | None
    code: str
    says: str


class ClockAnswer(Schema):
    """A date with its working, key for key as the shell prints it; null where something does not apply.

    Only a clock that puts a test has ``points``.
    """

    clock: str
    rule: str
    provision: str
    on: date | None
    at: str | None
    effective_on: date | None
    listed_on: date | None
    working_on: date | None
    kind: str | None
    counted: list[CountedDay]
    calendar: str
    points: list[TestPoint] = []


class Problem(Schema):
    """What is wrong, in a sentence that says what to do next."""

    detail: str


class Unreadable(Schema):
    """What could not be read of the question, one entry a fault: where it stands and what it must be."""

    detail: list[dict[str, Any]]


def round_line(round_: Round) -> dict[str, Any]:
    """A round as one line of a list."""
    return {
        "slug": round_.slug,
        "title": round_.title,
        "issuer": round_.issuer,
        "legal_basis": round_.legal_basis.value,
        "letter_on": round_.letter_on,
        "deadline_on": round_.deadline_on,
        "is_invented": round_.fictional,
    }


def round_whole(round_: Round) -> dict[str, Any]:
    """A round with all it asks."""
    names = ("pages", "note", "themes", "requirements", "promises", "amendments")
    return {**round_line(round_), **{name: plain(getattr(round_, name)) for name in names}}


def plan_line(one: PublishedPlan) -> dict[str, Any]:
    """A published plan as one line of a list, with the addresses of its page and of itself here."""
    return {
        "round": one.round_slug,
        "slug": one.slug,
        "authority": one.gss,
        "authority_name": one.authority_name,
        "is_invented": one.is_fictional,
        "title": one.plan.title,
        "version": one.version,
        "published_at": one.published_at,
        "sent_at": one.sent_at,
        "receipt_number": one.receipt_number,
        "withdrawn_at": one.withdrawn_at,
        "page": settings.MOOTHALL.address + reverse("public:plan", args=(one.round_slug, one.slug)),
        "data": settings.MOOTHALL.address + reverse("api:plan", args=(one.round_slug, one.slug)),
    }


def plan_whole(one: PublishedPlan) -> dict[str, Any]:
    """A published plan as data, without its words once it was withdrawn."""
    return {
        **plan_line(one),
        "is_latest": one.is_latest,
        "versions": list(one.versions),
        "note": one.note,
        "withdrawn_note": one.withdrawn_note,
        "is_endorsed": one.is_endorsed,
        "subject_to": one.subject_to,
        "decided_later": one.decided_later,
        "text_agrees": one.agreement.agrees,
        "text": one.agreement.sentence,
        "fingerprint": one.agreement.published,
        "decision": plain(one.decision),
        "trail": plain(one.trail),
        "plan": None if one.withdrawn_at else plan_json.dump(one.plan),
    }


def clock_line(one: ListedClock) -> dict[str, Any]:
    """A clock as one line of a list, with the addresses of its page and of its answers here."""
    question = one.question
    return {
        "clock": question.name,
        "title": question.called,
        "gives": question.gives,
        "moment": question.moment.value,
        "rule": one.rule,
        "provisions": [provision.in_words() for provision in one.provisions],
        "arguments": [
            {
                "key": argument.key,
                "meaning": argument.meaning,
                "default": argument.default,
                "choices": [value for value, _ in argument.choices],
            }
            for argument in (*question.arguments, AS_KNOWN_ON)
        ],
        "page": settings.MOOTHALL.address + reverse("public:clock", args=(question.name,)),
        "data": settings.MOOTHALL.address + reverse("api:clock", args=(question.name,)),
    }
