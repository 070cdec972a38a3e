"""Every clock on a page: its form from its question, its answer in a sentence, and the same object as the shell."""

import json
import re
import shlex
from html import unescape
from typing import Any
from urllib.parse import urlencode

import pytest
from django.test import Client

from moothall.domain.call_in_questions import COMMONEST
from moothall.domain.clock_arguments import Moment
from moothall.domain.clock_list import by_moment, listed
from moothall.domain.clock_questions import QUESTIONS, answer
from moothall.project.shell import main
from moothall.reference.bank_holidays import england
from moothall.web.public.clocks import answer as shown_answer
from moothall.web.public.clocks import sentence
from moothall.web.public.forms.clocks import ClockForm

NAMES = list(QUESTIONS)
FUNERAL = {"published": "2022-09-14"}


def page(client: Client, name: str, asked: Any = (), *, status: int = 200) -> str:
    """What a person reads on the page of a clock, without its markup."""
    response = client.get(f"/clocks/{name}?{urlencode(asked)}")
    assert response.status_code == status
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.content.decode())).split())


def test_every_clock_stands_once_in_the_list_with_its_rule_and_provision(client: Client) -> None:
    html = client.get("/clocks/").content.decode()

    assert [name for name in NAMES if html.count(f'href="/clocks/{name}"') != 1] == []
    for _, clocks in by_moment():
        for one in clocks:
            assert f"Rule {one.rule}" in html
    assert html.count("<h1") == 1


def test_the_moments_come_in_the_order_an_officer_meets_them(client: Client) -> None:
    html = client.get("/clocks/").content.decode()

    headings = [unescape(found) for found in re.findall(r'<h2 class="mh-clocks__moment"[^>]*>([^<]+)', html)]
    assert headings == [moment.value for moment in Moment if moment.value in headings]
    assert headings[0] == "Notices before the decision"


def test_a_clock_whose_text_was_not_read_says_to_check_with_the_monitoring_officer(client: Client) -> None:
    html = client.get("/clocks/").content.decode()
    call_in = html[html.index('href="/clocks/call-in"') :]

    assert "Check with your monitoring officer." in call_in[: call_in.index("</li>")]


@pytest.mark.parametrize("name", NAMES)
def test_a_clock_has_a_title_a_moment_and_an_example_that_it_answers(name: str) -> None:
    question = QUESTIONS[name]

    found = answer(name, dict(question.example), england())

    assert question.title
    assert question.moment is not Moment.OTHER
    assert found.on or found.kind


@pytest.mark.parametrize("name", NAMES)
def test_a_form_asks_in_plain_words(name: str) -> None:
    form = ClockForm(QUESTIONS[name])

    labels = [str(bound.label) for bound in form.shown() + form.folded()]
    assert [label for label in labels if "_" in label] == []
    assert all(label.endswith("?") for label in labels), labels


@pytest.mark.parametrize("name", NAMES)
def test_the_page_of_a_clock_asks_and_answers_its_example(client: Client, name: str) -> None:
    example = dict(QUESTIONS[name].example)
    clock = listed(name)
    assert clock is not None

    asks = client.get(f"/clocks/{name}")
    says = page(client, name, example)

    assert asks.content.count(b"<h1") == 1
    assert shown_answer(clock, example).sentence in says
    assert "There is a problem" not in says


