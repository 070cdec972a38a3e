"""Addresses of the files of everything about a plan."""

from django.urls import URLPattern, path

from moothall.web.council.views import audit_files

urlpatterns: list[URLPattern] = [
    path("", audit_files.audit_files, name="audit_files"),
    path("<int:number>/file", audit_files.take, name="audit_file_take"),
]
