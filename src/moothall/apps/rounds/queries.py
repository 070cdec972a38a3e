"""The rounds of this installation, as domain values: as they stand with every amendment, and as their files say."""

from moothall.apps.rounds.models import EarlierEdition, RoundKept
from moothall.documents.exchange import round_json
from moothall.domain.amendments import in_force
from moothall.domain.rounds import Round


def rounds() -> tuple[Round, ...]:
    """Every round held here as it stands, the one with the latest deadline first."""
    values = (in_force(round_json.kept(row.document)) for row in RoundKept.objects.all())
    return tuple(sorted(values, key=lambda one: one.deadline_on, reverse=True))


def round_called(slug: str) -> Round | None:
    """The round with this slug as it stands with its amendments carried out, or None."""
    written = round_as_written(slug)
    return in_force(written) if written else None


def round_as_written(slug: str) -> Round | None:
    """The round with this slug as its file says it: the letter, and beside it the amendments. None where none is."""
    row = RoundKept.objects.filter(slug=slug).first()
    return round_json.kept(row.document) if row else None


def earlier_editions(slug: str) -> list[EarlierEdition]:
    """The editions of the file before this one, the latest first, each with who replaced it, when and why."""
    return list(EarlierEdition.objects.filter(round__slug=slug).select_related("round"))


def edition(slug: str, number: int) -> Round | None:
    """The round as one of its earlier editions wrote it, or None."""
    row = EarlierEdition.objects.filter(round__slug=slug, number=number).first()
    return round_json.kept(row.document) if row else None
