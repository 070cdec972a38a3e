"""Django's handle on this app."""

from django.apps import AppConfig


class WorkspacesConfig(AppConfig):
    """A council's place for one round, with its rules."""

    name = "moothall.apps.workspaces"
    label = "workspaces"