@pytest.mark.parametrize("name", NAMES)
def test_the_data_of_an_answer_is_the_object_that_the_shell_prints(
    client: Client, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    example = dict(QUESTIONS[name].example)
    options = [word for key, value in example.items() for word in ("--" + key.replace("_", "-"), value)]
    main(["clock", name, *options, "--json"])
    shell = json.loads(capsys.readouterr().out)

    page_data = client.get(f"/clocks/{name}?{urlencode({**example, 'format': 'json'})}").json()
    api_data = client.get(f"/api/v1/clocks/{name}?{urlencode(example)}").json()

    assert page_data == api_data == shell
    assert list(page_data) == list(api_data) == list(shell)


@pytest.mark.parametrize("name", NAMES)
def test_the_command_on_the_page_gives_that_answer_in_a_shell(capsys: pytest.CaptureFixture[str], name: str) -> None:
    clock = listed(name)
    assert clock is not None
    shown = shown_answer(clock, dict(QUESTIONS[name].example))

    code = main(shlex.split(shown.command)[1:])

    assert code == 0
    assert json.loads(capsys.readouterr().out) == shown.found.as_plain()


def test_the_answer_comes_first_in_a_sentence(client: Client) -> None:
    says = page(client, "call-in", {"published": "2024-07-03", "closes": "17:15"})

    assert "Scrutiny may call it in until 5.15pm on Wednesday 10 July 2024." in says
    assert says.index("until 5.15pm") < says.index("What was asked")
    assert "In effect from Thursday 11 July 2024" in says
    assert "Listed by councils Thursday 11 July 2024" in says


def test_an_answer_that_is_a_kind_says_the_kind_first_and_its_notes_after_it(client: Client) -> None:
    says = page(client, "late-item", {"meeting": "2024-07-11", "listed": "2024-07-09", "body": "executive"})

    assert says.index("No way to take it late.") < says.index("Warning: regulation 6(2)") < says.index("What was asked")


def test_a_date_may_come_in_three_boxes_and_a_time_beside_it(client: Client) -> None:
    boxes = {"published_day": "11", "published_month": "7", "published_year": "2024", "published_time": "6pm"}

    says = page(client, "call-in", {**boxes, "publish_cutoff": "17.00", "days": "3"})

    assert "Scrutiny may call it in until Wednesday 17 July 2024." in says
    assert "moothall clock call-in --published 2024-07-11T18:00 --days 3 --publish-cutoff 17:00 --json" in says


def test_what_is_left_as_it_ordinarily_is_stands_neither_in_the_address_nor_in_the_command(client: Client) -> None:
    asked = {"published": "2024-07-03", "days": "5", "unit": "working", "first_day_counts": "no", "closes": ""}

    says = page(client, "call-in", asked)

    assert "moothall clock call-in --published 2024-07-03 --json" in says


def test_several_days_and_several_choices_are_read(client: Client) -> None:
    closed = page(client, "call-in", {"published": "2024-12-20", "closures": "27 December 2024, 2024-12-30"})
    parts = page(client, "private-meeting-notice", [("meeting", "2024-07-11"), ("parts", "open"), ("parts", "exempt")])

    assert "--closures 2024-12-27,2024-12-30" in closed
    assert "--parts open,exempt" in parts


@pytest.mark.parametrize(
    ("name", "asked", "field", "sentence_"),
    [
        ("agenda-publication", {"meeting_day": "11"}, "meeting", "The date has no month and no year"),
        ("agenda-publication", {"meeting": ""}, "meeting", "Enter the day of the meeting, such as 3 7 2024"),
        ("agenda-publication", {"meeting": "tomorrow"}, "meeting", "The date has no month and no year"),
        ("agenda-publication", {"meeting": "1994-07-11"}, "meeting", "Bank holidays are not known for Monday 11 July"),
        ("agenda-publication", {"meeting": "2024-07-11", "clear_days": "0"}, "clear_days", "0 is not a number of days"),
        (
            "agenda-publication",
            {"meeting": "2024-07-11", "clear_days": "five"},
            "clear_days",
            "Enter a whole number, such as 5",
        ),
        ("agenda-publication", {"meeting": "2024-07-11", "convention": "lunar"}, "convention", "Choose one of these:"),
        ("call-in", {"days": "5"}, "published", "Call-in counts from publication, and no date is given"),
        ("call-in", {"base": "decision"}, "decided", "This rule counts from the decision, and no date is given"),
        ("call-in", {"published": "2024-07-03", "closes": "late"}, "closes", "“late” is not a time of day."),
        ("call-in", {"published_time": "5pm"}, "published", "Enter the day that this time is on"),
        ("call-in", {"published": "2024-07-03", "closures": "Easter"}, "closures", "“Easter” is not a day"),
        ("call-in", {"published": "2024-07-03", "decided": "2024-07-11"}, "published", "was published (Wednesday 3"),
        ("notice-kind", {"notice": "2024-07-12", "decision": "2024-07-11"}, "notice", "comes after the decision"),
        ("call-in", {"published": "2024-07-03", "as_known_on": "then"}, "as_known_on", "The date has no month"),
    ],
)
def test_a_mistake_keeps_what_was_typed_and_has_its_sentence_beside_its_field(
    client: Client, name: str, asked: dict[str, str], field: str, sentence_: str
) -> None:
    response = client.get(f"/clocks/{name}?{urlencode(asked)}")

    html = unescape(response.content.decode())
    assert response.status_code == 200
    assert "There is a problem" in html
    assert "<title>Error: " in html
    wrong = re.search(rf'<p id="id_{field}-error"[^>]*>(.*?)</p>', html, re.S)
    assert wrong, f"nothing is said beside {field}"
    assert sentence_ in wrong[1]
    assert re.search(rf'href="#id_{field}(_day|_0)?"', html)


def test_a_mistake_in_what_is_folded_opens_it(client: Client) -> None:
    html = client.get("/clocks/agenda-publication?meeting=2024-07-11&clear_days=many").content.decode()

    assert re.search(r"<details[^>]* open>\s*<summary>Change how it is counted", html)
    assert 'value="many"' in html


def test_two_days_of_computing_stand_side_by_side_with_the_reason(client: Client) -> None:
    says = page(client, "call-in", {**FUNERAL, "as_known_on": "2022-09-01", "beside": "2022-09-15"})

    assert "As the holidays were known on 1 September 2022 Scrutiny may call it in until Wednesday 21" in says
    assert "As the holidays were known on 15 September 2022 Scrutiny may call it in until Thursday 22" in says
    assert "In effect on Friday 23 September 2022." in says
    assert "(State Funeral of Queen Elizabeth II) was proclaimed on 10 September 2022." in says


def test_without_a_second_day_the_holidays_known_now_stand_beside(client: Client) -> None:
    says = page(client, "call-in", {**FUNERAL, "as_known_on": "2022-09-01"})

    assert "As the holidays are known now Scrutiny may call it in until Thursday 22 September 2022." in says
    assert "as known on Thursday 1 September 2022" in says


def test_where_no_holiday_matters_the_page_says_that_the_day_makes_no_difference(client: Client) -> None:
    says = page(client, "key-decision-notice", {"decision": "2022-10-01", "as_known_on": "2022-09-01"})

    assert "The day it was computed makes no difference" in says


def test_a_holiday_proclaimed_while_the_days_ran_leads_to_the_answer_as_it_was(client: Client) -> None:
    response = client.get("/clocks/call-in?published=2022-09-08&days=10")

    html = unescape(response.content.decode())
    assert "was proclaimed on 10 September 2022, while these days were running" in html
    assert "?published=2022-09-08&days=10&as_known_on=2022-09-09" in html


def test_a_long_count_is_folded_and_loses_no_day(client: Client) -> None:
    html = client.get("/clocks/key-decision-notice?decision=2024-07-11").content.decode()

    assert "16 more days, all counted" in html
    assert html.count('class="mh-days__why"') == 30


def test_an_address_with_nothing_to_ask_shows_the_form_and_a_stray_name_does_no_harm(client: Client) -> None:
    says = page(client, "call-in", {"utm_source": "mail"})

    assert "Show the answer" in says
    assert "There is a problem" not in says


@pytest.mark.parametrize(
    ("asked", "sentence_"),
    [
        (
            "published=2024-07-03&publishd=1",
            "The clock call-in has an unknown key, 'publishd'. Did you mean published?",
        ),
        ("published=2024-02-30", "30 2 2024 is not a date. Write it like 11 7 2024"),
        ("", "The clock call-in needs its arguments: published."),
    ],
)
def test_data_that_cannot_be_given_is_a_sentence_under_400(client: Client, asked: str, sentence_: str) -> None:
    response = client.get(f"/clocks/call-in?{asked}&format=json")

    assert (response.status_code, response.json()) == (400, {"clock": "call-in", "error": sentence_})


def test_there_is_no_page_of_a_clock_that_does_not_exist(client: Client) -> None:
    assert client.get("/clocks/new-moon").status_code == 404
    assert client.post("/clocks/call-in").status_code == 405


def test_a_long_sentence_of_a_clock_without_its_own_words_is_what_the_clock_says() -> None:
    found = answer("notice-kind", {"notice": "2024-06-05", "decision": "2024-07-10"}, england())

    assert sentence(QUESTIONS["notice-kind"], found) == found.what + "."


def prose(html: str) -> str:
    """What a person reads on a page, without what is meant for a shell."""
    without = re.sub(
        r'<p class="mh-command">.*?</p>|<code>.*?</code>|<(script|style|title)\b.*?</\1>', " ", html, flags=re.S
    )
    return unescape(re.sub(r"<[^>]+>", " ", without))


def test_the_list_of_clocks_says_no_key_of_a_program(client: Client) -> None:
    assert re.findall(r"\S*_\S*", prose(client.get("/clocks/").content.decode())) == []


@pytest.mark.parametrize("name", NAMES)
def test_no_page_of_a_clock_says_a_key_of_a_program(client: Client, name: str) -> None:
    for asked in ("", urlencode(QUESTIONS[name].example)):
        html = client.get(f"/clocks/{name}?{asked}").content.decode()

        assert re.findall(r"\S*_\S*", prose(html)) == []


def test_a_note_that_names_an_argument_names_the_question_on_the_page(client: Client) -> None:
    said = page(client, "call-in", {"published": "2024-07-03"})

    assert "enter the answer (“Is the day that starts the count itself day 1?”)" in said


def test_a_refusal_that_names_arguments_names_the_questions_on_the_page(client: Client) -> None:
    said = page(client, "call-in", {"published": "2024-07-03", "first_day_counts": "true", "starts_after": "1"})

    assert "The starting day cannot count (“Is the day that starts the count itself day 1?”)" in said
    assert "starts_after" not in said


def test_without_a_rule_call_in_says_that_five_working_days_are_only_the_commonest(client: Client) -> None:
    said = page(client, "call-in", {"published": "2024-07-03"})

    assert COMMONEST in said
    assert COMMONEST not in page(client, "call-in", {"published": "2024-07-03", "days": "7"})
