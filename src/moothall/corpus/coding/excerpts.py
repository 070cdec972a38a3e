"""What is asked about, and what is answered: a passage among its neighbours, and a suggestion for it."""

from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A passage's words, the heading it stands under and its neighbours' words, empty where not known."""

    text: str
    heading: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Codes that a person may confirm. They are never kept as if somebody had.

    ``confidence`` is the probability (0 to 1) that coders give this theme or could defend it. ``is_unsure`` says that
    it should not be relied on. ``shares`` holds a probability for every theme; they add up to 1. ``suggested_by``
    names the suggester, the frame and what was learnt.
    """

    theme: str
    confidence: float
    is_unsure: bool
    practice: str | None
    barrier: str | None
    suggested_by: str
    shares: dict[str, float] = field(default_factory=dict)
