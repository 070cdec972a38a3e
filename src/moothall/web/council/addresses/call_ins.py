"""Addresses of call-in."""

from django.urls import URLPattern, path

from moothall.web.council.views import call_ins

urlpatterns: list[URLPattern] = [
    path("", call_ins.call_ins, name="call_ins"),
    path("steps/<int:step_id>/ask", call_ins.ask, name="ask_call_in"),
    path("<int:pk>/join", call_ins.join, name="join_call_in"),
    path("<int:pk>/withdraw", call_ins.withdraw, name="withdraw_call_in"),
    path("<int:pk>/then/<str:follows>", call_ins.follow, name="follow_call_in"),
    path("<int:pk>/settle", call_ins.settle, name="settle_call_in"),
]
