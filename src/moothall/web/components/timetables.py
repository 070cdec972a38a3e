"""The timetable of a decision as a page and as a PDF: the same words in both, for a council and for anyone."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date, datetime
from typing import Any

from django.http import HttpResponse
from markupsafe import Markup

from moothall.documents.layouts import decision_timetable
from moothall.documents.writing import html, pdf
from moothall.domain.planned_routes import PlannedRoute
from moothall.domain.printed_timetables import PrintedTimetable, as_it_stands
from moothall.reference import bank_holidays
from moothall.web.components.pictures import printed, timeline

OUR_GREEN = "#17594a"


@dataclass(frozen=True, slots=True)
class TimetablePage:
    """What the page shows: the timetable, its words as HTML, and the route to draw (None where none was planned)."""

    timetable: PrintedTimetable
    words: Markup
    route: PlannedRoute | None
    closed: tuple[date, ...]
    polling_days: tuple[date, ...]


def page_of(
    timetable: PrintedTimetable, planned: PlannedRoute | None, *, polling_days: Iterable[date] = ()
) -> TimetablePage:
    """The timetable as its page shows it. The picture is drawn on the page itself, so it is left out of the words."""
    document = decision_timetable.compose(timetable)
    inner = replace(document, blocks=document.blocks[1:])  # the verdict stands on top of the page
    return TimetablePage(
        timetable=timetable,
        # Every word of it was escaped by the writer, which lets no text become markup.
        words=Markup(_in_rows(html.write(inner, level=1, head=False).decode())),  # noqa: S704
        route=as_it_stands(planned, timetable.dates, timetable.deadline_on) if planned else None,
        closed=tuple(row.on for row in bank_holidays.england().rows),
        polling_days=tuple(polling_days),
    )


def pdf_of(shown: TimetablePage, *, name: str, colour: str = OUR_GREEN, at: datetime) -> HttpResponse:
    """The timetable as a tagged PDF to print or to put with the report, under a file name."""
    drawn: Any = ""
    if shown.route is not None:
        drawn = timeline.draw(
            shown.route,
            deadline_on=shown.timetable.deadline_on,
            holidays=shown.closed,
            polling_days=shown.polling_days,
        )
    document = decision_timetable.compose(
        shown.timetable, picture=printed.alone(str(drawn), colour=colour), colour=colour
    )
    answer = HttpResponse(pdf.write(document, timestamp=at), content_type="application/pdf")
    answer["Content-Disposition"] = f'inline; filename="{name}.pdf"'
    return answer


_ROLES = (
    ('<table class="mh-table">', '<table class="mh-table mh-table--rows" role="table">'),
    ("<thead>", '<thead role="rowgroup">'),
    ("<tbody>", '<tbody role="rowgroup">'),
    ("<tr>", '<tr role="row">'),
    ('<th scope="col">', '<th scope="col" role="columnheader">'),
    ("<td", '<td role="cell"'),
)


def _in_rows(words: str) -> str:
    """The same, with a table that becomes rows on a phone and keeps its roles there. Escaped text holds no tags."""
    for plain, with_role in _ROLES:
        words = words.replace(plain, with_role)
    return words
