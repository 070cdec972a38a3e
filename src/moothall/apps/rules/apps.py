"""Django's handle on this app."""

from django.apps import AppConfig


class RulesConfig(AppConfig):
    """A council's own rules, by version."""

    name = "moothall.apps.rules"
    label = "rules"
