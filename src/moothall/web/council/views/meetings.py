"""The council's meetings: the list, one with its dates, bringing a calendar in, adding, moving and cancelling."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.contrib import messages
from django.core import signing
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from moothall.apps.meetings import actions
from moothall.apps.meetings import queries as meetings
from moothall.apps.routes import clocks, recounts
from moothall.apps.routes import queries as routes
from moothall.apps.routes.recounts import Supposed
from moothall.domain.calendars import Comparison, Status, compare
from moothall.domain.fingerprints import plain
from moothall.domain.meeting_dates import owed_before
from moothall.domain.meeting_lines import MeetingLine
from moothall.domain.plain import build
from moothall.domain.recounting import Recount
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Deed
from moothall.domain.timetable import Key, Situation
from moothall.reference import bank_holidays
from moothall.web.components.words import listed
from moothall.web.council.access import Here, address, in_workspace, tell
from moothall.web.council.forms import meetings as forms

AHEAD = timedelta(days=550)
MOST_LINES = 2000
_SALT = "moothall.council.meetings"


def _back(here: Here, name: str = "meetings", *more: Any) -> HttpResponse:
    return redirect(address(here, name, *more))


def _meeting(here: Here, meeting_id: int) -> Any:
    row = meetings.meeting(here.workspace, meeting_id)
    if row is None:
        raise Http404("The council keeps no such meeting.")
    return row


def _situation(here: Here, today: date) -> Situation:
    pack = clocks.pack_of(here.workspace, today)
    holidays = bank_holidays.england()
    return Situation(today, here.due.on, pack, pack.governance, Key.UNSURE, True, holidays)


@in_workspace()
def meetings_list(request: HttpRequest, here: Here) -> HttpResponse:
    """Our meetings: those ahead with what each owes and by when, and those that were held or are past."""
    today = timezone.localdate()
    rows, situation = meetings.meetings(here.workspace), _situation(here, today)
    ahead = [row for row in rows if row.on >= today and Status(row.status) is not Status.MET]
    context = {
        "here": here,
        "ahead": [(row, owed_before(row.to_value(), situation) if row.status != "cancelled" else ()) for row in ahead],
        "past": [row for row in reversed(rows) if row not in ahead],
        "words": {kind.value: words for kind, words in forms.KIND_WORDS.items()},
        "today": today,
    }
    return render(request, "council/meetings.html", context)


@in_workspace()
def meeting(request: HttpRequest, here: Here, meeting_id: int) -> HttpResponse:
    """One meeting: what it owes before it, with the working of each date, and everything that happened to it."""
    row, today = _meeting(here, meeting_id), timezone.localdate()
    context = {
        "here": here,
        "meeting": row,
        "kind": forms.KIND_WORDS[row.to_value().kind],
        "is_open": Status(row.status).is_ahead,
        "owed": owed_before(row.to_value(), _situation(here, today)) if row.status != "cancelled" else (),
        "changes": list(row.changes.all()),
        "on_route": recounts.rests_on(routes.route(here.workspace), row),
        "today": today,
    }
    return render(request, "council/meeting.html", context)


@in_workspace(Deed.KEEP_MEETINGS)
def bring_in_meetings(request: HttpRequest, here: Here) -> HttpResponse:
    """Bring in a file or a paste. Nothing is kept here: the next page shows what was understood."""
    today = timezone.localdate()
    form = forms.BringInForm(
        request.POST if request.method == "POST" else None, request.FILES or None, as_of=today, until=today + AHEAD
    )
    if request.method == "POST" and form.is_valid():
        if len(form.found.lines) <= MOST_LINES:
            return _checked(request, here, form.found.lines, form.source, passed_over=form.found.passed_over)
        form.add_error(None, f"There are {len(form.found.lines)} lines. Bring in at most {MOST_LINES} at once.")
    return render(request, "council/bring_in_meetings.html", {"here": here, "form": form})


def _checked(
    request: HttpRequest,
    here: Here,
    lines: Sequence[MeetingLine],
    source: str,
    *,
    form: forms.CheckForm | None = None,
    passed_over: Sequence[str] = (),
) -> HttpResponse:
    """What was understood line by line, what it does, and what has to be answered."""
    found = _compared(here, lines)
    recount = _supposing(here, recounts.supposed_by(found.arrivals))
    context = {
        "here": here,
        "form": form or forms.CheckForm(found=found),
        "found": found,
        "source": source,
        "passed_over": passed_over,
        "recount": recount,
        "checked": signing.dumps({"source": source, "lines": plain(list(lines))}, salt=_SALT, compress=True),
    }
    return render(request, "council/check_meetings.html", context)


def _compared(here: Here, lines: Sequence[MeetingLine]) -> Comparison:
    return compare(lines, meetings.kept(here.workspace), as_of=timezone.localdate())


def _supposing(here: Here, supposing: Mapping[int, Supposed]) -> Recount | None:
    """The chosen route as it would be, where these meetings are on it and any date of it would change; else None."""
    row = routes.route(here.workspace)
    found = recounts.recounted(row, as_of=timezone.localdate(), supposing=supposing) if supposing else None
    return found if found and found.is_changed else None


@require_POST
@in_workspace(Deed.KEEP_MEETINGS)
def keep_meetings(request: HttpRequest, here: Here) -> HttpResponse:
    """Keep what was understood, as it was checked. The list comes back as it was shown, signed."""
    try:
        said = signing.loads(request.POST.get("checked", ""), salt=_SALT, max_age=24 * 3600)
    except signing.BadSignature:
        messages.error(request, "The list was checked too long ago. Bring it in again.")
        return _back(here, "bring_in_meetings")
    lines, source = build(tuple[MeetingLine, ...], said["lines"]), str(said["source"])
    form = forms.CheckForm(request.POST, found=_compared(here, lines))
    if form.is_valid():
        try:
            kept = actions.bring_in_meetings(
                workspace=here.workspace, lines=lines, source=source, kinds=form.kinds(), gone=form.gone(),
                by=request.user, at=timezone.localtime(),
            )  # fmt: skip
        except Refusal as refusal:
            tell(form, refusal)
        else:
            messages.success(request, _said(kept, source))
            return _back(here)
    return _checked(request, here, lines, source, form=form)


def _said(kept: actions.BroughtIn, source: str) -> str:
    counts = [(kept.new, "new"), (kept.moved, "moved"), (kept.cancelled, "cancelled")]
    parts = [f"{number} {word}" for number, word in counts if number]
    return f"Meetings brought in from {source}: {listed(parts) or 'places and names only'}."


@in_workspace(Deed.KEEP_MEETINGS)
def add_meeting(request: HttpRequest, here: Here) -> HttpResponse:
    """Add one meeting by hand."""
    form = forms.AddMeetingForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            row = actions.add_meeting(
                workspace=here.workspace, **form.cleaned_data, by=request.user, at=timezone.localtime()
            )
            messages.success(request, f"{row.body} is in the list.")
            return _back(here)
        except Refusal as refusal:
            tell(form, refusal)
    return render(request, "council/add_meeting.html", {"here": here, "form": form})


@in_workspace(Deed.KEEP_MEETINGS)
def move_meeting(request: HttpRequest, here: Here, meeting_id: int) -> HttpResponse:
    """Move a meeting. First what hangs on it is shown as it was and as it would be; a second press moves it."""
    row = _meeting(here, meeting_id)
    starts_at = f"{row.starts_at:%H:%M}" if row.starts_at else ""
    form = forms.MeetingDayForm(request.POST or None, initial={"on": row.on, "starts_at": starts_at})
    shown: dict[str, Any] = {}
    if request.method == "POST" and form.is_valid():
        try:
            if request.POST.get("is_shown") == _shown_for(form):
                actions.move_meeting(
                    workspace=here.workspace, meeting=row, **form.cleaned_data, by=request.user,
                    at=timezone.localtime(),
                )  # fmt: skip
                return _moved(request, here, row)
            shown = _before_and_after(here, row, form)
        except Refusal as refusal:
            tell(form, refusal)
    return render(request, "council/move_meeting.html", {"here": here, "meeting": row, "form": form, **shown})


def _shown_for(form: forms.MeetingDayForm) -> str:
    """What was looked at before: another day typed meanwhile is shown first."""
    return f"{form.cleaned_data['on']} {form.cleaned_data['starts_at']}"


def _before_and_after(here: Here, row: Any, form: forms.MeetingDayForm) -> dict[str, Any]:
    """What hangs on a meeting, as it is and as it would be. Raises a Refusal for one that cannot be moved."""
    on, starts_at, reason = (form.cleaned_data[name] for name in ("on", "starts_at", "reason"))
    actions.check_open(row, reason)
    situation, before = _situation(here, timezone.localdate()), row.to_value()
    after = type(before)(before.body, before.kind, on, starts_at)
    old = {step.step: step for step in owed_before(before, situation)}
    new = owed_before(after, situation)
    recount = _supposing(here, {row.pk: Supposed(on, starts_at, reason=reason)})
    on_route = {step.step for step in recount.now.steps} if recount else set()
    return {
        "is_shown": _shown_for(form),
        "to": after,
        "pairs": [(old.get(step.step), step) for step in new if step.step not in on_route],
        "today": timezone.localdate(),
        "recount": recount,
    }


def _moved(request: HttpRequest, here: Here, row: Any) -> HttpResponse:
    if recounts.rests_on(routes.route(here.workspace), row):
        messages.success(request, f"{row.body} is moved. The route keeps its dates until you accept the new ones.")
        return _back(here, "route")
    messages.success(request, f"{row.body} is moved.")
    return _back(here, "meeting", row.pk)


@in_workspace(Deed.KEEP_MEETINGS)
def cancel_meeting(request: HttpRequest, here: Here, meeting_id: int) -> HttpResponse:
    """Cancel a meeting, with the reason."""
    row = _meeting(here, meeting_id)
    form = forms.ReasonForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        try:
            actions.cancel_meeting(
                workspace=here.workspace, meeting=row, **form.cleaned_data, by=request.user, at=timezone.localtime()
            )
            messages.success(request, f"{row.body} is cancelled. It stays in the list.")
            return _back(here)
        except Refusal as refusal:
            tell(form, refusal)
    on_route = recounts.rests_on(routes.route(here.workspace), row)
    context = {"here": here, "meeting": row, "form": form, "on_route": on_route}
    return render(request, "council/cancel_meeting.html", context)
