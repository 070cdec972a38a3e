"""A field of the report that two people changed, as the page that asks what stays shows it, and the answers."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from moothall.apps.writing import field_saving
from moothall.apps.writing.fields import PART_2
from moothall.domain.days import in_words
from moothall.domain.exemptions import DESCRIPTIONS
from moothall.domain.field_merging import FieldMerge, value_of
from moothall.domain.merging import Choice, Merge
from moothall.domain.row_merging import RowConflict, RowMerge
from moothall.web.council import words_met
from moothall.web.council.forms import reports as forms
from moothall.web.council.forms.exempt import ExemptForm
from moothall.web.council.words_met import ALL, Asked

_OF_PART_2 = {name: str(field.label) for name, field in ExemptForm.base_fields.items()}


def asked(made: FieldMerge | dict[str, Merge], given: Mapping[str, str]) -> list[Asked]:
    """Every piece or row that wants a choice, in order, with what was chosen already."""
    if isinstance(made, dict):
        return words_met.asked(made, given, labels=_OF_PART_2, prose=field_saving.PART_2_PROSE, said=_of_part_2)
    label = forms.FIELDS[made.name].label
    if isinstance(made.merge, Merge):
        return words_met.asked({made.name: made.merge}, given, labels={made.name: label}, prose={made.name})
    return [
        Asked(
            name=_named(made.name, at),
            label=forms.ROW_WORDS.get(made.name, label),
            mine=_in_words(made.name, one.mine),
            theirs=_in_words(made.name, one.theirs),
            before="",
            after="",
            may_keep_both=bool(one.both),
            chosen=given.get(_named(made.name, at), ""),
        )
        for at, one in _conflicts(made.merge)
    ]


def chosen(made: FieldMerge | dict[str, Merge], given: Mapping[str, str]) -> tuple[Any] | None:
    """The value under the choices that came back, alone in a tuple; None where a piece has no choice yet.

    Of Part 2 it is the part itself.
    """
    if isinstance(made, dict):
        words = words_met.chosen(made, given)
        try:
            return None if words is None else (field_saving.exempt_of(words),)
        except ValueError:  # both of what has room for one
            return None
    if isinstance(made.merge, Merge):
        found = words_met.chosen({made.name: made.merge}, given)
        return None if found is None else (found[made.name],)
    answers = [given.get(ALL) or given.get(_named(made.name, at), "") for at, _ in _conflicts(made.merge)]
    offered = [set(Choice) if one.both else {Choice.MINE, Choice.THEIRS} for one in made.merge.conflicts]
    if any(answer not in may for answer, may in zip(answers, offered, strict=True)):
        return None
    return (field_saving.chosen(made, [Choice(one) for one in answers]),)


def title(name: str) -> str:
    """What a field, or Part 2, is called."""
    return "Part 2 of the report" if name == PART_2 else forms.FIELDS[name].label


def _of_part_2(part: str, text: str) -> str:
    if part == "paragraphs":
        said = [int(one) for one in text.split(", ") if one]
        return "\n\n".join(f"{one}. {DESCRIPTIONS.get(one, '')}" for one in said)
    return in_words(date.fromisoformat(text)) if part == "review_on" and text else text


def _named(name: str, at: int) -> str:
    return f"piece-{name}-{at}"


def _conflicts(merge: RowMerge) -> list[tuple[int, RowConflict]]:
    return [(at, one) for at, one in enumerate(merge.pieces) if isinstance(one, RowConflict)]


def _in_words(name: str, row: Any) -> str:
    """A row in words, empty where it was taken out."""
    if row is None:
        return ""
    value = value_of(name, [row])
    said = forms.in_words(name, value)
    return said.removeprefix("1. ") if forms.is_rows(name) else said
