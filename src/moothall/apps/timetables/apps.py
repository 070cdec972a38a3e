"""Django's handle on this app."""

from django.apps import AppConfig


class TimetablesConfig(AppConfig):
    """Calendar feeds of a council's dates."""

    name = "moothall.apps.timetables"
    label = "timetables"
