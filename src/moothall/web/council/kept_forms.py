"""Forms of what hangs on the plan: what was typed into them and not saved, kept and taken up again."""

from datetime import datetime
from typing import Any
from uuid import uuid4

from django.forms import Form
from django.http import HttpRequest, QueryDict

from moothall.apps.plans import queries as plans
from moothall.apps.writing import items, keeping
from moothall.web.council.access import Here, address

_NO_WORDS = frozenset({"csrfmiddlewaretoken", "sitting", "revision", "keep"})


def context(request: HttpRequest, draft: Any, section: str) -> dict[str, Any]:
    """What the page of a form needs to keep what is typed, and the kept words it offers."""
    if request.method == "POST":
        return {"section_name": section, "sitting": request.POST.get("sitting", ""), "others": []}
    rows = items.kept(draft, section, request.user)
    taken = _taken(request, rows)
    return {
        "section_name": section,
        "sitting": taken.sitting if taken else uuid4().hex,
        "others": [row for row in rows if row is not taken],
    }


def take_up(request: HttpRequest, draft: Any, section: str, form: Form) -> int | None:
    """Put kept words into a form where the person takes them up, and give the revision they were written over."""
    taken = _taken(request, items.kept(draft, section, request.user)) if request.method == "GET" else None
    if taken is None:
        return None
    typed = QueryDict(mutable=True)
    for name, value in taken.words.items():
        typed.setlist(name, value if isinstance(value, list) else [value])
    for name, field in form.fields.items():
        form.initial[name] = field.widget.value_from_datadict(typed, {}, name)
    return int(taken.revision)


def keep(request: HttpRequest, draft: Any, section: str, *, at: datetime) -> bool:
    """Keep what was typed, and say whether the page said in which sitting."""
    sitting, revision = request.POST.get("sitting", ""), request.POST.get("revision", "")
    if not sitting:
        return False
    fields: dict[str, Any] = {}
    for name, values in request.POST.lists():
        if name not in _NO_WORDS:
            fields[name] = values[0].replace("\r\n", "\n") if len(values) == 1 else values
    items.keep(
        draft=draft, section=section, sitting=sitting, fields=fields,
        revision=int(revision) if revision.isdecimal() else 0, by=request.user, at=at,
    )  # fmt: skip
    return True


def let_go(request: HttpRequest, draft: Any, section: str) -> None:
    """Forget what was kept in this sitting: it is saved now."""
    keeping.let_go(draft=draft, section=section, sitting=request.POST.get("sitting", ""), by=request.user)


def where(here: Here, section: str) -> str:
    """The address of the form that a section's words were typed into."""
    if not section.startswith(items.NEW):
        return address(here, "change_item", section)
    kind, _, key = section.removeprefix(items.NEW).partition("-")
    if kind == "milestone":
        return address(here, "add_milestone", key)
    whole = section.removeprefix(items.NEW)
    return address(here, "add_further", whole) if whole in plans.FURTHER else address(here, f"add_{whole}")


def _taken(request: HttpRequest, rows: Any) -> Any:
    return next((row for row in rows if str(row.pk) == request.GET.get("kept")), None)
