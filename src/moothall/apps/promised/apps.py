"""Django's handle on this app."""

from django.apps import AppConfig


class PromisedConfig(AppConfig):
    """Follow-ups promised in a report."""

    name = "moothall.apps.promised"
    label = "promised"
