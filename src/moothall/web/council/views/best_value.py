"""Evidence by best-value theme: what is found, chosen, added and taken away, and the whole to print."""

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST
from markupsafe import Markup

from moothall.apps.best_value import actions, queries
from moothall.apps.plans import queries as plans
from moothall.documents.layouts import best_value_evidence
from moothall.documents.writing import docx, html
from moothall.documents.writing.document import Document
from moothall.domain.best_value import Kind, Matter, ThemeText, excerpt
from moothall.domain.clocks.best_value_themes import PROVISION
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.reference import best_value_themes
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import best_value as forms
from moothall.web.council.views.progress_sections import WORD

_OF_THE_PLAN = frozenset({Kind.ANSWER, Kind.COMMITMENT, Kind.MEASURE})


def _theme(key: str) -> ThemeText:
    found = best_value_themes.called(key)
    if found is None:
        raise Http404("There is no such theme.")
    return found


@in_workspace()
def best_value(request: HttpRequest, here: Here) -> HttpResponse:
    """The seven themes, with what is chosen for each and whether something found waits to be looked at."""
    found = queries.evidence(here.workspace, here.round_)
    return render(request, "council/best_value.html", {"here": here, "found": found, "provision": PROVISION})


@in_workspace()
def theme_page(request: HttpRequest, here: Here, best_value_theme: str) -> HttpResponse:
    """One theme: what is chosen, what is found and by which rule, what was taken away and why."""
    one = queries.of_theme(here.workspace, here.round_, _theme(best_value_theme))
    writes = here.may("write_plan")
    context = {
        "here": here,
        "one": one,
        "chosen": [(each, _link(here, each.matter, is_writing=writes)) for each in one.chosen],
        "candidates": [
            (each, _link(here, each.matter, is_writing=writes), excerpt(each.matter.words)) for each in one.found
        ],
        "provision": PROVISION,
    }
    return render(request, "council/best_value_theme.html", context)


def _link(here: Here, matter: Matter | None, *, is_writing: bool) -> str:
    """Where it stands: a part of the plan on the page where it is written, or on the plan's for those who only read."""
    if matter is None:
        return ""
    if matter.kind in _OF_THE_PLAN and not is_writing:
        return address(here, "plan")
    return address(here, matter.page, *matter.parts)


@require_POST
@in_workspace(Deed.GATHER_BEST_VALUE)
def choose(request: HttpRequest, here: Here, best_value_theme: str) -> HttpResponse:
    """Confirm that something found is evidence for a theme."""
    theme = _theme(best_value_theme)
    try:
        actions.choose(
            workspace=here.workspace, round_=here.round_, theme=theme, key=request.POST.get("of", ""), by=request.user,
            at=timezone.localtime(),
        )  # fmt: skip
    except Refusal as refusal:
        messages.warning(request, str(refusal))
    else:
        messages.success(request, f"It is chosen for {theme.name}.")
    return redirect(address(here, "best_value_theme", theme.key.value))


@in_workspace(Deed.GATHER_BEST_VALUE)
def add(request: HttpRequest, here: Here, best_value_theme: str) -> HttpResponse:
    """Add evidence that stands elsewhere."""
    theme, form = _theme(best_value_theme), forms.AddForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.add(
                workspace=here.workspace, theme=theme, **form.cleaned_data, by=request.user, at=timezone.localtime()
            )
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, f"It is added to {theme.name}.")
            return redirect(address(here, "best_value_theme", theme.key.value))
    return _form_page(request, here, theme, form, title="Add evidence of your own", button="Add it")


@in_workspace(Deed.GATHER_BEST_VALUE)
def take_away(request: HttpRequest, here: Here, best_value_theme: str) -> HttpResponse:
    """Take away what was chosen, added or found, with the reason."""
    theme, form, key = _theme(best_value_theme), forms.AwayForm(request.POST or None), request.GET.get("of", "")
    one = queries.of_theme(here.workspace, here.round_, theme)
    titles = {each.key: each.title for each in one.chosen} | {each.matter.key: each.matter.title for each in one.found}
    if key not in titles:
        raise Http404("There is no such evidence for this theme.")
    if request.method == "POST" and form.is_valid():
        try:
            actions.take_away(
                workspace=here.workspace, round_=here.round_, theme=theme, key=key, why=form.cleaned_data["why"],
                by=request.user, at=timezone.localtime(),
            )  # fmt: skip
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, "It is taken away, and stays on record.")
            return redirect(address(here, "best_value_theme", theme.key.value))
    return _form_page(request, here, theme, form, title="Take it away", button="Take it away", about=titles[key])


def _form_page(
    request: HttpRequest, here: Here, theme: ThemeText, form: Form, *, title: str, button: str, about: str = ""
) -> HttpResponse:
    context = {"here": here, "theme": theme, "form": form, "title": title, "button": button, "about": about}
    return render(request, "council/best_value_form.html", context)


def _document(request: HttpRequest, here: Here) -> Document:
    found, draft = queries.evidence(here.workspace, here.round_), plans.draft(here.workspace)
    chosen = [each for one in found for each in one.chosen if each.matter]
    return best_value_evidence.compose(
        found,
        authority_name=here.workspace.official_name,
        plan_title=draft.title if draft else here.round_.title,
        made_on=timezone.localdate(),
        links={each.key: request.build_absolute_uri(_link(here, each.matter, is_writing=False)) for each in chosen},
        colour=here.workspace.colour,
    )


@in_workspace()
def printed(request: HttpRequest, here: Here) -> HttpResponse:
    """What is chosen for every theme, as a page to print."""
    # Every word of it was escaped by the writer, which lets no text become markup.
    words = Markup(html.write(_document(request, here), level=1).decode())  # noqa: S704
    return render(request, "council/best_value_print.html", {"here": here, "words": words})


@in_workspace()
def as_docx(request: HttpRequest, here: Here) -> HttpResponse:
    """The same as DOCX."""
    answer = HttpResponse(docx.write(_document(request, here)), content_type=WORD)
    answer["Content-Disposition"] = f'attachment; filename="{here.workspace.slug}-best-value-evidence.docx"'
    return answer
