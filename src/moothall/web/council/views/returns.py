"""The return: looked at whole before it is certified, then how it went, what came back, and what to do next."""

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.core import signing
from django.forms import Form
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache

from moothall.apps.mail import queries as mail
from moothall.apps.publications import queries as publications
from moothall.apps.reports import queries as reports
from moothall.apps.returns import actions, certified, packs, queries
from moothall.apps.returns.packs import Prepared
from moothall.apps.returns.queries import Standing
from moothall.apps.routes import queries as routes
from moothall.apps.routes import walking
from moothall.documents.writing import pdf
from moothall.domain.days import in_words
from moothall.domain.packs import Channel, covering_words, follow_up_words
from moothall.domain.packs import in_words as how_in_words
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.web.components.fields import time_to_type
from moothall.web.council import return_rows
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import returns as forms
from moothall.web.council.kept_proofs import saved

_SALT, _LONGEST = "moothall.council.return", 2 * 60 * 60


def _who(request: HttpRequest) -> dict[str, Any]:
    return {"by": request.user, "at": timezone.localtime()}


@never_cache
@in_workspace(Deed.SUBMIT_RETURN)
def submit(request: HttpRequest, here: Here) -> HttpResponse:
    """Write the certificate and the message, look at exactly what will go, and certify it."""
    said = request.POST if request.method == "POST" else None
    form = forms.CertifyForm(
        said, initial=_words_to_start_from(request, here), mail_goes_out=mail.goes_out(),
        has_report=reports.report(here.workspace) is not None,
    )  # fmt: skip
    if said is not None and "change" not in said and form.is_valid():
        try:
            return _looked_at(request, here, form)
        except Refusal as refusal:
            tell(form, refusal)
        except pdf.NotWritten as fault:
            form.add_error(None, str(fault))
    shown = publications.published(here.workspace.slug, here.workspace.round_slug)
    context = {"here": here, "form": form, "is_changed": said is not None and "change" in said, "shown": shown}
    return render(request, "council/certify.html", context)


def _looked_at(request: HttpRequest, here: Here, form: forms.CertifyForm) -> HttpResponse:
    """What would go, shown; one file of it; or, where it was looked at and is still the same, certified."""
    seen = _seen(request.POST.get("seen", ""))
    at = seen[0] if seen else timezone.localtime()
    prepared = packs.prepare(workspace=here.workspace, round_=here.round_, asked=form.asked(), by=request.user, at=at)
    if "show" in request.POST:
        return _one_file(prepared, request.POST["show"])
    if seen and "certify" in request.POST:
        if prepared.mark != seen[1]:
            raise Refusal(
                "What would be sent has changed since you looked at it.", next_step="Look at it again, then certify it."
            )
        return _certified(request, here, prepared)
    context = {
        "here": here,
        "form": form,
        "prepared": prepared,
        "seen": signing.dumps([at.isoformat(), prepared.mark], salt=_SALT),
        "is_mail": prepared.asked.channel is Channel.MAIL,
        "answers_to": getattr(request.user, "email", ""),
    }
    return render(request, "council/certify_look.html", context)


def _seen(token: str) -> tuple[datetime, str] | None:
    """The moment and the mark of what somebody looked at; None where they did not, or two hours ago."""
    try:
        at, mark = signing.loads(token, salt=_SALT, max_age=_LONGEST) if token else ("", "")
    except signing.BadSignature:
        return None
    return (timezone.localtime(datetime.fromisoformat(at)), mark) if at else None


def _one_file(prepared: Prepared, name: str) -> HttpResponse:
    found = {file.name: data for file, data, _ in prepared.files}
    found |= {"folder.zip": prepared.folder, "message.eml": prepared.letter}
    if not found.get(name):
        raise Http404("There is no such file in what would be sent.")
    return _as_file(found[name], name)


def _certified(request: HttpRequest, here: Here, prepared: Prepared) -> HttpResponse:
    asked = prepared.asked
    row = actions.submit_return(
        workspace=here.workspace, words=asked.words, channel=asked.channel.value, recipient=asked.recipient,
        prepared=prepared, is_sent=False, **_who(request),
    )  # fmt: skip
    then = "It goes to the mail server now." if asked.channel is Channel.MAIL else "Send it, then record that you did."
    messages.success(request, f"The return is certified. The receipt is {row.receipt_number}. {then}")
    return redirect(address(here, "sent_return", row.receipt_number))


