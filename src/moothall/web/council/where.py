"""Where a plan is: who has it and by when, what is missing by name, and the dates it is bound by."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.apps.intake import queries as intake
from moothall.apps.people import queries as people
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.routes import clocks, recounts
from moothall.apps.routes import queries as routes
from moothall.documents.layouts import committee_report
from moothall.domain.coverage import coverage
from moothall.domain.days import in_words
from moothall.domain.overrides import Override
from moothall.domain.roles import Role
from moothall.domain.standing_dates import StandingDate
from moothall.domain.timetable import Step
from moothall.domain.trail import TrailStep
from moothall.domain.waiting import Due
from moothall.reference import house_templates
from moothall.web.components.words import listed, lower_first
from moothall.web.council.access import Here, address

SHOWN = 4
"""How many names of what is missing stand in a sentence before the rest are counted."""
_NUMBERS = ("No", "One", "Two", "Three", "Four", "Five", "Six", "Seven", "Eight", "Nine")


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: a few bold words, what to know of it, and the way to mend it."""

    what: str
    detail: str
    href: str
    link: str


def answer(here: Here, waiting: TrailStep | None, due: Due, *, names: Sequence[str]) -> str:
    """Who has the plan, what for, and by when, in a sentence or two. ``names`` hold the role that is waited for."""
    if waiting is None:
        return "The plan is endorsed, published and sent, and its progress is recorded."
    owner, stage = waiting.stage.owner, waiting.stage.key
    todo = lower_first(waiting.stage.todo.rstrip("."))
    if stage == "in_force" and waiting.on:
        return f"Call-in is open. The decision is in force on {_day(waiting.on)}."
    is_yours = owner in here.roles
    if not is_yours and not names:
        return f"Nobody here is {owner.label if owner else 'asked'} yet, to {todo}."
    who, has = ("You", "have") if is_yours else (listed(names, "or"), "has")
    if stage == "followed":
        return f"{who} {has} it, to {todo}."
    if due.is_past:
        return f"{who} {has} it, to {todo}. The deadline was {in_words(due.on)}."
    if stage == "met":
        return f"{due.what} on {_day(due.on)}. It is then for {'you' if is_yours else who} to {todo}."
    return f"{who} {has} until {_day(due.on)} to {todo}."


def _day(day: date) -> str:
    return f"{day:%A} {day.day} {day:%B}"


_CLOCKS = {
    "key_decision_notice": "Key decision notice",
    "general_exception_notice": "Notice to the chair of scrutiny",
    "agenda_publication": "Papers public for {}",
    "summons": "Summons for {}",
    "member_papers": "Papers public",
    "scrutiny": "{} looks at it",
    "decision": "{} decides",
    "publish_decision": "Decision published",
    "call_in": "Call-in closes",
    "call_in_waived": "Call-in set aside",
    "in_force": "In force",
}


@dataclass(frozen=True, slots=True)
class ClockRow:
    """One date beside the answer: a short name, the day, its place on its page, and what moved it where it was moved.

    ``put`` is a date of the proper officer, ``follows`` says which other date moved this one, ``counted_on`` is as
    computed.
    """

    name: str
    on: date
    anchor: str
    put: Override | None
    asks: bool
    follows: str
    counted_on: date


def short_name(step: Step) -> str:
    """A step of the route in the few words that stand beside its day."""
    return _CLOCKS.get(step.step, step.what).format(step.body or "the decision")


def clock_rows(dates: Sequence[StandingDate]) -> list[ClockRow]:
    """The dates of the route as they stand but the last, the sending."""
    return [
        ClockRow(
            name=short_name(one.step),
            on=one.step.on,
            anchor=f"date-{number}",
            put=one.override if not one.is_done else None,
            asks=one.asks and not one.is_done,
            follows=one.follows,
            counted_on=one.counted.on,
        )
        for number, one in enumerate(dates, start=1)
        if one.step.step != "submit"
    ]


def names_for(here: Here, waiting: TrailStep | None) -> tuple[str, ...]:
    """The names of those whose turn it is; empty where nobody holds the role."""
    owner: Role | None = waiting.stage.owner if waiting else None
    return people.names_of(owner, here.workspace.pk) if owner else ()


def missing(here: Here, draft: Any, report: Any, *, today: date, is_decided: bool) -> list[Missing]:
    """What is missing by name, while members have not decided: questions, parts of the report, rules, remarks."""
    if is_decided:
        return []
    stale, rules = _new_dates(here, today), _rules(here, today)
    return [*stale, *_questions(here, draft), *_parts(here, report), *rules, *_remarks(here)]


def _new_dates(here: Here, today: date) -> Iterable[Missing]:
    found = recounts.recounted(routes.route(here.workspace), as_of=today)
    if found and found.is_changed:
        first = (*found.breaks, *found.reasons, "The rules or the holidays have changed.")[0]
        yield Missing(
            "The dates of your route are not what they were.",
            first,
            address(here, "route"),
            "See old and new side by side",
        )


def _questions(here: Here, draft: Any) -> Iterable[Missing]:
    if draft is None:
        return
    still_open = coverage(here.round_, plans.plan(draft, here.round_)).still_open
    if still_open:
        first = still_open[0].question
        yield Missing(
            f"{_count(len(still_open), 'question has', 'questions have')} no answer and no reason.",
            f"{_some([one.question.title for one in still_open])}.",
            address(here, "question", first.id) if here.may("write_plan") else address(here, "plan"),
            "Answer it, or say why not" if len(still_open) == 1 else f"Begin with “{first.title}”",
        )


def _parts(here: Here, report: Any) -> Iterable[Missing]:
    if report is None:
        return
    template = house_templates.by_id(report.house_template)
    parts = committee_report.missing(reports.value(report), template)
    if parts:
        yield Missing(
            f"{_count(len(parts), 'part', 'parts')} of the covering report "
            f"{'is' if len(parts) == 1 else 'are'} not written.",
            f"{_some(parts)}.",
            address(here, "report"),
            "See what the template asks for",
        )


def _rules(here: Here, today: date) -> Iterable[Missing]:
    pack = clocks.pack_of(here.workspace, today)
    if "call_in" in pack.defaults and pack.call_in:
        yield Missing(
            "Your call-in rule is not entered.",
            "The dates after the decision are counted by the commonest rule, which may not be yours.",
            address(here, "rules"),
            "Enter it" if here.may("enter_rules") else "See what is assumed",
        )


def _remarks(here: Here) -> Iterable[Missing]:
    newest = next(iter(intake.uploads(here.workspace)), None)
    if newest is None:
        return
    for one in newest.remarks or ():
        yield Missing(
            "A remark on the report you brought in.",
            one["message"],
            address(here, "document", newest.pk),
            "See it beside the report",
        )


def _some(names: Sequence[str]) -> str:
    more = len(names) - SHOWN
    return listed(names) if more <= 1 else listed([*names[:SHOWN], f"{more} more"])


def _count(number: int, one: str, many: str) -> str:
    counted = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{counted} {one if number == 1 else many}"
