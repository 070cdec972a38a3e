"""Addresses that belong to no audience: the page of all components, for looking at."""

from django.conf import settings
from django.urls import URLPattern, path

from moothall.web.components import views

app_name = "components"
urlpatterns: list[URLPattern] = [path("styles", views.styles, name="styles")] if settings.DEBUG else []
