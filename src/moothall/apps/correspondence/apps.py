"""Django's handle on this app."""

from django.apps import AppConfig


class CorrespondenceConfig(AppConfig):
    """Questions, answers and the department's reply."""

    name = "moothall.apps.correspondence"
    label = "correspondence"
