"""Notices: what is owed for each body of the route, drafting and wording one, giving, replacing and withdrawing it."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

from django.contrib import messages
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from moothall.apps.notices import actions, files, queries
from moothall.domain import agreements_for_notices
from moothall.domain.notice_checks import missing
from moothall.domain.notice_kinds import KINDS, asks_for_website, provisions_for
from moothall.domain.notice_matter import Matter, drawn
from moothall.domain.notices import Notice, NoticeKind
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.components.fields import time_to_type
from moothall.web.council import notice_rows
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import notices as forms
from moothall.web.council.forms.meetings import ReasonForm


@in_workspace()
def notices(request: HttpRequest, here: Here) -> HttpResponse:
    """Every notice that is owed, body by body, with its day and its state; and those drafted or given."""
    today = timezone.localdate()
    parts = queries.parts(here.workspace, as_of=today)
    rows = queries.notices(here.workspace)
    of_parts = {kept.row.pk for part in parts for kept in part.kept}
    context = {
        "here": here,
        "parts": [notice_rows.part_row(here, one) for one in parts],
        "line": queries.line(here.workspace, as_of=today),
        "past": notice_rows.past(rows),
        "others": [row for row in rows if row.pk not in of_parts and (row.stands or row.is_draft)],
        "kinds": {kind.value: one for kind, one in KINDS.items()},
        "served": notice_rows.SERVED,
    }
    return render(request, "council/notices.html", context)


@in_workspace()
def notice(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """One notice: what it says, what it lacks, whether it was in time, and its files."""
    row = _row(here, number)
    kept, part = _kept(row)
    kind = NoticeKind(row.kind)
    value = row.to_value()
    context = {
        "here": here,
        "row": row,
        "value": value,
        "kept": kept,
        "part": part,
        "kind": KINDS[kind],
        "provisions": provisions_for(kind, value.body_kind),
        "website": asks_for_website(kind, value.body_kind),
        "state": notice_rows.state_of(kept),
        "served": notice_rows.SERVED,
        "after": next(iter(row.replaced_by.all()), None),
        "owed": next((one for one in part.owed if one.kind is kind), None) if part else None,
        "needs_agreement": kind in agreements_for_notices.NEEDING,
        "formats": files.NOTICE_FORMATS,
    }
    return render(request, "council/notice.html", context)


@in_workspace(Deed.DRAFT_NOTICE)
def draft_notice(request: HttpRequest, here: Here, step_id: int, notice_kind: str) -> HttpResponse:
    """Draft a notice of one kind for one body, from what the workspace knows."""
    part, kind = _part(here, step_id), _kind(notice_kind)
    if not KINDS[kind].applies(part.matter.governance, part.matter.body_kind):
        raise Http404("Such a body gives no notice of this kind here.")
    value = _first(part.matter, kind)
    form = forms.NoticeWordsForm(request.POST or None, value=value)

    def deed() -> Any:
        return actions.draft_notice(
            workspace=here.workspace, kind=kind, matter=part.matter, particulars=form.particulars(), by=request.user,
            at=timezone.localtime(),
        )  # fmt: skip

    return _worded(request, here, form, value, deed, "The draft is kept. Nobody outside has been told anything.")


@in_workspace(Deed.DRAFT_NOTICE)
def reword_notice(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Change the words of a draft."""
    row = _row(here, number)
    if not row.is_draft:
        return redirect(address(here, "notice", number))
    value = row.to_value()
    _, part = _kept(row)
    form = forms.NoticeWordsForm(request.POST or None, value=value, initial={"revision": row.revision})

    def deed() -> Any:
        return actions.reword_notice(
            notice=row, particulars=form.particulars(), revision=form.cleaned_data.get("revision") or 0,
            on=part.matter.on if part else None,
            by=request.user, at=timezone.localtime(),
        )  # fmt: skip

    return _worded(request, here, form, value, deed, "The words of the draft are changed.", row=row)


