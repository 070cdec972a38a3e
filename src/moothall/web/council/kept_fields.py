"""Forms of the covering report's fields: what was typed into them and not saved, kept and taken up again."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import uuid4

from django.http import HttpRequest, QueryDict

from moothall.apps.writing import field_keeping, fields
from moothall.apps.writing.fields import PART_2
from moothall.web.council.forms import reports as forms
from moothall.web.council.forms.exempt import ExemptForm

NO_WORDS = frozenset({"csrfmiddlewaretoken", "sitting", "revision", "keep", "typed", "theirs", "look", "all"})
"""Boxes that say how words are saved, and are no words."""
_COUNTS = "_FORMS"


@dataclass(frozen=True, slots=True)
class KeptField:
    """Kept words of a field as the pages offer them: ``text`` is what was typed, to read."""

    row: Any
    pk: int
    sitting: str
    kept_at: datetime
    text: str


def offered(row: Any, name: str, by: Any) -> list[KeptField]:
    """What a person kept of a field and has not saved, the latest first; what stands by now is left out."""
    return [one for kept in field_keeping.kept(row, name, by) if (one := shown(kept)) is not None]


def shown(kept: Any) -> KeptField | None:
    """Kept words as they are offered; None where they stand by now, or are words of a field there is no more."""
    name = kept.section
    if name != PART_2 and name not in forms.FIELDS:
        return None
    text = _read(name, typed(kept), _base(kept.report, name, kept.revision))
    if text is not None and text == in_words(name, fields.stands(kept.report, name).value):
        return None
    said = text if text is not None else _as_typed(kept.words)
    return KeptField(kept, kept.pk, kept.sitting, kept.kept_at, said)


def context(request: HttpRequest, row: Any, name: str) -> tuple[Any, dict[str, Any]]:
    """The kept words a person takes up, or None, and what the page needs to keep its own and to offer the others."""
    if request.method == "POST":
        return None, {"sitting": request.POST.get("sitting", ""), "others": []}
    rows = offered(row, name, request.user)
    taken = next((one for one in rows if str(one.pk) == request.GET.get("kept")), None)
    return taken.row if taken else None, {
        "sitting": taken.sitting if taken else uuid4().hex,
        "others": [one for one in rows if one is not taken],
    }


def typed(kept: Any) -> QueryDict:
    """Kept words as they were posted."""
    data = QueryDict(mutable=True)
    for name, value in kept.words.items():
        data.setlist(name, value if isinstance(value, list) else [value])
    return data


def keep(request: HttpRequest, row: Any, name: str, *, at: datetime, data: QueryDict | None = None) -> bool:
    """Keep what was typed, and say whether the page said in which sitting. What changes nothing needs no keeping."""
    data = request.POST if data is None else data
    sitting, revision = request.POST.get("sitting", ""), request.POST.get("revision", "")
    if not sitting:
        return False
    words: dict[str, Any] = {}
    for box, values in data.lists():
        if box not in NO_WORDS and not box.startswith("piece-"):
            words[box] = values[0].replace("\r\n", "\n") if len(values) == 1 else values
    number = int(revision) if revision.isdecimal() else 0
    base = _base(row, name, number)
    text = _read(name, data, base)
    if text is not None and text in (in_words(name, base), in_words(name, fields.stands(row, name).value)):
        field_keeping.let_go(report=row, section=name, sitting=sitting, by=request.user)
    else:
        field_keeping.keep(
            report=row, section=name, sitting=sitting, typed=words, revision=number, by=request.user, at=at
        )
    return True


def _base(row: Any, name: str, revision: int) -> Any:
    found = fields.at_revision(row, name, revision)
    return found.value if found else None


def _read(name: str, data: QueryDict, base: Any) -> str | None:
    """What was typed as words to read; None where the form cannot make a value of it yet."""
    if name == PART_2:
        form = ExemptForm(data)
        return in_words_of_part_2(form.cleaned_data) if form.is_valid() else None
    made = forms.bound(name, data, base)
    return in_words(name, forms.value(name, made)) if made.is_valid() else None


def in_words(name: str, value: Any) -> str:
    """What a field, or Part 2, says as words to read; empty where it says nothing."""
    if name == PART_2:
        return in_words_of_part_2(value or {})
    return "" if value in (None, "", []) else forms.in_words(name, value)


def in_words_of_part_2(value: Mapping[str, Any]) -> str:
    """What Part 2 says, as paragraphs."""
    numbers = ", ".join(str(one) for one in value.get("paragraphs") or ())
    return "\n\n".join(
        str(one) for one in (numbers, value.get("public_interest"), value.get("review_on"), value.get("text")) if one
    ).replace("\r\n", "\n")


def _as_typed(words: Mapping[str, Any]) -> str:
    said = {name: value if isinstance(value, str) else ", ".join(value) for name, value in words.items()}
    return "\n\n".join(text for name, text in said.items() if text.strip() and _COUNTS not in name)
