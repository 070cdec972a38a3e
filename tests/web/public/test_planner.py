"""The planner for anyone: what it answers, what it says of bad input, and that a result can be linked."""

import json
from datetime import date, timedelta
from urllib.parse import urlencode

import pytest
import time_machine
from django.http import HttpResponse
from django.test import Client

from moothall.domain.authorities import Governance
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import parse_text
from moothall.domain.variants import every_route
from moothall.reference import bank_holidays, rule_packs

pytestmark = pytest.mark.django_db

SUMMER = {
    "round": "productivity-plans-2024",
    "council": "Wrenbourne Borough Council",
    "as_of": "24 May 2024",
    "meetings": "Cabinet 13 June, 11 July, 25 July. Overview and Scrutiny 2 July. Council 18 July",
}


def _ask(client: Client, **asked: str) -> HttpResponse:
    return client.get("/plan-a-route?" + urlencode({**SUMMER, **asked}))


def _text(answer: HttpResponse) -> str:
    return " ".join(answer.content.decode().split())


def test_the_form_alone_is_shown_where_nothing_is_asked(client: Client) -> None:
    answer = client.get("/plan-a-route")

    assert answer.status_code == 200
    assert "Show the routes" in _text(answer)
    assert "Ordered by days to spare" not in _text(answer)
    assert "There is a problem" not in _text(answer)


def test_the_verdict_stands_above_the_routes_and_names_the_ones_without_a_day_to_spare(client: Client) -> None:
    text = _text(_ask(client))

    assert "Eight routes still make Friday 19 July. Two leave no day to spare." in text
    assert "Cabinet, Thu 11 July" in text
    assert text.index("Two leave no day to spare") < text.index("First date to keep")


def test_cabinet_on_25_july_stays_in_the_table_and_says_what_to_trade(client: Client) -> None:
    text = _text(_ask(client))

    assert "6 days after the deadline" in text
    assert "marked subject to approval, or ask for a later day" in text


def test_cabinet_on_11_july_needs_its_agenda_public_by_wednesday_3_july(client: Client) -> None:
    text = _text(_ask(client, route="R1-2024-07-11"))

    assert 'id="route-name">Cabinet, Thu 11 July<' in text
    assert "Why Wednesday 3 July?" in text
    assert "Why Thursday 18 July?" in text
    assert "It is in force on Saturday 20 July, after the deadline." in text


def test_every_provision_that_was_not_read_asks_for_the_monitoring_officer(client: Client) -> None:
    text = _text(_ask(client, route="R1-2024-07-11"))

    assert "regulation 9(2) (check with your monitoring officer)" in text


def test_default_rules_say_so_and_rules_entered_do_not(client: Client) -> None:
    assert "is a default, the commonest seen" in _text(_ask(client))
    assert "is a default, the commonest seen" not in _text(_ask(client, checked="on"))
    assert "is a default, the commonest seen" not in _text(_ask(client, days="3"))


def test_what_is_said_of_the_rules_is_not_said_again_of_every_route(client: Client) -> None:
    text = _text(_ask(client, meetings="Cabinet 25 July", as_of="10 July 2024", key="yes"))

    assert "Call-in of 5 working days is a default" not in text
    assert "is a default, the commonest seen" in text


def test_a_shorter_call_in_leaves_more_days(client: Client) -> None:
    text = _text(_ask(client, days="3", closes="5pm", route="R1-2024-07-11"))

    assert "3 working days from publication" in text
    assert "Why Tuesday 16 July?" in text
    assert "Tuesday 16 July, 5pm" in text


def test_first_day_counts_closes_call_in_a_day_earlier(client: Client) -> None:
    text = _text(_ask(client, first_day_counts="yes", route="R1-2024-07-11"))

    assert "Why Wednesday 17 July?" in text


def test_a_committee_system_has_no_call_in_unless_it_is_entered(client: Client) -> None:
    asked = {"governance": "committee", "meetings": "Policy Committee 11 July"}

    assert "No call-in is counted" in _text(_ask(client, **asked))
    assert "5 working days from publication, that day left out" in _text(_ask(client, **asked, checked="on"))


