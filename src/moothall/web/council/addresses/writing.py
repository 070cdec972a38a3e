"""Addresses of writing together: who writes what, what is frozen, and what changed since one read it."""

from django.urls import URLPattern, path

from moothall.web.council.views import assignments, freezes, since

urlpatterns: list[URLPattern] = [
    path("", assignments.who_writes, name="who_writes"),
    path("frozen", freezes.frozen, name="frozen"),
    path("frozen/<int:pk>/thaw", freezes.thaw, name="thaw"),
    path("<str:whole>/since", since.since, name="since"),
    path("<str:whole>/since/read", since.read, name="mark_read"),
    path("<str:whole>/<str:section>/", assignments.write_part, name="write_part"),
    path("<str:whole>/<str:section>/assign", assignments.assign, name="assign"),
    path("<str:whole>/<str:section>/take-back", assignments.take_back, name="take_back_assignment"),
]
