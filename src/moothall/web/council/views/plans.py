"""Writing the plan: what is asked, what is answered, and everything that hangs on it."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_POST

from moothall.apps.comments import queries as comments
from moothall.apps.freezes import queries as freezes
from moothall.apps.plans import actions
from moothall.apps.plans import queries as plans
from moothall.apps.safety import queries as safety
from moothall.apps.statements import queries as statements
from moothall.apps.writing import assignments, items
from moothall.documents.layouts import plan_layouts
from moothall.documents.writing import html
from moothall.domain.coverage import coverage
from moothall.domain.parts import PLAN
from moothall.domain.placed_remarks import Whole
from moothall.domain.plans import Plan, word_count
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council import kept_forms
from moothall.web.council.access import Here, in_workspace, tell
from moothall.web.council.comment_rows import in_words
from moothall.web.council.forms import bank
from moothall.web.council.forms import plans as forms
from moothall.web.council.plan_coverage import length_at_once, length_of


def _address(here: Here, name: str, *more: Any) -> str:
    return reverse(f"council:{name}", args=(here.round_.slug, here.workspace.slug, *more))


def _draft(here: Here) -> Any:
    draft = plans.draft(here.workspace)
    if draft is None:
        raise Http404("Nobody has begun the plan.")
    return draft


def _saved(request: HttpRequest, form: Form, deed: Callable[[Any], Any]) -> bool:
    """Do the deed if the form is whole; put a refusal, or another person's words, back into the form."""
    if request.method != "POST" or not form.is_valid():
        return False
    try:
        deed(form.cleaned_data)
    except actions.WordsMoved as moved:
        form.theirs = moved.theirs  # type: ignore[attr-defined]
        form.data = form.data.copy()  # type: ignore[attr-defined]
        form.data["revision"] = moved.theirs.revision  # type: ignore[index]
        tell(form, moved)
    except Refusal as refusal:
        tell(form, refusal)
    else:
        return True
    return False


@in_workspace()
def plan(request: HttpRequest, here: Here) -> HttpResponse:
    """The plan at a glance: every question with its state, and the lists that hang on it."""
    return _plan_page(request, here, forms.VersionForm())


def _plan_page(request: HttpRequest, here: Here, version_form: Form) -> HttpResponse:
    draft = plans.draft(here.workspace)
    value = plans.plan(draft, here.round_) if draft else None
    context = {
        "here": here,
        "draft": draft,
        "plan": value,
        "length": length_at_once(value, here.round_) if value else None,
        "words": word_count(value) if value else 0,
        "coverage": coverage(here.round_, value) if value else None,
        "versions": plans.versions(here.workspace),
        "frozen": freezes.of_whole(here.workspace.pk, PLAN, as_of=timezone.localdate()),
        "assigned": assignments.by_section(here.workspace, PLAN),
        "form": version_form,
        "remarks": safety.open_remarks(here.workspace, here.round_, Whole.PLAN, as_of=timezone.localdate()),
        "comments_said": in_words(*comments.open_counts(here.workspace, "plan")),
        "by_theme": _by_theme(here, value) if value else [],
    }
    return render(request, "council/plan.html", context)


@in_workspace()
def length(request: HttpRequest, here: Here) -> HttpResponse:
    """The plan measured on its PDF: for the page that did not wait for it, else back to that page, which knows now."""
    found = length_of(plans.plan(_draft(here), here.round_), here.round_)
    if request.headers.get("X-Part"):
        return render(request, "council/plan_length.html", {"here": here, "length": found})
    return redirect(_address(here, "plan"))


def _by_theme(here: Here, value: Plan) -> list[tuple[str, list[Any], list[Any]]]:
    """(title, commitments, measures) of each theme in order; under no title what stands under no theme of the round."""
    keys = [theme.key for theme in here.round_.themes]
    titles = [*(theme.title for theme in here.round_.themes), ""]
    found: list[tuple[str, list[Any], list[Any]]] = [(title, [], []) for title in titles]
    for column, some in ((1, value.commitments), (2, value.measures)):
        for one in some:
            place = keys.index(one.theme) if one.theme in keys else len(keys)
            found[place][column].append(one)  # type: ignore[union-attr]
    return found


