"""The base text of a working group: its sections, writing them, editions, freezing it, and its file."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.groups import actions_on_text as actions
from moothall.apps.groups import queries, sections
from moothall.documents.exchange import base_text_json
from moothall.domain.base_texts import BaseSection, Edition
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.word_changes import changes
from moothall.web.council import group_rows, words_met
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import groups as forms
from moothall.web.council.views.groups import form_page, who

_LABELS = {"title": "Title", "text": "Words"}


@in_workspace()
def text(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """The base text as its editors have it now, its editions, and what was proposed."""
    place = group_rows.joined(here, group)
    context = {
        "here": here, "place": place, "group": place.group, "sections": queries.sections(place.group, here.round_),
        "editions": queries.editions(place.group), "proposals": queries.proposals(place.group),
        "is_frozen": queries.is_frozen(place.group, as_of=timezone.localdate()),
        "is_changed": _is_changed(place.group),
    }  # fmt: skip
    return render(request, "council/base_text.html", context)


def _is_changed(group: Any) -> bool:
    """Whether an edition made now would say something new."""
    latest, now = queries.latest(group), queries.now(group)
    return bool(now) and (latest is None or latest.sections != now)


@in_workspace(Deed.WRITE_BASE_TEXT)
def add(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """A section of the group's own, which answers no question."""
    place = group_rows.joined(here, group)
    form = forms.SectionForm(request.POST or None, initial={"revision": 0})
    return form_page(
        request, here, form,
        lambda: actions.write_section(
            workspace=here.workspace, group=place.group, round_=here.round_, key="", **form.cleaned_data, **who(request)
        ),
        then=address(here, "base_text", group), done="The section is added.",
        words={
            "title": "Add a section", "group": place.group, "button": "Add it",
            "lede": "It answers no question of the letter. A council that takes it has it as a point of its own.",
        },
    )  # fmt: skip


@in_workspace(Deed.WRITE_BASE_TEXT)
def write(request: HttpRequest, here: Here, group: str, section: str) -> HttpResponse:
    """One section of the base text, perhaps while another editor writes it too."""
    place = group_rows.joined(here, group)
    row = queries.section(place.group, here.round_, section)
    if row is None:
        raise Http404("The base text has no such section.")
    start = {"revision": row.revision, "title": row.title, "text": row.text}
    form = forms.SectionForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        given = dict(form.cleaned_data)
        try:
            if "theirs" in request.POST:
                found = words_met.chosen(sections.merged(row, **given), request.POST.dict())
                if found is not None:
                    given = {**found, "revision": int(request.POST["theirs"] or 0)}
            actions.write_section(
                workspace=here.workspace, group=place.group, round_=here.round_, key=section, **given, **who(request)
            )
        except actions.BaseWordsMeet as meeting:
            return _ask(request, here, place.group, form, meeting)
        except (Refusal, ValueError) as refusal:
            tell(form, refusal if isinstance(refusal, Refusal) else _again())
        else:
            messages.success(request, f"“{given['title']}” is saved in the base text.")
            return redirect(address(here, "base_text", group))
    question = next((one for _, one in here.round_.questions() if one.id == section), None)
    kept = list(row.revisions.all()) if row.pk else []
    context = {
        "here": here, "place": place, "group": place.group, "row": row, "form": form, "question": question,
        "is_frozen": queries.is_frozen(place.group, as_of=timezone.localdate()),
        "revisions": [
            (one, changes(before.text if before else "", one.text))
            for one, before in zip(kept, [*kept[1:], None], strict=True)
        ] if kept else [],
    }  # fmt: skip
    return render(request, "council/base_section.html", context)


def _again() -> Refusal:
    return Refusal("The section changed once more.", next_step="Save again to see both texts.")


