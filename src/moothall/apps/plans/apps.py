"""Django's handle on this app."""

from django.apps import AppConfig


class PlansConfig(AppConfig):
    """The plan being written: answers, commitments, milestones, measures, barriers, and its versions."""

    name = "moothall.apps.plans"
    label = "plans"
