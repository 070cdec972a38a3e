"""Addresses of the council's workspaces pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
