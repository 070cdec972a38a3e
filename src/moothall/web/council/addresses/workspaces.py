"""Addresses of the council's workspaces."""

from django.urls import URLPattern, path

from moothall.web.council.views import workspaces

urlpatterns: list[URLPattern] = [
    path("", workspaces.my_work, name="my_work"),
    path("open", workspaces.open_workspace, name="open_workspace"),
    path("<slug:round_slug>/<slug:slug>/", workspaces.workspace, name="workspace"),
    path("<slug:round_slug>/<slug:slug>/record", workspaces.record, name="record"),
]