@in_workspace(Deed.DRAFT_NOTICE)
def replace_notice(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Draft a notice that takes the place of one that was given, with why."""
    row = _row(here, number)
    _, part = _kept(row)
    if not row.stands or part is None:
        return redirect(address(here, "notice", number))
    kind = NoticeKind(row.kind)
    value = _first(part.matter, kind, before=row.to_value())
    form = forms.NoticeWordsForm(request.POST or None, value=value, is_replacing=True)

    def deed() -> Any:
        return actions.draft_notice(
            workspace=here.workspace, kind=kind, matter=part.matter, particulars=form.particulars(), replaces=row,
            reason=form.cleaned_data["why"], by=request.user, at=timezone.localtime(),
        )  # fmt: skip

    told = f"The draft is kept. Notice {row.number} stands until this one is given."
    return _worded(request, here, form, value, deed, told, row=row, is_replacing=True)


@in_workspace(Deed.GIVE_NOTICE)
def give_notice(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Record that a notice was given: when exactly, where and by whom."""
    row, now = _row(here, number), timezone.localtime()
    if not row.is_draft:
        return redirect(address(here, "notice", number))
    value = row.to_value()
    lacks = missing(value)
    initial = {"on_day": now.date(), "at_time": time_to_type(now), "given_by": getattr(request.user, "name", "")}
    form = forms.GiveForm(request.POST or None, initial=initial, lacks=bool(lacks))

    def deed(said: dict[str, Any]) -> None:
        actions.give_notice(
            notice=row, given=form.given(), ending=said["ending"], lacking_why=said.get("lacking_why", ""),
            by=request.user, at=timezone.localtime(),
        )  # fmt: skip

    shown = {
        "title": "Record that it was given",
        "deed": "Record it",
        "lede": f"{KINDS[value.kind].title}, number {row.number}. From now on its words do not change.",
        "lacks": lacks,
        "website": asks_for_website(value.kind, value.body_kind),
    }
    return _done(request, here, row, form, deed, "It is on record that the notice was given.") or _page(
        request, here, row, form, shown
    )


@in_workspace(Deed.GIVE_NOTICE)
def withdraw_notice(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Withdraw a notice that was given, or leave a draft, with the reason."""
    row, form = _row(here, number), ReasonForm(request.POST or None)
    if not row.stands and not row.is_draft:
        return redirect(address(here, "notice", number))

    def deed(said: dict[str, Any]) -> None:
        actions.withdraw_notice(notice=row, reason=said["reason"], by=request.user, at=timezone.localtime())

    shown = {
        "title": "Leave this draft" if row.is_draft else "Withdraw this notice",
        "deed": "Leave it" if row.is_draft else "Withdraw it",
        "lede": "It stays on record as it stood, with your reason.",
    }
    return _done(request, here, row, form, deed, "It is withdrawn, and stays on record.") or _page(
        request, here, row, form, shown
    )


@in_workspace(Deed.GIVE_NOTICE)
def notice_agreement(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """Record whose agreement opened the shorter way that a notice tells of."""
    row = _row(here, number)
    if NoticeKind(row.kind) not in agreements_for_notices.NEEDING or not row.is_draft:
        return redirect(address(here, "notice", number))
    form = forms.AgreementForm(request.POST or None, initial={"obtained_by": row.body})

    def deed(said: dict[str, Any]) -> None:
        actions.record_agreement(
            notice=row, consent=form.consent(), chairs=form.chairs(), by=request.user, at=timezone.localtime()
        )

    shown = {
        "title": "Whose agreement is it?",
        "deed": "Record the agreement",
        "lede": "The chair of the relevant scrutiny committee; the chair of the council where there is none or that"
        " chair is unable to act; the vice-chair only where there is neither chair.",
    }
    return _done(request, here, row, form, deed, "The agreement is on record, and the notice says it.") or _page(
        request, here, row, form, shown
    )


@in_workspace()
def notice_file(request: HttpRequest, here: Here, number: int, ending: str) -> HttpResponse:
    """A notice as a file, written from what it says now."""
    if ending not in files.NOTICE_FORMATS:
        raise Http404("There is no such format.")
    row = _row(here, number)
    at = timezone.localtime(row.given_at or row.drafted_at)
    return sent(files.notice(row.to_value(), ending, colour=here.workspace.colour, at=at))


@in_workspace()
def notice_as_given(request: HttpRequest, here: Here, number: int) -> HttpResponse:
    """The file of a notice as it stood when it was given, byte for byte."""
    row = _row(here, number)
    try:
        data = queries.as_it_stood(row)
    except Refusal as refusal:
        messages.error(request, str(refusal))
        return redirect(address(here, "notice", number))
    if data is None or row.file is None:
        raise Http404("It was not given yet.")
    return sent(files.Written(row.file_name, row.file.media_type, data))


def sent(written: files.Written) -> HttpResponse:
    """A file as an answer that is kept and never shown inside our own pages."""
    answer = HttpResponse(written.data, content_type=written.media_type)
    answer["Content-Disposition"] = f'attachment; filename="{written.name}"'
    return answer


def _first(matter: Matter, kind: NoticeKind, *, before: Notice | None = None) -> Notice:
    """A notice as it would be drafted now, not kept yet."""
    if before is not None:
        matter = replace(matter, given_before=before.particulars)
    return Notice(
        kind, matter.authority_name, before.number if before else 1, matter.title, matter.body, matter.body_kind,
        drawn(kind, matter), matter.on,
    )  # fmt: skip


def _row(here: Here, number: int) -> Any:
    row = queries.notice(here.workspace, number)
    if row is None:
        raise Http404("There is no notice of this number here.")
    return row


def _part(here: Here, step_id: int) -> queries.Part:
    part = queries.part(here.workspace, step_id, as_of=timezone.localdate())
    if part is None or part.is_called_off:
        raise Http404("The route has no such step to give notice of.")
    return part


def _kind(name: str) -> NoticeKind:
    if name not in {kind.value for kind in NoticeKind}:
        raise Http404("There is no notice of this kind.")
    return NoticeKind(name)


def _kept(row: Any) -> tuple[queries.Kept, queries.Part | None]:
    """A notice as it stands, with the part of the present route that it belongs to."""
    part = queries.part_of(row, as_of=timezone.localdate())
    found = next((one for one in part.kept if one.row.pk == row.pk), None) if part else None
    return found or queries.Kept(row, None, missing(row.to_value()) if row.is_draft else ()), part


def _worded(
    request: HttpRequest, here: Here, form: forms.NoticeWordsForm, value: Notice, deed: Callable[[], Any], told: str, *,
    row: Any = None, is_replacing: bool = False,
) -> HttpResponse:  # fmt: skip
    """The page on which a notice is worded; kept and led to where that was done."""
    if request.method == "POST" and form.is_valid():
        try:
            kept = deed()
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, told)
            return redirect(address(here, "notice", kept.number))
    context = {
        "here": here,
        "form": form,
        "value": value,
        "kind": KINDS[value.kind],
        "row": row,
        "provisions": provisions_for(value.kind, value.body_kind),
        "is_replacing": is_replacing,
    }
    return render(request, "council/notice_words.html", context)


def _done(
    request: HttpRequest, here: Here, row: Any, form: Form, deed: Callable[[dict[str, Any]], None], told: str
) -> HttpResponse | None:
    """Do the deed if the form is whole, and go back; None, with the refusal in the form, where it was not done."""
    if request.method != "POST" or not form.is_valid():
        return None
    try:
        deed(form.cleaned_data)
    except Refusal as refusal:
        tell(form, refusal)
        return None
    messages.success(request, told)
    return redirect(address(here, "notice", row.number))


def _page(request: HttpRequest, here: Here, row: Any, form: Form, shown: dict[str, Any]) -> HttpResponse:
    context = {"here": here, "row": row, "form": form, "back": address(here, "notice", row.number), **shown}
    return render(request, "council/notice_deed.html", context)
