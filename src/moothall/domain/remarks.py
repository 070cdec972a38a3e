"""What a check points out. A remark never changes anything and never blocks by itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Remark:
    """``check`` is a stable id, ``message`` a sentence, ``rule`` its source or None, ``next`` what to do."""

    check: str
    message: str
    rule: str | None
    next: str
