"""Django's handle on this app."""

from django.apps import AppConfig


class PublicationsConfig(AppConfig):
    """What the public sees: frozen texts at lasting addresses."""

    name = "moothall.apps.publications"
    label = "publications"
