"""Django's handle on this app."""

from django.apps import AppConfig


class ExtensionsConfig(AppConfig):
    """Later days asked for, and what was answered."""

    name = "moothall.apps.extensions"
    label = "extensions"
