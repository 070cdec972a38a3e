"""Councils by the names people type, on a given day."""

from collections.abc import Iterator
from datetime import date

from moothall.domain.authorities import Authority
from moothall.domain.days import in_words
from moothall.reference import authorities


def on(day: date) -> tuple[Authority, ...]:
    """The principal authorities of that day by name; of the first day known for any day before it."""
    return authorities.principal(max(day, authorities.COMPLETE_FROM))


def remark_on(name: str, day: date) -> str:
    """What to point out about a council's name on a day, in a sentence; empty where there is nothing to say."""
    wanted = _plain(name)
    if not wanted or day < authorities.COMPLETE_FROM:
        return ""
    known = [one for one in authorities.all_authorities() if wanted in {_plain(said) for said in _names(one)}]
    if not known:
        return f"{name} is not in the register of principal authorities, so nothing is known of its rules here."
    if any(one.exists_on(day) for one in known):
        return ""
    gone = known[-1]
    if gone.ends_on and gone.ends_on <= day:
        heirs = " and ".join(one.official_name for one in authorities.successors(gone))
        return f"{gone.official_name} ended on {in_words(gone.ends_on)}." + (
            f" In its place stands {heirs}." if heirs else ""
        )
    begins = in_words(gone.starts_on) if gone.starts_on else "a later day"
    return f"{gone.official_name} begins on {begins}, after the day you count from."


def _names(one: Authority) -> Iterator[str]:
    yield from (one.name, one.official_name, one.gss, f"{one.name} Council")


def _plain(text: str) -> str:
    return " ".join(text.casefold().replace("&", "and").replace("’", "'").split())
