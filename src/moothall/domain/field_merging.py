"""What becomes of one field of the covering report when two people saved it: prose by its words, rows by their rows.

A field's value is plain data, as the report keeps it: a text, a day or a yes in one piece, a list of texts, of pairs or
of rows, or one row.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from moothall.domain.merging import Choice, Merge, merge
from moothall.domain.row_merging import Row, RowMerge, merge_rows

PROSE = frozenset(
    {
        "key_decision_reason", "public_interest", "purpose", "summary", "reasons", "consultation", "background",
        "proposals", "relevant_considerations", "risks", "conclusion",
    }
)  # fmt: skip
"""Fields that are paragraphs. Their words are merged."""
KEYS: Mapping[str, str] = {
    "lead_officer": "name",
    "contact_officers": "name",
    "recommendations": "number",
    "options": "title",
    "implications": "kind",
    "officer_comments": "officer",
    "risk_register": "reference",
    "earlier_stages": "body",
    "power": "function",
    "glossary": "0",
    "next_steps": "1",
    "background_copies": "0",
}
"""The part by which a row of a field is known, as people speak of it. The parts of a pair are ``0`` and ``1``."""
SINGLE = frozenset({"lead_officer", "power"})
"""Fields with room for one row."""
LISTS = frozenset({"appendices", "background_papers"})
"""Fields that are a list of texts."""
ONE_A_KEY = frozenset({"implications", "officer_comments"})
"""Fields in which no two rows have one key: one text for each kind, one comment of each officer."""
WHOLE = "value"
"""The only part of a row that stands for something in one piece."""


@dataclass(frozen=True, slots=True)
class FieldMerge:
    """The merge of one field, and how its rows become the field's value again."""

    name: str
    merge: Merge | RowMerge

    @property
    def conflicts(self) -> Sequence[Any]:
        """The pieces or rows a person must choose in, in order."""
        return self.merge.conflicts

    def chosen(self, choices: Sequence[Choice] = ()) -> Any:
        """The field's value, with one choice for each conflict. Raises ValueError where a choice cannot be."""
        if isinstance(self.merge, Merge):
            return self.merge.chosen(choices)
        return value_of(self.name, self.merge.chosen(choices))


def merged(name: str, base: Any, mine: Any, theirs: Any) -> FieldMerge:
    """What becomes of a field that two people changed from ``base``. An empty field is None, an empty text or list."""
    if name in PROSE:
        return FieldMerge(name, merge(*(str(one or "") for one in (base, mine, theirs))))
    was, ours, others = (rows_of(name, one) for one in (base, mine, theirs))
    is_single = name in SINGLE or not (name in KEYS or name in LISTS)
    key, one_a_key = KEYS.get(name, WHOLE), name in ONE_A_KEY
    return FieldMerge(name, merge_rows(was, ours, others, key=key, is_single=is_single, one_a_key=one_a_key))


def value_of(name: str, rows: Sequence[Row]) -> Any:
    """Rows as the value of the field they are of."""
    if name in LISTS:
        return [one[WHOLE] for one in rows]
    if name in SINGLE:
        return dict(rows[0]) if rows else None
    if name not in KEYS:
        return rows[0][WHOLE] if rows else None
    return [list(one.values()) if KEYS[name].isdigit() else dict(one) for one in rows]


def rows_of(name: str, value: Any) -> list[Row]:
    """The value of a field as rows: one of them for what is in one piece."""
    if name in LISTS:
        return [{WHOLE: one} for one in value or ()]
    if name in SINGLE:
        return [value] if value else []
    if name not in KEYS:
        return [{WHOLE: value}]
    pairs = KEYS[name].isdigit()
    return [{str(at): said for at, said in enumerate(one)} if pairs else one for one in value or ()]
