"""Django's handle on this app."""

from django.apps import AppConfig


class AuditFilesConfig(AppConfig):
    """A file of everything about a plan."""

    name = "moothall.apps.audit_files"
    label = "audit_files"
