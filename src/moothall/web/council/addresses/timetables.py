"""Addresses of the dates of a route: put by the proper officer, as a calendar, and as a page to print."""

from django.urls import URLPattern, path

from moothall.web.council.views import feeds, overrides, timetables

urlpatterns: list[URLPattern] = [
    path("dates/<slug:clock>/override", overrides.override_date, name="override_date"),
    path("dates/<slug:clock>/take-back", overrides.take_back_override, name="take_back_override"),
    path("feed", feeds.feed, name="feed"),
    path("feed/make", feeds.make_feed, name="make_feed"),
    path("feed/<int:feed_id>/revoke", feeds.revoke_feed, name="revoke_feed"),
    path("timetable", timetables.timetable, name="timetable"),
    path("timetable.pdf", timetables.timetable_pdf, name="timetable_pdf"),
    path("dates.ics", feeds.dates_ics, name="dates_ics"),
]
