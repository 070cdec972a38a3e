"""A council's meetings as they are kept: nothing twice, nothing lost, every change with its reason."""

from __future__ import annotations

from datetime import UTC, date, datetime, time
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from moothall.apps.meetings import actions, queries
from moothall.apps.meetings.models import Change, Meeting
from moothall.documents.reading.meetings import read_list, read_pasted
from moothall.domain.authorities import BodyKind
from moothall.domain.calendars import Gone, Outcome, Status, compare
from moothall.domain.meeting_lines import MeetingLine
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 5, 24, 9, tzinfo=UTC)
LATER = datetime(2024, 6, 24, 9, tzinfo=UTC)
SUMMER = "Cabinet 9 July 2024, 6pm\nCouncil 18 July 2024\nCabinet 23 July 2024, 6pm"


def pasted(text: str) -> tuple[MeetingLine, ...]:
    return read_pasted(text, as_of=NOW.date(), until=date(2025, 5, 31)).lines


def entries(*rows: tuple[str, str, str]) -> tuple[MeetingLine, ...]:
    """A calendar of (uid, name, day)."""
    events = "".join(
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:{name}\r\nDTSTART;VALUE=DATE:{day}\r\nEND:VEVENT\r\n"
        for uid, name, day in rows
    )
    data = f"BEGIN:VCALENDAR\r\n{events}END:VCALENDAR\r\n".encode()
    return read_list(data, name="c.ics", as_of=NOW.date(), until=date(2025, 5, 31)).lines


def brought_in(here: Council, lines: tuple[MeetingLine, ...], at: datetime = NOW, **more: Any) -> actions.BroughtIn:
    by = here.who(Role.DEMOCRATIC_SERVICES)
    return actions.bring_in_meetings(
        workspace=here.workspace, lines=lines, source=more.pop("source", "c.ics"), by=by, at=at, **more
    )


def stands(here: Council) -> list[tuple[str, str, str]]:
    return [(row.body, row.on.isoformat(), row.status) for row in queries.meetings(here.workspace)]


def test_a_pasted_calendar_is_kept_once_for_the_council(council: Council) -> None:
    done = brought_in(council, pasted(SUMMER))

    assert (done.new, done.moved, done.cancelled) == (3, 0, 0)
    assert stands(council) == [
        ("Cabinet", "2024-07-09", "planned"),
        ("Council", "2024-07-18", "planned"),
        ("Cabinet", "2024-07-23", "planned"),
    ]
    assert [row.gss for row in Meeting.objects.all()] == [council.workspace.gss] * 3


def test_the_same_list_twice_brings_nothing_twice(council: Council) -> None:
    brought_in(council, pasted(SUMMER))

    with pytest.raises(Refusal, match="Every meeting in it is kept already"):
        brought_in(council, pasted(SUMMER))

    assert Meeting.objects.count() == 3


def test_an_entry_with_the_same_name_and_another_day_is_a_move_and_keeps_its_former_day(council: Council) -> None:
    brought_in(council, entries(("a", "Cabinet", "20240709")))

    done = brought_in(council, entries(("a", "Cabinet", "20240716")))

    assert (done.new, done.moved) == (0, 1)
    assert stands(council) == [("Cabinet", "2024-07-16", "moved")]
    change = Change.objects.get(what="moved")
    assert (change.day("before"), change.day("after"), change.reason) == ("2024-07-09", "2024-07-16", "As in c.ics")


def test_a_meeting_that_a_newer_calendar_leaves_out_is_asked_about_and_never_dropped(council: Council) -> None:
    brought_in(
        council, entries(("a", "Cabinet", "20240709"), ("b", "Cabinet", "20240723"), ("c", "Council", "20240718"))
    )
    newer = entries(("b", "Cabinet", "20240723"), ("d", "Cabinet", "20240702"))

    found = compare(newer, queries.kept(council.workspace), as_of=NOW.date())
    brought_in(council, newer)

    assert [one.meeting.on for one in found.vanished] == [date(2024, 7, 9)], "of a body and in the days of the list"
    assert ("Cabinet", "2024-07-09", "planned") in stands(council)


def test_what_is_answered_of_a_meeting_left_out_is_done(council: Council) -> None:
    brought_in(council, pasted(SUMMER))
    newer = pasted("Cabinet 2 July 2024, 6pm\nCabinet 16 July 2024, 6pm\nCabinet 30 July 2024, 6pm")
    first, second = compare(newer, queries.kept(council.workspace), as_of=NOW.date()).vanished

    done = brought_in(council, newer, gone=[Gone(first.key, arrival=1), Gone(second.key, is_cancelled=True)])

    assert (done.new, done.moved, done.cancelled) == (2, 1, 1)
    assert ("Cabinet", "2024-07-16", "moved") in stands(council)
    assert ("Cabinet", "2024-07-23", "cancelled") in stands(council)
    assert Change.objects.get(what="cancelled").reason == "Not in c.ics"


