"""Addresses of the covering report."""

from django.urls import URLPattern, path

from moothall.web.council.views import exempt, reports

urlpatterns: list[URLPattern] = [
    path("", reports.report, name="report"),
    path("begin", reports.begin, name="begin_report"),
    path("template", reports.choose_template, name="choose_template"),
    path("fields/<slug:name>", reports.field, name="report_field"),
    path("taken", reports.taken, name="report_taken"),
    path("part-2", exempt.part_2, name="report_part_2"),
    path("part-2.<str:kind>", exempt.part_2_file, name="report_part_2_file"),
    path("preview", reports.preview, name="report_preview"),
    path("report.<str:kind>", reports.download, name="report_download"),
]
