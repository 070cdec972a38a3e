"""The rounds anyone may see: those held here, and those shipped with Moothall that are not held."""

from moothall.apps.publications import queries as publications
from moothall.domain.rounds import Round
from moothall.reference import rounds as shipped


def known_rounds() -> tuple[Round, ...]:
    """Every round, the one with the latest deadline first."""
    held = publications.all_rounds()
    slugs = {one.slug for one in held}
    rest = (one for one in shipped.shipped() if one.slug not in slugs)
    return tuple(sorted((*held, *rest), key=lambda one: one.deadline_on, reverse=True))


def known_round(slug: str) -> Round | None:
    """The round with this slug, or None."""
    return publications.round_called(slug) or shipped.by_slug(slug)
