"""`manage.py look_at_pages`: the later check of published addresses, for whoever runs no worker or asks at once."""

from __future__ import annotations

from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.utils import timezone

from moothall.apps.publications import queries as publications
from moothall.apps.publications.models import Publication
from moothall.apps.returns import looking
from moothall.domain.page_checks import Found


class Command(BaseCommand):
    """Look at every published page, keep what is found, and say it a line a page."""

    help = (
        "Look whether every published plan still stands at its address and says the same. A council's own page is "
        "asked only where MOOTHALL_OUTSIDE is set. Ends with an error where a page is not as it was published."
    )

    def add_arguments(self, parser: CommandParser) -> None:
        """Which round."""
        parser.add_argument("--round", default="", help="only the plans of this round, by its name in addresses")

    def handle(self, *, round: str, **options: Any) -> None:
        """Look now, whenever each page was looked at last. What was withdrawn is gone by intent, and left out."""
        rows = Publication.objects.order_by("workspace_id")
        if round:
            rows = rows.filter(workspace__round_slug=round)
        wrong = 0
        for pk in rows.values_list("workspace_id", flat=True).distinct():
            newest = publications.latest(pk)
            if newest is None or newest.withdrawn_at is not None:
                continue
            for one in looking.look_at_pages(pk, at=timezone.localtime()):
                found = Found(one.found)
                wrong += not found.is_well and found is not Found.REFUSED
                self.stdout.write(f"{one.address}: {found.value}. {one.said}")
        if wrong:
            raise CommandError(f"{wrong} {'page is' if wrong == 1 else 'pages are'} not as published.")
