"""The section for the performance report: what was chosen of a plan's progress, with its charts, as a document."""

from collections.abc import Collection
from datetime import date

from moothall.documents.layouts import progress_update as layout
from moothall.documents.writing.document import Document
from moothall.domain.progress_updates import MeasureTold, ProgressUpdate, progress_update
from moothall.domain.publications import PublishedPlan
from moothall.web.components.pictures import printed, small_chart
from moothall.web.public import plan_page


def told(
    shown: PublishedPlan, *, since: date | None = None, until: date | None = None, items: Collection[str] = ()
) -> ProgressUpdate:
    """What was told of a plan in a time, of some of its measures and commitments or of all."""
    return progress_update(
        shown.plan,
        readings=shown.readings,
        updates=shown.milestone_updates,
        pointers=shown.pointers,
        breaks=shown.breaks,
        since=since,
        until=until,
        items=items,
    )


def section(update: ProgressUpdate, *, colour: str) -> Document:
    """The section as a document, each measure with its chart where it has one."""
    return layout.compose(update, charts=charts(update, colour=colour), colour=colour)


def charts(update: ProgressUpdate, *, colour: str) -> dict[str, str]:
    """The chart of each measure by its key, as an SVG that stands by itself; none where there is no line to draw."""
    return {one.measure.key: _chart(one, colour) for one in update.measures}


def _chart(one: MeasureTold, colour: str) -> str:
    shown = plan_page.measure_shown(one.measure, one.readings, breaks=one.breaks)
    drawn = small_chart.draw(
        shown.points,
        name=one.measure.title,
        limit=shown.limit,
        limit_words=shown.limit_words,
        unit=shown.sign,
        table="",
        runs=shown.runs,
    )
    return printed.alone(str(drawn), colour=colour)