def _ask(request: HttpRequest, here: Here, group: Any, form: Any, meeting: Any) -> HttpResponse:
    """Both editors' words, side by side, to choose from."""
    context = {
        "here": here, "group": group, "meeting": meeting, "mine": form.cleaned_data,
        "pieces": words_met.asked(
            meeting.merges, request.POST.dict(), labels=_LABELS, prose={"text"}, said=lambda field, words: words
        ),
    }  # fmt: skip
    return render(request, "council/base_words_met.html", context)


@in_workspace(Deed.WRITE_BASE_TEXT)
def make_edition(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """Make an edition of the text as it stands."""
    place, form = group_rows.joined(here, group), forms.EditionForm(request.POST or None)
    return form_page(
        request, here, form,
        lambda: actions.make_edition(workspace=here.workspace, group=place.group, **form.cleaned_data, **who(request)),
        then=address(here, "base_text", group), done="The edition is made, and the other councils are told by mail.",
        words={
            "title": "Make an edition", "group": place.group, "button": "Make the edition",
            "lede": "It holds the base text as it stands now, and never changes. No council’s plan changes by it.",
        },
    )  # fmt: skip


@in_workspace()
def edition(request: HttpRequest, here: Here, group: str, number: int) -> HttpResponse:
    """One edition in full, and what it changed."""
    place = group_rows.joined(here, group)
    every = {one.number: one for one in queries.editions(place.group)}
    found = every.get(number)
    if found is None:
        raise Http404("There is no such edition.")
    context = {
        "here": here, "group": place.group, "edition": found, "before": every.get(number - 1),
        "parts": list(_changed(every.get(number - 1), found)),
    }  # fmt: skip
    return render(request, "council/base_edition.html", context)


def _changed(before: Edition | None, after: Edition) -> Any:
    """Each section that differs from the edition before, with its paragraphs."""
    gone = [one for one in (before.sections if before else ()) if not after.words(one.key)]
    for one in (*after.sections, *(BaseSection(one.key, one.title, "") for one in gone)):
        was = before.words(one.key) if before else ""
        if was != one.text:
            yield one, changes(was, one.text)


@in_workspace(Deed.WRITE_BASE_TEXT)
def freeze(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """Freeze the base text for consolidation."""
    place, form = group_rows.joined(here, group), forms.FreezeForm(request.POST or None)
    return form_page(
        request, here, form,
        lambda: actions.freeze_text(workspace=here.workspace, group=place.group, **form.cleaned_data, **who(request)),
        then=address(here, "base_text", group), done="The base text is frozen. You alone save it until it is thawed.",
        words={
            "title": "Freeze the base text", "group": place.group, "button": "Freeze it",
            "lede": "The other editors read it, and do not save. It thaws by itself after the day you give.",
        },
    )  # fmt: skip


@require_POST
@in_workspace(Deed.WRITE_BASE_TEXT)
def thaw(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """Let every editor save again."""
    place = group_rows.joined(here, group)
    try:
        actions.thaw_text(workspace=here.workspace, group=place.group, **who(request))
    except Refusal as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, "The base text is thawed.")
    return redirect(address(here, "base_text", group))


@in_workspace()
def file(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """The base text with every edition as a JSON file, for a council outside this installation."""
    place = group_rows.joined(here, group)
    answer = HttpResponse(base_text_json.to_bytes(queries.text(place.group)), content_type="application/json")
    answer["Content-Disposition"] = f'attachment; filename="{place.group.slug}.json"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@in_workspace(Deed.WRITE_BASE_TEXT)
def bring_in(request: HttpRequest, here: Here, group: str) -> HttpResponse:
    """Bring in later editions from the group's file."""
    place = group_rows.joined(here, group)
    form = forms.BringInForm(request.POST or None, request.FILES or None)
    return form_page(
        request, here, form,
        lambda: actions.bring_in(workspace=here.workspace, group=place.group, **form.cleaned_data, **who(request)),
        then=address(here, "group", group), done="The later editions are here. No plan has changed by it.",
        words={
            "title": "Bring in later editions", "group": place.group, "button": "Bring them in",
            "lede": "Only for a group whose text is written on another installation.",
        },
    )  # fmt: skip
