"""Where every report is, as democratic services lists them: by meeting, then by name. Never by who is slow."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from moothall.documents.writing import csv
from moothall.documents.writing.document import Document, Table, cell
from moothall.domain.days import in_short
from moothall.domain.missing_things import due_within, in_a_line
from moothall.web.council.report_where import ReportWhere
from moothall.web.council.report_where_rows import answer
from moothall.web.council.where import short_name

SOON = 7
NO_MEETING = "none"
NOBODY = "Nobody"
COLUMNS = (
    "Council", "Round", "Report", "Body", "Meeting", "Where it is", "Who has it", "Since", "Next date", "Due on",
    "Working days left", "How many things are missing", "What is missing",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class ReportRow:
    """One report of the list. ``holders`` are the names of those who have it now, in order of name."""

    found: ReportWhere
    stage: str
    answer: str
    holders: tuple[str, ...]
    since: date | None
    next_what: str
    next_on: date | None
    left: str
    missing: str

    @property
    def meeting(self) -> str:
        """The meeting it goes to, as the filter has it."""
        life = self.found.life
        return f"{life.meets_on.isoformat()} {life.body}".strip() if life.meets_on else NO_MEETING


@dataclass(frozen=True, slots=True)
class Asked:
    """What the list is narrowed to. Empty is everything; ``meeting`` and ``holder`` are one of `choices`."""

    meeting: str = ""
    holder: str = ""
    has_missing: bool = False
    is_soon: bool = False


def asked_in(query: Mapping[str, str]) -> Asked:
    """What the address asks for. What is not known is left as it is and finds nothing."""
    return Asked(
        query.get("meeting", ""), query.get("holder", ""), query.get("missing") == "yes", query.get("due") == "7"
    )


def rows(found: Iterable[ReportWhere]) -> list[ReportRow]:
    """Every report as a row, by the day of its meeting (those without one last), then by name."""
    return sorted((_row(one) for one in found), key=_order)


def _order(one: ReportRow) -> tuple[date, str, str]:
    return one.found.life.meets_on or date.max, one.found.title.casefold(), one.found.round_.slug


def _row(found: ReportWhere) -> ReportRow:
    first, stage, clock = found.where.holdings[0], found.where.stage, found.cut_off
    names = {name for one in found.where.holdings for name in one.who or ((NOBODY,) if not one.says else ())}
    return ReportRow(
        found=found,
        stage=stage.label if stage else "Done",
        answer=answer(found),
        holders=tuple(sorted(names)),
        since=first.since,
        next_what=short_name(clock.standing.step) if clock else "Deadline" if stage else "",
        next_on=clock.standing.step.on if clock else found.due.on if stage else None,
        left=(clock.left if clock else found.deadline).words if stage else "",
        missing=in_a_line(found.missing),
    )


def narrowed(those: Iterable[ReportRow], asked: Asked) -> list[ReportRow]:
    """The rows that were asked for, in their order."""
    return [
        one
        for one in those
        if (not asked.meeting or one.meeting == asked.meeting)
        and (not asked.holder or asked.holder in one.holders)
        and (not asked.has_missing or one.found.missing)
        and (not asked.is_soon or _is_soon(one))
    ]


def _is_soon(one: ReportRow) -> bool:
    """Whether the next date, or an answer somebody owes, falls within seven days or is past while it is not done."""
    if one.next_on is None:
        return False
    owed = [thing.due_on for thing in one.found.missing if thing.due_on]
    return due_within([one.next_on, *owed], as_of=one.found.as_of, number=SOON)


def meetings(those: Iterable[ReportRow]) -> list[tuple[str, str]]:
    """The meetings to choose among, as (value, words), by day."""
    found = {one.meeting: _meeting(one) for one in those}
    return sorted(found.items(), key=lambda pair: (pair[0] == NO_MEETING, pair[0]))


def _meeting(one: ReportRow) -> str:
    life = one.found.life
    if life.meets_on is None:
        return "No meeting named"
    return f"{in_short(life.meets_on, year=True)}, {life.body or 'meeting'}"


def holders(those: Iterable[ReportRow]) -> list[str]:
    """The names to choose among, in order of name; nobody last."""
    return sorted({name for one in those for name in one.holders}, key=lambda name: (name == NOBODY, name))


def as_csv(those: Sequence[ReportRow]) -> bytes:
    """The rows as CSV that opens safely in a spreadsheet, in the same order and words."""
    lines = tuple(tuple(cell(text) for text in _cells(one)) for one in those)
    return csv.write(Document(title="Where is every report?", blocks=(Table(lines, header=COLUMNS),)))


def _cells(one: ReportRow) -> tuple[str, ...]:
    found, clock = one.found, one.found.cut_off
    left = (clock.left if clock else found.deadline).working if one.next_on else None
    return (
        found.workspace.official_name, found.round_.title, found.title, found.life.body,
        found.life.meets_on.isoformat() if found.life.meets_on else "", one.answer, ", ".join(one.holders),
        one.since.isoformat() if one.since else "", one.next_what,
        one.next_on.isoformat() if one.next_on else "",
        "" if left is None else str(left), str(len(found.missing)), one.missing,
    )  # fmt: skip
