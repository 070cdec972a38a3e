"""Django's handle on this app."""

from django.apps import AppConfig


class PanelConfig(AppConfig):
    """The reading panel: the register of returns, passages and search."""

    name = "moothall.apps.panel"
    label = "panel"
