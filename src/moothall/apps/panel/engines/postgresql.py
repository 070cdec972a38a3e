"""Full text in PostgreSQL: words by their stems, none left out as too common, the nearest passages first."""

from collections.abc import Iterable, Sequence
from typing import Any

from moothall.apps.panel.engines.terms import MARK, UNMARK, Term, clean

# As PostgreSQL's own English, but "of" and "not" are found too: a phrase of small words must not find nothing.
_INSTALL = (
    "CREATE TEXT SEARCH DICTIONARY moothall_stems (TEMPLATE = snowball, LANGUAGE = english)",
    "CREATE TEXT SEARCH CONFIGURATION moothall (COPY = english)",
    "ALTER TEXT SEARCH CONFIGURATION moothall ALTER MAPPING REPLACE english_stem WITH moothall_stems",
    "CREATE TABLE panel_search (passage_id bigint PRIMARY KEY, words text NOT NULL, found_by tsvector NOT NULL)",
    "CREATE INDEX panel_search_found_by ON panel_search USING gin (found_by)",
)
_REMOVE = (
    "DROP TABLE IF EXISTS panel_search",
    "DROP TEXT SEARCH CONFIGURATION IF EXISTS moothall",
    "DROP TEXT SEARCH DICTIONARY IF EXISTS moothall_stems",
)
_WHERE = (
    "FROM panel_search f JOIN panel_passage p ON p.id = f.passage_id "
    "JOIN panel_splitpublication s ON s.publication_id = p.publication_id AND s.is_searched "
    "JOIN publications_publication b ON b.id = p.publication_id "
    "JOIN workspaces_workspace w ON w.id = b.workspace_id, "
)
_HEADLINE = f'HighlightAll=true, StartSel="{MARK}", StopSel="{UNMARK}"'


def install(connection: Any) -> None:
    """Make the table, its index and the dictionary that words are looked up in."""
    with connection.cursor() as cursor:
        for statement in _INSTALL:
            cursor.execute(statement)


def remove(connection: Any) -> None:
    """Take all of it away."""
    with connection.cursor() as cursor:
        for statement in _REMOVE:
            cursor.execute(statement)


def keep(connection: Any, rows: Iterable[tuple[int, str]]) -> None:
    """Keep the words of passages, given as (key, text), in place of what was kept for these keys."""
    some = [(pk, said, said) for pk, said in ((pk, clean(text)) for pk, text in rows)]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO panel_search (passage_id, words, found_by) VALUES (%s, %s, to_tsvector('moothall', %s)) "
            "ON CONFLICT (passage_id) DO UPDATE SET words = EXCLUDED.words, found_by = EXCLUDED.found_by",
            some,
        )


def forget(connection: Any, keys: Iterable[int]) -> None:
    """Drop passages from the search."""
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM panel_search WHERE passage_id = ANY(%s)", [list(keys)])


def look(
    connection: Any, terms: Sequence[Term], *, round_slug: str, limit: int, offset: int
) -> tuple[list[tuple[int, str]], int]:
    """The nearest passages that hold every term, as (key, marked words), and how many there are in all."""
    asked = " && ".join(
        "to_tsquery('moothall', %s)" if term.is_open else "phraseto_tsquery('moothall', %s)" for term in terms
    )
    said = [_prefix(term) if term.is_open else term.text for term in terms]
    where = f"{_WHERE} (SELECT {asked} AS query) q WHERE f.found_by @@ q.query AND w.round_slug = %s"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT count(*) {where}", [*said, round_slug])
        total = cursor.fetchone()[0]
        cursor.execute(
            f"SELECT p.id, ts_headline('moothall', f.words, q.query, %s) {where} "
            "ORDER BY ts_rank(f.found_by, q.query, 1) DESC, p.id LIMIT %s OFFSET %s",
            [_HEADLINE, *said, round_slug, limit, offset],
        )
        return list(cursor.fetchall()), total


def _prefix(term: Term) -> str:
    """The term as one quoted operand that finds what begins with it, whatever stands in it."""
    quoted = term.text.replace("\\", "\\\\").replace("'", "''")
    return f"'{quoted}':*"
