"""The page of all components, for looking at them together. It is there only while developing and in tests."""

from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.clocks import call_in, key_decision_notice
from moothall.domain.coverage import Coverage, coverage
from moothall.domain.days import Holidays
from moothall.domain.decisions import Limb, Verb
from moothall.domain.feasibility import plan_routes
from moothall.domain.meetings import Meeting
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.plans import Answer, AnswerStatus, Plan
from moothall.domain.publications import Moment, TrailPoint
from moothall.domain.publications import agreement as texts_agree
from moothall.domain.refusals import Refusal
from moothall.domain.remarks import Remark
from moothall.domain.trail import trail
from moothall.reference import bank_holidays, rounds, rule_packs
from moothall.web.components.fields import DayField

DECIDED_ON, DEADLINE_ON, SEEN_ON = date(2024, 7, 11), date(2024, 7, 19), date(2024, 5, 24)


class _SampleForm(forms.Form):
    name = forms.CharField(label="A line", help_text="With a hint")
    text = forms.CharField(label="A text", widget=forms.Textarea)
    kind = forms.ChoiceField(label="Is it one?", widget=forms.RadioSelect, choices=[("a", "One"), ("b", "Other")])
    several = forms.MultipleChoiceField(
        label="Several", widget=forms.CheckboxSelectMultiple, choices=[("a", "One"), ("b", "Other")]
    )
    picked = forms.ChoiceField(label="One from a list", choices=[("", "Choose"), ("a", "One")])
    on = DayField(label="A day")
    file = forms.FileField(label="A file")


def styles(request: HttpRequest) -> HttpResponse:
    """Every component once, with sample values."""
    holidays = bank_holidays.england()
    covered = _coverage()
    questions = [one.question.id for theme in covered.themes for one in theme.questions]
    context = {
        "form": _SampleForm(request.GET or None),
        "deadline": call_in.deadline(DECIDED_ON, holidays=holidays),
        "notice": key_decision_notice.deadline(DECIDED_ON, holidays=holidays),
        "route": _route(holidays),
        "deadline_on": DEADLINE_ON,
        "holidays": [row.on for row in holidays.rows],
        "trail": trail({"asked": date(2024, 4, 16), "drafted": date(2024, 6, 20)}, as_of=date(2024, 6, 21)),
        "coverage": covered,
        "current": questions[0],
        "links": dict.fromkeys(questions, "#what-changed"),
        **_words(),
    }
    return render(request, "components/styles.html", context)


def _route(holidays: Holidays) -> PlannedRoute:
    """The route that shows the most: notice, papers, a meeting, call-in, and no day to spare."""
    routes = plan_routes(
        as_of=SEEN_ON,
        deadline_on=DEADLINE_ON,
        meetings=[
            Meeting("Overview and Scrutiny", BodyKind.SCRUTINY, date(2024, 7, 2)),
            Meeting("Cabinet", BodyKind.EXECUTIVE, DECIDED_ON),
        ],
        pack=rule_packs.default(Governance.EXECUTIVE),
        holidays=holidays,
    )
    return max(routes, key=lambda route: (route.fits, len(route.steps)))


def _coverage() -> Coverage:
    round_ = rounds.shipped()[0]
    first, second, third, *others = [question.id for _, question in round_.questions()]
    answers = (
        Answer(first, AnswerStatus.ANSWERED, text="As it is."),
        Answer(second, AnswerStatus.ELSEWHERE, where="paragraph 18"),
        Answer(third, AnswerStatus.NOT_ANSWERED, reason="Reported elsewhere by law."),
        *(Answer(other, AnswerStatus.ANSWERED, text="As it is.") for other in others[1:]),
    )
    plan = Plan("", "Wrenbourne", round_.slug, "A plan", "", answers)
    return coverage(round_, plan)


def _words() -> dict[str, Any]:
    return {
        "refusal": Refusal(
            "You cannot certify this return.",
            next_step="You wrote the plan, and the certifier must be someone else. Ask Daniel, who may.",
        ),
        "remark": Remark(
            "note_is_not_endorse",
            "Oversight: yes. Endorsement: not evident. Cabinet is asked to note the plan.",
            None,
            "Change the recommendation, or keep it and say why.",
        ),
        "words": "That Cabinet approves and endorses the plan at Appendix A for submission and publication.",
        "limbs": (
            Limb(Verb.ENDORSE, "the plan at Appendix A for submission and publication"),
            Limb(Verb.DELEGATE, "changes of wording that follow from this meeting", delegates=("the Leader",)),
        ),
        "points": [
            ("2021/22", Decimal("5.6")),
            ("2022/23", Decimal("4.9")),
            ("2023/24", Decimal("3.1")),
            ("Sept 2024", Decimal("3.3")),
        ],
        "limit": Decimal("3.5"),
        "points_of_trail": (
            TrailPoint(Moment.CONSIDERED, date(2024, 6, 24), "Given to scrutiny, which met on Tue 2 July"),
            TrailPoint(Moment.RESOLVED, DECIDED_ON, "Cabinet approved and endorsed it, with four changes"),
            TrailPoint(Moment.FINALISED, date(2024, 7, 18), "The Leader agreed one change of wording"),
            TrailPoint(Moment.SENT, DEADLINE_ON, "Here, and to the department, at 10.42am"),
        ),
        "agreement": texts_agree(resolved="a", published="a", sent="a"),
    }
