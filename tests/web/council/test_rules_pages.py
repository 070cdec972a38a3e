"""The rules the council counts by: who sees and who changes them, what a change does, and every wrong answer."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
import time_machine
from django.test import Client

from moothall.apps.audit.models import Entry
from moothall.apps.rules import actions
from moothall.apps.rules import queries as rulebooks
from moothall.domain.local_rules import RuledClock
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
RULES = "/council/savings-plans/ambermere/route/rules"
CALL_IN = f"{RULES}/enter/call-in"
ON = datetime(2024, 7, 10, 9, tzinfo=UTC)
SAID = {
    "has_call_in": "yes",
    "reason": "",
    "days": "3",
    "unit": "working",
    "base": "publication",
    "first_day_counts": "no",
    "publish_allowance": "0",
    "publish_cutoff": "",
    "closes": "5pm",
    "effective": "next_working_day",
    "starts_after": "0",
    "on_nonworking_end": "leave",
    "key_only": "usual",
    "requesters": "",
    "grounds": "",
    "valid_from": "",
    "valid_to": "",
    "source": "Part 4, scrutiny rule 15",
    "why": "",
    "follows": "",
}


@pytest.fixture
def clerk(client: Client, council: Council) -> Client:
    client.force_login(council.who(Role.DEMOCRATIC_SERVICES), backend="django.contrib.auth.backends.ModelBackend")
    return client


def as_(client: Client, council: Council, role: Role) -> Client:
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def said(clerk: Client, address: str = CALL_IN, **changed: Any) -> str:
    """The form as it comes back with something wrong in it."""
    answer = clerk.post(address, SAID | changed)
    assert answer.status_code == 200
    return answer.content.decode()


def book(council: Council) -> Any:
    return rulebooks.rulebook_of(council.workspace.gss)


def enter(council: Council, rule: dict[str, Any], **more: Any) -> None:
    by = council.who(Role.DEMOCRATIC_SERVICES)
    actions.enter_rule(workspace=council.workspace, rule=rule, by=by, at=ON, **more)


def test_without_a_rule_of_its_own_a_council_is_warned_and_told_who_enters_it(client: Client, council: Council) -> None:
    page = as_(client, council, Role.POLICY_OFFICER).get(RULES).content.decode()

    assert "Nobody has entered your council’s call-in rule yet." in page
    assert "is a default, the commonest seen" in page
    assert "Uma Brackley can enter it." in page
    assert client.get(CALL_IN).status_code == 403
    assert "Enter yours" not in page


def test_every_kind_of_rule_stands_on_the_page_and_a_default_says_that_it_is_one(
    client: Client, council: Council
) -> None:
    from moothall.domain.local_rules import RULINGS

    page = as_(client, council, Role.CHIEF_EXECUTIVE).get(RULES).content.decode()

    assert all(ruling.title in page for ruling in RULINGS.values())
    assert page.count("Default</span>") == sum(one.otherwise is not None for one in RULINGS.values()) + 1
    assert "28 clear calendar days." in page


@pytest.mark.parametrize("role", [Role.DEMOCRATIC_SERVICES, Role.MONITORING_OFFICER])
def test_the_deeds_are_open_to_those_who_keep_the_constitution(client: Client, council: Council, role: Role) -> None:
    found = as_(client, council, role)

    assert found.get(CALL_IN).status_code == 200
    assert found.get(f"{RULES}/closures/enter").status_code == 200
    assert found.get(f"{RULES}/governance").status_code == 200


@pytest.mark.parametrize("role", [Role.POLICY_OFFICER, Role.REPORT_AUTHOR, Role.PERFORMANCE_MANAGER])
def test_everybody_else_reads_and_is_refused_the_deeds_in_a_sentence(
    client: Client, council: Council, role: Role
) -> None:
    enter(council, {"clock": "call-in", "value": {"days": 5}, "source": "Part 4"})
    found = as_(client, council, role)

    assert [found.get(f"{RULES}{page}").status_code for page in ("", "/history", "/learn", "/rule/call-in-1")] == [
        200,
        200,
        200,
        200,
    ]
    closed = [f"{RULES}/{one}" for one in ("correct/call-in-1", "end/call-in-1", "take-back/call-in-1", "governance")]
    assert [found.get(page).status_code for page in (CALL_IN, *closed)] == [403] * 5
    assert "democratic services" in found.get(CALL_IN).content.decode()


@time_machine.travel(ON, tick=False)
def test_after_the_rule_is_entered_its_dates_stand_beside_the_old_and_the_warning_is_gone(
    clerk: Client, council: Council
) -> None:
    page = clerk.post(CALL_IN, SAID, follow=True).content.decode()

    assert "A decision taken and published on Thursday 11 July 2024" in page
    assert "Call-in is open to the end of Thursday 18 July 2024." in page, "as it was counted before"
    assert "Call-in closes at 5pm on Tuesday 16 July 2024." in page, "as it is counted now"
    assert "Part 4, scrutiny rule 15" in page
    assert "is a default, the commonest" not in page
    assert book(council).rule("call-in-1").source == "Part 4, scrutiny rule 15"


@time_machine.travel(ON, tick=False)
def test_looking_shows_before_and_after_and_saves_nothing(clerk: Client, council: Council) -> None:
    page = said(clerk, look="yes")

    assert "Dates change" in page
    assert "Call-in is open to the end of Thursday 18 July 2024." in page
    assert "Call-in closes at 5pm on Tuesday 16 July 2024." in page
    assert "before Christmas Day and Boxing Day" in page, "the next holidays that stand close together"
    assert 'value="5pm"' in page
    assert book(council).is_empty
    assert Entry.objects.filter(event="rule.entered").count() == 0


@time_machine.travel(ON, tick=False)
def test_a_script_is_sent_the_part_alone_and_told_what_is_wrong_with_the_boxes(clerk: Client, council: Council) -> None:
    part = clerk.post(CALL_IN, SAID, headers={"X-Part": "example"}).content.decode()
    wrong = clerk.post(CALL_IN, SAID | {"days": "many"}, headers={"X-Part": "example"}).content.decode()

    assert "<html" not in part
    assert "Call-in closes at 5pm on Tuesday 16 July 2024." in part
    assert "Not a rule yet" in wrong
    assert "enter a whole number, such as 5" in wrong
    assert book(council).is_empty


@time_machine.travel(ON, tick=False)
def test_a_rule_for_a_day_to_come_is_tried_on_days_it_covers(clerk: Client) -> None:
    page = said(clerk, look="yes", valid_from="1 October 2024")

    assert "A decision taken and published on Thursday 3 October 2024" in page
    assert "Call-in closes at 5pm on Tuesday 8 October 2024." in page


def test_a_council_whose_constitution_has_no_call_in_says_why_and_nothing_is_counted(clerk: Client) -> None:
    page = clerk.post(CALL_IN, SAID | {"has_call_in": "no", "reason": "It has none."}, follow=True).content.decode()

    assert "Your constitution has no call-in." in page
    assert "No call-in is counted: It has none." in page


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"has_call_in": ""}, "Choose whether these decisions can be called in"),
        ({"has_call_in": "no"}, "Say why not, as the constitution has it"),
        ({"days": ""}, "Enter how many days call-in lasts, such as 5"),
        ({"days": "five"}, "enter a whole number, such as 5"),
        ({"days": "61"}, "enter at most 60"),
        ({"days": "0"}, "enter 1 or more"),
        ({"closes": "tea time"}, "Enter a time of day, such as 5pm or 17:00"),
        ({"publish_allowance": "2"}, "only where the decision itself starts the count. Enter 0"),
        (
            {"starts_after": "1", "first_day_counts": "yes"},
            "The first day cannot count where days after it are skipped",
        ),
        ({"on_nonworking_end": "next_working"}, "Where working days count the last day always is one"),
        ({"valid_from": "31 June 2024"}, "is not a day with a month and a year"),
        ({"valid_from": "1 July 2024", "valid_to": "30 June 2024"}, "The last day comes before the first, 1 July 2024"),
        ({"source": ""}, "Say where the rule stands in your constitution"),
        ({"makers": "the queen"}, "the queen"),
        ({"follows": "call-in-9", "valid_from": "1 May 2024"}, "There is no rule called"),
    ],
)
def test_a_wrong_answer_is_named_with_what_to_do_and_everything_typed_stays(
    clerk: Client, council: Council, changed: dict[str, str], sentence: str
) -> None:
    kept = {"source": "Part 4, scrutiny rule 15", "closes": "5pm", "valid_from": ""} | changed

    page = said(clerk, **changed)

    assert sentence in page
    assert "There is a problem" in page
    assert all(f'value="{kept[name]}"' in page for name in ("source", "closes", "valid_from") if kept[name])
    assert book(council).is_empty


def test_a_rule_that_contradicts_another_is_refused_naming_both_with_everything_kept(
    clerk: Client, council: Council
) -> None:
    clerk.post(CALL_IN, SAID)

    page = said(clerk, days="4", valid_from="1 May 2024")

    assert "Two rules answer for call-in" in page
    assert "call-in-1" in page
    assert 'value="1 May 2024"' in page
    assert len(book(council).rules) == 1


def test_a_rule_that_follows_ends_the_one_before_it_on_the_day_before(clerk: Client, council: Council) -> None:
    clerk.post(CALL_IN, SAID)

    opened = clerk.get(f"{CALL_IN}?follows=call-in-1").content.decode()
    refused = said(clerk, days="4", follows="call-in-1")
    clerk.post(CALL_IN, SAID | {"days": "4", "follows": "call-in-1", "valid_from": "1 May 2027"})

    assert 'value="call-in-1"' in opened
    assert "The rule before it ends on the day before" in opened
    assert "Enter the first day of the new rule" in refused
    assert str(book(council).rule("call-in-1").valid_to) == "2027-04-30"
    assert "To come" in clerk.get(RULES).content.decode()


def test_a_rule_for_officers_alone_leaves_the_default_to_the_others(clerk: Client) -> None:
    page = clerk.post(CALL_IN, SAID | {"makers": ["officer"]}, follow=True).content.decode()

    assert "For officers" in page
    assert "Nobody has entered your council’s call-in rule yet." in page, "the executive's is still a default"


@pytest.mark.parametrize(
    ("clock", "fields", "words"),
    [
        ("agenda-publication", {"clear_days": "7", "convention": "working"}, "7 clear working days."),
        (
            "call-in-hold",
            {"days": "10", "unit": "working", "first_day_counts": "no"},
            "10 working days from the call-in",
        ),
        ("key-decision-threshold", {"sums": "capital spending £1,250,000\nrevenue: £250000"}, "from £1,250,000"),
        ("call-in-waiver", {"words": "The chair of scrutiny agrees.", "pounds": ""}, "The chair of scrutiny agrees."),
        ("officer-decision-records", {"words": "All contracts", "pounds": "£25,000"}, "From £25,000."),
        ("special-urgency-report", {"months": "3"}, "Every 3 months."),
        ("retention", {"records": "10", "papers": "4"}, "Records 10 years."),
    ],
)
def test_each_kind_of_rule_has_its_form_and_stands_on_the_page_in_words(
    clerk: Client, council: Council, clock: str, fields: dict[str, str], words: str
) -> None:
    clerk.post(CALL_IN, SAID)
    rest = {"source": "Part 4", "valid_from": "", "valid_to": "", "why": "Adopted in May.", "follows": ""}
    opened = clerk.get(f"{RULES}/enter/{clock}")

    page = clerk.post(f"{RULES}/enter/{clock}", fields | rest, follow=True).content.decode()
    again = clerk.get(f"{RULES}/correct/{clock}-1").content.decode()

    assert opened.status_code == 200
    assert words in page
    assert "Adopted in May." in page
    assert any(part in again for one in fields.values() for part in one.splitlines())
    assert book(council).rule(f"{clock}-1").source == "Part 4"


def test_looking_at_a_rule_in_words_shows_the_words_before_and_after(clerk: Client, council: Council) -> None:
    address = f"{RULES}/enter/key-decision-threshold"
    rest = {"source": "Part 2", "valid_from": "", "valid_to": "", "why": "", "follows": "", "look": "yes"}

    page = clerk.post(address, rest | {"sums": "capital spending £500,000"}).content.decode()

    assert "Nothing entered." in page
    assert "Capital spending from £500,000." in page
    assert book(council).is_empty


def test_every_form_opens(clerk: Client) -> None:
    assert {clerk.get(f"{RULES}/enter/{clock.value}").status_code for clock in RuledClock} == {200}
    assert clerk.get(f"{RULES}/enter/tea-break").status_code == 404


@pytest.mark.parametrize(
    ("clock", "fields", "sentence"),
    [
        ("agenda-publication", {"clear_days": "0", "convention": "working"}, "enter 1 or more"),
        ("key-decision-threshold", {"sums": "a lot"}, "has no sum in pounds at its end"),
        ("officer-decision-records", {"words": "Contracts", "pounds": "lots"}, "Enter the sum in whole pounds"),
        ("special-urgency-report", {"months": "13"}, "enter at most 12"),
        ("retention", {"records": "5", "papers": "4"}, "enter 6 or more"),
        ("call-in-hold", {"days": "", "unit": "", "first_day_counts": ""}, "Choose which days count"),
    ],
)
def test_a_wrong_value_of_any_kind_is_told_beside_its_field(
    clerk: Client, clock: str, fields: dict[str, str], sentence: str
) -> None:
    page = said(clerk, f"{RULES}/enter/{clock}", **({"source": "Part 4"} | fields))

    assert sentence in page


def test_a_hold_without_a_call_in_under_committees_is_refused_in_a_sentence(clerk: Client) -> None:
    clerk.post(f"{RULES}/governance", {"model": "committee", "valid_from": "21 May 2020", "source": "", "why": ""})

    page = said(clerk, f"{RULES}/enter/call-in-hold", days="10")

    assert "needs a call-in" in page


def test_correcting_needs_a_reason_and_keeps_what_stood_before_in_the_history(clerk: Client) -> None:
    clerk.post(CALL_IN, SAID)

    refused = said(clerk, f"{RULES}/correct/call-in-1", days="4")
    clerk.post(f"{RULES}/correct/call-in-1", SAID | {"days": "4", "why": "The paragraph was misread."})
    history = clerk.get(f"{RULES}/history").content.decode()

    assert "Say why, in a sentence." in refused
    assert "The paragraph was misread." in history
    assert "Was: 3 working days from publication" in history
    assert "Is: 4 working days from publication" in history
    assert "Uma Brackley" in history


def test_correcting_to_the_same_is_refused_in_a_sentence(clerk: Client) -> None:
    clerk.post(CALL_IN, SAID)

    assert "reads like this already" in said(clerk, f"{RULES}/correct/call-in-1", why="No reason.")


def test_ending_a_rule_gives_the_day_back_to_the_default(clerk: Client) -> None:
    clerk.post(CALL_IN, SAID)

    refused = clerk.post(f"{RULES}/end/call-in-1", {"valid_to": "", "why": ""}).content.decode()
    page = clerk.post(
        f"{RULES}/end/call-in-1", {"valid_to": "30 April 2020", "why": "Repealed."}, follow=True
    ).content.decode()
    again = clerk.post(f"{RULES}/end/call-in-1", {"valid_to": "1 May 2020", "why": "Repealed."}).content.decode()

    assert "Say why, in a sentence." in refused
    assert "Nobody has entered your council’s call-in rule yet." in page
    assert "1 rule that has ended" in page
    assert "ends already, on Thursday 30 April 2020" in again


def test_a_rule_entered_by_mistake_is_taken_back_with_a_reason(clerk: Client, council: Council) -> None:
    clerk.post(CALL_IN, SAID)

    refused = clerk.post(f"{RULES}/take-back/call-in-1", {"why": ""}).content.decode()
    clerk.post(f"{RULES}/take-back/call-in-1", {"why": "Entered for the wrong council."})

    assert "Say why, in a sentence." in refused
    assert book(council).is_empty
    assert clerk.get(f"{RULES}/rule/call-in-1").status_code == 404


CLOSED = {
    "days": "29 December 2026, 30 December 2026",
    "kind": "closure",
    "name": "Christmas closure",
    "clocks": ["call-in"],
    "source": "",
    "why": "",
}


@time_machine.travel(datetime(2026, 11, 22, 9, tzinfo=UTC), tick=False)
def test_closed_days_show_what_they_do_to_a_date_are_entered_and_taken_back(clerk: Client, council: Council) -> None:
    looked = clerk.post(f"{RULES}/closures/enter", CLOSED | {"look": "yes"}).content.decode()
    none_yet = book(council).is_empty
    page = clerk.post(f"{RULES}/closures/enter", CLOSED, follow=True).content.decode()
    clerk.post(f"{RULES}/closures/2026-12-29/take-back", {"why": "The offices open after all."})

    assert "With these days" in looked
    assert "Council closed: Christmas closure" in looked
    assert none_yet
    assert "Tue 29 December 2026" in page
    assert [str(one.on) for one in book(council).closures] == ["2026-12-30"]
    assert clerk.get(f"{RULES}/closures/2026-12-29/take-back").status_code == 404


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"days": "Boxing Day"}, "is not a day with a month and a year"),
        ({"days": ""}, "Enter at least one day"),
        ({"days": "25 December 2026"}, "is a bank holiday already"),
        ({"name": ""}, "Say what it is called"),
        ({"clocks": []}, "Choose at least one count"),
    ],
)
def test_a_closed_day_that_cannot_be_is_refused(clerk: Client, changed: dict[str, Any], sentence: str) -> None:
    page = clerk.post(f"{RULES}/closures/enter", CLOSED | changed).content.decode()

    assert sentence in page
    assert "There is a problem" in page


def test_a_change_of_governance_is_entered_and_a_call_in_that_would_run_on_is_refused(clerk: Client) -> None:
    said_ = {"model": "committee", "valid_from": "21 May 2026", "source": "Council, 20 May 2026", "why": ""}

    page = clerk.post(f"{RULES}/governance", said_, follow=True).content.decode()

    assert "Committee system" in page
    assert "21 May 2026" in page
    clerk.post(CALL_IN, SAID | {"valid_from": "21 May 2026"})
    refused = clerk.post(f"{RULES}/governance", said_ | {"model": "", "valid_from": "x"}).content.decode()
    assert "Choose how the council is run" in refused


def test_a_rule_handed_over_in_the_address_fills_the_form_and_nothing_is_saved(clerk: Client, council: Council) -> None:
    page = clerk.get(
        f"{CALL_IN}?days=6&unit=working&base=decision&first_day_counts=true&publish_cutoff=17%3A00&valid_from=2024-05-01"
    ).content.decode()

    assert "This is the rule your past decisions show." in page
    assert 'value="6"' in page
    assert 'value="17:00"' in page
    assert 'value="1 May 2024"' in page
    assert book(council).is_empty


def test_the_page_of_a_rule_names_its_changes_and_its_days(clerk: Client) -> None:
    clerk.post(CALL_IN, SAID | {"valid_from": "1 May 2024", "grounds": "Contrary to the budget."})

    page = clerk.get(f"{RULES}/rule/call-in-1").content.decode()

    assert "Valid from 1 May 2024." in page
    assert "On these grounds: Contrary to the budget." in page
    assert "Entered a rule" in page
