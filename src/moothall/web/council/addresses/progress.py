"""Addresses of the council's progress pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
