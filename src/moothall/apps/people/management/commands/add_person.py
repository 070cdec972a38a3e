"""`manage.py add_person EMAIL NAME`: the first account of an installation, and any later one made by its keeper."""

from __future__ import annotations

import getpass
import sys
from typing import Any

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.core.management.base import BaseCommand, CommandError, CommandParser
from django.db import transaction
from django.utils import timezone

from moothall.apps.people import actions
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role

FOR_ALL = (Role.OPERATOR, Role.PANEL_ANALYST)


class Command(BaseCommand):
    """Add someone who may sign in, with a role for the whole installation where one is named."""

    help = "Add someone who may sign in. The password is asked for, or read from standard input."

    def add_arguments(self, parser: CommandParser) -> None:
        """Address, name, post and role."""
        parser.add_argument("email", help="the address to sign in with")
        parser.add_argument("name", help="the name as it stands in the record")
        parser.add_argument("--post", default="", help="the job, as it is signed under a report")
        parser.add_argument(
            "--role",
            choices=[role.value for role in FOR_ALL],
            help="operator opens workspaces and gives the roles of councils; panel_analyst reads the register",
        )

    def handle(self, *, email: str, name: str, post: str, role: str | None, **options: Any) -> None:
        """Make the account and its role together, or neither."""
        password = self._password()
        now = timezone.now()
        try:
            with transaction.atomic():
                person = actions.add_person(email=email, name=name, post=post, password=password, by=None, at=now)
                if role:
                    actions.give_role(person=person, role=Role(role), by=None, at=now)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        self.stdout.write(f"{name} may sign in with {email}.")

    def _password(self) -> str:
        given = getpass.getpass("Password: ") if sys.stdin.isatty() else sys.stdin.readline().rstrip("\n")
        try:
            validate_password(given)
        except ValidationError as problem:
            raise CommandError(" ".join(problem.messages)) from problem
        return given
