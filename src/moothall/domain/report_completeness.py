"""Whether a covering report is complete enough for the agenda: each remark with its field, its rule and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from moothall.domain.checks import delegation_without_consultee
from moothall.domain.fingerprints import plain
from moothall.domain.leftover_guidance import leftovers
from moothall.domain.provisions import ACT_1972, EQUALITY_ACT, EXECUTIVE_REGULATIONS, SCHEDULE_12A, Provision, Read
from moothall.domain.remarks import Remark
from moothall.domain.reports import CommitteeReport

EQUALITY = Provision(EQUALITY_ACT, "section 149", Read.ACCOUNT)
PAPERS = Provision(ACT_1972, "section 100D(1) and (5)")
NOTICE = Provision(EXECUTIVE_REGULATIONS, "regulation 9")
EXEMPT = Provision(SCHEDULE_12A, "part 2, paragraph 10", Read.ACCOUNT)
OWN_RULE = "The house template"
NAMED_REASON = "Moothall’s own rule G-Q1"


@dataclass(frozen=True, slots=True)
class Lacking:
    """A remark and the field of the report it is about."""

    field: str
    remark: Remark


def completeness(report: CommitteeReport, missing: Sequence[tuple[str, str]]) -> tuple[Lacking, ...]:
    """Everything to mend before the agenda is published. ``missing`` are (field, label) that the house asks for.

    It never blocks anything: a report with remarks can be made into files all the same.
    """
    found = [
        Lacking(
            name, Remark("slot_empty", f"“{label}” is not written yet.", OWN_RULE, "Write it, or say there is none.")
        )
        for name, label in missing
    ]
    for check in (_nones, _promises, _key, _papers, _exempt, _alternatives, _chosen, _delegations, _appendices):
        found += check(report)
    return (*found, *_guidance(report))


def _nones(report: CommitteeReport) -> Iterator[Lacking]:
    for one in report.implications:
        if not one.is_none:
            continue
        wanting = [word for word, said in (("a reason", one.text), ("a name", one.author)) if not said.strip()]
        if wanting:
            equality = f"{EQUALITY.in_words()}; {NAMED_REASON}" if one.kind == "equalities" else NAMED_REASON
            yield Lacking(
                "implications",
                Remark(
                    "none_without_reason_or_name",
                    f"“None” for {one.kind.replace('_', ' ')} has no {' and no '.join(w[2:] for w in wanting)}.",
                    equality,
                    f"Give {' and '.join(wanting)}: none is an answer only when somebody gives it and says why.",
                ),
            )


def _promises(report: CommitteeReport) -> Iterator[Lacking]:
    for one in report.implications:
        if one.promised.strip() and one.promised_by is None:
            yield Lacking(
                "implications",
                Remark(
                    "promise_without_date",
                    f"“{one.promised.strip()}” is promised for later without a day.",
                    None,
                    "Say by when, so that it can be kept.",
                ),
            )


def _key(report: CommitteeReport) -> Iterator[Lacking]:
    if report.key_decision and not report.key_decision_reason.strip():
        yield Lacking(
            "key_decision_reason",
            Remark(
                "key_without_reason",
                "The decision is key, and the report does not say why.",
                None,
                "Say which test it meets: significant spending or saving, or an effect on two or more wards.",
            ),
        )
    if report.key_decision and not report.forward_plan_number.strip() and report.forward_plan_first_notified is None:
        yield Lacking(
            "forward_plan_number",
            Remark(
                "key_without_notice",
                "The decision is key, and the report names no notice of it.",
                NOTICE.in_words(),
                "Give the notice’s number and day, or the general exception or special urgency relied on.",
            ),
        )


def _papers(report: CommitteeReport) -> Iterator[Lacking]:
    copies = {paper.strip() for paper, address in report.background_copies if address.strip()}
    copies |= {paper.strip() for paper, _ in report.background_files}
    for paper in report.background_papers:
        if paper.strip() and paper.strip() not in copies:
            yield Lacking(
                "background_copies",
                Remark(
                    "background_paper_without_copy",
                    f"No public copy is given for the background paper “{paper.strip()}”.",
                    PAPERS.in_words(),
                    "Give the address at which the public can read it, or keep its file here.",
                ),
            )


def _exempt(report: CommitteeReport) -> Iterator[Lacking]:
    if report.is_open:
        return
    for name, said, what in (
        ("exempt_paragraphs", report.exempt_paragraphs, "the paragraphs of schedule 12A relied on"),
        ("public_interest", report.public_interest, "why the public interest lies in keeping it closed"),
    ):
        if not said.strip():
            yield Lacking(
                name,
                Remark(
                    "exempt_without_reason",
                    f"Part of the report is exempt, and it does not give {what}.",
                    EXEMPT.in_words(),
                    "Write it in the open report, without telling what is exempt.",
                ),
            )


def _alternatives(report: CommitteeReport) -> Iterator[Lacking]:
    numbers = {one.number for one in report.recommendations}
    for one in report.recommendations:
        if one.alternative_to and one.alternative_to not in numbers:
            yield Lacking(
                "recommendations",
                Remark(
                    "alternative_to_nothing",
                    f"Recommendation {one.number or 'without a number'} is an alternative to {one.alternative_to},"
                    " which is not there.",
                    None,
                    "Correct the number, or leave it empty.",
                ),
            )


def _chosen(report: CommitteeReport) -> Iterator[Lacking]:
    chosen = sum(one.chosen for one in report.options)
    if report.options and chosen != 1:
        yield Lacking(
            "options",
            Remark(
                "option_not_chosen",
                f"{'No option is' if not chosen else f'{chosen} options are'} marked as the recommended one.",
                None,
                "Mark the one that the recommendations carry out.",
            ),
        )


def _delegations(report: CommitteeReport) -> Iterator[Lacking]:
    limbs = [limb for one in report.recommendations for limb in one.limbs]
    for remark in delegation_without_consultee.check(limbs=limbs):
        yield Lacking("recommendations", remark)


def _appendices(report: CommitteeReport) -> Iterator[Lacking]:
    named = [one for one in report.appendices if one.strip()]
    bare = sum(one.strip().rstrip(".:").casefold() in _BARE for one in named)
    if bare:
        yield Lacking(
            "appendices",
            Remark(
                "appendix_without_name",
                f"{bare} of {len(named)} appendices {'has' if bare == 1 else 'have'} a letter and no name.",
                None,
                "Name what each one is.",
            ),
        )
    for name in sorted({one for one in named if named.count(one) > 1}):
        yield Lacking(
            "appendices",
            Remark("appendix_twice", f"The appendix “{name}” is listed twice.", None, "Take one out, or rename it."),
        )


_BARE = frozenset(f"{word} {mark}" for word in ("appendix", "annex", "annexe") for mark in "abcdefgh123456789")


def _guidance(report: CommitteeReport) -> Iterator[Lacking]:
    for name, value in plain(report).items():
        for text in _texts(value):
            for one in leftovers(text):
                yield Lacking(
                    name,
                    Remark(
                        "guidance_left",
                        f"“{one.words}” reads as guidance of a template and not as the report.",
                        None,
                        "Write what belongs there, or take it out.",
                    ),
                )


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for one in value.values():
            yield from _texts(one)
    elif isinstance(value, list | tuple):
        for one in value:
            yield from _texts(one)
