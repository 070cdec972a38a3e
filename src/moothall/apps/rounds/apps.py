"""Django's handle on this app."""

from django.apps import AppConfig


class RoundsConfig(AppConfig):
    """Rounds of this installation: the shipped ones and those brought in."""

    name = "moothall.apps.rounds"
    label = "rounds"
