"""Addresses of the council's publications pages."""

from django.urls import URLPattern

urlpatterns: list[URLPattern] = []
