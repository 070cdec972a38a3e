"""Taking words out to Word, bringing them back, and answering for what changed."""

from typing import Any

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.text import slugify
from django.views.decorators.http import require_POST

from moothall.apps.comments import places
from moothall.apps.comments import sections as words_of
from moothall.apps.comments.places import WordsTouch
from moothall.apps.files import queries as files
from moothall.apps.word import actions, queries, receiving, remarks
from moothall.documents.exchange import word_reading
from moothall.documents.reading.document import Unreadable
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms.word import AsideForm, BringBackForm, TextForm
from moothall.web.council.word_rows import WHY, section_row

NOUNS = {"plan": "the whole plan", "report": "the covering report"}


@in_workspace()
def word(request: HttpRequest, here: Here) -> HttpResponse:
    """What can go out, what came back, and the way to bring a file back."""
    form = BringBackForm(request.POST or None, request.FILES or None)
    if request.method == "POST" and form.is_valid():
        if not here.may(Deed.BRING_FROM_WORD):
            raise PermissionDenied("Only a policy officer or a report author brings a Word file back. Ask one.")
        try:
            row = _brought(request, here, form.cleaned_data["file"])
            messages.success(request, f"{row.name} is kept. Nothing is changed until somebody accepts it.")
            return redirect(address(here, "returned_words", row.pk))
        except Unreadable as fault:
            form.add_error("file", fault.sentence)
        except Refusal as refusal:
            form.add_error("file", str(refusal))
    context = {"here": here, "form": form, "outgoing": queries.outgoing(here.workspace)}
    context |= {
        "returned": queries.returned(here.workspace),
        "plan": [one for one in words_of.sections(here.workspace, here.round_, "plan") if one.key],
        "report": [one for one in words_of.sections(here.workspace, here.round_, "report") if one.key],
        "chosen": request.GET.get("what", ""),
    }
    return render(request, "council/word.html", context)


def _brought(request: HttpRequest, here: Here, file: Any) -> Any:
    data = file.read()
    actions.check_new(here.workspace, file.name, data)
    found = word_reading.read(data, file.name)
    tokens = receiving.tokens(found)
    sent, gone_out = queries.sent_sections(here.workspace, tokens), queries.gone_out(here.workspace, tokens)
    return actions.bring_back(
        workspace=here.workspace,
        name=file.name,
        data=data,
        found=found,
        received=receiving.receive(found, sent, gone_out),
        by=request.user,
        at=timezone.localtime(),
    )


@require_POST
@in_workspace(Deed.TAKE_TO_WORD)
def take_out(request: HttpRequest, here: Here) -> HttpResponse:
    """Take the plan, the report or one section out as a Word file."""
    what = request.POST.get("what", "")
    try:
        sections = words_of.chosen(here.workspace, here.round_, what)
        title = NOUNS.get(what) or next(one.title for one in sections if one.key)
        label = f"{here.workspace.authority_name}, {title}"
        _, data = actions.take_out(
            workspace=here.workspace,
            what=what,
            label=label,
            sections=sections,
            beside=remarks.beside(here.workspace, sections),
            by=request.user,
            at=timezone.localtime(),
        )
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(address(here, "word"))
    answer = HttpResponse(data, content_type=actions.DOCX)
    answer["Content-Disposition"] = f'attachment; filename="{slugify(label)[:80] or "words"}.docx"'
    return answer


def _returned(here: Here, returned_id: int) -> Any:
    row = queries.one_returned(here.workspace, returned_id)
    if row is None:
        raise Http404("No such file came back here.")
    return row


@in_workspace()
def returned(request: HttpRequest, here: Here, returned_id: int) -> HttpResponse:
    """One file that came back: every change in its place, every comment, and the tray."""
    row = _returned(here, returned_id)
    return render(request, "council/word_returned.html", _shown(here, row))


def _shown(here: Here, row: Any) -> dict[str, Any]:
    rows = [section_row(one) for one in row.sections.all()]
    strays = list(row.strays.all())
    waiting = [one for one in strays if one.said_at is None]
    return {
        "here": here,
        "returned": row,
        "rows": rows,
        "waiting": waiting,
        "answered": [one for one in strays if one.said_at is not None],
        "why": WHY,
        "open": sum(len(one.open) for one in rows),
        "open_comments": sum(not root.verdict for one in rows for root, _ in one.comments),
        "may": {one.row.pk: here.may(places.deed(one.row.key)) for one in rows},
        "may_answer": here.may(Deed.BRING_FROM_WORD),
        "aside": AsideForm(),
    }


@in_workspace()
def original(request: HttpRequest, here: Here, returned_id: int) -> HttpResponse:
    """The file as it came."""
    row = _returned(here, returned_id)
    try:
        answer = HttpResponse(files.content(row.file), content_type=actions.DOCX)
    except Refusal as refusal:
        raise Http404(str(refusal)) from refusal
    answer["Content-Disposition"] = f'attachment; filename="{slugify(row.name.rpartition(".")[0]) or "words"}.docx"'
    return answer


def _section(here: Here, section_id: int) -> Any:
    row = queries.section(here.workspace, section_id)
    if row is None:
        raise Http404("No such section came back here.")
    if not here.may(places.deed(row.key)):
        raise PermissionDenied("You cannot answer for these words. Ask a policy officer or a report author, who may.")
    return row


def _numbers(said: str) -> set[int]:
    return {int(one) for one in said.split(",") if one.isascii() and one.isdigit()}


