"""Where a report is: who has it, since when and until when, what it still lacks, and how many days are left."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from moothall.domain.days import Counting
from moothall.domain.missing_things import Kind, Left, due_within, in_a_line, left, missing
from moothall.domain.remarks import Remark
from moothall.domain.report_completeness import Lacking
from moothall.domain.signoffs import State
from moothall.domain.whereabouts import Life, People, Request, Stage, Standing, Writing, sentence, whereabouts
from moothall.reference import bank_holidays

TODAY = date(2024, 6, 17)
PEOPLE = People(("Piers Tolland",), ("Uma Brackley",), ("Ines Harcombe",), ("Gwen Ostler",))
BEGUN = Life(
    letter_on=date(2024, 4, 16),
    deadline_on=date(2024, 7, 19),
    people=PEOPLE,
    begun_on=date(2024, 6, 3),
    written_on=date(2024, 6, 12),
    papers_on=date(2024, 7, 3),
    body="Cabinet",
    has_route=True,
    meets_on=date(2024, 7, 11),
)
FINANCE = Request(
    1, "the financial implications", False, State.WAITING, date(2024, 6, 21), date(2024, 6, 12), "Marion Bexley"
)
AGREED = replace(FINANCE, answer=State.AGREED, answered_by="Marion Bexley", answered_on=date(2024, 6, 14))
SIGNED = Request(
    2, "the Monitoring Officer’s sign-off", True, State.AGREED, date(2024, 6, 28), date(2024, 6, 15), "Helen Okafor",
    "Helen Okafor", date(2024, 6, 16),
)  # fmt: skip


def says(life: Life, as_of: date = TODAY) -> list[str]:
    return [sentence(one, as_of=as_of) for one in whereabouts(life, as_of=as_of).holdings]


def at(life: Life, as_of: date = TODAY) -> Stage | None:
    found = whereabouts(life, as_of=as_of).stage
    return found.stage if found else None


def test_whoever_was_asked_has_it_until_the_day_they_were_given() -> None:
    life = replace(BEGUN, requests=(FINANCE,))

    assert says(life) == ["Marion Bexley has it, for the financial implications, until Friday 21 June."]
    assert whereabouts(life, as_of=TODAY).holdings[0].since == date(2024, 6, 12)
    assert says(life, date(2024, 6, 24)) == [
        "Marion Bexley has it, for the financial implications. It was due Friday 21 June 2024."
    ]


def test_nothing_is_to_be_sent_or_late_once_members_resolved_to_send_none() -> None:
    resolved = "Cabinet resolved on Thursday 11 July 2024 that no plan is sent."
    public = replace(
        BEGUN, requests=(AGREED, SIGNED), handed_over_on=date(2024, 6, 17), met_on=date(2024, 7, 11),
        decided_on=date(2024, 7, 11), decision_published_on=date(2024, 7, 11), takes_effect_on=date(2024, 7, 19),
        not_sent=resolved,
    )  # fmt: skip
    later = date(2024, 8, 1)

    assert says(public, later) == [f"Nobody has anything to do. {resolved}"]
    assert at(public, later) is None
    assert Stage.SENT not in {one.stage for one in whereabouts(public, as_of=later).steps}
    assert Stage.SENT in {one.stage for one in whereabouts(replace(public, sent_on=later), as_of=later).steps}


def test_a_vacant_post_is_nobody_and_never_the_author_in_silence() -> None:
    life = replace(BEGUN, requests=(replace(FINANCE, holder=""),))

    assert says(life) == ["Nobody has it. Somebody has still to be named, for the financial implications."]


def test_the_line_goes_from_the_letter_to_the_sending_and_each_step_has_its_holder() -> None:
    agreed = replace(BEGUN, requests=(AGREED, SIGNED))
    handed = replace(agreed, handed_over_on=date(2024, 6, 17))
    met = replace(handed, met_on=date(2024, 7, 11))
    public = replace(
        met, decided_on=date(2024, 7, 11), decision_published_on=date(2024, 7, 11), takes_effect_on=date(2024, 7, 19)
    )
    sent = replace(public, plan_published_on=date(2024, 7, 19), sent_on=date(2024, 7, 19))
    evening, deadline = date(2024, 7, 12), date(2024, 7, 19)

    assert says(replace(BEGUN, begun_on=None))[0].startswith("Piers Tolland has it, to begin the covering report")
    assert says(replace(BEGUN, unwritten=("Options", "Risks", "Wards")))[0] == (
        "Piers Tolland has it, to write “Options”, “Risks” and “Wards”, until Wednesday 3 July."
    )
    assert says(BEGUN) == ["Piers Tolland has it, to ask for implications, until Wednesday 3 July."]
    assert says(replace(BEGUN, requests=(AGREED,)))[0].startswith("Piers Tolland has it, to ask for sign-off")
    assert at(agreed) is Stage.HANDED_OVER
    assert says(agreed)[0].startswith("Piers Tolland has it, to hand it over")
    assert says(handed) == ["Uma Brackley has it, for Cabinet, until Thursday 11 July."]
    assert says(met, evening) == ["Uma Brackley has it, to record what Cabinet resolved."]
    assert says(public, evening) == [
        "The decision is published, and in force on Friday 19 July unless it is called in."
    ]
    held = says(replace(public, held_since=evening), deadline)
    assert held[0] == "The decision was called in on Friday 12 July and is held back until that is settled."
    assert says(public, deadline) == ["Ines Harcombe has it, to publish the plan, until Friday 19 July."]
    assert at(sent, deadline) is None


def test_what_lapses_after_the_papers_were_handed_over_is_still_open_and_does_not_take_the_report_back() -> None:
    lapsed = replace(SIGNED, answer=State.LAPSED, changed=("Reasons",))
    life = replace(BEGUN, requests=(AGREED, lapsed), handed_over_on=date(2024, 6, 17))

    found = whereabouts(life, as_of=TODAY)

    assert {one.stage: one.standing for one in found.steps}[Stage.CLEARED] is Standing.OPEN
    assert found.stage and found.stage.stage is Stage.MET
    assert says(life)[1].startswith("Helen Okafor has it, for the Monitoring Officer’s sign-off, again because")


def test_what_nobody_has_said_is_said_to_be_unknown() -> None:
    nothing = Life(letter_on=BEGUN.letter_on, deadline_on=BEGUN.deadline_on)
    two_days = replace(BEGUN, said_meets_on=date(2024, 7, 18))

    assert whereabouts(nothing, as_of=TODAY).unknown == (
        "Nobody has begun the covering report.",
        "No route is chosen, so that of all days only the deadline is known.",
        "No meeting is named.",
    )
    assert says(nothing) == [
        "Nobody has it. Somebody has still to be named report author, to begin the covering report."
    ]
    assert whereabouts(two_days, as_of=TODAY).unknown == (
        "The report says it goes to a meeting on Thursday 18 July 2024, and the route to one on Thursday 11 July 2024.",
    )


def test_everything_missing_stands_in_one_order_with_who_has_it() -> None:
    writing = Writing("risks", "Risks", "Ines Harcombe", date(2024, 6, 10), date(2024, 6, 20))
    no = replace(SIGNED, answer=State.CANNOT_AGREE, reason="Not costed.")
    life = replace(BEGUN, requests=(FINANCE, no), writing=(writing,))
    lacks = [
        Lacking("options", Remark("slot_empty", "“Options” is not written yet.", None, "Write it.")),
        Lacking("risks", Remark("slot_empty", "“Risks” is not written yet.", None, "Write it.")),
        Lacking(
            "public_interest", Remark("exempt_without_reason", "It does not say why.", "Schedule 12A", "Write it.")
        ),
    ]

    found = missing(life, lacks, labels={"public_interest": "Public interest"}, open_remarks=["Reasons"], as_of=TODAY)

    assert [(one.kind, one.what, one.who) for one in found] == [
        (Kind.AGREEMENT, "Financial implications.", "Marion Bexley"),
        (Kind.AGREEMENT, "Monitoring Officer’s sign-off.", "Helen Okafor"),
        (Kind.EXEMPT, "Public interest.", ""),
        (Kind.PART, "Risks.", "Ines Harcombe"),
        (Kind.PART, "One other part is not written.", ""),
        (Kind.SAFETY, "One remark is open before the public sees it.", ""),
    ]
    assert found[0].detail == "With Marion Bexley since Wed 12 June, due Fri 21 June."
    assert found[1].detail == "Helen Okafor cannot agree: Not costed."
    assert in_a_line(found[:1]) == "Financial implications (Marion Bexley)"
    assert missing(replace(life, decided_on=TODAY), lacks, labels={}, open_remarks=["Reasons"], as_of=TODAY) == ()


def test_days_left_are_working_days_with_the_day_itself_and_a_weekend_is_none() -> None:
    counting = Counting(bank_holidays.england())

    assert left(TODAY, date(2024, 7, 3), counting) == Left(12, 16)
    assert left(date(2024, 6, 21), date(2024, 6, 24), counting).words == "1 working day"
    assert left(TODAY, TODAY, counting).words == "today"
    assert left(date(2024, 6, 24), date(2024, 6, 21), counting).words == "3 days ago"
    assert left(TODAY, date(2090, 1, 2), counting).working is None
    assert due_within([date(2024, 6, 24)], as_of=TODAY, number=7)
    assert not due_within([date(2024, 6, 25)], as_of=TODAY, number=7)
