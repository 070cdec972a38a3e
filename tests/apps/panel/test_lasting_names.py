"""Names of passages that were kept before names lasted: they get the lasting ones, and the old lead to them."""

from __future__ import annotations

from importlib import import_module

import pytest
from django.apps import apps

from moothall.apps.panel import actions
from moothall.apps.panel.models import Passage
from tests.apps.panel.test_search import correct
from tests.people import Council

pytestmark = pytest.mark.django_db
MIGRATION = import_module("moothall.apps.panel.migrations.0004_lasting_names")


def test_passages_kept_under_names_of_the_whole_plan_get_lasting_ones_and_remember_the_old(council: Council) -> None:
    council.published()
    actions.index_publications()
    lasting = list(Passage.objects.values_list("name", flat=True))
    for place, row in enumerate(Passage.objects.all()):
        Passage.objects.filter(pk=row.pk).update(name=f"0123456789abcdef-{place:012d}")

    MIGRATION._rename(apps, None)

    assert list(Passage.objects.values_list("name", flat=True)) == lasting
    assert Passage.objects.first().former == "0123456789abcdef-000000000000"  # type: ignore[union-attr]


def test_a_passage_whose_words_were_changed_a_little_remembers_what_it_was_called(council: Council) -> None:
    opening = "We serve ninety thousand people with two hundred and ten staff and one depot in the old market town."
    council.published()
    correct(council, opening)
    actions.index_publications()
    before = Passage.objects.filter(text=opening).latest("pk").name
    correct(council, opening.replace("old market town", "old market square"))

    actions.index_publications()

    changed = Passage.objects.get(text__contains="market square")
    assert changed.former == before != changed.name
