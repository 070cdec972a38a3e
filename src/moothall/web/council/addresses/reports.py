"""Addresses of the covering report."""

from django.urls import URLPattern, path

from moothall.web.council.views import reports

urlpatterns: list[URLPattern] = [
    path("", reports.report, name="report"),
    path("begin", reports.begin, name="begin_report"),
    path("template", reports.choose_template, name="choose_template"),
    path("fields/<slug:name>", reports.field, name="report_field"),
    path("preview", reports.preview, name="report_preview"),
    path("report.<str:kind>", reports.download, name="report_download"),
]
