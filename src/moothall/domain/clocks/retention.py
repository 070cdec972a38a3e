"""How long what was decided, and what it rested on, stays open to inspection."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from moothall.domain import in_force
from moothall.domain.days import in_words
from moothall.domain.deadlines import Deadline, OtherAnswer
from moothall.domain.provisions import ACT_1972, EXECUTIVE_REGULATIONS, OPENNESS_REGULATIONS, Provision, Read
from moothall.domain.refusals import Refusal
from moothall.domain.years import Years, anniversary

NAME = "retention"
RULE = "G-D4, G-D5, G-D8, G-B1"
VERSION = "2014-08-06"
NO_CALENDAR = "No table of bank holidays is needed: whole years are counted"


class Record(StrEnum):
    """What is kept. A list of background papers stays with its report and outlives the papers."""

    MEETING = "meeting"
    BACKGROUND_LIST = "background_list"
    BACKGROUND_PAPERS = "background_papers"
    EXECUTIVE_DECISION = "executive_decision"
    EXECUTIVE_BACKGROUND_PAPERS = "executive_background_papers"
    OFFICER_DECISION = "officer_decision"
    OFFICER_BACKGROUND_PAPERS = "officer_background_papers"


SIX, FOUR = Years(6), Years(4)
YEARS = {
    Record.MEETING: SIX,
    Record.BACKGROUND_LIST: SIX,
    Record.BACKGROUND_PAPERS: FOUR,
    Record.EXECUTIVE_DECISION: SIX,
    Record.EXECUTIVE_BACKGROUND_PAPERS: FOUR,
    Record.OFFICER_DECISION: SIX,
    Record.OFFICER_BACKGROUND_PAPERS: FOUR,
}
_EXECUTIVE = Provision(
    EXECUTIVE_REGULATIONS, "regulation 21", Read.RECALLED, note="Its paragraphs on how long were not read."
)
_OFFICER = Provision(
    OPENNESS_REGULATIONS,
    "regulation 8",
    Read.ACCOUNT,
    note="That the years begin with the date of the decision is recalled and not read.",
)
_LIST_SINCE_2000 = "Until 30 September 2000 the list was kept as long as the papers, four years."
PROVISIONS: dict[Record, Provision] = {
    Record.MEETING: Provision(ACT_1972, "section 100C(1)"),
    Record.BACKGROUND_LIST: Provision(ACT_1972, "sections 100C(1) and 100D(1)", note=_LIST_SINCE_2000),
    Record.BACKGROUND_PAPERS: Provision(ACT_1972, "section 100D(2)"),
    Record.EXECUTIVE_DECISION: _EXECUTIVE,
    Record.EXECUTIVE_BACKGROUND_PAPERS: _EXECUTIVE,
    Record.OFFICER_DECISION: _OFFICER,
    Record.OFFICER_BACKGROUND_PAPERS: _OFFICER,
}
RULES = {
    Record.MEETING: "G-D5",
    Record.BACKGROUND_LIST: "G-B1",
    Record.BACKGROUND_PAPERS: "G-B1",
    Record.EXECUTIVE_DECISION: "G-D8",
    Record.EXECUTIVE_BACKGROUND_PAPERS: "G-D8",
    Record.OFFICER_DECISION: "G-D4",
    Record.OFFICER_BACKGROUND_PAPERS: "G-D4",
}
IN_FORCE = {
    Record.MEETING: date(1986, 4, 1),
    Record.BACKGROUND_LIST: date(2000, 10, 1),
    Record.BACKGROUND_PAPERS: date(1986, 4, 1),
    Record.EXECUTIVE_DECISION: date(2012, 9, 10),
    Record.EXECUTIVE_BACKGROUND_PAPERS: date(2012, 9, 10),
    Record.OFFICER_DECISION: date(2014, 8, 6),
    Record.OFFICER_BACKGROUND_PAPERS: date(2014, 8, 6),
}


def deadline(begins_on: date, *, record: Record = Record.MEETING, keep: Years | None = None) -> Deadline:
    """The last day on which a record must still be open to inspection.

    Six years for minutes, agenda, reports, lists of background papers and decision records, four for the papers behind
    them, "beginning with" the day of the meeting or the decision: the last day is the day before the anniversary. Years
    that begin with 29 February end with 28 February. The days shown are those on which each year ends, not each day of
    the years. ``keep`` is for how long the council keeps it by its own rule, which may be longer and never shorter.
    Raises a Refusal for a shorter time, for a day before the rule was in force, and beyond the year 9999.
    """
    in_force.check(begins_on, IN_FORCE[record], provision=PROVISIONS[record], rule=RULES[record])
    least = YEARS[record]
    if keep is not None and keep.number < least.number:
        raise Refusal(
            f"{keep} are fewer than the {least} that the law asks for.",
            next_step=f"Give {least.number} or more.",
            rule=RULES[record],
        )
    years = keep or least
    count = years.beginning_with(begins_on)
    return Deadline(
        clock=NAME,
        rule=RULES[record],
        version=VERSION,
        what="Keep it open to inspection to the end of this day",
        provision=PROVISIONS[record],
        calendar=NO_CALENDAR,
        counted=count.days,
        on=count.on,
        other_convention=OtherAnswer("if the first day is left out of the years", anniversary(begins_on, years)),
        notes=_notes(record, _longer(begins_on, years, least)),
    )


def _longer(begins_on: date, years: Years, least: Years) -> str:
    if years.number == least.number:
        return ""
    ends = least.beginning_with(begins_on).on
    return f"The council keeps it {years} by its own rule. The law asks for {least}: to the end of {in_words(ends)}."


def _notes(record: Record, longer: str) -> tuple[str, ...]:
    notes = [
        f"{longer or 'This is the least the law asks for.'} Audit, a request for information or a dispute may ask for"
        " longer."
    ]
    if YEARS[record] is FOUR:
        notes.append(
            "The list of background papers stays two years longer than the papers: do not delete it with them."
        )
    return tuple(notes)
