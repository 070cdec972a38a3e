"""A report as an item of an agenda: what the committee system asks for beside the files themselves."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from moothall.domain.handing_over import HandedFile, paragraphs_named
from moothall.domain.reports import CommitteeReport


@dataclass(frozen=True, slots=True)
class ItemAuthor:
    """Somebody who answers for the report, with the post."""

    name: str
    role: str = ""


@dataclass(frozen=True, slots=True)
class ItemRecommendation:
    """One recommendation as it stands in the report. ``alternative_to`` is the number of the one it may replace."""

    number: str
    text: str
    alternative_to: str | None = None


@dataclass(frozen=True, slots=True)
class ItemPaper:
    """A background paper, with the address of its public copy and the name of its file here; empty where neither is."""

    title: str
    address: str = ""
    file: str = ""


@dataclass(frozen=True, slots=True)
class ItemExempt:
    """That part of the report is exempt, and the paragraphs of schedule 12A. Of what it holds, nothing.

    ``public_interest`` and ``review_on`` are told in the folder of Part 2 alone.
    """

    paragraphs: tuple[int, ...]
    public_interest: str = ""
    review_on: date | None = None


@dataclass(frozen=True, slots=True)
class Item:
    """One item of an agenda with its files. ``part`` is 2 in the folder of Part 2, which stands by itself.

    ``key_decision`` and ``call_in`` are None where the report does not say. ``background_papers`` are None where the
    report does not say, and empty where it says that there are none.
    """

    authority: str
    authority_name: str
    round: str
    part: int
    title: str
    body: str
    meeting_on: date | None
    agenda_item: str
    report_of: str
    authors: tuple[ItemAuthor, ...]
    portfolio_holder: str
    wards: str
    recommendations: tuple[ItemRecommendation, ...]
    key_decision: bool | None
    key_decision_reason: str
    forward_plan_number: str
    forward_plan_first_notified: date | None
    call_in: bool | None
    exempt: ItemExempt | None
    background_papers: tuple[ItemPaper, ...] | None
    files: tuple[HandedFile, ...]


def item_of(
    report: CommitteeReport,
    *,
    authority: str,
    round_slug: str,
    recommendations: Sequence[ItemRecommendation],
    paragraphs: Sequence[int],
    files: Sequence[HandedFile] = (),
    paper_files: dict[str, str] | None = None,
) -> Item:
    """The open item of a report, with its recommendations in full words. ``paragraphs`` are those of its Part 2,
    ``paper_files`` names of files by paper.

    Where the report says that a part is exempt and none is written, the paragraphs are those it names in words.
    """
    copies = {paper.strip(): address.strip() for paper, address in report.background_copies}
    held = paper_files or {}
    papers = tuple(
        ItemPaper(paper.strip(), copies.get(paper.strip(), ""), held.get(paper.strip(), ""))
        for paper in report.background_papers
        if paper.strip()
    )
    is_exempt = bool(paragraphs) or not report.is_open
    return Item(
        authority=authority,
        authority_name=report.authority_name,
        round=round_slug,
        part=1,
        title=report.title.strip(),
        body=report.body.strip(),
        meeting_on=report.meeting_on,
        agenda_item=report.agenda_item.strip(),
        report_of=report.report_of.strip(),
        authors=_authors(report),
        portfolio_holder=report.portfolio_holder.strip(),
        wards=report.wards.strip(),
        recommendations=tuple(recommendations),
        key_decision=report.key_decision,
        key_decision_reason=report.key_decision_reason.strip(),
        forward_plan_number=report.forward_plan_number.strip(),
        forward_plan_first_notified=report.forward_plan_first_notified,
        call_in=report.subject_to_call_in,
        exempt=ItemExempt(tuple(paragraphs) or paragraphs_named(report.exempt_paragraphs)) if is_exempt else None,
        background_papers=papers if papers or report.no_background_papers else None,
        files=tuple(files),
    )


def _authors(report: CommitteeReport) -> tuple[ItemAuthor, ...]:
    """The lead officer first, then the contact officers, each named once."""
    people = [*([report.lead_officer] if report.lead_officer else []), *report.contact_officers]
    found = {one.name.strip(): ItemAuthor(one.name.strip(), one.role.strip()) for one in people if one.name.strip()}
    return tuple(found.values())
