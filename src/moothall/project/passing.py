"""What the worker does as time passes: mail that waits is tried again, and once a day requests are looked through.

The clock is read by the worker and handed in. Everything here may be done twice: what was kept is not kept again.
"""

from __future__ import annotations

from datetime import datetime

FROM_HOUR = 7
"""The hour from which a day's reminders and digest are made, so that nobody's mail comes at night."""


def pass_time(now: datetime, *, done_for: str = "") -> str:
    """Send what waits, and after seven in the morning do what the day asks for, once.

    ``now`` is local time. ``done_for`` is what this returned before: the day that was done. A worker that starts later
    in the day does it again, which changes nothing.
    """
    from moothall.apps.implications import daily
    from moothall.apps.mail import sending

    day = now.date()
    if now.hour >= FROM_HOUR and done_for != day.isoformat():
        daily.day_passes(day, at=now)
        sending.gather(day, at=now)
        done_for = day.isoformat()
    sending.send_waiting(at=now)
    return done_for
