"""The rounds of this installation, as domain values."""

from moothall.apps.rounds.models import RoundKept
from moothall.documents.exchange import round_json
from moothall.domain.rounds import Round


def rounds() -> tuple[Round, ...]:
    """Every round held here, the one with the latest deadline first."""
    values = (round_json.load(row.document) for row in RoundKept.objects.all())
    return tuple(sorted(values, key=lambda one: one.deadline_on, reverse=True))


def round_called(slug: str) -> Round | None:
    """The round with this slug, or None."""
    row = RoundKept.objects.filter(slug=slug).first()
    return round_json.load(row.document) if row else None