@require_POST
@in_workspace(Deed.WRITE_PLAN)
def begin(request: HttpRequest, here: Here) -> HttpResponse:
    """Begin an empty plan."""
    actions.begin_plan(workspace=here.workspace, title=here.round_.title, by=request.user, at=timezone.localtime())
    return redirect(_address(here, "plan"))


def _add(
    request: HttpRequest, here: Here, draft: Any, section: str, form: Form, title: str, deed: Callable[[Any], Any],
    hint: str = "",
) -> HttpResponse:  # fmt: skip
    """A page that adds one thing to the plan. What was typed is kept under ``section`` until it is saved."""
    if _saved(request, form, deed):
        kept_forms.let_go(request, draft, section)
        return redirect(_address(here, "plan"))
    _keep_refused(request, draft, section)
    kept_forms.take_up(request, draft, section, form)
    context = {"here": here, "form": form, "title": title, "hint": hint, "item": None, "two": ()}
    return render(request, "council/plan_item.html", context | kept_forms.context(request, draft, section))


def _keep_refused(request: HttpRequest, draft: Any, section: str) -> None:
    """Keep what was typed where it was not saved."""
    if request.method == "POST":
        kept_forms.keep(request, draft, section, at=timezone.localtime())


@in_workspace(Deed.WRITE_PLAN)
def add_commitment(request: HttpRequest, here: Here) -> HttpResponse:
    """Add something done, under way or planned."""
    draft = _draft(here)
    form = forms.CommitmentForm(request.POST or None, round_=here.round_, objectives=draft.objective_set.all())

    def deed(data: dict[str, Any]) -> None:
        actions.add_commitment(draft=draft, **data, by=request.user, at=timezone.localtime())

    return _add(request, here, draft, "new-commitment", form, "Add a commitment", deed)


@in_workspace(Deed.WRITE_PLAN)
def add_milestone(request: HttpRequest, here: Here, key: str) -> HttpResponse:
    """Add a dated step to a commitment."""
    draft = _draft(here)
    commitment = plans.item(draft, key)
    form = forms.MilestoneForm(request.POST or None)

    def deed(data: dict[str, Any]) -> None:
        actions.add_milestone(commitment=commitment, **data, by=request.user, at=timezone.localtime())

    if commitment is None or not hasattr(commitment, "milestones"):
        raise Http404("The plan has no such commitment.")
    return _add(request, here, draft, f"new-milestone-{key}", form, "Add a milestone", deed, hint=commitment.title)


@in_workspace(Deed.WRITE_PLAN)
def add_measure(request: HttpRequest, here: Here) -> HttpResponse:
    """Add a measure residents can follow. A measure found in a document comes filled in, to be looked through."""
    draft = _draft(here)
    given = {name: request.GET[name] for name in forms.MeasureForm.base_fields if request.GET.get(name)}
    form = forms.MeasureForm(request.POST or None, initial=given, round_=here.round_)

    def deed(data: dict[str, Any]) -> None:
        actions.add_measure(draft=draft, **data, by=request.user, at=timezone.localtime())

    return _add(request, here, draft, "new-measure", form, "Add a measure", deed)


@in_workspace(Deed.WRITE_PLAN)
def add_barrier(request: HttpRequest, here: Here) -> HttpResponse:
    """Add what stands in the way, and the ask."""
    draft = _draft(here)
    form = forms.BarrierForm(request.POST or None)

    def deed(data: dict[str, Any]) -> None:
        actions.add_barrier(draft=draft, **data, by=request.user, at=timezone.localtime())

    return _add(request, here, draft, "new-barrier", form, "Add a barrier", deed)


_FORMS: dict[str, tuple[type[Form], bool]] = {
    "commitment": (forms.CommitmentForm, True),
    "measure": (forms.MeasureForm, True),
    "barrier": (forms.BarrierForm, False),
    **{plans.FURTHER[name]._meta.model_name or "": (kind, True) for name, (kind, _, _) in bank.KINDS.items()},
}


