"""Which passage of a corrected plan comes from which of the version before, where its words were changed."""

from __future__ import annotations

from collections.abc import Sequence

from moothall.corpus.anchoring import Anchored, Anchoring
from moothall.corpus.passages import Passage, as_document
from moothall.corpus.selectors import select
from moothall.domain.facts import Locator


def names_before(before: Sequence[Passage], now: Sequence[Passage]) -> dict[str, str]:
    """For passages whose words were changed, by their name now: the name of the one they come from, where that is sure.

    Passages whose words stayed have their name still, and are left out.
    """
    kept = {one.name for one in now}
    changed = [one for one in before if one.name not in kept]
    if not changed or not now:
        return {}
    earlier, document = as_document(before, "before"), as_document(now, "now")
    there, here = _places(before), _places(now)
    search = Anchoring(document, earlier)
    known = {one.name for one in before}
    found: dict[str, str] = {}
    for one in changed:
        answer = search.find(select(search.earlier.text if search.earlier else earlier, there[one.name]))
        if not isinstance(answer, Anchored):
            continue
        place = answer.places[0]
        for name, where in here.items():
            if name not in known and where.start < place.end and place.start < where.end:
                found.setdefault(name, one.name)
    return found


def _places(some: Sequence[Passage]) -> dict[str, Locator]:
    """Where each passage stands in the document made of them."""
    places: dict[str, Locator] = {}
    at = 0
    above = ""
    for one in some:
        at += len(one.heading) + 1 if one.heading and one.heading != above else 0
        places[one.name] = Locator(1, at, at + len(one.text))
        at += len(one.text) + 1
        above = one.heading
    return places
