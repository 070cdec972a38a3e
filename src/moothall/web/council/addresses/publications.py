"""Addresses of publication and return."""

from django.urls import URLPattern, path

from moothall.web.council.views import publications

urlpatterns: list[URLPattern] = [
    path("", publications.publication, name="publication"),
    path("publish", publications.publish, name="publish"),
    path("withdraw", publications.withdraw, name="withdraw"),
    path("return", publications.submit, name="submit_return"),
    path("return/<str:number>.pdf", publications.receipt_pdf, name="receipt_pdf"),
]