def test_where_no_route_fits_the_page_says_so_and_opens_the_ways_out(client: Client) -> None:
    text = _text(_ask(client, meetings="Cabinet 25 July", as_of="10 July 2024", key="yes"))

    assert "No route still makes Friday 19 July." in text
    assert '<details class="mh-fold" open>' in text
    assert "Ask for a later day" in text


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"as_of": "the day after"}, "“the day after” is not a day with a month and a year. Write it like 24 May 2024"),
        ({"days": "five"}, "Enter the length of call-in as a whole number of days, such as 5"),
        ({"closes": "teatime"}, "Enter a time of day, such as 5pm or 17:00"),
        ({"round": "own", "deadline": ""}, "Enter the deadline, such as 19 July 2024, or choose a round above"),
        ({"meetings": "Cabinet 31 June"}, "31 June is not a day of the calendar: check it."),
        ({"meetings": "whenever it suits"}, "has no date that can be read"),
        ({"publish_allowance": "2"}, "only where the count is from the decision"),
        ({"governance": "monarchy"}, "Choose one of the answers to “How the council is run”"),
    ],
)
def test_bad_input_gets_a_sentence_beside_the_field_and_all_is_kept(
    client: Client, asked: dict[str, str], sentence: str
) -> None:
    text = _text(_ask(client, **asked))

    assert "There is a problem" in text
    assert text.count(sentence) >= 2, "in the summary and beside the field"
    assert asked.get("meetings", SUMMER["meetings"]) in text
    assert all(f'value="{typed}"' in text for name, typed in asked.items() if name in ("as_of", "days", "closes"))


def test_meetings_that_can_be_read_are_used_although_others_cannot(client: Client) -> None:
    text = _text(_ask(client, meetings="Cabinet 13 June. Cabinet 31 June."))

    assert "31 June is not a day of the calendar" in text
    assert "Cabinet, Thu 13 June" in text


def test_a_day_beyond_the_table_of_holidays_is_refused_in_a_sentence(client: Client) -> None:
    text = _text(
        _ask(client, round="own", deadline="19 July 2035", as_of="1 July 2035", meetings="Cabinet 3 July 2035")
    )

    assert "Bank holidays are not known for" in text


def test_a_deadline_of_ones_own_needs_no_round(client: Client) -> None:
    answer = client.get("/plan-a-route?deadline=2024-07-19&as_of=2024-05-24&meetings=Cabinet+11+July")

    assert "still make Friday 19 July." in _text(answer)


def test_a_remark_is_made_on_a_meeting_before_the_day_counted_from(client: Client) -> None:
    assert "is before the day you count from" in _text(_ask(client, meetings="Cabinet 13 May 2024, 11 July"))


@pytest.mark.parametrize(
    ("council", "remark"),
    [
        ("Nowhere Borough", "is not in the register of principal authorities"),
        ("Craven", "ended on Saturday 1 April 2023"),
        ("Harlow", ""),
        ("", ""),
    ],
)
def test_a_council_is_looked_up_on_the_day_counted_from(client: Client, council: str, remark: str) -> None:
    text = _text(_ask(client, council=council))

    assert (remark in text) if remark else ("register of principal" not in text)


def test_json_is_what_the_shell_prints(client: Client) -> None:
    answer = _ask(client, format="json")

    as_of, deadline = date(2024, 5, 24), date(2024, 7, 19)
    meetings, _ = parse_text(SUMMER["meetings"], as_of, deadline)
    expected = plan_routes(
        as_of=as_of,
        deadline_on=deadline,
        meetings=meetings,
        pack=rule_packs.default(Governance.EXECUTIVE),
        holidays=bank_holidays.england(),
    )
    lines = [json.loads(line) for line in answer.content.decode().splitlines()]
    assert lines == [each.as_plain() for each in every_route(expected, deadline_on=deadline)]
    assert answer.status_code == 200


def test_json_of_bad_input_is_an_error_in_a_sentence(client: Client) -> None:
    answer = _ask(client, as_of="never", format="json")

    assert answer.status_code == 400
    assert "is not a day" in json.loads(answer.content.decode().splitlines()[0])["error"]


@time_machine.travel("2024-06-03 10:00", tick=False)
def test_today_is_counted_from_where_no_day_is_given(client: Client) -> None:
    answer = client.get("/plan-a-route?round=productivity-plans-2024&meetings=Cabinet+11+July")

    assert "Count from Mon 3 June" in _text(answer) or "Counted from Mon 3 June" in _text(answer)


def test_every_route_has_an_address_of_its_own(client: Client) -> None:
    text = _text(_ask(client, meetings="Policy Committee 11 July. Planning Committee 11 July", governance="committee"))

    assert "route=R4-2024-07-11#" in text or "R4-2024-07-11-2" in text
    assert "R4-2024-07-11-2" in text


