"""How long it takes to put a plan of about four pages out in every form it is published in. The bar is one second."""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from statistics import median

from benchmarks.writing import _plan
from moothall.documents.exchange import plan_json, plan_stratml
from moothall.documents.layouts import plan_data, plan_layouts, plan_narrative
from moothall.documents.writing import card, csv, docx, html, pdf
from moothall.domain.plans import Direction, Measure, Plan
from moothall.domain.rounds import Round
from moothall.reference import rounds

AT = datetime(2024, 7, 19, tzinfo=UTC)
TIMES = 7
BAR = 1.0  # seconds, for page, PDF, JSON, CSV and StratML together


def main() -> None:
    """Print the time of each form, and of those together that the bar is set for."""
    round_ = rounds.shipped()[0]
    plan = _with_measures(_plan(round_), round_)
    forms = _forms(plan, round_)
    taken = {name: _time(form) for name, form in forms.items()}
    for name, seconds in taken.items():
        print(f"  {name:<12} {seconds * 1000:7.1f} ms, {len(forms[name]()) / 1024:6.0f} KB")
    together = sum(seconds for name, seconds in taken.items() if name not in ("DOCX", "card"))
    print(f"  page, PDF, JSON, CSV and StratML together {together:.2f} s (bar: {BAR:.0f} s)")
    print(f"  read back: JSON {_time(lambda: _read_json(plan)) * 1000:.1f} ms, StratML ", end="")
    written = plan_stratml.to_bytes(plan, round_)
    print(f"{_time(lambda: plan_stratml.load(written)) * 1000:.1f} ms")


def _forms(plan: Plan, round_: Round) -> dict[str, Callable[[], bytes]]:
    told = plan_data.Told(plan, round_, {}, {})
    inside = pdf.Attachment(name=plan_json.FILE_NAME, data=plan_json.to_bytes(plan))
    return {
        "page": lambda: html.write(plan_narrative.compose(plan, round_)),
        "PDF": lambda: pdf.write(plan_layouts.compose(plan, round_), attachments=(inside,), timestamp=AT),
        "JSON": lambda: plan_json.to_bytes(plan),
        "CSV": lambda: b"".join(csv.write(plan_data.compose(sheet, told)) for sheet in plan_data.SHEETS),
        "StratML": lambda: plan_stratml.to_bytes(plan, round_),
        "DOCX": lambda: docx.write(plan_layouts.compose(plan, round_), timestamp=AT),
        "card": lambda: _card(plan),
    }


def _card(plan: Plan) -> bytes:
    card.draw.cache_clear()
    return card.draw(title=plan.title, owner=plan.authority_name, said="Version 1.", colour="#17594a")


def _read_json(plan: Plan) -> bytes:
    return plan_json.to_bytes(plan_json.load(plan_json.to_bytes(plan)))


def _with_measures(plan: Plan, round_: Round) -> Plan:
    measures = tuple(
        Measure(
            f"M{n}", theme.key, "Agency spend", "% of the pay bill", Direction.DOWN, "Report", "5.6", "2021/22", "3.5"
        )
        for n, theme in enumerate(round_.themes, 1)
    )
    return replace(plan, measures=measures)


def _time(deed: Callable[[], bytes | Plan]) -> float:
    deed()
    taken = []
    for _ in range(TIMES):
        since = time.perf_counter()
        deed()
        taken.append(time.perf_counter() - since)
    return median(taken)
