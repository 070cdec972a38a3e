"""Addresses of the council's reports pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
