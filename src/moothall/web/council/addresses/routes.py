"""Addresses of the council's routes pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
