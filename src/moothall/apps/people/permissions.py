"""The one door every deed passes: may this person do it here?"""

from typing import Any

from moothall.apps.people import queries
from moothall.domain.roles import Deed, check_may


def permit(by: Any, deed: Deed, workspace_id: int | None = None) -> None:
    """Raise a Refusal unless the person holds a role that may do the deed. ``by`` None is Moothall itself."""
    if by is not None:
        check_may(deed, queries.roles(by, workspace_id=workspace_id))
