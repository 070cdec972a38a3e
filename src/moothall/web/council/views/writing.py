"""Writing a section of the plan, perhaps while somebody else writes it too, and words not saved yet."""

from collections.abc import Callable
from typing import Any
from uuid import uuid4

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.freezes import queries as freezes
from moothall.apps.groups import queries as groups
from moothall.apps.plans import queries as plans
from moothall.apps.statements import queries as statements
from moothall.apps.writing import items, keeping, saving
from moothall.apps.writing import queries as writing
from moothall.documents import plan_length
from moothall.domain.coverage import coverage
from moothall.domain.parts import PLAN, part
from moothall.domain.plans import AnswerStatus, word_count
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.sections import OPENING
from moothall.web.council import kept_forms, offered_words, parts_shown, words_met
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import plans as forms

Shown = Callable[[Form, dict[str, Any]], HttpResponse]


def _draft(here: Here) -> Any:
    draft = plans.draft(here.workspace)
    if draft is None:
        raise Http404("Nobody has begun the plan.")
    return draft


def _frozen(here: Here, section: str) -> list[Any]:
    """The freeze that holds a section today, in a list; none where it is open."""
    found = freezes.of_part(here.workspace.pk, part(PLAN, section), as_of=timezone.localdate())
    return [found] if found else []


@in_workspace(Deed.WRITE_PLAN)
def opening(request: HttpRequest, here: Here) -> HttpResponse:
    """Title and introduction."""
    draft = _draft(here)

    def shown(form: Form, kept: dict[str, Any]) -> HttpResponse:
        context = {"here": here, "draft": draft, "form": form, "frozen": _frozen(here, OPENING), **kept}
        return render(request, "council/opening.html", context | _offers(request, here, OPENING))

    return _written(request, here, draft, OPENING, forms.OpeningForm, shown)


@in_workspace(Deed.WRITE_PLAN)
def question(request: HttpRequest, here: Here, question_id: str) -> HttpResponse:
    """One question: what the letter asks, and what becomes of it."""
    draft = _draft(here)
    asked = [(theme, one) for theme, one in here.round_.questions()]
    place = next((index for index, (_, one) in enumerate(asked) if one.id == question_id), None)
    if place is None:
        raise Http404("The round has no such question.")
    following = asked[place + 1][1] if place + 1 < len(asked) else None

    def shown(form: Form, kept: dict[str, Any]) -> HttpResponse:
        value, (theme, one) = plans.plan(draft, here.round_), asked[place]
        context = {
            "here": here, "draft": draft, "theme": theme, "question": one, "form": form, "following": following,
            "coverage": coverage(here.round_, value),
            "frozen": _frozen(here, question_id),
            "words": word_count(value),
            "length": plan_length.known(value, here.round_),
            "links": {each.id: address(here, "question", each.id) for _, each in here.round_.questions()},
            "origins": statements.origins(here.workspace, question_id),
            "shared": groups.origin(here.workspace, question_id),
            **kept, **_offers(request, here, question_id),
        }  # fmt: skip
        return render(request, "council/question.html", context)

    then = address(here, "question", following.id) if "next" in request.POST and following else ""
    return _written(request, here, draft, question_id, forms.AnswerForm, shown, then=then)


@in_workspace(Deed.WRITE_PLAN)
def requirement(request: HttpRequest, here: Here, requirement_id: str) -> HttpResponse:
    """What the council says of one requirement of the letter."""
    draft = _draft(here)
    asked = next((one for one in here.round_.requirements if one.id == requirement_id), None)
    if asked is None:
        raise Http404("The round has no such requirement.")

    def shown(form: Form, kept: dict[str, Any]) -> HttpResponse:
        context = {"here": here, "draft": draft, "form": form, "requirement": asked, **kept}
        return render(request, "council/requirement.html", context | {"frozen": _frozen(here, requirement_id)})

    told, then = "What you say of the requirement", address(here, "coverage")
    return _written(request, here, draft, requirement_id, forms.AnswerForm, shown, then=then, told=told)


def _written(
    request: HttpRequest, here: Here, draft: Any, section: str, kind: type[Form], shown: Shown, *, then: str = "",
    told: str = "",
) -> HttpResponse:  # fmt: skip
    """The form of a section, its words saved, or the page that asks which of two people's words stay."""
    if request.method != "POST":
        return _opened(request, here, draft, section, kind, shown)
    form, sitting = kind(request.POST), request.POST.get("sitting", "")
    typed = {"section_name": section, "sitting": sitting, "others": []}
    if not form.is_valid():
        return shown(form, typed)
    words = _words(form)
    revision = form.cleaned_data["revision"]
    try:
        if "theirs" in request.POST:
            merges, theirs = _met(request, draft, section, words, revision)
            found = words_met.chosen(merges, request.POST.dict())
            if found is None:
                unchosen = saving.WordsMeet(merges, theirs, revision=revision)
                return _ask(request, here, form, section, unchosen, "Choose what stays in every place.")
            words, revision = found, theirs.revision
            form = kind({**request.POST.dict(), **words, "revision": revision})
            if not form.is_valid() or "look" in request.POST:
                return shown(form, typed)
        saved = saving.save(
            draft=draft, section=section, words=words, revision=revision, sitting=sitting, by=request.user,
            at=timezone.localtime(),
        )  # fmt: skip
    except saving.WordsMeet as meeting:
        _keep(request, draft, section, form)
        return _ask(request, here, form, section, meeting)
    except Refusal as refusal:
        if isinstance(refusal, freezes.Frozen):
            _keep(request, draft, section, form)
        tell(form, refusal)
        return shown(form, typed)
    name = told or ("The opening" if section == OPENING else section)
    also = f" What {saved.beside.by_name} saved meanwhile stands beside it." if saved.beside else ""
    messages.success(request, f"{name} is saved.{also}")
    return redirect(then or address(here, "plan"))


