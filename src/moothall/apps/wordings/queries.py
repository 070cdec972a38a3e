"""A council's standard wordings, which of them are offered where, and where they were used."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import QuerySet

from moothall.apps.audit.models import Entry
from moothall.apps.wordings.models import Wording
from moothall.apps.workspaces.models import Workspace
from moothall.domain.wordings import Extent, Place, stands_in

_EVENTS = ("question.answered", "plan.opening_written", "report.field_written")


def wordings(gss: str) -> list[Wording]:
    """The latest version of every wording of a council, by number; those taken back too."""
    return list(Wording.objects.filter(gss=gss, is_latest=True))


def versions(gss: str, number: int) -> list[Wording]:
    """Every version of one wording, the newest first; empty where there is none of this number."""
    return list(Wording.objects.filter(gss=gss, number=number))


def offered(gss: str, places: Iterable[Place]) -> list[Wording]:
    """What is offered where somebody writes for these places."""
    rows = Wording.objects.filter(gss=gss, is_latest=True, taken_back_at=None)
    return list(rows.filter(serves__in=[str(one) for one in places]))


@dataclass(frozen=True, slots=True)
class Use:
    """A place into which somebody saved a wording: whose deed, when, and how much of it stands there now.

    ``section`` is a question's id, the name of a report's field, or "opening"; ``event`` tells which of them.
    """

    workspace: Workspace
    event: str
    section: str
    by_name: str
    at: datetime
    now: Extent


def uses(rows: Iterable[Wording]) -> list[Use]:
    """Where any of these versions of one wording were used, the latest first, as the record tells it.

    A place counts from the first save that held the wording, or whole sentences of it, however it came there.
    """
    texts = list(rows)
    if not texts:
        return []
    spaces = {one.pk: one for one in Workspace.objects.filter(gss=texts[0].gss)}
    found: dict[tuple[int, str, str], Use] = {}
    for line in _lines(spaces):
        section, said = _said(line)
        place = (line.workspace_id or 0, line.event, section)
        held = max((stands_in(one.text, said) for one in texts), key=_MUCH.index)
        before = found.get(place)
        if before is not None:
            found[place] = Use(before.workspace, before.event, section, before.by_name, before.at, held)
        elif held is not Extent.NONE:
            found[place] = Use(spaces[place[0]], line.event, section, line.by_name, line.at, held)
    return sorted(found.values(), key=lambda use: use.at, reverse=True)


_MUCH = (Extent.NONE, Extent.PART, Extent.ALL)


def _lines(spaces: Iterable[int]) -> QuerySet[Entry]:
    return Entry.objects.filter(workspace_id__in=list(spaces), event__in=_EVENTS).order_by("id")


def _said(line: Entry) -> tuple[str, str]:
    """The section a line is about and all the words it holds from then on."""
    details = line.details
    if line.event == "plan.opening_written":
        return "opening", str(details.get("introduction") or "")
    after = details.get("after")
    return str(details.get("question") or details.get("field") or ""), "\n\n".join(_strings(after))


def _strings(value: object) -> list[str]:
    """Every text in plain data, in its order."""
    if isinstance(value, str):
        return [value]
    each = value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
    return [text for one in each for text in _strings(one)]
