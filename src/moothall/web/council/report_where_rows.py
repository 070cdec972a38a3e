"""Where a report is, as its page shows it: states in shape and word, what is missing with its link, every clock."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from moothall.domain.missing_things import Kind, Missing
from moothall.domain.roles import Deed
from moothall.domain.signoffs import State
from moothall.domain.whereabouts import Holding, Standing, Step, sentence, waiting_for
from moothall.web.components.words import short_day
from moothall.web.council import agreement_rows
from moothall.web.council.access import Here, address
from moothall.web.council.agreement_rows import AgreementRow
from moothall.web.council.forms.report_fields import FIELDS
from moothall.web.council.report_where import Clock, ReportWhere, look
from moothall.web.council.where import short_name

SHAPES = {
    Standing.DONE: ("tick", "Done"),
    Standing.CURRENT: ("half", "In hand"),
    Standing.WAITING: ("clock", "Waiting"),
    Standing.AHEAD: ("ring", "Not started"),
    Standing.OPEN: ("broken", "Not finished"),
}


@dataclass(frozen=True, slots=True)
class StepRow:
    """A step of the report's life: its shape and word, its day in words, and who has it where somebody does."""

    step: Step
    shape: str
    word: str
    day: str
    who: str


@dataclass(frozen=True, slots=True)
class MissingRow:
    """A missing thing and where it is mended."""

    missing: Missing
    href: str
    link: str


@dataclass(frozen=True, slots=True)
class ClockRow:
    """A date to keep: a short name, its place on the page of its working, and the provision or rule behind it."""

    clock: Clock
    name: str
    anchor: str
    because: str


def holder(one: Holding) -> str:
    """Who has it, for a cell; nobody where somebody has still to be named, empty where it waits for a day alone."""
    return " or ".join(one.who) or ("" if one.says else "Nobody")


def answer(found: ReportWhere) -> str:
    """The sentence that answers where the report is."""
    return sentence(found.where.holdings[0], as_of=found.as_of)


def others(found: ReportWhere) -> list[str]:
    """The sentences on those who have something of it beside the first."""
    said = (sentence(one, as_of=found.as_of) for one in found.where.holdings[1:])
    return [one.removeprefix("Nobody has it. ").replace(" has it,", " has it too,", 1) for one in said]


def step_rows(found: ReportWhere) -> list[StepRow]:
    """The steps of the report's life in order."""
    return [StepRow(one, *SHAPES[one.standing], _day(one), _who(found, one)) for one in found.where.steps]


def _who(found: ReportWhere, one: Step) -> str:
    """Who has it at this step: those who were asked, else whoever has the report where it is at this step."""
    asked = waiting_for(found.life, one.stage)
    if asked:
        return ", ".join(asked)
    return holder(found.where.holdings[0]) if one.standing is Standing.CURRENT else ""


def _day(one: Step) -> str:
    if one.on is not None:
        return short_day(one.on)
    if one.standing is Standing.OPEN:
        return "not recorded"
    if one.due_on is None:
        return "day not known"
    if one.stage.value in {"met", "in_force"}:
        return short_day(one.due_on)
    return f"{'due' if one.standing is Standing.CURRENT else 'by'} {short_day(one.due_on)}"


def missing_rows(here: Here, found: ReportWhere) -> list[MissingRow]:
    """Everything that is missing, each with its link."""
    return [MissingRow(one, *_link(here, one)) for one in found.missing]


def _link(here: Here, one: Missing) -> tuple[str, str]:
    if one.kind is Kind.AGREEMENT and one.number:
        return address(here, "agreement", one.number), "See the words and the request"
    if one.kind is Kind.AGREEMENT:
        return address(here, "agreements"), "See who is asked"
    if one.kind is Kind.SAFETY:
        return address(here, "safety"), "See each in its place"
    if one.field in FIELDS and here.may(Deed.WRITE_REPORT):
        return address(here, "report_field", one.field), _to_do(one)
    return address(here, "report"), "See the report"


def _to_do(one: Missing) -> str:
    if one.kind is not Kind.PART:
        return "Mend it"
    return "Write it" if one.count == 1 else f"Begin with “{FIELDS[one.field].label}”"


def clock_rows(clocks: Sequence[Clock]) -> list[ClockRow]:
    """Every date still to be kept, with the provision behind it; its working is on the route's page."""
    return [ClockRow(one, short_name(one.standing.step), f"date-{one.number}", _because(one)) for one in clocks]


def _because(one: Clock) -> str:
    step = one.standing.step
    rule = f"rule {step.rule}" if step.rule else ""
    return ", ".join(part for part in (step.provision.in_words() if step.provision else "", rule) if part)


def agreement_list(found: ReportWhere) -> list[AgreementRow]:
    """Every request but those that were withdrawn, in the same words for everyone who reads them."""
    shown = [one for one in found.standings if one.state is not State.WITHDRAWN]
    return [agreement_rows.row(one, found.labels, you=0, today=found.as_of) for one in shown]


def line(here: Here, *, today: date) -> str:
    """The report in one line for the page of its workspace: who has it, and how much is missing."""
    found = look(here.workspace, here.round_, as_of=today)
    number = len(found.missing)
    if not number:
        return answer(found)
    return f"{answer(found)} {number} thing{' is' if number == 1 else 's are'} missing."
