"""Django's handle on this app."""

from django.apps import AppConfig


class ImplicationsConfig(AppConfig):
    """Requests for implications and sign-off, their answers, and who covers for whom."""

    name = "moothall.apps.implications"
    label = "implications"
