"""What hangs on the plan, written by two people or not saved yet: what does not touch stands, and nothing is lost."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from moothall.apps.plans.actions import WordsMoved
from moothall.apps.plans.models import Barrier, Commitment, Draft, Measure
from moothall.apps.writing import items
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
NOW = datetime(2024, 7, 22, 9, tzinfo=UTC)


def saved(council: Council, item: Any, revision: int, **fields: Any) -> items.SavedItem:
    by = council.who(Role.POLICY_OFFICER)
    return items.save_item(item=item, fields=fields, revision=revision, by=by, at=NOW)


def test_fields_two_people_changed_apart_both_stand_and_the_same_field_is_asked_about(council: Council) -> None:
    council.written()
    measure, commitment = Measure.objects.get(), Commitment.objects.get()
    ours = {"title": "Agency spend", "target": "3.0", "baseline": "5.6"}
    saved(council, commitment, 1, title="Share a legal service", text="With a neighbour, from the spring of next year.")

    saved(council, measure, 1, **ours | {"target": "3.5", "baseline": "5.8"})
    both = saved(council, measure, 1, **ours)
    again = saved(council, commitment, 1, title="Share a legal team", text="With a neighbour.")

    assert (both.row.target, both.row.baseline) == ("3.0", "5.8")  # type: ignore[attr-defined]
    assert both.beside == council.who(Role.POLICY_OFFICER).name
    assert again.row.title == "Share a legal team" and again.row.text.endswith("of next year.")  # type: ignore[attr-defined]
    with pytest.raises(WordsMoved):
        saved(council, measure, 1, **ours | {"baseline": "6.0"})
    assert Measure.objects.get().baseline == "5.8"


def test_what_is_typed_into_a_form_is_kept_offered_taken_up_and_forgotten_once_it_is_saved(
    client: Client, council: Council
) -> None:
    council.written()
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    at = (council.round_.slug, council.workspace.slug)
    typed = {"title": "Old computers", "text": "They are slow.", "ask": "", "code": "", "sitting": "one"}
    add = reverse("council:add_barrier", args=at)

    client.post(reverse("council:keep_words", args=(*at, "new-barrier")), typed, headers={"X-Part": "keep"})
    offered = client.get(add).content.decode()
    (kept,) = items.kept(Draft.objects.get(), "new-barrier", council.who(Role.POLICY_OFFICER))
    taken = client.get(f"{add}?kept={kept.pk}").content.decode()
    listed = client.get(reverse("council:my_work")).content.decode()
    client.post(add, typed)

    assert "Words of yours are kept here" in offered and "They are slow." in offered
    assert 'value="Old computers"' in taken and 'value="one"' in taken
    assert "New: Old computers" in listed and f"/barriers/add?kept={kept.pk}" in listed
    assert Barrier.objects.filter(title="Old computers").exists()
    assert items.unsaved(council.who(Role.POLICY_OFFICER)) == []


def test_a_form_that_meets_other_words_shows_both_and_keeps_what_was_typed(client: Client, council: Council) -> None:
    council.written()
    ines, barrier = council.who(Role.POLICY_OFFICER), Barrier.objects.get()
    client.force_login(ines, backend="django.contrib.auth.backends.ModelBackend")
    address = reverse("council:change_item", args=(council.round_.slug, council.workspace.slug, "B1"))
    typed = {
        "title": "Settlements",
        "text": "",
        "ask": "Settle for five years.",
        "code": "",
        "revision": 1,
        "sitting": "s",
    }
    saved(council, barrier, 1, title="Yearly settlements", text="", ask="Settle for three years.", code="")

    page = client.post(address, typed).content.decode()

    assert "Someone else changed this" in page and "Yearly settlements" in page and "Settle for five years." in page
    assert [row.words["title"] for row in items.kept(Draft.objects.get(), "B1", ines)] == ["Settlements"]
