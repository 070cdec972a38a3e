"""`manage.py load_demonstration`: the invented councils, their people and an invented round."""

from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from moothall.project import demonstration


class Command(BaseCommand):
    """Loads the demonstration once, dated from today. A second run changes nothing."""

    help = "Load the invented councils, their people and an invented round, dated from today."

    def handle(self, *args: Any, **options: Any) -> None:
        """Load, and say what was done."""
        loaded = demonstration.load(first_run=timezone.localdate())
        self.stdout.write("The demonstration is loaded." if loaded else "The demonstration was loaded before.")
