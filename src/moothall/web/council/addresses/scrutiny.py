"""Addresses of scrutiny's recommendations."""

from django.urls import URLPattern, path

from moothall.web.council.views import scrutiny

urlpatterns: list[URLPattern] = [
    path("", scrutiny.scrutiny, name="scrutiny"),
    path("steps/<int:step_id>/recommend", scrutiny.recommend, name="recommend"),
    path("<int:number>/answer", scrutiny.answer_scrutiny, name="answer_scrutiny"),
    path("report.docx", scrutiny.scrutiny_report_docx, name="scrutiny_report"),
]
