"""Django's handle on this app."""

from django.apps import AppConfig


class GroupsConfig(AppConfig):
    """Working groups of several councils and the text they share."""

    name = "moothall.apps.groups"
    label = "groups"
