"""The rounds anyone may see: those held here, and those shipped with Moothall that are not held."""

from moothall.apps.publications import queries as publications
from moothall.domain.amendments import in_force
from moothall.domain.rounds import Round
from moothall.reference import rounds as shipped


def known_rounds() -> tuple[Round, ...]:
    """Every round as it stands with its amendments, the one with the latest deadline first."""
    held = publications.all_rounds()
    slugs = {one.slug for one in held}
    rest = (in_force(one) for one in shipped.shipped() if one.slug not in slugs)
    return tuple(sorted((*held, *rest), key=lambda one: one.deadline_on, reverse=True))


def known_round(slug: str) -> Round | None:
    """The round with this slug as it stands with its amendments, or None."""
    written = round_as_written(slug)
    return in_force(written) if written else None


def round_as_written(slug: str) -> Round | None:
    """The round with this slug as its file says it, or None."""
    return publications.round_as_written(slug) or shipped.by_slug(slug)
