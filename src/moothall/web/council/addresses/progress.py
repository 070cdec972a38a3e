"""Addresses of progress."""

from django.urls import URLPattern, path

from moothall.web.council.views import progress, progress_items, progress_releases, progress_tables

urlpatterns: list[URLPattern] = [
    path("", progress.progress, name="progress"),
    path("measures/<str:measure_key>", progress.record_reading, name="record_reading"),
    path("milestones/<str:milestone_key>", progress.update_milestone, name="update_milestone"),
    path("items/<str:followed>", progress_items.point, name="point_to_item"),
    path("breaks/<str:followed>", progress_items.breaks, name="progress_breaks"),
    path("breaks/<int:pk>/take-back", progress_items.take_break_back, name="take_break_back"),
    path("following", progress_items.following, name="progress_following"),
    path("following/<str:followed>", progress_items.follow, name="follow"),
    path("tables", progress_tables.tables, name="progress_tables"),
    path("tables/to-fill.<slug:ending>", progress_tables.template, name="progress_template"),
    path("tables/<int:pk>", progress_tables.table, name="progress_table"),
    path("release", progress_releases.release, name="release_progress"),
]
