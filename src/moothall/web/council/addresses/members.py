"""The address of the members' page."""

from django.urls import URLPattern, path

from moothall.web.council.views import members

urlpatterns: list[URLPattern] = [path("", members.members, name="members")]
