"""The record refuses deletion by triggers. Between tests of the live server the database is emptied all the same."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection


def allow_between_tests() -> None:
    """Make the flush set SQLite's triggers aside while it empties the tables. PostgreSQL truncates and needs none."""
    if connection.vendor != "sqlite":
        return
    operations: Any = connection.ops
    empty = operations.execute_sql_flush

    def empty_without_triggers(sql_list: Sequence[str]) -> None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f'DROP TRIGGER "{name}"')
        try:
            empty(sql_list)
        finally:
            with connection.cursor() as cursor:
                for _, create in triggers:
                    cursor.execute(create)

    operations.execute_sql_flush = empty_without_triggers
