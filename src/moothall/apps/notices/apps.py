"""Django's handle on this app."""

from django.apps import AppConfig


class NoticesConfig(AppConfig):
    """Notices, agendas with what came late, and the forward plan."""

    name = "moothall.apps.notices"
    label = "notices"
