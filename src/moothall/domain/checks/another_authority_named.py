"""A document of another council than the one it was given for."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.domain.remarks import Remark

CHECK = "another_authority_named"


def check(*, found_gss: str | None, found_name: str, expected_gss: str, expected_name: str) -> Iterator[Remark]:
    """Point out that the document names another council than the workspace's, by their codes."""
    if found_gss is None or found_gss == expected_gss:
        return
    yield Remark(
        CHECK,
        f"The document names {found_name}; this is {expected_name}'s workspace. Nothing was filled in from it.",
        None,
        f"Give {expected_name}'s own document, or open the workspace of {found_name}.",
    )
