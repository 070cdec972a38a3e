"""Django's handle on this app."""

from django.apps import AppConfig


class DecisionRecordsConfig(AppConfig):
    """Fields of decision records that were entered, and judgements on requirements."""

    name = "moothall.apps.decision_records"
    label = "decision_records"
