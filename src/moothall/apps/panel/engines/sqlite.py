"""Full text in SQLite (FTS5): words by their stems, the nearest passages first."""

from collections.abc import Iterable, Sequence
from typing import Any

from moothall.apps.panel.engines.terms import MARK, UNMARK, Term, clean

_WHERE = (
    "FROM panel_search CROSS JOIN panel_passage p ON p.id = panel_search.rowid "
    "JOIN panel_splitpublication s ON s.publication_id = p.publication_id AND s.is_searched "
    "JOIN publications_publication b ON b.id = p.publication_id "
    "JOIN workspaces_workspace w ON w.id = b.workspace_id "
    "WHERE panel_search MATCH %s AND w.round_slug = %s"
)


def install(connection: Any) -> None:
    """Make the table."""
    with connection.cursor() as cursor:
        cursor.execute(
            "CREATE VIRTUAL TABLE panel_search USING fts5(words, tokenize = 'porter unicode61 remove_diacritics 0')"
        )


def remove(connection: Any) -> None:
    """Take the table away."""
    with connection.cursor() as cursor:
        cursor.execute("DROP TABLE IF EXISTS panel_search")


def keep(connection: Any, rows: Iterable[tuple[int, str]]) -> None:
    """Keep the words of passages, given as (key, text), in place of what was kept for these keys."""
    some = [(pk, clean(text)) for pk, text in rows]
    forget(connection, [pk for pk, _ in some])
    with connection.cursor() as cursor:
        cursor.executemany("INSERT INTO panel_search (rowid, words) VALUES (%s, %s)", some)


def forget(connection: Any, keys: Iterable[int]) -> None:
    """Drop passages from the search."""
    with connection.cursor() as cursor:
        cursor.executemany("DELETE FROM panel_search WHERE rowid = %s", [(pk,) for pk in keys])


def look(
    connection: Any, terms: Sequence[Term], *, round_slug: str, limit: int, offset: int
) -> tuple[list[tuple[int, str]], int]:
    """The nearest passages that hold every term, as (key, marked words), and how many there are in all."""
    asked = " AND ".join(_quoted(term) for term in terms)
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) {_WHERE}", [asked, round_slug])
        total = cursor.fetchone()[0]
        cursor.execute(
            f"SELECT p.id, highlight(panel_search, 0, %s, %s) {_WHERE} "
            "ORDER BY bm25(panel_search), p.id LIMIT %s OFFSET %s",
            [MARK, UNMARK, asked, round_slug, limit, offset],
        )
        return list(cursor.fetchall()), total


def _quoted(term: Term) -> str:
    text = term.text.replace('"', '""')
    return f'"{text}"*' if term.is_open else f'"{text}"'
