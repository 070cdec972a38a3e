"""What a plan says as plain JSON: its statements in the order of its text, and how it stands to each question."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from moothall.domain.fingerprints import plain
from moothall.domain.plan_proposals import standings
from moothall.domain.rounds import Round
from moothall.domain.statements import Content, Statement

_NUMBERS = ("value", "upper", "before")


def content_json(content: Content, of_round: Round | None) -> dict[str, Any]:
    """The content with the keys ``round``, ``dated_on``, ``questions`` and ``statements``. Days are ISO 8601."""
    return {
        "round": of_round.slug if of_round else None,
        "dated_on": content.dated_on.isoformat() if content.dated_on else None,
        "questions": [
            {
                "question": one.question,
                "how": one.how,
                "page": one.rests_on.where.page if one.rests_on else None,
                "start": one.rests_on.where.start if one.rests_on else None,
                "end": one.rests_on.where.end if one.rests_on else None,
            }
            for one in (standings(content, of_round) if of_round else ())
        ],
        "statements": [_statement(one) for one in content.statements],
    }


def _statement(one: Statement) -> dict[str, Any]:
    value = plain(one.value)
    for name in _NUMBERS:
        if isinstance(getattr(one.value, name, None), Decimal):
            value[name] = _number(getattr(one.value, name))
    return {
        "kind": one.kind.value,
        "value": value,
        "page": one.where.page,
        "start": one.where.start,
        "end": one.where.end,
        "quote": one.quote,
        "found_by": one.found_by,
        "voice": plain(one.voice),
        "theme": one.theme,
        "question": one.question,
        "remarks": list(one.remarks),
    }


def _number(value: Decimal) -> int | float:
    return int(value) if value == value.to_integral_value() else float(value)
