"""Django's handle on the commands."""

from django.apps import AppConfig


class ProjectConfig(AppConfig):
    """Commands for whoever runs an installation."""

    name = "moothall.project"
    label = "project"
