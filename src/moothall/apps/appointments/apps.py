"""Django's handle on this app."""

from django.apps import AppConfig


class AppointmentsConfig(AppConfig):
    """Roles given and ended in a workspace, and invitations."""

    name = "moothall.apps.appointments"
    label = "appointments"
