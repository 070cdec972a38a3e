"""Django's handle on this app."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    """Returns sent, and their receipts."""

    name = "moothall.apps.returns"
    label = "returns"