@in_workspace(Deed.WRITE_PLAN)
def change_item(request: HttpRequest, here: Here, key: str) -> HttpResponse:
    """Change a commitment, a measure or a barrier."""
    draft = _draft(here)
    item = plans.item(draft, key)
    if item is None:
        raise Http404("The plan has nothing under this key.")
    kind, has_theme = _FORMS[item._meta.model_name]
    extra: dict[str, Any] = {"round_": here.round_} if has_theme else {}
    if issubclass(kind, bank.Further):
        extra["plan"] = plans.plan(draft, here.round_)
    if kind is forms.CommitmentForm:
        extra["objectives"] = draft.objective_set.all()
    stands = {name: getattr(item, name) for name in kind.base_fields}
    form = kind(request.POST or None, initial=stands, **extra)
    posted, taken = request.POST.get("revision", ""), kept_forms.take_up(request, draft, key, form)
    seen = int(posted) if posted.isdecimal() else taken or item.revision
    sitting = request.POST.get("sitting", "")

    def deed(data: dict[str, Any]) -> None:
        saved = items.save_item(
            item=item, fields=data, revision=seen, sitting=sitting, by=request.user, at=timezone.localtime()
        )
        also = f" What {saved.beside} saved meanwhile stands beside it." if saved.beside else ""
        messages.success(request, f"“{saved.row.title}” is saved.{also}")

    if _saved(request, form, deed):
        return redirect(_address(here, "plan"))
    _keep_refused(request, draft, key)
    context = {"here": here, "form": form, "title": f"Change {item.title}", "hint": "", "item": item}
    context |= kept_forms.context(request, draft, key) | {"revision": seen}
    theirs = getattr(form, "theirs", None)
    context["two"] = (_in_words(form, theirs), _in_words(form, form.cleaned_data)) if theirs else ()
    context["origins"] = statements.origins(here.workspace, key)
    return render(request, "council/plan_item.html", context)


def _in_words(form: Form, values: Any) -> list[tuple[str, str]]:
    """Each field of the form with what a row or what was typed holds, a choice in its words; empty ones left out."""
    found = []
    for name, field in form.fields.items():
        value = values.get(name) if isinstance(values, dict) else getattr(values, name)
        words = dict(getattr(field, "choices", ())).get(value, value)
        if words:
            found.append((str(field.label), str(words)))
    return found


@require_POST
@in_workspace(Deed.WRITE_PLAN)
def remove_item(request: HttpRequest, here: Here, key: str) -> HttpResponse:
    """Take something out of the plan. The record keeps it."""
    item = plans.item(_draft(here), key)
    if item is None:
        raise Http404("The plan has nothing under this key.")
    try:
        actions.remove_item(item=item, by=request.user, at=timezone.localtime())
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, f"“{item.title}” is taken out of the plan. The record keeps it.")
    return redirect(_address(here, "plan"))


@require_POST
@in_workspace(Deed.WRITE_PLAN)
def keep_version(request: HttpRequest, here: Here) -> HttpResponse:
    """Freeze the plan as it stands, under a name."""
    form = forms.VersionForm(request.POST)
    kept: list[Any] = []

    def deed(data: dict[str, Any]) -> None:
        kept.append(
            actions.keep_version(
                workspace=here.workspace, round_=here.round_, **data, by=request.user, at=timezone.localtime()
            )
        )

    if not _saved(request, form, deed):
        return _plan_page(request, here, form)
    messages.success(request, f"Version {kept[0].number} is kept. Nothing can change it.")
    return redirect(_address(here, "plan"))


@in_workspace()
def version(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """One kept version, as it would be published, in the layout it was kept in."""
    row = plans.version(here.workspace, number)
    if row is None:
        raise Http404("There is no such version.")
    frozen = plans.frozen(row)
    text = html.write(plan_layouts.compose(frozen, here.round_), head=False).decode()
    still_open, settled = comments.version_counts(here.workspace, number)
    context = {"here": here, "version": row, "plan": frozen, "text": mark_safe(text)}  # noqa: S308  (the writer escapes)
    context |= {"comments_open": still_open, "comments_settled": settled}
    return render(request, "council/version.html", context)
