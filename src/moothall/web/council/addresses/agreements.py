"""Addresses of requests for implications and sign-off."""

from django.urls import URLPattern, path

from moothall.web.council.views import implications, signoffs

urlpatterns: list[URLPattern] = [
    path("", implications.agreements, name="agreements"),
    path("ask", implications.ask, name="ask_implication"),
    path("ask-sign-off", signoffs.ask, name="ask_sign_off"),
    path("invite", implications.invite, name="invite_author"),
    path("away", implications.away, name="say_away"),
    path("away/<int:pk>/end", implications.end_away, name="end_absence"),
    path("signed", signoffs.signed, name="signed"),
    path("mail", implications.mail, name="mail_sent"),
    path("<int:pk>", implications.request_page, name="agreement"),
    path("<int:pk>/cannot", implications.cannot, name="cannot_agree"),
    path("<int:pk>/not-applicable", implications.not_applicable, name="not_applicable"),
    path("<int:pk>/hand-on", implications.hand_on, name="hand_on"),
    path("<int:pk>/withdraw", implications.withdraw, name="withdraw_request"),
    path("<int:pk>/allow", signoffs.allow, name="allow_own_words"),
]
