"""The one door every deed passes: may this person do it here?"""

from collections.abc import Callable
from typing import Any

from moothall.apps.people import queries
from moothall.domain.roles import Deed, check_may

Guard = Callable[[Deed, int], None]
_GUARDS: list[Guard] = []


def also_ask(guard: Guard) -> None:
    """Have every deed in a workspace ask this too, once the apps are ready.

    The guard raises a Refusal where the deed may not be done there by anybody now, such as in a round that is closed.
    """
    if guard not in _GUARDS:
        _GUARDS.append(guard)


def permit(by: Any, deed: Deed, workspace_id: int | None = None) -> None:
    """Raise a Refusal unless the person holds a role that may do the deed, and it may be done there now by anybody.

    ``by`` None is Moothall itself, which needs no role.
    """
    if by is not None:
        check_may(deed, queries.roles(by, workspace_id=workspace_id))
    if workspace_id is not None:
        for guard in _GUARDS:
            guard(deed, workspace_id)
