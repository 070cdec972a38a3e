"""Django forms in GOV.UK markup: labels, hints and errors tied to their controls, and a summary that leads to each."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django import forms
from django.template import engines
from lxml import html

from moothall.web.components.fields import DayField, DayInput, OwnTimeField, time_to_type


class Everything(forms.Form):
    """One field of every kind."""

    name = forms.CharField(label="Name of the plan", help_text="As members will see it", max_length=20)
    text = forms.CharField(label="Summary", widget=forms.Textarea)
    key = forms.ChoiceField(
        label="Is it a key decision?", widget=forms.RadioSelect, choices=[("y", "Yes"), ("n", "No")]
    )
    themes = forms.MultipleChoiceField(
        label="Themes", widget=forms.CheckboxSelectMultiple, choices=[("a", "One"), ("b", "Two")]
    )
    body = forms.ChoiceField(label="Body", choices=[("", "Choose"), ("c", "Cabinet")])
    on = DayField(label="Cabinet meets on")
    file = forms.FileField(label="File")
    quiet = forms.BooleanField(label="Send no mail", required=False)


def page(form: forms.Form) -> Any:
    """The whole form as a page shows it."""
    source = '{% from "components/forms.html" import whole %}{{ whole(form, "", "Save") }}'
    return html.fromstring(f"<div>{engines['jinja2'].from_string(source).render({'form': form})}</div>")


def messages(form: forms.Form) -> dict[str, str]:
    """Each entry of the summary with what it leads to."""
    links = page(form).xpath(".//*[@data-module='govuk-error-summary']//a")
    return {link.get("href"): link.text_content().strip() for link in links}


def test_every_control_has_a_label_of_its_own() -> None:
    shown = page(Everything())

    controls = [one for one in shown.xpath(".//input | .//select | .//textarea") if one.get("type") != "hidden"]
    labelled = {one.get("for") for one in shown.xpath(".//label")}
    assert controls
    assert {one.get("id") for one in controls} <= labelled


def test_groups_of_controls_stand_in_a_fieldset_with_the_question_as_its_legend() -> None:
    legends = [one.text_content().strip() for one in page(Everything()).xpath(".//fieldset//legend")]

    assert legends == ["Is it a key decision?", "Themes", "Cabinet meets on"]


def test_a_form_without_mistakes_has_no_summary() -> None:
    assert page(Everything()).xpath(".//*[@data-module='govuk-error-summary']") == []


def test_the_summary_leads_to_the_first_control_of_each_field_that_is_wrong() -> None:
    form = Everything({})

    targets = [href.removeprefix("#") for href in messages(form)]
    assert targets == ["id_name", "id_text", "id_key_0", "id_themes_0", "id_body", "id_on_day", "id_file"]
    shown = page(form)
    assert all(shown.get_element_by_id(target).tag in {"input", "select", "textarea"} for target in targets)


def test_what_is_missing_is_said_by_its_own_name() -> None:
    said = list(messages(Everything({})).values())

    assert said == [
        "Enter name of the plan",
        "Enter summary",
        "“Is it a key decision?” has no answer",
        "Choose themes",
        "Choose body",
        "Enter a day, a month and a year, such as 11 7 2024",
        "Choose file",
    ]


def test_a_line_that_is_too_long_is_told_how_long_it_may_be() -> None:
    form = Everything({"name": "A very long name for any plan"})

    assert messages(form)["#id_name"] == "“Name of the plan” must be 20 characters or fewer"


def test_a_form_keeps_its_own_sentence_where_it_has_one() -> None:
    class Own(forms.Form):
        name = forms.CharField(error_messages={"required": "Give the plan a name"})

    assert messages(Own({})) == {"#id_name": "Give the plan a name"}


def test_a_message_stands_beside_its_control_and_is_read_with_it() -> None:
    shown = page(Everything({}))

    described = shown.get_element_by_id("id_name").get("aria-describedby").split()
    assert [shown.get_element_by_id(one).text_content().split() for one in described] == [
        ["As", "members", "will", "see", "it"],
        ["Error:", "Enter", "name", "of", "the", "plan"],
    ]


def test_what_was_typed_is_still_there_after_a_mistake() -> None:
    typed = {
        "name": "Plan <b>",
        "text": "Some words",
        "key": "y",
        "themes": ["b"],
        "body": "c",
        "on_day": "41",
        "on_month": "7",
    }
    shown = page(Everything(typed))

    assert shown.get_element_by_id("id_name").get("value") == "Plan <b>"
    assert shown.get_element_by_id("id_text").text == "Some words"
    assert [one.get("value") for one in shown.xpath(".//input[@checked]")] == ["y", "b"]
    assert [one.get("value") for one in shown.xpath(".//option[@selected]")] == ["c"]
    assert shown.get_element_by_id("id_on_day").get("value") == "41"


def test_a_date_known_beforehand_fills_its_three_boxes() -> None:
    shown = page(Everything(initial={"on": date(2024, 7, 11)}))

    assert [shown.get_element_by_id(f"id_on_{part}").get("value") for part in ("day", "month", "year")] == [
        "11",
        "7",
        "2024",
    ]


@pytest.mark.parametrize(
    ("parts", "said"),
    [
        (("41", "7", "2024"), "41 7 2024 is not a date. Write it like 11 7 2024"),
        (("11", "", "2024"), "The date has no month"),
        (("", "", "2024"), "The date has no day and no month"),
        (("x", "7", "2024"), "x 7 2024 is not a date. Write it like 11 7 2024"),
    ],
)
def test_a_date_that_is_none_is_told_what_is_wrong_with_it(parts: tuple[str, str, str], said: str) -> None:
    names = ("on_day", "on_month", "on_year")

    assert messages(Everything(dict(zip(names, parts, strict=True))))["#id_on_day"] == said


def test_a_year_of_two_figures_is_of_this_century() -> None:
    class Day(forms.Form):
        on = DayField()

    form = Day({"on_day": "11", "on_month": "7", "on_year": "24"})

    assert form.is_valid()
    assert form.cleaned_data["on"] == date(2024, 7, 11)


def test_a_refusal_of_the_whole_form_is_in_the_summary_with_no_link() -> None:
    form = Everything({"name": "Plan"})
    form.add_error(None, "The plan was changed by somebody else.")

    entries = [one.text_content().strip() for one in page(form).xpath(".//*[@data-module='govuk-error-summary']//li")]
    assert entries[0] == "The plan was changed by somebody else."


def test_a_day_that_is_kept_as_nothing_leaves_its_three_boxes_empty() -> None:
    parts = DayInput().decompress("")

    assert parts == ["", "", ""]


@pytest.mark.parametrize(("hour", "typed"), [(0, "12.05am"), (9, "9.05am"), (12, "12.05pm"), (14, "2.05pm")])
def test_the_time_a_form_offers_is_one_that_a_form_takes(hour: int, typed: str) -> None:
    offered = time_to_type(datetime(2026, 11, 22, hour, 5, tzinfo=UTC))

    assert offered == typed
    assert OwnTimeField().clean(offered) == f"{hour:02}:05"
