"""The database itself refuses to change or delete a line of the record, on SQLite and on PostgreSQL."""

from typing import Any

TABLE = "audit_entry"

_SQLITE = [
    "CREATE TRIGGER {table}_no_update BEFORE UPDATE ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'the record cannot be changed'); END",
    "CREATE TRIGGER {table}_no_delete BEFORE DELETE ON {table} "
    "BEGIN SELECT RAISE(ABORT, 'the record cannot be deleted'); END",
]
_POSTGRESQL = [
    "CREATE OR REPLACE FUNCTION {table}_refuse() RETURNS trigger AS $$ "
    "BEGIN RAISE EXCEPTION 'the record cannot be changed or deleted'; END $$ LANGUAGE plpgsql",
    "CREATE TRIGGER {table}_no_change BEFORE UPDATE OR DELETE ON {table} "
    "FOR EACH ROW EXECUTE FUNCTION {table}_refuse()",
]
_REMOVE = {
    "sqlite": ["DROP TRIGGER IF EXISTS {table}_no_update", "DROP TRIGGER IF EXISTS {table}_no_delete"],
    "postgresql": ["DROP TRIGGER IF EXISTS {table}_no_change ON {table}"],
}


def install(connection: Any, table: str = TABLE) -> None:
    """Put the triggers in place on a table. Raises KeyError on a database Moothall does not run on."""
    statements = {"sqlite": _SQLITE, "postgresql": _POSTGRESQL}[connection.vendor]
    with connection.cursor() as cursor:
        for statement in statements:
            cursor.execute(statement.format(table=table))


def remove(connection: Any, table: str = TABLE) -> None:
    """Take the triggers away: for undoing the migration, and for test databases between tests."""
    with connection.cursor() as cursor:
        for statement in _REMOVE[connection.vendor]:
            cursor.execute(statement.format(table=table))
