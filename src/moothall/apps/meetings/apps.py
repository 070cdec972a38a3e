"""Django's handle on this app."""

from django.apps import AppConfig


class MeetingsConfig(AppConfig):
    """A council's meetings, and every change of them."""

    name = "moothall.apps.meetings"
    label = "meetings"
