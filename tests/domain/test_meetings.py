"""Meetings written as one would write them in an email, and what is pointed out about them."""

from datetime import date, time

import pytest

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.days import Counting
from moothall.domain.meetings import LONGEST_TEXT, Meeting, body_kind, parse_text, remarks
from moothall.reference.bank_holidays import england

AS_OF, DEADLINE = date(2024, 5, 24), date(2024, 7, 19)


def read(text: str) -> list[tuple[str, str]]:
    meetings, not_understood = parse_text(text, AS_OF, DEADLINE)
    assert not_understood == ()
    return [(meeting.body, meeting.on.isoformat()) for meeting in meetings]


def test_meetings_are_read_from_a_line_of_an_email() -> None:
    found = read("Cabinet 13 June, 11 July, 25 July. Overview and Scrutiny 2 July. Council 18 July")

    assert found == [
        ("Cabinet", "2024-06-13"),
        ("Cabinet", "2024-07-11"),
        ("Cabinet", "2024-07-25"),
        ("Overview and Scrutiny", "2024-07-02"),
        ("Council", "2024-07-18"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Cabinet 13 and 27 June",
        "Cabinet meets on Thursday 13th June and Thursday the 27th of June 2024.",
        "Cabinet: 13/06/2024, 27.6.24",
        "Cabinet - 2024-06-13; 2024-06-27",
        "Cabinet June 13, June 27th",
        "cabinet\n  13 jun\n  Thu. 27 Jun.",
        "Cabinet (13 June) and then 27 June",
        "Cabinet 13 June at 6.30pm, 27 June at 10:00",
    ],
)
def test_the_ways_people_write_two_days_come_to_the_same(text: str) -> None:
    assert [(body.lower(), on) for body, on in read(text)] == [("cabinet", "2024-06-13"), ("cabinet", "2024-06-27")]


@pytest.mark.parametrize(
    ("written", "starts_at"),
    [
        ("at 6.30pm", time(18, 30)),
        ("7pm", time(19)),
        ("(10:00)", time(10)),
        ("noon", time(12)),
        ("12.15am", time(0, 15)),
    ],
)
def test_a_time_after_the_day_is_kept(written: str, starts_at: time) -> None:
    meetings, _ = parse_text(f"Cabinet 13 June {written}", AS_OF, DEADLINE)

    assert meetings == (Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 6, 13), starts_at),)


def test_a_day_without_a_year_falls_between_the_day_looked_from_and_the_deadline() -> None:
    meetings, _ = parse_text("Cabinet 18 December, 15 January", date(2024, 11, 1), date(2025, 2, 28))

    assert [meeting.on for meeting in meetings] == [date(2024, 12, 18), date(2025, 1, 15)]


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        ("13 June", "No body is named before 13 June: write Cabinet 13 June."),
        ("Cabinet 31 June", "31 June is not a day of the calendar: check it."),
        ("Cabinet 31/06/2024", "31/06/2024 is not a day of the calendar: check it."),
        ("Cabinet Friday 11 July", "Thursday 11 July 2024 is not a Friday: check the day."),
        ("the bins, fortnightly", '"bins, fortnightly" has no date that can be read: write it as Cabinet 13 June.'),
        ("x" * (LONGEST_TEXT + 1), f"The text has {LONGEST_TEXT + 1} characters"),
    ],
)
def test_what_is_not_understood_is_said_and_not_guessed(text: str, sentence: str) -> None:
    meetings, not_understood = parse_text(text, AS_OF, DEADLINE)

    assert meetings == ()
    assert not_understood[0].startswith(sentence)


def test_one_wrong_day_does_not_lose_the_others() -> None:
    meetings, not_understood = parse_text("Cabinet 13 June, 31 June, 11 July", AS_OF, DEADLINE)

    assert [meeting.on.day for meeting in meetings] == [13, 11]
    assert len(not_understood) == 1


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("Cabinet", BodyKind.EXECUTIVE),
        ("Executive Board", BodyKind.EXECUTIVE),
        ("Overview and Scrutiny Committee", BodyKind.SCRUTINY),
        ("Resources Select Committee", BodyKind.SCRUTINY),
        ("Council", BodyKind.FULL_COUNCIL),
        ("Annual Council", BodyKind.FULL_COUNCIL),
        ("Policy and Finance Committee", BodyKind.COMMITTEE),
        ("Council Tax Setting Committee", BodyKind.COMMITTEE),
        ("Leader", BodyKind.INDIVIDUAL_MEMBER),
        ("Cabinet Member for Resources", BodyKind.INDIVIDUAL_MEMBER),
        ("Chief Executive", BodyKind.OFFICER),
    ],
)
def test_a_bodys_kind_follows_from_its_name(name: str, kind: BodyKind) -> None:
    assert body_kind(name) is kind


def test_past_meetings_odd_days_and_bodies_that_cannot_decide_are_pointed_out() -> None:
    meetings, _ = parse_text("Cabinet 13 May, 27 May, 13 July. Policy Committee 18 June", AS_OF, DEADLINE)

    found = remarks(meetings, as_of=AS_OF, counting=Counting(england()), governance=Governance.EXECUTIVE)

    assert [remark.check for remark in found] == [
        "meeting_past",
        "meeting_on_no_working_day",
        "meeting_on_no_working_day",
        "body_does_not_decide",
    ]
    assert "Bank holiday: Spring bank holiday" in found[1].message


def test_a_cabinet_is_pointed_out_where_the_council_has_a_committee_system() -> None:
    meetings, _ = parse_text("Cabinet 13 June. Policy Committee 18 June", AS_OF, DEADLINE)

    found = remarks(meetings, as_of=AS_OF, counting=Counting(england()), governance=Governance.COMMITTEE)

    assert [remark.message.split(" is ")[0] for remark in found] == ["Cabinet"]
