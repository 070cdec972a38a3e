"""Passages of a published plan with suggestions that need no suggester, and deeds of coders in a few words."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from moothall.apps.coding import actions
from moothall.apps.coding.models import Coding, Suggested
from moothall.apps.panel import actions as panel
from moothall.apps.panel.models import Passage
from moothall.apps.people import actions as people
from moothall.apps.people.models import Person
from moothall.domain.codings import Codes
from moothall.domain.roles import Role
from tests.people import Council

NOW = datetime(2024, 7, 22, 9, tzinfo=UTC)


def passages_of(council: Council) -> list[Passage]:
    """The council's plan, published and split, with what may be read of it fetched."""
    council.published()
    panel.index_publications()
    return list(Passage.objects.select_related("publication__split", "publication__workspace"))


def suggest(passage: Passage, theme: str = "transformation", confidence: float = 0.8, **more: Any) -> Suggested:
    """A suggestion beside a passage, as a run would have made it."""
    said = {"shares": {theme: confidence}, "suggested_by": "a guess", "is_unsure": confidence < 0.6, "at": NOW}
    return Suggested.objects.create(passage=passage, theme=theme, confidence=confidence, **{**said, **more})


def second_coder() -> Person:
    """Another analyst."""
    person = people.add_person(email="second@panel.example", name="Hale Winter", by=None, at=NOW)
    people.give_role(person=person, role=Role.PANEL_ANALYST, by=None, at=NOW)
    return person


def code(passage: Passage, by: Person, *said: str, **more: Any) -> Coding:
    """One coding: theme, second theme, practice, barrier."""
    return actions.code_passage(passage=passage, codes=Codes(*said), by=by, at=NOW, **more)