def _words(form: Form) -> dict[str, str]:
    return {name: value for name, value in form.cleaned_data.items() if name != "revision"}


def _offers(request: HttpRequest, here: Here, section: str) -> dict[str, Any]:
    return offered_words.context(here, section, request.GET.dict(), timezone.localdate())


def _opened(request: HttpRequest, here: Here, draft: Any, section: str, kind: type[Form], shown: Shown) -> HttpResponse:
    """The form with what stands, or with kept words where the person takes them up; the others are offered.

    Words that are offered come after it where the person chose them.
    """
    rows = keeping.kept(draft, section, request.user)
    taken = next((row for row in rows if str(row.pk) == request.GET.get("kept")), None)
    initial = {**taken.words, "revision": taken.revision} if taken else _initial(draft, section)
    used = offered_words.asked(here, section, request.GET.dict(), timezone.localdate())
    initial = offered_words.in_section(used, section, initial)
    context = {
        "section_name": section,
        "sitting": taken.sitting if taken else uuid4().hex,
        "others": [row for row in rows if row is not taken],
    }
    return shown(kind(initial=initial), context)


def _keep(request: HttpRequest, draft: Any, section: str, form: Form) -> bool:
    """Keep what was typed, as far as the form can read it, and say whether it could."""
    form.is_valid()
    sitting, revision = request.POST.get("sitting", ""), form.cleaned_data.get("revision")
    if not sitting or revision is None:
        return False
    words = {name: request.POST.get(name, "") for name in form.fields if name != "revision"}
    keeping.keep(
        draft=draft, section=section, sitting=sitting, words=words, revision=revision, by=request.user,
        at=timezone.localtime(),
    )  # fmt: skip
    return True


def _asked(here: Here) -> set[str]:
    """The ids of every question and requirement of the round."""
    return {one.id for _, one in here.round_.questions()} | {one.id for one in here.round_.requirements}


@require_POST
@in_workspace(Deed.WRITE_PLAN)
def keep_words(request: HttpRequest, here: Here, section: str) -> HttpResponse:
    """Keep what was typed without saving it: every few seconds by the script, or by the button."""
    draft = _draft(here)
    if section == OPENING or section in _asked(here):
        form = (forms.OpeningForm if section == OPENING else forms.AnswerForm)(request.POST)
        is_kept = _keep(request, draft, section, form)
    elif items.is_section(draft, section):
        is_kept = kept_forms.keep(request, draft, section, at=timezone.localtime())
    else:
        raise Http404("The plan has no such section.")
    if request.headers.get("X-Part") == "keep":
        return HttpResponse(status=204 if is_kept else 400)
    if is_kept:
        messages.success(request, "Your words are kept for later. Only you see them, and the plan is as it was.")
    else:
        messages.error(request, "Your words could not be kept. Go back, copy them, and open the page again.")
    return redirect(address(here, "plan"))


@require_POST
@in_workspace(Deed.WRITE_PLAN)
def let_words_go(request: HttpRequest, here: Here, section: str) -> HttpResponse:
    """Forget kept words that the person wants no longer."""
    draft = _draft(here)
    keeping.let_go(draft=draft, section=section, sitting=request.POST.get("sitting", ""), by=request.user)
    messages.success(request, "The kept words are let go.")
    if section == OPENING or section in _asked(here):
        return redirect(parts_shown.where(here, part(PLAN, section)))
    return redirect(kept_forms.where(here, section) if items.is_section(draft, section) else address(here, "plan"))


def _initial(draft: Any, section: str) -> dict[str, Any]:
    now = writing.stands(draft, section)
    words = dict(now.words) if now.revision else {**now.words, "status": AnswerStatus.ANSWERED.value}
    return {**words, "revision": now.revision}


def _met(request: HttpRequest, draft: Any, section: str, words: dict[str, str], revision: int) -> tuple[Any, Any]:
    """The pieces again, from the two revisions the page that asked was made of. Raises Http404 where one never was."""
    number = request.POST["theirs"]
    theirs = writing.at_revision(draft, section, int(number)) if number.isdecimal() else None
    if theirs is None:
        raise Http404("The section never had this revision.")
    return saving.met(draft, section, words, revision=revision, theirs=theirs), theirs


def _ask(
    request: HttpRequest, here: Here, form: Form, section: str, meeting: saving.WordsMeet, wrong: str = ""
) -> HttpResponse:
    if wrong:
        form.add_error(None, wrong)
    context = {
        "here": here, "form": form, "section_name": section, "meeting": meeting, "theirs": meeting.theirs,
        "mine": _words(form),
        "sitting": request.POST.get("sitting", ""),
        "pieces": words_met.asked(meeting.merges, request.POST.dict()),
        "wants_next": "next" in request.POST,
    }  # fmt: skip
    return render(request, "council/words_met.html", context)
