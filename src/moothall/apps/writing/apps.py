"""Django's handle on this app."""

from django.apps import AppConfig


class WritingConfig(AppConfig):
    """Writing the plan together: what each section said when, words that meet, and words not saved yet."""

    name = "moothall.apps.writing"
    label = "writing"
