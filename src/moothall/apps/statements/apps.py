"""Django's handle on this app."""

from django.apps import AppConfig


class StatementsConfig(AppConfig):
    """What a plan that was brought in says, what people say of each statement, and what of it went into the bank."""

    name = "moothall.apps.statements"
    label = "statements"
