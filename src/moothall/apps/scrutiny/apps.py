"""Django's handle on this app."""

from django.apps import AppConfig


class ScrutinyConfig(AppConfig):
    """Scrutiny's recommendations and their answers."""

    name = "moothall.apps.scrutiny"
    label = "scrutiny"
