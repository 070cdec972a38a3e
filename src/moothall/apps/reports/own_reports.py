"""The covering report in the council's own Word template, where one is in use."""

from datetime import datetime

from moothall.apps.reports import queries
from moothall.apps.reports.models import OwnTemplate, Report
from moothall.documents.own_templates import filling
from moothall.reference import house_templates


def word(report: Report, *, template: OwnTemplate | None = None, at: datetime) -> bytes:
    """The open report filled into the template in use, or into another version on trial, as DOCX.

    Raises a Refusal where no template is in use or its file is gone, Unreadable where the file is no template any
    more, and TooLong where it would be longer than any report.
    """
    chosen = template or queries.in_use(report)
    house = house_templates.by_id(report.house_template)
    value, data = queries.value(report), queries.template_bytes(chosen)
    return filling.fill(data, chosen.name, value, house, timestamp=at)
