"""Django's handle on this app."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    """Evidence: quotations of documents and passages, and every move they made."""

    name = "moothall.apps.evidence"
    label = "evidence"
