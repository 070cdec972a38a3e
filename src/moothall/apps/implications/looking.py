"""What changed since somebody last looked at the words they are asked about."""

from dataclasses import dataclass
from datetime import date

from moothall.apps.implications.models import Looked
from moothall.apps.implications.queries import Standing
from moothall.apps.people.models import Person
from moothall.domain import signoffs
from moothall.domain.fingerprints import plain
from moothall.domain.plain import build
from moothall.domain.signoffs import Difference, Passage


@dataclass(frozen=True, slots=True)
class Since:
    """What changed, and the earlier day it is told from."""

    on: date
    changed: tuple[Difference, ...]


def look(standing: Standing, person: Person, *, day: date) -> Since | None:
    """Keep that a person sees the words today, and say what changed since an earlier day they did; None if nothing.

    What is seen on one day counts as one look, so that opening the page twice hides nothing.
    """
    now = plain(list(standing.now))
    row, is_new = Looked.objects.get_or_create(
        request=standing.request, person=person, defaults={"on": day, "covered": now}
    )
    if not is_new and (row.on != day or row.covered != now):
        if row.on != day:
            row.earlier_on, row.earlier = row.on, row.covered
        row.on, row.covered = day, now
        row.save()
    if row.earlier_on is None:
        return None
    changed = signoffs.differences(build(tuple[Passage, ...], row.earlier), standing.now)
    return Since(row.earlier_on, changed) if changed else None


def seen(standing: Standing, person: Person) -> tuple[Passage, ...]:
    """The words as the person last saw them; as they stand where they never looked."""
    row = Looked.objects.filter(request=standing.request, person=person).first()
    return build(tuple[Passage, ...], row.covered) if row else standing.now
