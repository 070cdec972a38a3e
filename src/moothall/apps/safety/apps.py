"""Django's handle on this app."""

from django.apps import AppConfig


class SafetyConfig(AppConfig):
    """What people said of remarks made before the public sees a text."""

    name = "moothall.apps.safety"
    label = "safety"
