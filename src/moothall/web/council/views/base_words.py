"""What a council takes of a base text, decides of a later edition, and proposes to it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from moothall.apps.groups import actions_on_words as actions
from moothall.apps.groups import queries
from moothall.apps.plans import queries as plans
from moothall.domain.base_texts import OWN, Answered, Standing
from moothall.domain.merging import Choice, merge
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.word_changes import changes
from moothall.web.council import group_rows
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import groups as forms
from moothall.web.council.views.groups import form_page, who


@in_workspace(Deed.TAKE_BASE_WORDS)
def take(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """Take sections into the plan where it says nothing yet; those it has words for open by themselves."""
    place, draft = group_rows.joined(here, group), plans.draft(here.workspace)
    latest = queries.latest(place.group)
    untaken = [one for one in queries.standings(here.workspace, place.group) if one.is_untaken]
    free = [one for one in untaken if draft and queries.own_words(draft, one.key, one.place)[2]]
    number = latest.number if latest else 0
    form = forms.TakeForm(request.POST or None, free=free, initial={"edition": number, "keys": [x.key for x in free]})
    if request.method == "POST" and form.is_valid():
        try:
            count = actions.take_sections(
                workspace=here.workspace, group=place.group, **form.cleaned_data, **who(request)
            )
        except Refusal as refusal:
            tell(form, refusal)
        else:
            said = "1 section is" if count == 1 else f"{count} sections are"
            messages.success(request, f"{said} in your plan. From now on the words are your own.")
            return redirect(address(here, "group", group))
    written = [one for one in untaken if draft and one not in free]
    context = {
        "here": here, "group": place.group, "form": form, "latest": latest, "draft": draft, "free": free,
        "written": written,
    }  # fmt: skip
    return render(request, "council/take_base.html", context)


@in_workspace(Deed.TAKE_BASE_WORDS)
def settle(request: HttpRequest, here: Here, group: str, section: str) -> HttpResponse:
    """What the base changed, what this council changed, both put together; and what the plan makes of it."""
    place, draft = group_rows.joined(here, group), plans.draft(here.workspace)
    latest, found = queries.latest(place.group), queries.standing(here.workspace, place.group, section)
    if latest is None or found is None:
        raise Http404("The base text has no such section.")
    _, revision, _ = queries.own_words(draft, section, found.place)
    start = {"edition": latest.number, "revision": revision, "text": _together(found)}
    form = forms.SettleForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        text = {"base": found.base, "own": said["text"], "decline": None}[said["how"]]
        try:
            actions.settle(
                workspace=here.workspace, group=place.group, key=section, edition=said["edition"],
                revision=said["revision"], text=text, reason=said["reason"] if text is None else "", **who(request),
            )  # fmt: skip
        except Refusal as refusal:
            tell(form, refusal)
        else:
            done = "is declined, and your plan is as it was" if text is None else "is in your plan"
            messages.success(request, f"“{found.title}”, edition {latest.number}, {done}.")
            return redirect(address(here, "group", group))
    context = {
        "here": here, "group": place.group, "form": form, "one": found, "latest": latest, "draft": draft,
        "in_plan": address(here, "question", section) if not section.startswith(OWN) else address(here, "plan"),
    }  # fmt: skip
    return render(request, "council/settle_base.html", context)


def _together(one: Standing) -> str:
    """Both sides' changes in one text; where they touch, both are there, the base's first, for a person to choose."""
    return one.merge.chosen([Choice.BOTH] * len(one.merge.conflicts))


@in_workspace(Deed.WRITE_BASE_TEXT)
def propose(request: HttpRequest, here: Here, group: str, section: str) -> HttpResponse:
    """Propose words for a section of the base text."""
    place = group_rows.joined(here, group)
    row = queries.section(place.group, here.round_, section)
    if row is None:
        raise Http404("The base text has no such section.")
    form = forms.ProposeForm(request.POST or None, initial={"text": row.text})
    return form_page(
        request, here, form,
        lambda: actions.propose(
            workspace=here.workspace, group=place.group, round_=here.round_, key=section, **form.cleaned_data,
            **who(request),
        ),
        then=address(here, "base_text", group), done="Your words are proposed. The editors take or decline them.",
        words={
            "title": f"Propose words: {row.title}", "group": place.group, "button": "Propose these words",
            "lede": "The whole group sees what you write here. Your plan stays as it is.",
        },
    )  # fmt: skip


@in_workspace()
def proposal(request: HttpRequest, here: Here, group: str, pk: int) -> HttpResponse:
    """A proposal with what it changes; the editors answer it, and the council that made it may withdraw it."""
    place = group_rows.joined(here, group)
    row = queries.proposal(place.group, pk)
    if row is None:
        raise Http404("There is no such proposal.")
    put_together = merge(row.base, row.section.text, row.text)
    start = {"text": put_together.chosen([Choice.BOTH] * len(put_together.conflicts))}
    is_post = request.method == "POST"
    withdraws = is_post and "withdraw" in request.POST
    form = forms.AnswerProposalForm(request.POST if is_post and not withdraws else None, initial=start)
    if withdraws or (is_post and form.is_valid()):
        said: dict[str, Any] = {"answer": Answered.WITHDRAWN.value} if withdraws else form.cleaned_data
        try:
            actions.answer_proposal(
                workspace=here.workspace, proposal=row, **{**said, "answer": Answered(said["answer"])}, **who(request)
            )
        except Refusal as refusal:
            if withdraws:
                messages.error(request, str(refusal))
            else:
                tell(form, refusal)
        else:
            messages.success(request, f"The proposal for “{row.section.title}” is {said['answer']}.")
            return redirect(address(here, "base_text", group))
    context = {
        "here": here, "place": place, "group": place.group, "row": row, "form": form,
        "proposed": changes(row.base, row.text), "since": changes(row.base, row.section.text),
        "conflicts": put_together.conflicts, "is_mine": row.workspace_id == here.workspace.pk,
    }  # fmt: skip
    return render(request, "council/base_proposal.html", context)
