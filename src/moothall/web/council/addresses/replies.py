"""Addresses of what the department said of the plan, and of what we did."""

from django.urls import URLPattern, path

from moothall.web.council.views import replies

urlpatterns: list[URLPattern] = [
    path("", replies.replies, name="replies"),
    path("file", replies.file_reply, name="file_reply"),
    path("section.<slug:ending>", replies.section, name="replies_section"),
    path("<int:number>/file", replies.file, name="reply_file"),
    path("<int:number>/reported", replies.report_reply, name="report_reply"),
    path("recommendations/<int:number>/", replies.point, name="reply_point"),
    path("recommendations/<int:number>/match", replies.match, name="match_point"),
    path("recommendations/<int:number>/respond", replies.respond, name="respond_to_point"),
    path("recommendations/<int:number>/done", replies.done, name="point_done"),
]
