"""`manage.py make_audit_file`: the same file that the council's page gives, made at the shell."""

import shutil
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from moothall.apps.audit_files import actions, keeping, queries
from moothall.apps.workspaces import queries as workspaces
from moothall.domain.audit_files import Purpose
from moothall.domain.refusals import Refusal


class Command(BaseCommand):
    """Asks for a file, makes it here and copies it. Part 2 is left out: nobody at the shell is known to read it."""

    help = "Make a file of everything about a council's plan in a round. Part 2 is left out."

    def add_arguments(self, parser: Any) -> None:
        """Describe the council, the round, whom the file is for, why, and where it goes."""
        parser.add_argument("round", help="the round's name in addresses")
        parser.add_argument("council", help="the council's name in addresses")
        parser.add_argument("file", type=Path, help="where the ZIP goes")
        parser.add_argument("--for", dest="purpose", default="internal_audit", choices=[one.value for one in Purpose])
        parser.add_argument("--why", required=True, help="what it is needed for; it stands in the record")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make it, and print its fingerprints."""
        workspace = workspaces.workspace(options["council"], options["round"])
        if workspace is None:
            raise CommandError("There is no workspace of that council in that round.")
        now = timezone.localtime()
        try:
            row = actions.ask_for_audit_file(
                workspace=workspace, purpose=Purpose(options["purpose"]), why=options["why"], by=None, at=now
            )
            keeping.make_and_keep(row.pk, at=now)
            row.refresh_from_db()
            if row.sentence:
                raise CommandError(row.sentence)
            with queries.opened(row) as source, options["file"].open("wb") as out:
                shutil.copyfileobj(source, out)
        except (Refusal, OSError) as fault:
            raise CommandError(str(fault)) from fault
        self.stdout.write(f"{row.sha256}  {options['file']}\n{row.content_sha256}  its content")
