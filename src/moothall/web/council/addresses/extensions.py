"""Addresses of the day a plan is due, and of asking for a later one."""

from django.urls import URLPattern, path

from moothall.web.council.views import extensions

urlpatterns: list[URLPattern] = [
    path("", extensions.later_day, name="later_day"),
    path("ask", extensions.ask, name="ask_later_day"),
    path("<int:pk>/answer", extensions.answer, name="answer_later_day"),
    path("<int:pk>/withdraw", extensions.withdraw, name="withdraw_later_day"),
    path("<int:pk>/correct", extensions.correct, name="correct_later_day"),
    path("<int:pk>/file", extensions.file, name="later_day_file"),
]
