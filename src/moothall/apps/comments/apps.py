"""Django's handle on this app."""

from django.apps import AppConfig


class CommentsConfig(AppConfig):
    """Comments on the words of a plan or a report, and what became of them."""

    name = "moothall.apps.comments"
    label = "comments"
