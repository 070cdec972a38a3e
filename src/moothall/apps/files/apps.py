"""Django's handle on this app."""

from django.apps import AppConfig


class FilesConfig(AppConfig):
    """Files as they came, kept by their fingerprint."""

    name = "moothall.apps.files"
    label = "files"
