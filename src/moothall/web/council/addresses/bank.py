"""Addresses of what a plan is made of beside its answers, of its coverage and of its layout."""

from django.urls import URLPattern, path

from moothall.web.council.views import bank, writing

urlpatterns: list[URLPattern] = [
    path("coverage", bank.covered, name="coverage"),
    path("requirements/<str:requirement_id>", writing.requirement, name="requirement"),
    path("further", bank.further, name="further"),
    path("further/<str:kind>/add", bank.add, name="add_further"),
    path("layout", bank.layout, name="layout"),
    path("layout/<str:layout>.<str:kind>", bank.plan_file, name="plan_file"),
    path("measures/library", bank.library, name="measure_library"),
]