def _words_to_start_from(request: HttpRequest, here: Here) -> dict[str, Any]:
    """Certificate and message to start from. They claim endorsement only where the decision shows it."""
    shown = publications.published(here.workspace.slug, here.workspace.round_slug)
    before = certified.last(here.workspace)
    certifier = f"{getattr(request.user, 'name', '')}, {getattr(request.user, 'post', '')}".strip(", ")
    page = settings.MOOTHALL.address + reverse("public:plan", args=(here.round_.slug, here.workspace.slug))
    covering = covering_words(
        authority_name=here.workspace.official_name,
        round_title=here.round_.title,
        title=shown.plan.title if shown else "",
        decided=" ".join((shown.decision.sentence if shown.decision else "", shown.subject_to)) if shown else "",
        page=page,
        certifier=certifier,
        replaces=before.receipt_number if before else "",
    )
    return {
        "words": _certificate(here),
        "channel": Channel.MAIL.value if mail.goes_out() else Channel.MAILBOX.value,
        "subject": f"{here.round_.title}: {here.workspace.official_name}",
        "covering": covering,
    }


def _certificate(here: Here) -> str:
    decision = routes.deciding_decision(here.workspace)
    if decision is None:
        banner, _ = walking.subject_to(here.workspace)
        return f"I certify that this is the plan as it is published. {banner}" if banner else ""
    did = "endorsed" if routes.is_endorsed(decision) else "considered"
    day = f"{decision.decided_on.day} {decision.decided_on:%B %Y}"
    return f"I certify that this is the plan {decision.step.body} {did} on {day}."


def _standing(here: Here, number: str) -> Standing:
    found = queries.standing(here.workspace, number, as_of=timezone.localdate())
    if found is None:
        raise Http404("There is no return with this receipt here.")
    return found


@in_workspace()
def sent_return(request: HttpRequest, here: Here, number: str) -> HttpResponse:
    """One return: how far it has got, each time it went, what came back, and what was in it."""
    found = _standing(here, number)
    context = {
        "here": here,
        "one": found,
        "row": found.row,
        "page": return_rows.page_of(found, today=timezone.localdate()),
        "mail_goes_out": mail.goes_out(),
        "how": how_in_words,
        "came_back": {heard.sending_id for heard in found.heard},
    }
    return render(request, "council/sent_return.html", context)


def _form_page(
    request: HttpRequest,
    here: Here,
    form: Form,
    do: Callable[[], object],
    *,
    number: str,
    done: str,
    words: dict[str, Any],
) -> HttpResponse:
    if request.method == "POST" and form.is_valid():
        try:
            do()
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, done)
            return redirect(address(here, "sent_return", number))
    return render(request, "council/return_form.html", {"here": here, "form": form, "number": number, **words})


@in_workspace(Deed.RECORD_SENDING)
def record_sent(request: HttpRequest, here: Here, number: str) -> HttpResponse:
    """Record that somebody sent it: how, to whom, when, and what proves it."""
    row, now = _standing(here, number).row, timezone.localtime()
    is_again = row.went_at is not None
    initial = {"channel": row.channel, "recipient": row.recipient, "on": now.date(), "time": time_to_type(now)}
    form = forms.SentForm(request.POST or None, request.FILES or None, initial=initial, is_again=is_again)
    return _form_page(
        request, here, form, lambda: actions.record_sent(sent=row, **form.said(), **_who(request)), number=number,
        done=f"The return is on record as sent. The receipt is {number}.",
        words={
            "title": "Record that it was sent again" if is_again else "Record that it was sent",
            "button": "Record that it was sent",
            "lede": "The mail itself, or a picture of the last page of a form, is the best proof.",
        },
    )  # fmt: skip


@in_workspace(Deed.RECORD_SENDING)
def send_again(request: HttpRequest, here: Here, number: str) -> HttpResponse:
    """Send the very same files once more by mail, under the same receipt."""
    row = _standing(here, number).row
    form = forms.AgainForm(request.POST or None)
    return _form_page(
        request, here, form, lambda: actions.send_again(sent=row, **form.cleaned_data, **_who(request)), number=number,
        done="The same files go to the mail server once more. The receipt stays the same.",
        words={
            "title": "Send it again",
            "button": "Send it again",
            "lede": "The same files go, under the same receipt. A corrected plan is published and certified anew.",
        },
    )  # fmt: skip


