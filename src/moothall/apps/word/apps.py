"""Django's handle on this app."""

from django.apps import AppConfig


class WordConfig(AppConfig):
    """Words taken out to Word and brought back changed."""

    name = "moothall.apps.word"
    label = "word"
