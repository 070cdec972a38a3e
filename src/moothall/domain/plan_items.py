"""What is refused of a thing that hangs on the plan: a key that nothing has, a day that cannot be right."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from datetime import date
from typing import Any

from moothall.domain.days import in_words
from moothall.domain.plans import Standing
from moothall.domain.refusals import Refusal

_KEY = re.compile(r"[CMBDOPWFS]\d+")
_NAMING = ("supports", "items", "about", "objective")
"""Fields that name other things of the plan, by their keys or by ids of the round."""


def check_item(fields: Mapping[str, Any], *, keys: Collection[str], as_of: date) -> None:
    """Raise a Refusal where the fields name a key that is not in the plan, or a day that cannot be right.

    ``keys`` are those of everything that hangs on the plan. Ids of questions and themes are the round's, not the
    plan's, and pass.
    """
    for name in _NAMING:
        said = fields.get(name) or ()
        for key in (said,) if isinstance(said, str) else said:
            if _KEY.fullmatch(key) and key not in keys:
                raise Refusal(
                    f"{key} is not in the plan any more.", next_step="Look at the choices again: somebody took it out."
                )
    on = fields.get("standing_on")
    if on is not None and on > as_of:
        is_adopted = fields.get("standing") == Standing.ADOPTED
        raise Refusal(
            f"{in_words(on)} is still to come, so it cannot have been {'adopted' if is_adopted else 'drafted'} then.",
            next_step="Say that it is a draft, and leave the day empty until it is adopted."
            if is_adopted
            else "Leave the day empty, or give the day of the draft.",
        )
