"""A round as it stood on a day: the letter, and what was changed since with a date and an authority."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from moothall.domain.rounds import Change, ChangeKind, Question, Requirement, Round, Theme

ASKED_OF = {
    ChangeKind.DEADLINE_MOVED: ("on",),
    ChangeKind.DATE_MOVED: ("id", "on"),
    ChangeKind.LENGTH_CHANGED: (),
    ChangeKind.QUESTION_REWORDED: ("id", "text"),
    ChangeKind.QUESTION_ADDED: ("id", "title", "text", "theme"),
    ChangeKind.QUESTION_DROPPED: ("id",),
    ChangeKind.REQUIREMENT_REWORDED: ("id", "text"),
    ChangeKind.REQUIREMENT_ADDED: ("requirement",),
    ChangeKind.REQUIREMENT_DROPPED: ("id",),
}
"""What each change must say."""


def stood_on(round_: Round, day: date) -> Round:
    """The round as it stood at the end of a day: every amendment up to that day carried out, and no later one held."""
    known = tuple(one for one in sorted(round_.amendments, key=lambda one: one.on) if one.on <= day)
    return _carried_out(replace(round_, amendments=known))


def in_force(round_: Round) -> Round:
    """The round with every amendment carried out. The amendments themselves stay on it, to be shown."""
    return _carried_out(round_)


def lost_in(round_: Round) -> Iterator[tuple[int, int, str]]:
    """Each change that finds nothing to change or says too little, by its amendment, its place in it, and why.

    Amendments count in the order of their days, whatever their order in the file.
    """
    standing = replace(round_, amendments=())
    for at, amendment in sorted(enumerate(round_.amendments), key=lambda pair: (pair[1].on, pair[0])):
        for place, change in enumerate(amendment.changes):
            if why := _why_lost(standing, change):
                yield at, place, why
            else:
                standing = _changed(standing, change)


def _carried_out(round_: Round) -> Round:
    found = round_
    for amendment in sorted(round_.amendments, key=lambda one: one.on):
        for change in amendment.changes:
            if not _why_lost(found, change):
                found = _changed(found, change)
    return found


def _why_lost(round_: Round, change: Change) -> str:
    missing = [name for name in ASKED_OF[change.what] if not getattr(change, name)]
    if missing:
        return f"{' and '.join(missing)} must be given with {change.what.value}."
    asked, required = {one.id for _, one in round_.questions()}, {one.id for one in round_.requirements}
    match change.what:
        case ChangeKind.DATE_MOVED if change.id not in {one.id for one in round_.dates}:
            return f"No date of the round is called {change.id!r}."
        case ChangeKind.QUESTION_REWORDED | ChangeKind.QUESTION_DROPPED if change.id not in asked:
            return f"No question asked by then is called {change.id!r}."
        case ChangeKind.REQUIREMENT_REWORDED | ChangeKind.REQUIREMENT_DROPPED if change.id not in required:
            return f"No requirement standing by then is called {change.id!r}."
        case ChangeKind.QUESTION_ADDED if change.id in asked:
            return f"A question is called {change.id!r} already."
        case ChangeKind.QUESTION_ADDED if round_.theme(change.theme) is None:
            return f"No theme has the key {change.theme!r}."
        case ChangeKind.QUESTION_ADDED if change.under and not _is_in(round_.theme(change.theme), change.under):
            return f"No question of that theme is called {change.under!r}."
        case ChangeKind.REQUIREMENT_ADDED if change.requirement and change.requirement.id in required:
            return f"A requirement is called {change.requirement.id!r} already."
    return ""


def _is_in(theme: Theme | None, question: str) -> bool:
    return theme is not None and any(one.id == question for one in theme.questions)


def _changed(round_: Round, change: Change) -> Round:
    match change.what:
        case ChangeKind.DEADLINE_MOVED:
            return replace(round_, deadline_on=change.on or round_.deadline_on)
        case ChangeKind.LENGTH_CHANGED:
            return replace(round_, pages=change.pages)
        case ChangeKind.DATE_MOVED:
            moved = (replace(one, on=change.on or one.on) if one.id == change.id else one for one in round_.dates)
            return replace(round_, dates=tuple(moved))
        case ChangeKind.QUESTION_REWORDED | ChangeKind.QUESTION_ADDED | ChangeKind.QUESTION_DROPPED:
            return replace(round_, themes=tuple(_theme(one, change) for one in round_.themes))
        case _:
            return replace(round_, requirements=tuple(_requirements(round_.requirements, change)))


def _theme(theme: Theme, change: Change) -> Theme:
    if change.what is ChangeKind.QUESTION_ADDED:
        return _added(theme, change) if theme.key == change.theme else theme
    if change.what is ChangeKind.QUESTION_DROPPED:
        gone = next((one for one in theme.questions if one.id == change.id), None)
        # Its parts are asked on, at the place where it stood: only what is named is dropped.
        kept = (one for one in theme.questions if one is not gone)
        above = gone.under if gone else ""
        return replace(
            theme, questions=tuple(replace(one, under=above) if one.under == change.id else one for one in kept)
        )
    return replace(theme, questions=tuple(_reworded(one, change) for one in theme.questions))


def _added(theme: Theme, change: Change) -> Theme:
    new = Question(change.id, change.title, change.text, under=change.under)
    if not change.under:
        return replace(theme, questions=(*theme.questions, new))
    family = {change.under}
    last = 0
    for at, one in enumerate(theme.questions):
        if one.id in family or one.under in family:
            family.add(one.id)
            last = at
    return replace(theme, questions=(*theme.questions[: last + 1], new, *theme.questions[last + 1 :]))


def _reworded(question: Question, change: Change) -> Question:
    if question.id != change.id:
        return question
    return replace(question, text=change.text, title=change.title or question.title)


def _requirements(standing: tuple[Requirement, ...], change: Change) -> Iterator[Requirement]:
    for one in standing:
        if one.id != change.id:
            yield one
        elif change.what is ChangeKind.REQUIREMENT_REWORDED:
            yield replace(one, text=change.text)
    if change.what is ChangeKind.REQUIREMENT_ADDED and change.requirement:
        yield change.requirement
