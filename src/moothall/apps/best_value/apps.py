"""Django's handle on this app."""

from django.apps import AppConfig


class BestValueConfig(AppConfig):
    """Evidence by best-value theme."""

    name = "moothall.apps.best_value"
    label = "best_value"
