"""What the worker does as time passes: mail that waits is tried again, and once a day requests are looked through.

The clock is read by the worker and handed in. Everything here may be done twice: what was kept is not kept again.
"""

from __future__ import annotations

from datetime import date, datetime

FROM_HOUR = 7
"""The hour from which a day's reminders and digest are made, so that nobody's mail comes at night."""


def pass_time(now: datetime, *, done_for: str = "") -> str:
    """Send what waits, and after seven in the morning do what the day asks for, once.

    ``now`` is local time. ``done_for`` is what this returned before: the day that was done. A worker that starts later
    in the day does it again, which changes nothing.
    """
    from moothall.apps.audit_files import keeping
    from moothall.apps.implications import daily
    from moothall.apps.mail import sending
    from moothall.apps.returns import following, looking

    day = now.date()
    if now.hour >= FROM_HOUR and done_for != day.isoformat():
        daily.day_passes(day, at=now)
        _months_mail(day, now)
        sending.gather(day, at=now)
        looking.look_at_all(at=now)
        keeping.clear(at=now)
        done_for = day.isoformat()
    sending.send_waiting(at=now)
    following.settle_all(at=now)
    return done_for


def _months_mail(day: date, now: datetime) -> None:
    """Keep the month's mail about every plan that is published and followed; what was kept before is not kept again."""
    from moothall.apps.closings import queries as closings
    from moothall.apps.progress import daily as progress
    from moothall.apps.publications import queries as publications
    from moothall.apps.workspaces import queries as workspaces

    for listed in publications.listed():
        workspace = workspaces.workspace(listed.slug, listed.round_slug)
        shown = publications.published(listed.slug, listed.round_slug)
        if workspace is None or shown is None or shown.withdrawn_at is not None or closings.closed(workspace.pk):
            continue
        first = publications.versions(listed.slug, listed.round_slug)[-1]
        progress.month_begins(workspace, shown.plan, since=first.published_at.date(), day=day, at=now)
