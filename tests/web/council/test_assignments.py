"""Giving parts to people on the pages: the proposed day says its step, and each page says who has what."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from moothall.apps.writing import assignments
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db


def test_a_question_is_given_to_a_person_and_every_page_says_who_has_it(client: Client, council: Council) -> None:
    council.written()
    ines = council.who(Role.POLICY_OFFICER)
    client.force_login(ines, backend="django.contrib.auth.backends.ModelBackend")
    at = (council.round_.slug, council.workspace.slug)
    day = timezone.localdate().replace(year=timezone.localdate().year + 1)
    form = {"person": ines.pk, "due_on_day": day.day, "due_on_month": day.month, "due_on_year": day.year}
    address = reverse("council:assign", args=(*at, "plan", "T1.Q2"))

    offered = client.get(address).content.decode()
    empty = client.post(address, {"note": "In your words"}).content.decode()
    client.post(address, {**form, "note": "In your words"})

    assert "Proposed: A week from today" in offered
    assert "Choose who writes it" in empty and "In your words" in empty
    pages = {name: client.get(reverse(f"council:{name}", args=at)).content.decode() for name in ("plan", "coverage")}
    assert f"{ines.name} writes it, by" in pages["plan"] and "Nobody yet." in pages["coverage"]
    assert f"<strong>{ines.name}</strong>, by" in pages["coverage"]
    assert "You are to write" in client.get(reverse("council:my_work")).content.decode()
    assert client.get(reverse("council:write_part", args=(*at, "plan", "T1.Q2"))).url.endswith("/questions/T1.Q2")
    change = client.get(address).content.decode()
    assert "Why it changes" in change and "Take it back" in change
    client.post(reverse("council:take_back_assignment", args=(*at, "plan", "T1.Q2")), {"reason": "It is written"})
    assert assignments.by_section(council.workspace, "plan") == {}
