"""Django's handle on this app."""

from django.apps import AppConfig


class IntakeConfig(AppConfig):
    """Documents brought in, what was read in them, and what people confirmed."""

    name = "moothall.apps.intake"
    label = "intake"
