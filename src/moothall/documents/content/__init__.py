"""What a plan says: each member looks for one kind of statement. Silence where the text says nothing.

FINDERS lists them in the order of the kinds; ``find_content`` runs them all over one document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from moothall.documents.content import (
    asks,
    barriers,
    commitments,
    figures,
    measures,
    milestones,
    non_answers,
    partnerships,
    quotations,
    sections,
    technologies,
)
from moothall.documents.outline import Outline
from moothall.documents.plan_questions import placed
from moothall.documents.plan_text import PlanText, plan_text
from moothall.domain.rounds import Round
from moothall.domain.statements import Content, Statement

FINDERS: tuple[tuple[str, Callable[[PlanText], Iterator[Statement]]], ...] = (
    ("section", sections.find),
    ("commitment", commitments.find),
    ("milestone", milestones.find),
    ("measure", measures.find),
    ("figure", figures.find),
    ("partnership", partnerships.find),
    ("technology", technologies.find),
    ("barrier", barriers.find),
    ("ask", asks.find),
    ("non_answer", non_answers.find),
    ("quotation", quotations.find),
)


def find_content(outline: Outline, of_round: Round | None = None) -> Content:
    """Every statement the finders see in a plan, in the order of its text.

    ``of_round`` is the round the plan answers; without one no section is given a theme or a question.
    """
    text = plan_text(outline, of_round)
    found = [statement for _, find in FINDERS for statement in find(text)]
    if of_round is not None:
        found = list(placed(found, text, of_round))
    found.sort(key=lambda one: (one.where.page, one.where.start))
    return Content(tuple(found), text.dated_on)
