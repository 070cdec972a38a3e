"""What a plan is made of beside its answers, whether it covers the letter, how it is set out, and measures to pick."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.safestring import mark_safe

from moothall.apps.plans import actions
from moothall.apps.plans import queries as plans
from moothall.apps.writing import assignments
from moothall.documents.layouts import plan_layouts
from moothall.documents.writing import docx, html, pdf
from moothall.domain.coverage import coverage
from moothall.domain.parts import PLAN
from moothall.domain.plan_lengths import length_remarks
from moothall.domain.plans import Layout
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.reference import measures
from moothall.web.council import kept_forms
from moothall.web.council import plan_coverage as shown
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import bank as forms

_TYPES = {"pdf": "application/pdf", "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document"}


def _draft(here: Here) -> Any:
    draft = plans.draft(here.workspace)
    if draft is None:
        raise Http404("Nobody has begun the plan.")
    return draft


@in_workspace()
def covered(request: HttpRequest, here: Here) -> HttpResponse:
    """Every question and requirement of the round: where it is answered, by whom, or why not."""
    draft = _draft(here)
    plan = plans.plan(draft, here.round_)
    length = shown.length_of(plan, here.round_)
    context = {
        "here": here,
        "plan": plan,
        "coverage": coverage(here.round_, plan),
        "requirements": shown.requirement_rows(here.round_, plan),
        "writers": plans.writers(here.workspace),
        "assigned": assignments.by_section(here.workspace, PLAN),
        "supporting": shown.supporting(plan),
        "length": length,
        "no_longer_asked": shown.no_longer_asked(here, draft),
        "remarks": length_remarks(length, here.round_.pages, plan.length_reason) if length else (),
    }
    return render(request, "council/coverage.html", context)


def _told(form: Any, refusal: Refusal, revision: str) -> None:
    """Put the refusal into the form; where words moved, the next save is over the words now shown."""
    if isinstance(refusal, actions.WordsMoved):
        form.theirs = refusal.theirs
        form.data = form.data.copy()
        form.data["revision"] = getattr(refusal.theirs, revision)
    tell(form, refusal)


@in_workspace(Deed.WRITE_PLAN)
def add(request: HttpRequest, here: Here, kind: str) -> HttpResponse:
    """Add a document, objective, point, partnership, figure or section."""
    if kind not in forms.KINDS:
        raise Http404("A plan has nothing of this kind.")
    draft = _draft(here)
    made, words, hint = forms.KINDS[kind]
    form = made(request.POST or None, round_=here.round_, plan=plans.plan(draft, here.round_))
    if request.method == "POST" and form.is_valid():
        try:
            actions.add_item(draft=draft, into=kind, **form.cleaned_data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            kept_forms.keep(request, draft, f"new-{kind}", at=timezone.localtime())
            tell(form, refusal)
        else:
            kept_forms.let_go(request, draft, f"new-{kind}")
            messages.success(request, f"“{form.cleaned_data['title']}” is in the plan.")
            return redirect(address(here, "layout" if kind == "sections" else "further"))
    context = {"here": here, "form": form, "title": f"Add {words}", "hint": hint, "item": None, "two": ()}
    kept_forms.take_up(request, draft, f"new-{kind}", form)
    return render(request, "council/plan_item.html", context | kept_forms.context(request, draft, f"new-{kind}"))


@in_workspace()
def further(request: HttpRequest, here: Here) -> HttpResponse:
    """Objectives, documents, figures, partnerships and points of the council's own."""
    plan = plans.plan(_draft(here), here.round_)
    return render(request, "council/further.html", {"here": here, "plan": plan, "names": shown.names(here, plan)})


@in_workspace()
def layout(request: HttpRequest, here: Here) -> HttpResponse:
    """How the plan is set out: the choice, the council's own sections, and the plan as it then stands."""
    draft = _draft(here)
    stands = {"layout": draft.layout, "length_reason": draft.length_reason, "revision": draft.setting_revision}
    form = forms.SetOutForm(request.POST or None, initial=stands)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data | {"layout": Layout(form.cleaned_data["layout"])}
        try:
            actions.set_out(draft=draft, **data, by=request.user, at=timezone.localtime())
        except Refusal as refusal:
            _told(form, refusal, "setting_revision")
        else:
            messages.success(request, f"The plan is set out as: {forms.LAYOUT_WORDS[data['layout']].lower()}.")
            return redirect(address(here, "layout"))
    plan = plans.plan(draft, here.round_)
    looked = _layout(request.GET.get("look"), plan.layout)
    text = html.write(plan_layouts.compose(plan, here.round_, layout=looked), head=False).decode()
    context = {
        "here": here,
        "form": form,
        "plan": plan,
        "names": shown.names(here, plan),
        "looked": looked,
        "words": {one.value: said for one, said in forms.LAYOUT_WORDS.items()},
        "text": mark_safe(text),  # noqa: S308  (the writer escapes)
    }
    return render(request, "council/layout.html", context)


def _layout(asked: str | None, otherwise: Layout) -> Layout:
    return Layout(asked) if asked in set(Layout) else otherwise


@in_workspace()
def plan_file(request: HttpRequest, here: Here, layout: str, kind: str) -> HttpResponse:
    """The plan as it stands in one layout, as a file."""
    if layout not in set(Layout) or kind not in _TYPES:
        raise Http404("The plan has no such file.")
    document = plan_layouts.compose(
        plans.plan(_draft(here), here.round_), here.round_, layout=Layout(layout), colour=here.workspace.colour
    )
    try:
        data = pdf.write(document, timestamp=timezone.localtime()) if kind == "pdf" else docx.write(document)
    except pdf.NotWritten as fault:
        messages.error(request, str(fault))
        return redirect(address(here, "layout"))
    answer = HttpResponse(data, content_type=_TYPES[kind])
    answer["Content-Disposition"] = f'attachment; filename="plan-{here.workspace.slug}-{layout}.{kind}"'
    return answer


@in_workspace(Deed.WRITE_PLAN)
def library(request: HttpRequest, here: Here) -> HttpResponse:
    """Measures many councils already report, to pick from; found by any word of them."""
    asked = request.GET.get("q", "").strip()
    found = [one for one in measures.library() if _says(one, asked)]
    taken = {one.library_id for one in plans.plan(_draft(here), here.round_).measures}
    context = {"here": here, "asked": asked, "found": found, "taken": taken, "total": len(measures.library())}
    return render(request, "council/measure_library.html", context)


def _says(one: measures.LibraryMeasure, asked: str) -> bool:
    said = f"{one.id} {one.title} {one.unit} {one.definition} {one.usual_source}".casefold()
    return all(word in said for word in asked.casefold().split())
