"""Django's handle on this app."""

from django.apps import AppConfig


class FreezesConfig(AppConfig):
    """Parts of the plan and of the report frozen for consolidation."""

    name = "moothall.apps.freezes"
    label = "freezes"
