"""Django's handle on this app."""

from django.apps import AppConfig


class ObligationsConfig(AppConfig):
    """What one plan answers beside its own round, and the receipts of that."""

    name = "moothall.apps.obligations"
    label = "obligations"