def test_what_is_typed_never_becomes_markup(client: Client) -> None:
    answer = _ask(client, meetings="<script>alert(1)</script> 11 July", council='"><b>bold')

    assert b"<script>alert" not in answer.content
    assert b'"><b>bold' not in answer.content


def test_routes_that_share_their_dates_stand_under_one_row_and_each_can_be_looked_at(client: Client) -> None:
    text = _text(_ask(client))
    looked_at = _text(_ask(client, route="R16-2024-06-13"))

    assert "The same dates also carry 4 other routes" in text
    assert "Inside a report members get anyway" in text
    assert 'id="route-name">Cabinet, Thu 13 June, inside a report members get anyway<' in looked_at
    assert "It has the dates of Cabinet, Thu 13 June, and differs in what is decided." in looked_at
    assert "Name the plan in the title and the recommendations" in looked_at


def test_where_none_fits_each_way_out_says_whose_consent_from_which_provision_and_what_comes_after(
    client: Client,
) -> None:
    text = _text(_ask(client, meetings="Cabinet 16 July, 25 July", as_of="15 July 2024", key="yes"))

    assert "No route still makes Friday 19 July." in text
    assert text.count("<dt>Whose consent</dt>") == text.count("<dt>Afterwards</dt>") > 5
    assert "regulation 6(1) and (2)" in text
    assert "Members endorse, change or refuse it" in text
    assert "Cabinet, convened at short notice" in text


def _weekly() -> str:
    """150 meetings of a municipal year, a week apart, as somebody would write them."""
    days = [date(2024, 5, 7) + timedelta(7 * week) for week in range(50)]
    said = [f"Cabinet {day:%-d %B %Y}. Overview and Scrutiny {day:%-d %B %Y}. Council {day:%-d %B %Y}" for day in days]
    return ". ".join(said)


def test_a_year_of_meetings_prints_the_best_of_each_kind_and_shows_the_rest_when_asked(client: Client) -> None:
    asked = {"round": "own", "deadline": "28 March 2025", "as_of": "1 May 2024", "meetings": _weekly(), "key": "no"}

    few, every = _text(_ask(client, **asked)), _text(_ask(client, **asked, all="1"))
    data = _ask(client, **asked, format="json").content.decode().splitlines()

    assert few.count("<tr") < 24 < 100 < every.count("<tr")
    assert "Show all" in few and "Show the best of each kind" in every
    assert len(data) > 400, "the data is complete whatever the page prints"


def test_a_route_that_is_thinned_away_is_printed_when_it_is_the_one_looked_at(client: Client) -> None:
    asked = {"round": "own", "deadline": "28 March 2025", "as_of": "1 May 2024", "meetings": _weekly(), "key": "no"}

    text = _text(_ask(client, **asked, route="R1-2024-11-05"))

    assert "<strong>Cabinet, Tue 5 November 2024</strong>" in text


def test_what_one_is_tied_to_is_kept_in_the_address_and_changes_the_routes(client: Client) -> None:
    exempt = _text(_ask(client, exempt="on", key="no", route="R1-2024-07-11"))
    reserved = _text(_ask(client, reserved="on"))
    avoided = _text(_ask(client, avoid="1 to 20 June", key="no"))
    blocked = _text(_ask(client, avoid="1 to 20 June", never="on", key="no"))

    assert "Give the first notice of the private meeting" in exempt
    assert "One route still makes Friday 19 July." in reserved
    assert "exempt=on" in exempt
    assert "one of the days you would rather avoid: advice, not a block" in avoided
    assert "is one of the days you will not use" in blocked


@pytest.mark.parametrize(
    ("asked", "sentence"),
    [
        ({"avoid": "the summer"}, "“the summer” is not a day, or one day to another. Write 25 May to 4 July"),
        ({"avoid": "4 July to 25 May"}, "The days to avoid begin on"),
        ({"avoid": "31 June"}, "“31 June” is not a day, or one day to another"),
        ({"ready_on": "soon"}, "“soon” is not a day with a month and a year"),
        ({"consultation": "a month"}, "Enter the days of consultation as a whole number, such as 28"),
        (
            {"reserved": "on", "not_used": "Council"},
            "The decision is reserved to Council, and Council may not be used.",
        ),
    ],
)
def test_what_one_is_tied_to_and_cannot_be_read_is_said_beside_its_field(
    client: Client, asked: dict[str, str], sentence: str
) -> None:
    text = _text(_ask(client, **asked))

    assert text.count(sentence) >= 2, "in the summary and beside the field"
    assert '<details class="mh-planner__rules" id="tied" open>' in text
