"""Django's handle on this app."""

from django.apps import AppConfig


class HandoffConfig(AppConfig):
    """Folders for the committee system, and the addresses that come back from it."""

    name = "moothall.apps.handoff"
    label = "handoff"
