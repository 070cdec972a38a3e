"""The covering report to a committee, apart from how any house sets it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from moothall.domain.decisions import Limb
from moothall.domain.refusals import Refusal


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What officers ask members to resolve. ``alternative_to`` is the number of the one it may replace."""

    number: str
    text: str
    limbs: tuple[Limb, ...] = ()
    alternative_to: str | None = None


@dataclass(frozen=True, slots=True)
class Implication:
    """One kind of implication with its named author. ``is_none`` where there is none, with the reason in ``text``.

    ``promised`` is a later assessment that the text promises, and ``promised_by`` the day it is promised for.
    """

    kind: str
    text: str
    author: str = ""
    is_none: bool = False
    promised: str = ""
    promised_by: date | None = None


@dataclass(frozen=True, slots=True)
class Option:
    """A course members could take. ``chosen`` marks the recommended one.

    ``appraisal`` is the whole appraisal, or what speaks for it where ``against`` says what speaks against it.
    """

    title: str
    appraisal: str = ""
    chosen: bool = False
    against: str = ""


@dataclass(frozen=True, slots=True)
class Officer:
    """Someone named on the report, with the post."""

    name: str
    role: str = ""
    email: str = ""
    phone: str = ""


@dataclass(frozen=True, slots=True)
class OfficerComment:
    """What a statutory officer says of the report."""

    officer: str
    text: str


@dataclass(frozen=True, slots=True)
class Power:
    """The power relied on: the function, the paragraph of the terms of reference, and whether Council keeps it.

    ``reserved_to_council`` is None where that is not said.
    """

    function: str
    paragraph: str = ""
    reserved_to_council: bool | None = None


@dataclass(frozen=True, slots=True)
class EarlierStage:
    """An informal or formal stage before this report: who met, when, who was engaged and what came of it."""

    body: str
    on: date | None = None
    engaged: str = ""
    outcome: str = ""


@dataclass(frozen=True, slots=True)
class Risk:
    """One risk of the report, with its reference in the council's risk register and what is done about it."""

    text: str
    reference: str = ""
    response: str = ""


@dataclass(frozen=True, slots=True)
class CommitteeReport:
    """Everything a covering report can hold. Long texts hold paragraphs parted by blank lines.

    ``agenda_item`` and ``file_reference`` are as printed; ``next_steps`` are (when, what happens) in words.
    ``background_copies`` are (background paper, address of its public copy) and ``background_files`` are (background
    paper, name of a file kept as its public copy), which nobody types. ``public_interest`` says in the open why
    the public interest lies in keeping Part 2 closed; Part 2 itself is never in here. ``taken`` are the numbers of the
    recommendations that members took, known after the meeting.

    Three answers are kept apart: an empty tuple or string was not filled in; the ``no_...`` flags say "there are
    none"; a filled field is itself.
    """

    authority_name: str
    title: str
    body: str
    meeting_on: date | None
    report_of: str = ""
    portfolio_holder: str = ""
    lead_officer: Officer | None = None
    contact_officers: tuple[Officer, ...] = ()
    key_decision: bool | None = None
    key_decision_reason: str = ""
    forward_plan_number: str = ""
    forward_plan_first_notified: date | None = None
    subject_to_call_in: bool | None = None
    wards: str = ""
    corporate_objectives: str = ""
    is_open: bool = True
    exempt_paragraphs: str = ""
    purpose: str = ""
    summary: str = ""
    recommendations: tuple[Recommendation, ...] = ()
    reasons: str = ""
    options: tuple[Option, ...] = ()
    no_options: bool = False
    consultation: str = ""
    background: str = ""
    proposals: str = ""
    relevant_considerations: str = ""
    implications: tuple[Implication, ...] = ()
    officer_comments: tuple[OfficerComment, ...] = ()
    risks: str = ""
    conclusion: str = ""
    appendices: tuple[str, ...] = ()
    background_papers: tuple[str, ...] = ()
    no_background_papers: bool = False
    glossary: tuple[tuple[str, str], ...] = ()
    agenda_item: str = ""
    file_reference: str = ""
    vision_and_values: str = ""
    next_steps: tuple[tuple[str, str], ...] = ()
    power: Power | None = None
    earlier_stages: tuple[EarlierStage, ...] = ()
    risk_register: tuple[Risk, ...] = ()
    background_copies: tuple[tuple[str, str], ...] = ()
    public_interest: str = ""
    taken: tuple[str, ...] = ()
    background_files: tuple[tuple[str, str], ...] = ()


def check_taken(report: CommitteeReport, numbers: tuple[str, ...], *, today: date) -> None:
    """Raise a Refusal unless members can have taken these recommendations at a meeting that was held by today."""
    if report.meeting_on is None or report.meeting_on > today:
        raise Refusal(
            "The meeting has not been held yet, so nothing is taken.",
            next_step="Record this after the meeting, or correct the date of the meeting in the report.",
        )
    known = {one.number: one for one in report.recommendations}
    for number in numbers:
        if number not in known:
            raise Refusal(f"The report has no recommendation {number}.", next_step="Choose among those it has.")
        other = known[number].alternative_to
        if other in numbers:
            raise Refusal(
                f"Recommendations {other} and {number} are alternatives, and members took one of them.",
                next_step="Choose the one that was taken.",
            )


def have_alternatives(report: CommitteeReport) -> bool:
    """Whether members choose between recommendations."""
    return any(one.alternative_to for one in report.recommendations)


def promised(report: CommitteeReport) -> tuple[Implication, ...]:
    """The implications that promise a later assessment, those with the nearest day first and those without last."""
    found = [one for one in report.implications if one.promised.strip()]
    return tuple(sorted(found, key=lambda one: one.promised_by or date.max))
