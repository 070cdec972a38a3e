"""Django's handle on this app."""

from django.apps import AppConfig


class ProgressConfig(AppConfig):
    """Readings of measures and updates of milestones."""

    name = "moothall.apps.progress"
    label = "progress"
