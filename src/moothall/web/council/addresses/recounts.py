"""Addresses of new dates waiting to be accepted."""

from django.urls import URLPattern, path

from moothall.web.council.views import recounts

urlpatterns: list[URLPattern] = [
    path("dates/accept", recounts.adopt_dates, name="adopt_dates"),
    path("steps/<int:step_id>/call-in", recounts.correct_call_in, name="correct_call_in"),
]
