"""Django's handle on this app."""

from django.apps import AppConfig


class HoursConfig(AppConfig):
    """Officer time, where a council records it."""

    name = "moothall.apps.hours"
    label = "hours"
