"""Writing the plan: one form for each thing a person saves."""

from collections.abc import Iterable
from typing import Any

from django import forms

from moothall.domain.plans import AnswerStatus, CommitmentStatus, Direction
from moothall.domain.rounds import Round
from moothall.reference import coding_frame, measures
from moothall.web.components.fields import DayField
from moothall.web.council.forms.choices import offer

STATUS_WORDS = {
    AnswerStatus.OPEN: "Leave it open for now",
    AnswerStatus.ANSWERED: "Answer it here",
    AnswerStatus.ELSEWHERE: "It is answered elsewhere",
    AnswerStatus.NOT_ANSWERED: "We do not answer it, and say why",
}
COMMITMENT_WORDS = {
    CommitmentStatus.DONE: "Done",
    CommitmentStatus.UNDER_WAY: "Under way",
    CommitmentStatus.PLANNED: "Planned",
}
DIRECTION_WORDS = {
    Direction.UP: "Higher is better",
    Direction.DOWN: "Lower is better",
    Direction.CONTEXT: "Neither: it gives context",
}


def _choices(words: dict[Any, str]) -> list[tuple[str, str]]:
    return [(one.value, text) for one, text in words.items()]


class _Written(forms.Form):
    """Carries the revision the page was opened at, so that two people's words meet."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0)


class OpeningForm(_Written):
    """Title and introduction."""

    title = forms.CharField(label="Title of the plan", max_length=200)
    introduction = forms.CharField(
        label="Introduction",
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text="Leave an empty line between paragraphs.",
    )


class AnswerForm(_Written):
    """One question: answered here, answered elsewhere, or not answered and why."""

    status = forms.ChoiceField(
        label="What becomes of this question?", widget=forms.RadioSelect, choices=_choices(STATUS_WORDS)
    )
    text = forms.CharField(
        label="Answer",
        required=False,
        widget=forms.Textarea(attrs={"rows": 12}),
        help_text="Leave an empty line between paragraphs. Each paragraph gets a number.",
    )
    where = forms.CharField(
        label="Where it is answered",
        required=False,
        max_length=400,
        help_text="Document, date and page, or the number of another question.",
    )
    reason = forms.CharField(
        label="Why it is not answered",
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="The plan says this openly.",
    )


class _UnderTheme(forms.Form):
    theme = forms.ChoiceField(label="Theme")

    def __init__(self, *args: Any, round_: Round, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "theme", ((theme.key, theme.title) for theme in round_.themes))


class CommitmentForm(_UnderTheme):
    """Something done, under way or planned."""

    title = forms.CharField(label="What", max_length=300, help_text="A short name: Move three offices into one.")
    text = forms.CharField(label="In a paragraph", required=False, widget=forms.Textarea(attrs={"rows": 5}))
    status = forms.ChoiceField(label="How far it is", widget=forms.RadioSelect, choices=_choices(COMMITMENT_WORDS))
    objective = forms.ChoiceField(label="Objective it serves", required=False)

    def __init__(self, *args: Any, objectives: Iterable[Any] = (), **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "objective", [("", "None in particular"), *((one.key, one.title) for one in objectives)])


class MilestoneForm(forms.Form):
    """A dated step."""

    title = forms.CharField(label="Milestone", max_length=300)
    due_on = DayField(label="Due", help_text="For example, 31 3 2025")


class MeasureForm(_UnderTheme):
    """A measure residents can follow, taken from the library or the council's own."""

    library_id = forms.ChoiceField(
        label="From the library",
        required=False,
        help_text="Choose one you already report, or leave this and name your own.",
    )
    title = forms.CharField(label="Measure", max_length=300)
    unit = forms.CharField(label="Unit", max_length=120, help_text="In words: % of the pay bill, days, £.")
    direction = forms.ChoiceField(
        label="Which way is better", widget=forms.RadioSelect, choices=_choices(DIRECTION_WORDS)
    )
    source = forms.CharField(
        label="Where it is already reported", max_length=300, help_text="For example: quarterly performance report."
    )
    baseline = forms.CharField(label="Where it started", required=False, max_length=60)
    baseline_period = forms.CharField(label="When that was", required=False, max_length=60)
    target = forms.CharField(label="What the council aims at", required=False, max_length=120)
    target_period = forms.CharField(
        label="By when", required=False, max_length=60, help_text="For example: the end of the financial year."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        library = [(one.id, f"{one.id} {one.title}") for one in measures.library()]
        offer(self, "library_id", [("", "Not from the library"), *library])


class BarrierForm(forms.Form):
    """What stands in the way, and the ask."""

    title = forms.CharField(label="What stands in the way", max_length=300)
    text = forms.CharField(label="In a paragraph", required=False, widget=forms.Textarea(attrs={"rows": 5}))
    ask = forms.CharField(label="What we ask of government", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    code = forms.ChoiceField(label="Kind of barrier", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        frame = [(code.id, code.title) for code in coding_frame.frame().barriers]
        offer(self, "code", [("", "Not sure yet"), *frame])


class VersionForm(forms.Form):
    """A name for the version that is kept."""

    name = forms.CharField(label="Name of this version", max_length=200, help_text="For example: draft for Cabinet.")