@require_POST
@in_workspace()
def answer_changes(request: HttpRequest, here: Here, section_id: int) -> HttpResponse:
    """Accept or refuse one change, or all that are left of a section."""
    section, now = _section(here, section_id), timezone.localtime()
    verdict, _, said = request.POST.get("answer", "").partition(":")
    numbers = _numbers(said)
    deeds = {"accept": actions.accept_changes, "refuse": actions.refuse_changes}
    if verdict not in deeds or not numbers:
        raise Http404("There is no such answer.")
    try:
        deeds[verdict](section=section, numbers=numbers, by=request.user, at=now)
        done = {"accept": "saved", "refuse": "left out"}[verdict]
        messages.success(request, f"{section.title}: {len(numbers)} change{'s'[: len(numbers) != 1]} {done}.")
    except WordsTouch:
        return redirect(f"{address(here, 'choose_word_text', section_id)}?numbers={said}")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{address(here, 'returned_words', section.returned_id)}#section-{section_id}")


@in_workspace()
def choose(request: HttpRequest, here: Here, section_id: int) -> HttpResponse:
    """Both texts side by side where the same words were changed here and in the file, to write what shall stand."""
    section, now = _section(here, section_id), timezone.localtime()
    numbers = _numbers(request.POST.get("numbers") or request.GET.get("numbers", ""))
    if not numbers:
        raise Http404("No changes are named.")
    try:
        stands, proposed = queries.side_by_side(section, numbers)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(address(here, "returned_words", section.returned_id))
    start = {"text": proposed, "revision": stands.revision, "numbers": ",".join(map(str, sorted(numbers)))}
    form = TextForm(request.POST or None, initial=start)
    if request.method == "POST" and form.is_valid():
        data = form.cleaned_data
        try:
            actions.accept_changes(
                section=section, numbers=numbers, text=data["text"], revision=data["revision"], by=request.user, at=now
            )
            messages.success(request, f"{section.title} is saved.")
            return redirect(f"{address(here, 'returned_words', section.returned_id)}#section-{section_id}")
        except WordsTouch as touching:
            stands = _standing_again(form, touching)
        except Refusal as refusal:
            tell(form, refusal)
    context = {"here": here, "came": section, "form": form, "stands": stands.text, "proposed": proposed}
    return render(request, "council/word_choose.html", context)


@require_POST
@in_workspace(Deed.BRING_FROM_WORD)
def answer_comment(request: HttpRequest, here: Here, comment_id: int) -> HttpResponse:
    """Keep a comment beside its words, or put it aside."""
    comment = queries.comment(here.workspace, comment_id)
    if comment is None or request.POST.get("answer") not in ("keep", "aside"):
        raise Http404("There is no such comment or answer.")
    is_kept = request.POST["answer"] == "keep"
    try:
        actions.answer_comment(comment=comment, is_kept=is_kept, by=request.user, at=timezone.localtime())
        messages.success(request, "The comment is kept beside its words." if is_kept else "The comment is put aside.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{address(here, 'returned_words', comment.section.returned_id)}#section-{comment.section_id}")


def _standing_again(form: Any, touching: WordsTouch) -> places.Standing:
    """Put the refusal into the form; the next save is over the words now shown."""
    form.data = form.data.copy()
    form.data["revision"] = str(touching.standing.revision)
    tell(form, touching)
    return touching.standing


def _stray(here: Here, stray_id: int) -> Any:
    row = queries.stray(here.workspace, stray_id)
    if row is None:
        raise Http404("No such words wait here.")
    return row


@in_workspace(Deed.BRING_FROM_WORD)
def place(request: HttpRequest, here: Here, stray_id: int) -> HttpResponse:
    """Choose the section, then write the words in where they belong."""
    stray = _stray(here, stray_id)
    sections = [
        one
        for which in ("plan", "report")
        for one in words_of.sections(here.workspace, here.round_, which)
        if one.key and here.may(places.deed(one.key))
    ]
    key = request.POST.get("key") or request.GET.get("key", "")
    context: dict[str, Any] = {"here": here, "stray": stray, "sections": sections, "why": WHY, "form": None}
    if key:
        if key not in {one.key for one in sections}:
            raise Http404("There is no such section.")
        title, stands = words_of.label(key, sections), places.standing(here.workspace, key)
        start = {"text": f"{stands.text}\n\n{stray.words}".strip(), "revision": stands.revision}
        form = TextForm(request.POST or None, initial=start)
        if request.method == "POST" and form.is_valid() and _placed(request, stray, key, title, form):
            return redirect(f"{address(here, 'returned_words', stray.returned_id)}#tray")
        context |= {"form": form, "key": key, "title": title, "stands": stands.text}
    return render(request, "council/word_place.html", context)


def _placed(request: HttpRequest, stray: Any, key: str, title: str, form: TextForm) -> bool:
    said = {name: form.cleaned_data[name] for name in ("text", "revision")}
    try:
        actions.place_stray(stray=stray, key=key, title=title, **said, by=request.user, at=timezone.localtime())
    except WordsTouch as touching:
        _standing_again(form, touching)
    except Refusal as refusal:
        tell(form, refusal)
    else:
        messages.success(request, f"The words are placed in {title}.")
        return True
    return False


@require_POST
@in_workspace(Deed.BRING_FROM_WORD)
def aside(request: HttpRequest, here: Here, stray_id: int) -> HttpResponse:
    """Put words aside with a reason."""
    stray = _stray(here, stray_id)
    try:
        actions.put_aside(stray=stray, reason=request.POST.get("reason", ""), by=request.user, at=timezone.localtime())
        messages.success(request, "The words are put aside. They stay with the file.")
    except Refusal as refusal:
        messages.error(request, str(refusal))
    return redirect(f"{address(here, 'returned_words', stray.returned_id)}#tray")
