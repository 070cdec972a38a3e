"""Django's handle on this app."""

from django.apps import AppConfig


class RoutesConfig(AppConfig):
    """The chosen route, its steps, meetings and decisions."""

    name = "moothall.apps.routes"
    label = "routes"
