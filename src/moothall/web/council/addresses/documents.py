"""Addresses of the council's documents pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
