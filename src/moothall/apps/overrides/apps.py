"""Django's handle on this app."""

from django.apps import AppConfig


class OverridesConfig(AppConfig):
    """Dates a proper officer put in place of computed ones."""

    name = "moothall.apps.overrides"
    label = "overrides"
