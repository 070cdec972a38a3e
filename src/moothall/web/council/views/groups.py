"""Working groups: those a council is in, starting one, asking, joining, leaving, editors, and what is told."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.groups import actions, queries
from moothall.domain.groups import Place, Telling
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.reference import bank_holidays
from moothall.web.council import group_rows
from moothall.web.council.access import Here, address, in_workspace
from moothall.web.council.access import tell as tell_form
from moothall.web.council.forms import groups as forms


def who(request: HttpRequest) -> dict[str, Any]:
    """By whom and when a deed is done."""
    return {"by": request.user, "at": timezone.localtime()}


def form_page(
    request: HttpRequest, here: Here, form: Form, do: Callable[[], object], *, then: str, done: str,
    words: dict[str, Any],
) -> HttpResponse:  # fmt: skip
    """A form with one deed behind it: done, or shown again with what is wrong."""
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except Refusal as refusal:
            tell_form(form, refusal)
        else:
            messages.success(request, done)
            return redirect(then)
    return render(request, "council/group_form.html", {"here": here, "form": form, "group": None, **words})


@in_workspace()
def groups(request: HttpRequest, here: Here) -> HttpResponse:
    """The working groups of this council, and those that ask it to join."""
    undecided = {one.group_id: count for one, count in queries.waiting([here.workspace])}
    rows = [(one, undecided.get(one.group_id, 0)) for one in queries.of_workspace(here.workspace)]
    return render(request, "council/groups.html", {"here": here, "rows": rows})


@in_workspace(Deed.JOIN_GROUP)
def start(request: HttpRequest, here: Here) -> HttpResponse:
    """Start a group, perhaps from a file."""
    form = forms.StartForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        try:
            made = actions.start_group(workspace=here.workspace, **form.said(), **who(request))
        except Refusal as refusal:
            tell_form(form, refusal)
        else:
            messages.success(request, f"{made.name} is started. Ask other councils to join.")
            return redirect(address(here, "group", made.slug))
    words = {
        "title": "Start a working group",
        "button": "Start the group",
        "lede": "Councils of one group share a base text. Each takes what it wants, decides apart and publishes its"
        " own.",
    }
    return render(request, "council/group_form.html", {"here": here, "form": form, "group": None, **words})


@in_workspace()
def group(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """A group: what it is for, who is in it, and where this council stands to its text."""
    place = group_rows.place(here, group)
    context: dict[str, Any] = {"here": here, "place": place, "group": place.group}
    context["members"] = queries.members(place.group)
    if place.place == Place.MEMBER.value:
        context["standings"] = queries.standings(here.workspace, place.group)
        context["latest"] = queries.latest(place.group)
        context["proposals"] = queries.proposals(place.group)
    return render(request, "council/group.html", context)


@in_workspace(Deed.JOIN_GROUP)
def answer(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """Join, or decline with a reason."""
    place, form = group_rows.place(here, group), forms.AnswerForm(request.POST or None)
    return form_page(
        request, here, form,
        lambda: actions.answer_invitation(
            workspace=here.workspace, group=place.group, joins=form.cleaned_data["joins"] == "yes",
            why=form.cleaned_data["why"], **who(request),
        ),
        then=address(here, "groups"), done="Your council’s answer is on record.",
        words={
            "title": f"Join {place.group.name}?", "group": place.group, "button": "Answer",
            "lede": f"{place.asked_by_name} asks your council. {place.group.purpose}",
        },
    )  # fmt: skip


@in_workspace(Deed.JOIN_GROUP)
def invite(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """Ask another council of the round."""
    place = group_rows.joined(here, group)
    councils = {one.pk: one for one in queries.to_invite(place.group)}
    form = forms.InviteForm(request.POST or None, councils=councils.values())
    return form_page(
        request, here, form,
        lambda: actions.invite(
            workspace=here.workspace, group=place.group, council=councils[form.cleaned_data["council"]], **who(request)
        ),
        then=address(here, "group", group), done="The council is asked. Its policy officers are told by mail.",
        words={
            "title": "Ask a council to join", "group": place.group, "button": "Ask this council",
            "lede": "Its policy officer answers for it. Until then it sees the name and purpose of the group, and who"
            " is in it.",
        },
    )  # fmt: skip


@in_workspace(Deed.JOIN_GROUP)
def leave(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """Leave the group."""
    place, form = group_rows.joined(here, group), forms.WhyForm(request.POST or None)
    return form_page(
        request, here, form,
        lambda: actions.leave(workspace=here.workspace, group=place.group, **form.cleaned_data, **who(request)),
        then=address(here, "groups"), done=f"Your council has left {place.group.name}.",
        words={
            "title": f"Leave {place.group.name}", "group": place.group, "button": "Leave the group",
            "lede": "What your plan took stays in your plan. The group sees nothing more of your council, and your"
            " council nothing more of the group.",
        },
    )  # fmt: skip


@in_workspace(Deed.JOIN_GROUP)
def editors(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """Choose which councils edit the base text."""
    place = group_rows.joined(here, group)
    members = [one for one in queries.members(place.group) if one.place == Place.MEMBER.value]
    now = [one.workspace_id for one in members if one.is_editor]
    form = forms.EditorsForm(request.POST or None, members=members, initial={"editors": now})
    return form_page(
        request, here, form,
        lambda: actions.choose_editors(
            workspace=here.workspace, group=place.group, editors=form.cleaned_data["editors"], **who(request)
        ),
        then=address(here, "group", group), done="Who edits the base text is on record.",
        words={
            "title": "Who edits the base text", "group": place.group, "button": "Save",
            "lede": "A council that edits chooses who does.",
        },
    )  # fmt: skip


@in_workspace(Deed.JOIN_GROUP)
def tell(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """Choose what the group may see of this council."""
    place = group_rows.joined(here, group)
    ticked = [name for name in Telling.__slots__ if getattr(place.telling, name)]
    form = forms.TellForm(request.POST or None, initial={"told": ticked})
    return form_page(
        request, here, form,
        lambda: actions.tell(workspace=here.workspace, group=place.group, telling=form.said(), **who(request)),
        then=address(here, "group_councils", group), done="What your council tells is on record.",
        words={
            "title": "What you tell the group", "group": place.group, "button": "Save",
            "lede": "Each council decides apart, and chooses what the others see of that.",
        },
    )  # fmt: skip


@in_workspace()
def councils(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """Where each council stands, as far as it says, and the dates of those that tell their meetings."""
    place, today = group_rows.joined(here, group), timezone.localdate()
    pace, said = group_rows.pace(here, place.group, today=today)
    context = {
        "here": here, "place": place, "group": place.group, "rows": group_rows.rows(place.group), "pace": pace,
        "said": said, "deadline_on": here.due.on, "closed": [one.on for one in bank_holidays.england().rows],
    }  # fmt: skip
    return render(request, "council/group_councils.html", context)
