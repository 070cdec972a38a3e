"""A department's name written wrongly, or one it did not bear that day."""

from __future__ import annotations

from collections.abc import Iterator

from moothall.domain.remarks import Remark

CHECK = "department_name"


def check(
    *, written: str, right_name: str | None, is_misspelt: bool, name_that_day: str | None = None
) -> Iterator[Remark]:
    """Point out a slip in the department's name, or that it had another name by then.

    ``right_name`` is the name meant, None where the words name no department we know; ``name_that_day`` the name
    borne when the document was published, where that is known.
    """
    if right_name is None:
        yield Remark(
            CHECK,
            f"“{written}” is not a name the department has borne.",
            None,
            "Check the department's name against its letter.",
        )
    elif is_misspelt:
        yield Remark(CHECK, f"“{written}” is a slip for {right_name}.", None, f"Write {right_name}.")
    elif name_that_day is not None and name_that_day != right_name:
        yield Remark(
            CHECK,
            f"The department named as {written} was already called {name_that_day} when this was published.",
            None,
            "Name the department as it is called when the report is published, or say what it was called before.",
        )
