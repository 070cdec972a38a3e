"""A plan published or withdrawn on the council's page is taken into the panel's search, or out of it, by the worker."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from moothall.apps.panel.queries import searched
from moothall.apps.routes import actions as routes
from moothall.domain.roles import Role
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/publication/"


def test_the_search_holds_a_plan_from_its_publication_to_its_withdrawal(client: Client, council: Council) -> None:
    decision, at = council.decided(), timezone.localtime().replace(year=2024, month=7, day=11, hour=20)
    routes.publish_decision(decision=decision, published_at=at, by=council.who(Role.DEMOCRATIC_SERVICES), at=at)
    client.force_login(council.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    before = searched("savings-plans")

    published = client.post(HERE + "publish", {"version": 1})
    after = searched("savings-plans")
    withdrawn = client.post(HERE + "withdraw", {"note": "It named a contract."})

    assert (published.status_code, withdrawn.status_code) == (302, 302)
    assert before == (0, 0)
    assert after == (8, 1)
    assert searched("savings-plans") == (0, 0)
