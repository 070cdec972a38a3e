"""The demonstration's notices: given in time by democratic services, with the agenda and a paper that followed it."""

from dataclasses import replace
from datetime import date, datetime, time, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from moothall.apps.notices import actions, queries
from moothall.apps.notices.models import Agenda
from moothall.apps.workspaces.models import Workspace
from moothall.domain.agenda_changes import What
from moothall.domain.notice_checks import missing
from moothall.domain.notice_matter import drawn
from moothall.domain.notices import Given, Notice, NoticeKind
from moothall.reference.demonstration import Days

_ENGLAND = ZoneInfo("Europe/London")
_OFFICE = "Town Hall, reception"
_WORDS = {"address": _OFFICE, "place": "Council Chamber, Town Hall", "conflicts": "None was declared.",
          "dispensations": "None was needed."}  # fmt: skip


def before_the_meetings(workspace: Workspace, days: Days, by: Any) -> None:
    """The notice of the key decision, then of each meeting with its agenda, and one paper that followed.

    The notice of scrutiny's meeting came late, after its agenda, so that what follows from that can be seen.
    """
    for part in queries.parts(workspace, as_of=days.forward_plan_on):
        if part.matter.is_deciding:
            _give(workspace, part, NoticeKind.KEY_DECISION, days.forward_plan_on, by)
        on = days.agenda_on if part.matter.is_deciding else days.scrutiny_agenda_on
        if part.matter.body_kind.meets and part.matter.on is not None:
            late = not part.matter.is_deciding
            _give(workspace, part, NoticeKind.MEETING, days.scrutiny_notice_on if late else on, by)
            _agenda(workspace, part, on, by)


def after_the_decision(workspace: Workspace, days: Days, by: Any) -> None:
    """The written statement of what was decided."""
    on = days.decision_published_on
    for part in queries.parts(workspace, as_of=on):
        if part.matter.is_deciding:
            _give(workspace, part, NoticeKind.EXECUTIVE_RECORD, on, by)


def _at(day: date, hour: int) -> datetime:
    return datetime.combine(day, time(hour), _ENGLAND)


def _address(workspace: Workspace, what: str) -> str:
    return f"https://{workspace.slug}.example/{what}"


def _give(workspace: Workspace, part: queries.Part, kind: NoticeKind, on: date, by: Any) -> Notice | None:
    """A notice drafted from what is known, its gaps filled, and given at ten that day; none that is not owed."""
    if kind not in {one.kind for one in part.owed}:
        return None
    said = tuple(
        replace(one, words=_WORDS.get(one.code, one.words), source="") if not one.words else one
        for one in drawn(kind, part.matter)
    )
    row = actions.draft_notice(
        workspace=workspace, kind=kind, matter=part.matter, particulars=said, by=by, at=_at(on, 9)
    )
    lacks = missing(row.to_value())
    given = Given(_at(on, 10), by.name, _OFFICE, _address(workspace, f"notices/{row.number}"))
    why = "The page it stands on says the rest." if lacks else ""
    return actions.give_notice(notice=row, given=given, lacking_why=why, by=by, at=_at(on, 10)).to_value()


def _agenda(workspace: Workspace, part: queries.Part, on: date, by: Any) -> None:
    row: Agenda = actions.publish_agenda(
        workspace=workspace, matter=part.matter, published_at=_at(on, 11), office=_OFFICE,
        address=_address(workspace, "agendas"), by=by, at=_at(on, 11),
    )  # fmt: skip
    if part.matter.is_deciding:
        later = _at(on + timedelta(1), 15)
        actions.change_agenda(
            agenda=row, what=What.PAPER, title="Comments of scrutiny on the plan",
            why="They were agreed after the agenda had gone out.", public_at=later, by=by, at=later,
        )  # fmt: skip
