"""Django's handle on this app."""

from django.apps import AppConfig


class ClosingsConfig(AppConfig):
    """Year-end reviews, closed rounds and successors."""

    name = "moothall.apps.closings"
    label = "closings"

    def ready(self) -> None:
        """Have every deed ask whether its round is closed."""
        from moothall.apps.closings.queries import check_open_here
        from moothall.apps.people.permissions import also_ask

        also_ask(check_open_here)
