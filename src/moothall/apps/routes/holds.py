"""Whether a call-in holds a decision back. It is part of the deeds of a call-in, which write the line."""

from datetime import datetime

from moothall.apps.routes.models import Decision


def set_hold(decision: Decision, *, since: datetime | None) -> None:
    """Hold the decision back since a moment, or (None) let it go on. Nothing is written where it stands so already."""
    if decision.held_since != since:
        decision.held_since = since
        decision.save(update_fields=["held_since"])
