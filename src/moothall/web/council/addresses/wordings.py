"""Addresses of the council's standard wordings."""

from django.urls import URLPattern, path

from moothall.web.council.views import wordings

urlpatterns: list[URLPattern] = [
    path("", wordings.wordings, name="wordings"),
    path("add", wordings.add, name="add_wording"),
    path("<int:wording>", wordings.wording, name="wording"),
    path("<int:wording>/renew", wordings.renew, name="renew_wording"),
    path("<int:wording>/take-back", wordings.take_back, name="take_back_wording"),
]
