"""Addresses of progress."""

from django.urls import URLPattern, path

from moothall.web.council.views import progress

urlpatterns: list[URLPattern] = [
    path("", progress.progress, name="progress"),
    path("measures/<str:key>", progress.record_reading, name="record_reading"),
    path("milestones/<str:key>", progress.update_milestone, name="update_milestone"),
]
