"""The page of all components, for looking at them together. It is there only while developing and in tests."""

from datetime import date
from decimal import Decimal

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import call_in
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import Meeting
from moothall.domain.trail import trail
from moothall.reference import bank_holidays, rule_packs
from moothall.web.components.fields import DayField


class _SampleForm(forms.Form):
    name = forms.CharField(label="A line", help_text="With a hint")
    text = forms.CharField(label="A text", widget=forms.Textarea)
    kind = forms.ChoiceField(label="A choice", widget=forms.RadioSelect, choices=[("a", "One"), ("b", "Other")])
    several = forms.MultipleChoiceField(
        label="Several", widget=forms.CheckboxSelectMultiple, choices=[("a", "One"), ("b", "Other")]
    )
    picked = forms.ChoiceField(label="From a list", choices=[("", "Choose"), ("a", "One")])
    on = DayField(label="A day")
    file = forms.FileField(label="A file")


def styles(request: HttpRequest) -> HttpResponse:
    """Every component once, with sample values."""
    holidays = bank_holidays.england()
    routes = plan_routes(
        as_of=date(2024, 5, 24),
        deadline_on=date(2024, 7, 19),
        meetings=[Meeting("Cabinet", BodyKind.EXECUTIVE, date(2024, 7, 11))],
        pack=rule_packs.default(Governance.EXECUTIVE),
        holidays=holidays,
    )
    context = {
        "form": _SampleForm(request.GET or None),
        "deadline": call_in.deadline(date(2024, 7, 11), holidays=holidays),
        "route": routes[0],
        "deadline_on": date(2024, 7, 19),
        "holidays": [date(2024, 5, 27)],
        "points": [("2021/22", Decimal("5.6")), ("2022/23", Decimal("4.4")), ("Sept 2024", Decimal("3.3"))],
        "trail": trail({"asked": date(2024, 4, 16), "drafted": date(2024, 6, 20)}, as_of=date(2024, 6, 21)),
    }
    return render(request, "components/styles.html", context)
