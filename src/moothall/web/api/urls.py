"""Addresses of the read API, by version. Their names are in the namespace `api`, which the version itself declares."""

from django.urls import URLPattern, URLResolver, path

from moothall.web.api.v1 import api as v1

urlpatterns: list[URLPattern | URLResolver] = [path("v1/", v1.urls)]
