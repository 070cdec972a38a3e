"""Django's handle on this app."""

from django.apps import AppConfig


class ReportsConfig(AppConfig):
    """The covering report being written."""

    name = "moothall.apps.reports"
    label = "reports"
