"""What became of a return, as the record has it. The returns themselves are kept by an app above this one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date, datetime

from django.utils import timezone

from moothall.apps.audit import queries as audit
from moothall.apps.audit.models import Entry
from moothall.domain.goings import Going, What, in_order

_EVENTS = {
    "return.submitted": What.SENT,
    "return.bounced": What.RETURNED,
    "return.sent_again": What.AGAIN,
    "return.acknowledged": What.RECEIVED,
}


def goings(workspace_id: int, receipt_number: str, sent_at: datetime) -> tuple[Going, ...]:
    """Each time the return with this receipt went, came back or was acknowledged, by day. One query.

    ``sent_at`` is when it first went, as its publication has it: where the line was written later, that is the day.
    """
    if not receipt_number:
        return ()
    rows = audit.of_workspace(workspace_id).filter(event__in=_EVENTS, details__receipt=receipt_number).order_by("id")
    return in_order(list(_each(rows, sent_at)))


def after_sending(workspace_ids: Iterable[int]) -> dict[str, tuple[Going, ...]]:
    """What became of the returns of some workspaces after they first went, by receipt. One query, however many."""
    events = ("return.bounced", "return.sent_again")
    rows = Entry.objects.filter(workspace_id__in=list(workspace_ids), event__in=events).order_by("id")
    found: dict[str, list[Going]] = defaultdict(list)
    for row in rows:
        found[row.details.get("receipt", "")].append(Going(_EVENTS[row.event], _day(row), row.at))
    return {receipt: in_order(some) for receipt, some in found.items()}


def _each(rows: Iterable[Entry], sent_at: datetime) -> Iterator[Going]:
    has_sent = False
    for row in rows:
        what = _EVENTS[row.event]
        has_sent = has_sent or what is What.SENT
        yield Going(what, timezone.localdate(sent_at) if what is What.SENT else _day(row), row.at)
    if not has_sent:
        yield Going(What.SENT, timezone.localdate(sent_at), sent_at)


def _day(row: Entry) -> date:
    """The day that the line names, else the day it was written."""
    if said := row.details.get("on"):
        return date.fromisoformat(said)
    if said := row.details.get("went_at"):
        return timezone.localdate(datetime.fromisoformat(said))
    return timezone.localdate(row.at)
