"""Finders: each looks for one kind of statement and yields a fact at every place it stands. Silence where none is made.

FINDERS lists them in the order of the record's fields; ``find_facts`` runs them all over one document.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from moothall.documents.clues import Clues, DocumentKind
from moothall.documents.facts import (
    amendments,
    appendices,
    authority,
    background_papers,
    body,
    call_in,
    consultees,
    corporate_risks,
    deadline,
    delegation,
    department,
    earlier_stages,
    exempt,
    forward_plan,
    headings,
    implications,
    key_decision,
    length_guidance,
    letter_date,
    linked_documents,
    meeting_date,
    monitoring,
    objectives,
    officer_comments,
    officers,
    options,
    portfolio_holder,
    power,
    publish_on_website,
    recommendations,
    scrutiny,
    themes,
    title,
    unanswered_questions,
    verbs,
    wards,
)
from moothall.documents.outline import Outline
from moothall.domain.facts import Fact

FINDERS: tuple[tuple[str, Callable[[Outline, Clues], Iterator[Fact]]], ...] = (
    ("authority", authority.find),
    ("title", title.find),
    ("body", body.find),
    ("meeting_date", meeting_date.find),
    ("verbs", verbs.find),
    ("recommendations", recommendations.find),
    ("delegation", delegation.find),
    ("amendments", amendments.find),
    ("department", department.find),
    ("deadline", deadline.find),
    ("letter_date", letter_date.find),
    ("themes", themes.find),
    ("key_decision", key_decision.find),
    ("call_in", call_in.find),
    ("forward_plan", forward_plan.find),
    ("portfolio_holder", portfolio_holder.find),
    ("officers", officers.find),
    ("scrutiny", scrutiny.find),
    ("earlier_stages", earlier_stages.find),
    ("power", power.find),
    ("wards", wards.find),
    ("objectives", objectives.find),
    ("corporate_risks", corporate_risks.find),
    ("linked_documents", linked_documents.find),
    ("implications", implications.find),
    ("officer_comments", officer_comments.find),
    ("options", options.find),
    ("consultees", consultees.find),
    ("background_papers", background_papers.find),
    ("appendices", appendices.find),
    ("exempt", exempt.find),
    ("length_guidance", length_guidance.find),
    ("unanswered_questions", unanswered_questions.find),
    ("publish_on_website", publish_on_website.find),
    ("monitoring", monitoring.find),
    ("headings", headings.find),
)


OF_THE_WHOLE = frozenset({"authority", "body", "meeting_date", "headings"})
"""The finders that look at a whole meeting's document even when only one of its items is about the plan."""
OF_THE_MEETING = frozenset({"body", "meeting_date", "recommendations", "verbs", "delegation", "amendments"})
"""The finders that look at one meeting's part of a page that sets out several."""


def find_facts(
    outline: Outline, clues: Clues, item: Outline | None = None, meeting: Outline | None = None
) -> tuple[Fact, ...]:
    """Every fact the finders see in a document, grouped by finder.

    ``item`` is the one item of a whole meeting's document that matters, ``meeting`` the one of several meetings on a
    page; None where the document is not of that sort.
    """
    if clues.kind is DocumentKind.AGENDA and item is not None:
        of_whole = OF_THE_WHOLE | {"officers"}  # the officer at the head of an agenda is whom to ask of every item
    else:
        of_whole = OF_THE_WHOLE
    return tuple(fact for name, find in FINDERS for fact in find(_where(name, outline, item, meeting, of_whole), clues))


def _where(
    name: str, outline: Outline, item: Outline | None, meeting: Outline | None, of_whole: frozenset[str]
) -> Outline:
    if meeting is not None and name in OF_THE_MEETING:
        return meeting
    return item if item is not None and name not in of_whole else outline
