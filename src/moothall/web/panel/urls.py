"""Addresses of the panel's pages."""

from django.urls import URLPattern, path

from moothall.web.panel.views import evidence, passages, plans, registers

app_name = "panel"
urlpatterns: list[URLPattern] = [
    path("<slug:round_slug>/", registers.register, name="register"),
    path("<slug:round_slug>/search", passages.search, name="search"),
    path("<slug:round_slug>/register.csv", registers.register_csv, name="register_csv"),
    path("<slug:round_slug>/evidence", evidence.looking, name="evidence"),
    path("<slug:round_slug>/evidence/<int:evidence_id>", evidence.place, name="place_evidence"),
    path("<slug:round_slug>/plans/<slug:slug>", plans.plan, name="plan"),
]
