"""Addresses of progress."""

from django.urls import URLPattern, path

from moothall.web.council.views import (
    closings,
    progress,
    progress_items,
    progress_releases,
    progress_sections,
    progress_tables,
)

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
    path("section", progress_sections.section, name="progress_section"),
    path("section.<slug:ending>", progress_sections.section_file, name="progress_section_file"),
    path("reviews", closings.reviews, name="reviews"),
    path("reviews/<str:since>/<str:until>", closings.write_review, name="write_review"),
    path("reviews/<int:pk>", closings.review, name="review"),
    path("reviews/<int:pk>.docx", closings.review_file, name="review_file"),
    path("closing", closings.closing, name="closing"),
    path("closing/close", closings.close_round, name="close_round"),
    path("closing/open-again", closings.reopen_round, name="reopen_round"),
    path("successor", closings.successor, name="successor"),
    path("successor/record", closings.hand_to_successor, name="hand_to_successor"),
    path("successor/<slug:predecessor>/<str:item_key>", closings.adopt_item, name="adopt_item"),
    path("taken-over", closings.taken_over, name="taken_over"),
    path("release", progress_releases.release, name="release_progress"),
]
