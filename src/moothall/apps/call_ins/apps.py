"""Django's handle on this app."""

from django.apps import AppConfig


class CallInsConfig(AppConfig):
    """Requests to call a decision in."""

    name = "moothall.apps.call_ins"
    label = "call_ins"
