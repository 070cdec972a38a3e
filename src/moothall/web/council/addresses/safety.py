"""Addresses of what is looked at before the public sees it."""

from django.urls import URLPattern, path

from moothall.web.council.views import safety

urlpatterns: list[URLPattern] = [
    path("", safety.safety, name="safety"),
    path("remarks/<slug:key>/settle", safety.settle, name="settle_remark"),
    path("settled/<int:pk>/take-back", safety.take_back, name="take_back_settled"),
]
