"""Addresses of the clocks as the council asks them."""

from django.urls import URLPattern, path

from moothall.web.council.views import clocks

urlpatterns: list[URLPattern] = [
    path("", clocks.clocks, name="clocks"),
    path("<slug:clock_name>", clocks.clock, name="clock"),
]
