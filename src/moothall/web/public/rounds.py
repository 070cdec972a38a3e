"""The rounds anyone may see: those held here, and those shipped with Moothall that are not held."""

from datetime import date

from moothall.apps.publications import queries as publications
from moothall.domain.amendments import in_force, stood_on
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


def round_on(slug: str, day: date) -> Round | None:
    """The round with this slug as it stood on a day, or None: what was published then is read by what was asked."""
    written = round_as_written(slug)
    return stood_on(written, day) if written else None


def round_as_written(slug: str) -> Round | None:
    """The round with this slug as its file says it, or None."""
    return publications.round_as_written(slug) or shipped.by_slug(slug)
