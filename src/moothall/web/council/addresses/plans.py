"""Addresses of the council's plans pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
