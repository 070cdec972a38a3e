"""Django's handle on this app."""

from django.apps import AppConfig


class WordingsConfig(AppConfig):
    """Words a council approved once and uses again."""

    name = "moothall.apps.wordings"
    label = "wordings"
