"""The record refuses deletion by triggers. Between tests of the live server the database is emptied all the same."""

from __future__ import annotations

from collections.abc import Sequence

from django.db.backends.sqlite3 import base  # noqa: F401 - Django asks for it to be loaded before its operations
from django.db.backends.sqlite3.operations import DatabaseOperations


def allow_between_tests() -> None:
    """Make the flush set SQLite's triggers aside while it empties the tables. PostgreSQL truncates and needs none.

    The class is changed, since every thread's connection has operations of its own.
    """
    empty = DatabaseOperations.execute_sql_flush

    def empty_without_triggers(self: DatabaseOperations, sql_list: Sequence[str]) -> None:
        with self.connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f'DROP TRIGGER "{name}"')
        try:
            empty(self, list(sql_list))
        finally:
            with self.connection.cursor() as cursor:
                for _, create in triggers:
                    cursor.execute(create)

    DatabaseOperations.execute_sql_flush = empty_without_triggers  # type: ignore[method-assign]
