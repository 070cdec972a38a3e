"""Addresses of the rounds held here, for the operator."""

from django.urls import URLPattern, path

from moothall.web.council.views import rounds

urlpatterns: list[URLPattern] = [
    path("rounds/", rounds.kept_rounds, name="rounds"),
    path("rounds/keep", rounds.keep_round, name="keep_round"),
    path("rounds/<slug:slug>/", rounds.round_kept, name="round_kept"),
    path("rounds/<slug:slug>/edition-<int:number>.json", rounds.edition_json, name="edition_json"),
]
