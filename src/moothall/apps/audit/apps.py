"""Django's handle on this app."""

from django.apps import AppConfig


class AuditConfig(AppConfig):
    """The record: one line for every deed, added and never changed."""

    name = "moothall.apps.audit"
    label = "audit"
