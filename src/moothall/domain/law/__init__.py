"""Every rule of the law that Moothall knows, part by part in the law's own order: what each gives, and where it is."""

from __future__ import annotations

from moothall.domain.law import change, duties, executive, meetings, officers, scrutiny, time_and_returns
from moothall.domain.law.row import Part

PARTS: tuple[Part, ...] = (
    meetings.PART,
    time_and_returns.PART,
    executive.PART,
    scrutiny.PART,
    officers.DECISIONS,
    officers.STATUTORY,
    duties.PART,
    change.PART,
)
