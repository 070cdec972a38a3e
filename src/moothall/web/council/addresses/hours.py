"""Addresses of the officer time a return took."""

from django.urls import URLPattern, path

from moothall.web.council.views import hours

urlpatterns: list[URLPattern] = [
    path("", hours.officer_time, name="officer_time"),
    path("officer-time.csv", hours.as_csv, name="officer_time_csv"),
    path("switch", hours.switch, name="switch_officer_time"),
    path("add", hours.add, name="add_officer_time"),
    path("<int:number>/correct", hours.correct, name="correct_officer_time"),
    path("<int:number>/take-back", hours.take_back, name="take_back_officer_time"),
]
