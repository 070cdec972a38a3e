"""Keeping what was typed of a field of the covering report, or of Part 2, and is not saved yet. It is no deed.

Words of Part 2 are kept as the others are, for their writer alone, and only so long as the writer may write it.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from moothall.apps.people import queries as people
from moothall.apps.people.permissions import permit
from moothall.apps.reports.models import Report
from moothall.apps.writing.fields import PART_2
from moothall.apps.writing.models import KeptWords
from moothall.domain.roles import Deed, may


def keep(
    *, report: Report, section: str, sitting: str, typed: Mapping[str, Any], revision: int, by: Any, at: datetime
) -> KeptWords:
    """Keep what a person has typed into a form in one sitting, by the names of its boxes, over what was kept of it.

    Raises a Refusal for somebody who may not write it.
    """
    permit(by, deed(section), report.workspace_id)
    row, _ = KeptWords.objects.update_or_create(
        report=report, person=by, section=section, sitting=sitting[:40],
        defaults={"words": dict(typed), "revision": revision, "kept_at": at},
    )  # fmt: skip
    return row


def let_go(*, report: Report, section: str, sitting: str, by: Any) -> None:
    """Forget what a person kept in one sitting: it is saved now, or they want it no longer."""
    KeptWords.objects.filter(report=report, person=by, section=section, sitting=sitting[:40]).delete()


def kept(report: Report, section: str, by: Any) -> list[KeptWords]:
    """What a person kept of a field, the latest first; nothing where they may not write it any more."""
    return [row for row in _of(by) if (row.report_id, row.section) == (report.pk, section)]


def unsaved(by: Any) -> list[KeptWords]:
    """What a person kept of any report they may still write, the latest first."""
    return _of(by)


def deed(section: str) -> Deed:
    """The deed by which the words of a field are saved."""
    return Deed.WRITE_EXEMPT if section == PART_2 else Deed.WRITE_REPORT


def _of(by: Any) -> list[KeptWords]:
    rows = KeptWords.objects.filter(person=by, report__isnull=False).select_related("report__workspace")
    roles: dict[int, Any] = {}
    found = []
    for row in rows:
        assert row.report is not None
        workspace = row.report.workspace_id
        if workspace not in roles:
            roles[workspace] = people.roles(by, workspace_id=workspace)
        if may(deed(row.section), roles[workspace]):
            found.append(row)
    return found
