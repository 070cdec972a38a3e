"""Addresses of the covering report."""

from django.urls import URLPattern, path

from moothall.web.council.views import exempt, report_fields, report_papers, report_templates, reports

urlpatterns: list[URLPattern] = [
    path("", reports.report, name="report"),
    path("begin", reports.begin, name="begin_report"),
    path("template", reports.choose_template, name="choose_template"),
    path("fields/<slug:name>", report_fields.field, name="report_field"),
    path("fields/<slug:name>/keep", report_fields.keep_field, name="keep_report_field"),
    path("fields/<slug:name>/let-go", report_fields.let_field_go, name="let_report_field_go"),
    path("fields/<slug:name>/history", report_fields.field_history, name="report_field_history"),
    path("taken", reports.taken, name="report_taken"),
    path("part-2", exempt.part_2, name="report_part_2"),
    path("part-2/keep", exempt.part_2_keep, name="keep_report_part_2"),
    path("part-2/let-go", exempt.part_2_let_go, name="let_report_part_2_go"),
    path("part-2/history", exempt.part_2_history, name="report_part_2_history"),
    path("part-2.<str:kind>", exempt.part_2_file, name="report_part_2_file"),
    path("word-template/", report_templates.templates, name="report_templates"),
    path("word-template/names", report_templates.names, name="report_template_names"),
    path("word-template/begin.docx", report_templates.begin_from, name="report_template_begin"),
    path("word-template/choose", report_templates.choose, name="choose_report_template"),
    path("word-template/<int:version_number>/", report_templates.version, name="report_template_version"),
    path(
        "word-template/<int:version_number>/<slug:what>.docx",
        report_templates.version_file,
        name="report_template_file",
    ),
    path("papers/", report_papers.papers, name="report_papers"),
    path("papers/<int:copy_id>", report_papers.paper_file, name="report_paper"),
    path("papers/<int:copy_id>/take-back", report_papers.take_back, name="take_report_paper_back"),
    path("preview", reports.preview, name="report_preview"),
    path("report.<str:kind>", reports.download, name="report_download"),
]
