"""Addresses of the council's workspaces."""

from django.urls import URLPattern, path

from moothall.web.council.views import where, workspaces

urlpatterns: list[URLPattern] = [
    path("", workspaces.my_work, name="my_work"),
    path("open", workspaces.open_workspace, name="open_workspace"),
    path("reports", where.every_report, name="every_report"),
    path("reports.csv", where.every_report_csv, name="every_report_csv"),
    path("<slug:round_slug>/<slug:slug>/", workspaces.workspace, name="workspace"),
    path("<slug:round_slug>/<slug:slug>/record", workspaces.record, name="record"),
    path("<slug:round_slug>/<slug:slug>/where", where.where_is_my_report, name="where"),
]
