"""Django's handle on this app."""

from django.apps import AppConfig


class LineageConfig(AppConfig):
    """What each change of the text rests on, from what members considered to what stands on the page."""

    name = "moothall.apps.lineage"
    label = "lineage"
