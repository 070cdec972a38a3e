"""Django's handle on this app."""

from django.apps import AppConfig


class MailConfig(AppConfig):
    """Mail going out, each message with its outcome."""

    name = "moothall.apps.mail"
    label = "mail"
