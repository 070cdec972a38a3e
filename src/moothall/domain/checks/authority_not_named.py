"""A document that does not say plainly whose it is."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.domain.remarks import Remark

CHECK = "authority_not_named"
_SEEN_BY = {
    "host": "the address of the page",
    "email_domain": "an e-mail address in it",
    "partnership_name": "the name of a partnership in it",
}


def check(*, name: str | None, basis: str | None) -> Iterator[Remark]:
    """Ask for the council's name where none is given, or for a person's word where it is only inferred.

    ``basis`` is how the name was found; being named, in the text or in an appendix's title, needs no remark.
    """
    if name is None:
        yield Remark(CHECK, "The document does not name its council.", None, "Say which council it belongs to.")
    elif basis in _SEEN_BY:
        yield Remark(
            CHECK,
            f"The document does not name its council; {_SEEN_BY[basis]} points to {name}.",
            None,
            f"Confirm that it is {name}'s, or say whose it is.",
        )
