"""Addresses of the panel's pages."""

from django.urls import URLPattern, path

from moothall.web.panel.views import passages, plans, registers

app_name = "panel"
urlpatterns: list[URLPattern] = [
    path("<slug:round_slug>/", registers.register, name="register"),
    path("<slug:round_slug>/search", passages.search, name="search"),
    path("<slug:round_slug>/register.csv", registers.register_csv, name="register_csv"),
    path("<slug:round_slug>/plans/<slug:slug>", plans.plan, name="plan"),
]
