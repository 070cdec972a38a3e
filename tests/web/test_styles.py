"""The page of all components, in a real browser at both widths, with and without mistakes in its form."""

import pytest
from django.test import override_settings
from django.urls import path
from playwright.sync_api import Page
from pytest_django.live_server_helper import LiveServer

from moothall.project import urls
from moothall.web.components import views
from tests import browsing

pytestmark = pytest.mark.django_db

urlpatterns: list[object] = [path("styles", views.styles), *urls.urlpatterns]


@override_settings(ROOT_URLCONF="tests.web.test_styles")
@pytest.mark.parametrize("asked", ["", "?name=&on_day=41&on_month=7&on_year=2024"])
def test_every_component_is_clean_at_both_widths(live_server: LiveServer, page: Page, asked: str) -> None:
    page.goto(f"{live_server.url}/styles{asked}")

    assert browsing.faults(page, f"styles{'-errors' if asked else ''}") == []
