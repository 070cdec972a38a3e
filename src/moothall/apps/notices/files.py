"""A notice and the forward plan as files: DOCX to go on working, HTML to put up and print, JSON and CSV as data."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from moothall.documents.exchange import forward_plan_json, notice_json
from moothall.documents.layouts import forward_plan as plan_layout
from moothall.documents.layouts import notice as layout
from moothall.documents.writing import csv, docx, html
from moothall.documents.writing.document import Document
from moothall.domain.forward_plans import ForwardPlan
from moothall.domain.notices import Notice

MEDIA = {
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "html": "text/html; charset=utf-8",
    "json": "application/json",
    "csv": "text/csv; charset=utf-8",
}
NOTICE_FORMATS = ("docx", "html", "json")
PLAN_FORMATS = ("docx", "html", "json", "csv")


@dataclass(frozen=True, slots=True)
class Written:
    """A file that was written: its name, its media type and its bytes."""

    name: str
    media_type: str
    data: bytes


def notice(value: Notice, ending: str, *, colour: str, at: datetime) -> Written:
    """A notice in one of its formats; the same notice gives the same bytes."""
    return _written(
        f"notice-{value.number}", ending, lambda: layout.compose(value, colour=colour),
        lambda: notice_json.to_bytes(value), at,
    )  # fmt: skip


def forward_plan(value: ForwardPlan, ending: str, *, colour: str, at: datetime) -> Written:
    """The forward plan in one of its formats."""
    if ending == "csv":
        return Written("forward-plan.csv", MEDIA["csv"], csv.write(plan_layout.as_table(value)))
    return _written(
        "forward-plan", ending, lambda: plan_layout.compose(value, colour=colour),
        lambda: forward_plan_json.to_bytes(value), at,
    )  # fmt: skip


def _written(
    stem: str, ending: str, compose: Callable[[], Document], as_json: Callable[[], bytes], at: datetime
) -> Written:
    if ending == "json":
        data = as_json()
    elif ending == "docx":
        data = docx.write(compose(), timestamp=at)
    else:
        data = html.write(compose(), standalone=True)
    return Written(f"{stem}.{ending}", MEDIA[ending], data)
