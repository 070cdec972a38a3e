"""The layouts of a plan: one and the same content, set out as the plan says or as somebody asks."""

from __future__ import annotations

from moothall.documents.layouts import plan_narrative, plan_own, plan_questions, plan_table
from moothall.documents.writing.document import BENCH_GREEN, Document
from moothall.domain.plans import Layout, Plan
from moothall.domain.rounds import Round

LAYOUTS = {
    Layout.NARRATIVE: plan_narrative.compose,
    Layout.QUESTIONS: plan_questions.compose,
    Layout.TABLE: plan_table.compose,
    Layout.OWN: plan_own.compose,
}


def compose(
    plan: Plan, round_: Round, *, layout: Layout | None = None, colour: str = BENCH_GREEN, decided: str = ""
) -> Document:
    """The plan in this layout, or in its own where none is named."""
    return LAYOUTS[layout or plan.layout](plan, round_, colour=colour, decided=decided)
