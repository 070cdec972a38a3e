"""Addresses of what the report promised for later."""

from django.urls import URLPattern, path

from moothall.web.council.views import promised

urlpatterns: list[URLPattern] = [
    path("", promised.follow_ups, name="follow_ups"),
    path("add", promised.add, name="add_follow_up"),
    path("<int:number>/done", promised.done, name="follow_up_done"),
    path("<int:number>/drop", promised.drop, name="drop_follow_up"),
    path("<int:number>/change", promised.change, name="change_follow_up"),
]