def test_an_answer_about_a_meeting_that_is_in_the_list_again_is_refused(council: Council) -> None:
    brought_in(council, pasted(SUMMER))
    kept = Meeting.objects.get(body="Council")

    with pytest.raises(Refusal, match="changed since you checked"):
        brought_in(council, pasted(SUMMER), gone=[Gone(kept.pk, is_cancelled=True)])

    assert "cancelled" not in {status for _, _, status in stands(council)}


def test_a_meeting_called_off_in_a_calendar_stays_as_cancelled_and_may_come_back(council: Council) -> None:
    brought_in(council, pasted("Cabinet 9 July 2024"))

    brought_in(council, pasted("Cabinet 9 July 2024 CANCELLED"))
    after_calling_off = stands(council)
    brought_in(council, pasted("Cabinet 9 July 2024"))

    assert after_calling_off == [("Cabinet", "2024-07-09", "cancelled")]
    assert stands(council) == [("Cabinet", "2024-07-09", "moved")]
    assert [one.what for one in Change.objects.all()] == ["brought_in", "cancelled", "back"]


def test_the_kind_somebody_chose_for_a_body_holds_against_the_guess(council: Council) -> None:
    brought_in(council, pasted("Policy Board 9 July 2024"), kinds={"Policy Board": BodyKind.EXECUTIVE})

    assert Meeting.objects.get().kind == "executive"


def test_what_has_been_held_is_moved_by_no_list(council: Council) -> None:
    brought_in(council, entries(("a", "Cabinet", "20240709")))
    Meeting.objects.update(status=Status.MET.value)

    found = compare(entries(("a", "Cabinet", "20240716")), queries.kept(council.workspace), as_of=LATER.date())

    assert [one.outcome for one in found.arrivals] == [Outcome.NOTHING]
    assert found.arrivals[0].said == "It met on Tuesday 9 July 2024; that stands."


def _cabinet(here: Council) -> Meeting:
    return actions.add_meeting(
        workspace=here.workspace, body="Cabinet", kind=BodyKind.EXECUTIVE, on=date(2024, 7, 9), starts_at=time(18),
        by=here.who(Role.POLICY_OFFICER), at=NOW,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("deed", "more", "sentence"),
    [
        ("move_meeting", {"on": date(2024, 7, 16), "starts_at": None, "reason": " "}, "There is no reason."),
        ("move_meeting", {"on": date(2024, 7, 9), "starts_at": time(18), "reason": "Why"}, "meets on Tuesday 9 July"),
        ("cancel_meeting", {"reason": ""}, "There is no reason."),
    ],
)
def test_a_change_without_a_reason_or_a_difference_is_refused(
    council: Council, deed: str, more: dict[str, Any], sentence: str
) -> None:
    row, by = _cabinet(council), council.who(Role.DEMOCRATIC_SERVICES)

    with pytest.raises(Refusal, match=sentence):
        getattr(actions, deed)(workspace=council.workspace, meeting=row, **more, by=by, at=NOW)

    assert stands(council) == [("Cabinet", "2024-07-09", "planned")]


def test_a_cancelled_meeting_is_not_moved_and_its_day_is_free_again(council: Council) -> None:
    row, by = _cabinet(council), council.who(Role.DEMOCRATIC_SERVICES)
    actions.cancel_meeting(workspace=council.workspace, meeting=row, reason="No quorum", by=by, at=NOW)

    with pytest.raises(Refusal, match="is cancelled"):
        actions.move_meeting(
            workspace=council.workspace, meeting=row, on=date(2024, 7, 16), starts_at=None, reason="Why", by=by, at=NOW
        )
    _cabinet(council)

    assert [status for _, _, status in stands(council)] == ["cancelled", "planned"]


def test_a_body_is_not_kept_twice_at_one_time(council: Council) -> None:
    _cabinet(council)

    with pytest.raises(Refusal, match="Cabinet on Tuesday 9 July 2024 is kept already"):
        _cabinet(council)


def test_the_database_keeps_one_meeting_for_an_entry_and_no_meeting_without_a_body(council: Council) -> None:
    brought_in(council, entries(("a", "Cabinet", "20240709")))

    for values in ({"body": "Cabinet", "uid": "a"}, {"body": ""}):
        with pytest.raises(IntegrityError), transaction.atomic():
            Meeting.objects.create(gss=council.workspace.gss, kind="executive", on=date(2024, 7, 10), **values)


def test_what_happened_to_a_meeting_can_be_neither_changed_nor_deleted(council: Council) -> None:
    _cabinet(council)

    for change in (lambda: Change.objects.update(reason="Another"), lambda: Change.objects.all().delete()):
        with pytest.raises(DatabaseError, match="cannot be"), transaction.atomic():
            change()