@in_workspace(Deed.RECORD_SENDING)
def ask_whether_it_came(request: HttpRequest, here: Here, number: str) -> HttpResponse:
    """Ask by mail whether it has come. The words are drafted, and yours to change."""
    row = _standing(here, number).row
    drafted = {
        "subject": f"Has it come? {here.round_.title}: {here.workspace.official_name}",
        "words": follow_up_words(
            title=row.pack["plan"]["title"],
            receipt_number=number,
            sent_on=in_words(timezone.localdate(row.went_at)) if row.went_at else "",
            certifier=f"{getattr(request.user, 'name', '')}, {here.workspace.official_name}",
        ),
    }
    form = forms.AskForm(request.POST or None, initial=drafted)
    return _form_page(
        request, here, form, lambda: actions.ask_whether_it_came(sent=row, **form.cleaned_data, **_who(request)),
        number=number, done="The question goes to the mail server now.",
        words={"title": "Ask whether it has come", "button": "Send the question", "lede": f"About receipt {number}."},
    )  # fmt: skip


@in_workspace(Deed.RECORD_SENDING)
def acknowledged(request: HttpRequest, here: Here, number: str) -> HttpResponse:
    """Record that it was received, in the recipient's words."""
    row = _standing(here, number).row
    form = forms.AcknowledgedForm(request.POST or None, request.FILES or None)
    return _form_page(
        request, here, form,
        lambda: actions.record_acknowledgement(sent=row, **form.cleaned_data, **_who(request)),
        number=number, done="The acknowledgement is on record.",
        words={
            "title": "Record the acknowledgement",
            "button": "Record it",
            "lede": "A mail that only says your message was read by a machine is one too: copy what it says.",
        },
    )  # fmt: skip


@in_workspace(Deed.RECORD_SENDING)
def bounced(request: HttpRequest, here: Here, number: str, pk: int) -> HttpResponse:
    """Record that what was sent came back."""
    _standing(here, number)
    row = queries.sending(here.workspace, pk)
    if row is None or row.sent.receipt_number != number:
        raise Http404("It was not sent that way.")
    form = forms.BouncedForm(request.POST or None, request.FILES or None)
    return _form_page(
        request, here, form, lambda: actions.record_bounce(sending=row, **form.cleaned_data, **_who(request)),
        number=number, done="That it came back is on record. Send it again, to an address that holds.",
        words={"title": "Record that it came back", "button": "Record it", "lede": f"Sent to {row.recipient}."},
    )  # fmt: skip


def _as_file(data: bytes, name: str) -> HttpResponse:
    answer = HttpResponse(data, content_type="application/octet-stream")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Cache-Control"] = "private, no-store"
    return answer


@never_cache
@in_workspace()
def folder(request: HttpRequest, here: Here, number: str) -> HttpResponse:
    """The pack as a folder, byte for byte as it was certified."""
    row = _standing(here, number).row
    if row.folder is None:
        raise Http404("No pack was kept with this return.")
    return _as_file(_kept(lambda: queries.folder(row)), f"return-{number}.zip")


@never_cache
@in_workspace()
def letter(request: HttpRequest, here: Here, number: str) -> HttpResponse:
    """The message with its files, as it was certified, to open in a mail program."""
    row = _standing(here, number).row
    if row.letter is None:
        raise Http404("No message was kept with this return.")
    return _as_file(_kept(lambda: queries.letter(row)), f"return-{number}.eml")


def _kept(read: Callable[[], bytes]) -> bytes:
    try:
        return read()
    except Refusal as refusal:
        raise Http404(str(refusal)) from refusal


@never_cache
@in_workspace()
def proof(request: HttpRequest, here: Here, kind: str, pk: int) -> HttpResponse:
    """What was brought to prove a sending, or what came back."""
    found: Any = {"sent": queries.sending, "heard": queries.heard}.get(kind, lambda *_: None)(here.workspace, pk)
    if found is None or found.file is None:
        raise Http404("No file was given with this.")
    return saved(found.file, found.file_name)
