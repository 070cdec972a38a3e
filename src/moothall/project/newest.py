"""What stands for the record as it is: asked by public pages that are kept until anything is added to it."""

from collections.abc import Hashable

from django.db import connection
from django.utils import timezone

from moothall.apps.audit import queries as audit


def newest_lines() -> Hashable:
    """The numbers of the newest lines and today's date: pages say what is overdue today.

    Some lines and not one: a line whose number was taken earlier may be seen later than one that was taken after it.
    The connection that failed is let go, and the fault goes on to whoever asked.
    """
    try:
        return timezone.localdate(), audit.newest(64)
    except Exception:
        connection.close()
        raise
