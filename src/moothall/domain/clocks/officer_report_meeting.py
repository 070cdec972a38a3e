"""A report of the monitoring officer or the chief finance officer: the meeting it must have, and what stands still."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from moothall.domain.days import ONE_DAY, Count, Counting, Holidays, Length, Unit, in_words
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import ACT_1989, FINANCE_ACT_1988, Provision, Read
from moothall.domain.refusals import Refusal

NAME = "officer-report-meeting"
RULE = "G-O2, G-O3"
VERSION = "1990-01-16"
WITHIN = Length(21, Unit.CALENDAR)


class Report(StrEnum):
    """Whose report it is and on what. The executive's own matters go to the executive under sections of their own."""

    MONITORING_OFFICER = "monitoring_officer"
    MONITORING_OFFICER_ON_EXECUTIVE = "monitoring_officer_on_executive"
    FINANCE_OFFICER = "finance_officer"
    FINANCE_OFFICER_ON_EXECUTIVE = "finance_officer_on_executive"
    SPENDING_ABOVE_RESOURCES = "spending_above_resources"

    @property
    def by_monitoring_officer(self) -> bool:
        """Whether it is a report of the monitoring officer, under the 1989 Act."""
        return self in (Report.MONITORING_OFFICER, Report.MONITORING_OFFICER_ON_EXECUTIVE)


SECTION_115 = Provision(
    FINANCE_ACT_1988,
    "sections 114 and 115",
    Read.ACCOUNT,
    note="Section 115 was read in official notes; that its 21 days begin with the day copies are sent, and the end of"
    " the ban, are taken from its twin for executives and from memory.",
)
PROVISIONS: dict[Report, Provision] = {
    Report.MONITORING_OFFICER: Provision(ACT_1989, "section 5(5), (6) and (8)"),
    Report.MONITORING_OFFICER_ON_EXECUTIVE: Provision(
        ACT_1989, "section 5A", note="Added when councils were first given executives; the day was not looked up."
    ),
    Report.FINANCE_OFFICER: SECTION_115,
    Report.FINANCE_OFFICER_ON_EXECUTIVE: Provision(
        FINANCE_ACT_1988,
        "sections 114A and 115B",
        Read.ACCOUNT,
        note="The 21 days in section 115B(3) were read; the end of the ban was not, nor the day it was added.",
    ),
    Report.SPENDING_ABOVE_RESOURCES: SECTION_115,
}
WHO_MEETS = {
    Report.MONITORING_OFFICER_ON_EXECUTIVE: "the executive",
    Report.FINANCE_OFFICER_ON_EXECUTIVE: "the executive",
}


def deadline(
    sent_on: date, *, report: Report = Report.MONITORING_OFFICER, considered_on: date | None = None, holidays: Holidays
) -> Deadline:
    """The last day for the meeting that considers an officer's report or, once it was held, the last day of standstill.

    The meeting is held within 21 days of copies being sent: at most 21 days after, for the monitoring officer's report;
    by the end of 21 days of which that day is the first, for the chief finance officer's. With ``considered_on``, when
    consideration ended, the answer is the first business day after it, to the end of which nothing is done:
    ``effective_on`` is the day after. A business day is no Saturday, Sunday, Christmas Day, Good Friday or bank
    holiday; a council's own closures are not left out. Raises a Refusal for dates in the wrong order and
    beyond the table.
    """
    if considered_on is not None and considered_on < sent_on:
        raise Refusal(
            f"The report was considered ({in_words(considered_on)}) before copies were sent ({in_words(sent_on)}).",
            next_step="Check both dates.",
            rule=_rule(report),
        )
    last = _last_meeting(sent_on, report, holidays)
    count = last if considered_on is None else _standstill(considered_on, holidays)
    return Deadline(
        clock=NAME,
        rule=_rule(report),
        version=VERSION,
        what=f"Hold the meeting of {WHO_MEETS.get(report, 'the council')} that considers the report"
        if considered_on is None
        else "What the report is about stands still to the end of this day",
        provision=PROVISIONS[report],
        calendar=str(holidays),
        counted=count.days,
        on=count.on,
        effective_on=None if considered_on is None else count.on + ONE_DAY,
        other_convention=None if considered_on is None else _other(considered_on, report, count.on),
        notes=_notes(report, considered_on, last.on),
    )


def _rule(report: Report) -> str:
    return "G-O2" if report.by_monitoring_officer else "G-O3"


def _last_meeting(sent_on: date, report: Report, holidays: Holidays) -> Count:
    return Counting(holidays, WITHIN.unit).days_after(
        sent_on,
        WITHIN.number,
        first_day_counts=not report.by_monitoring_officer,
        base_is="The day copies were sent",
    )


def _standstill(considered_on: date, holidays: Holidays) -> Count:
    return Counting(holidays).days_after(considered_on, 1, base_is="The day consideration ended")


def _other(considered_on: date, report: Report, on: date) -> OtherAnswer | None:
    """For the finance officer's report official notes speak of the day after the meeting, whatever day that is."""
    next_day = considered_on + ONE_DAY
    if report.by_monitoring_officer or next_day == on:
        return None
    return OtherAnswer("if the ban ends with the day after the meeting", next_day, next_day + ONE_DAY)


def _notes(report: Report, considered_on: date | None, last: date) -> tuple[str, ...]:
    notes = []
    if considered_on is not None and considered_on > last:
        notes.append(f"The report was considered too late: the last day for the meeting was {in_words(last)}.")
    if considered_on is None:
        notes.append("Until it is considered, and to the end of the first business day after that, nothing is done.")
    if report is Report.SPENDING_ABOVE_RESOURCES:
        notes.append(
            "New agreements that spend are barred meanwhile, unless the chief finance officer authorises one in writing"
            " with reasons."
        )
    return tuple(notes)
