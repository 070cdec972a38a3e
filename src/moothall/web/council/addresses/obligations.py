"""Addresses of what a plan answers beside its own round."""

from django.urls import URLPattern, path

from moothall.web.council.views import obligations

urlpatterns: list[URLPattern] = [
    path("", obligations.obligations, name="obligations"),
    path("<int:number>/", obligations.obligation, name="obligation"),
    path("<int:number>/send", obligations.send, name="send_for_obligation"),
    path("<int:number>/end", obligations.end, name="end_obligation"),
    path("<int:number>/asked/<str:question_id>", obligations.where, name="obligation_where"),
]
