"""The page of all components."""

import pytest
from django.test import override_settings
from django.urls import path
from django.urls.resolvers import URLPattern

from moothall.project import urls
from moothall.web.components import views
from tests import browsing

pytestmark = pytest.mark.django_db

urlpatterns: list[object] = [path("styles", views.styles), *urls.urlpatterns]


@override_settings(ROOT_URLCONF="tests.web.test_styles")
@pytest.mark.parametrize("asked", ["", "?name=&on_day=41&on_month=7&on_year=2024"])
def test_every_component_is_clean_at_both_widths(live_server, page, asked: str) -> None:  # type: ignore[no-untyped-def]
    page.goto(f"{live_server.url}/styles{asked}")

    browsing.look(page, f"styles{'-errors' if asked else ''}")
    assert browsing.axe(page) == []
