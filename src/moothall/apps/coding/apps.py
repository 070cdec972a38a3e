"""Django's handle on this app."""

from django.apps import AppConfig


class CodingConfig(AppConfig):
    """Coding the passages of published plans."""

    name = "moothall.apps.coding"
    label = "coding"
