"""How a round is written in a file: questions nested in one another, and what the first format left to be guessed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from moothall.domain.fingerprints import plain
from moothall.domain.plain import build
from moothall.domain.rounds import Question, RequirementKind, Round

FIRST = "moothall.round/1"
FORMAT = "moothall.round/2"
_KINDS = {one.value for one in RequirementKind}


def from_file(data: Mapping[str, Any]) -> Round:
    """The round in this file's data, which is taken to fit the published schema.

    The first format named no kinds: there a requirement is of the kind its id names, as `four_themes` and `endorsement`
    did, and the theme with the key ``barriers`` is the one of barriers. Raises ValueError with the path of what does
    not fit.
    """
    found = {key: value for key, value in data.items() if key != "format"}
    if data.get("format", FIRST) == FIRST:
        found = _with_kinds(found)
    found["themes"] = [
        {**one, "questions": list(_flat(one.get("questions", ()), ""))} for one in found.get("themes", ())
    ]
    return build(Round, {key: value for key, value in found.items() if not (key == "letter" and value is None)})


def to_file(round_: Round) -> dict[str, Any]:
    """The round as a file's data, in the newest format: ``from_file`` gives the same round back."""
    data: dict[str, Any] = plain(round_)
    for theme, written in zip(round_.themes, data["themes"], strict=True):
        written["questions"] = _nested(theme.questions, "")
    return {"format": FORMAT, **data}


def _with_kinds(data: dict[str, Any]) -> dict[str, Any]:
    required = [
        one if "kind" in one else {**one, "kind": _kind_of(str(one.get("id", "")))}
        for one in data.get("requirements", ())
    ]
    themes = [
        one if "asks_for_barriers" in one else {**one, "asks_for_barriers": one.get("key") == "barriers"}
        for one in data.get("themes", ())
    ]
    return {**data, "requirements": required, "themes": themes}


def _kind_of(id_: str) -> str:
    return next((kind for kind in sorted(_KINDS) if id_ == kind or id_.endswith(f"_{kind}")), RequirementKind.OTHER)


def _flat(questions: Any, under: str) -> Iterator[dict[str, Any]]:
    for one in questions:
        said = {key: value for key, value in one.items() if key != "questions"}
        yield {**said, "under": under}
        yield from _flat(one.get("questions", ()), one["id"])


def _nested(questions: tuple[Question, ...], under: str) -> list[dict[str, Any]]:
    found = []
    known = {one.id for one in questions}
    for one in questions:
        # A part whose whole is not here stands at the top: nothing is lost in a file.
        if (one.under if one.under in known else "") != under:
            continue
        written = {key: value for key, value in plain(one).items() if key != "under"}
        parts = _nested(questions, one.id)
        found.append({**written, **({"questions": parts} if parts else {})})
    return found
