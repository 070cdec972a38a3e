"""The address of a private calendar feed."""

from django.urls import URLPattern, path

from moothall.web.feeds import views

app_name = "feeds"
urlpatterns: list[URLPattern] = [path("<str:secret>.ics", views.feed, name="feed")]
