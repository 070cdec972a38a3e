"""The covering report to a committee, apart from how any house sets it out."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from moothall.domain.decisions import Limb


@dataclass(frozen=True, slots=True)
class Recommendation:
    """What officers ask members to resolve. ``alternative_to`` is the number of the one it may replace."""

    number: str
    text: str
    limbs: tuple[Limb, ...] = ()
    alternative_to: str | None = None


@dataclass(frozen=True, slots=True)
class Implication:
    """One kind of implication with its named author. ``is_none`` where there is none, with the reason in ``text``."""

    kind: str
    text: str
    author: str = ""
    is_none: bool = False


@dataclass(frozen=True, slots=True)
class Option:
    """A course members could take. ``chosen`` marks the recommended one."""

    title: str
    appraisal: str = ""
    chosen: bool = False


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
class CommitteeReport:
    """Everything a covering report can hold. Long texts hold paragraphs parted by blank lines.

    ``agenda_item`` and ``file_reference`` are as printed; ``next_steps`` are (when, what happens) in words.

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
