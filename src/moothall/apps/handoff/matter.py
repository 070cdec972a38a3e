"""What a folder is made of, fetched once: report, plan, appendices, and what of all that is not ready."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.apps.handoff import queries
from moothall.apps.handoff.appendices import Appendix, listed
from moothall.apps.implications import queries as implications
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.routes import queries as routes
from moothall.apps.safety import queries as safety
from moothall.apps.workspaces.models import Workspace
from moothall.documents.layouts import committee_report
from moothall.documents.layouts.implications import LABELS
from moothall.domain import handing_over
from moothall.domain.exempt_parts import ExemptPart
from moothall.domain.fingerprints import fingerprint
from moothall.domain.handing_over import NotReady
from moothall.domain.placed_remarks import Material, PlacedRemark, Section, Whole
from moothall.domain.plans import Plan
from moothall.domain.report_completeness import completeness
from moothall.domain.reports import CommitteeReport
from moothall.domain.rounds import Round
from moothall.domain.safety import exempt_sentences
from moothall.domain.safety_sections import plan_sections, report_sections
from moothall.domain.signoffs import State
from moothall.domain.standing_dates import StandingDate
from moothall.reference import house_templates


@dataclass(frozen=True)
class Matter:
    """Everything a folder is made of, and what stands against making it.

    ``papers`` are background papers with a public file: number in the report, title, and the file kept for it.
    ``version`` is the newest kept version of the plan, whose words are ``plan``. ``cut_off`` has the number of the day
    among the route's dates. ``exempt`` are sentences of Part 2 that were found in the open.
    """

    workspace: Workspace
    round_: Round
    row: Any
    report: CommitteeReport
    version: Any
    plan: Plan | None
    appendices: tuple[Appendix, ...]
    papers: tuple[tuple[int, str, Any], ...]
    part_2: ExemptPart | None
    cut_off: tuple[int, StandingDate] | None
    not_ready: tuple[NotReady, ...]
    exempt: tuple[PlacedRemark, ...]

    @property
    def plan_is_appendix(self) -> bool:
        """Whether the plan goes as one of the report's appendices, and not beside them."""
        return any(one.given is not None and one.given.is_plan for one in self.appendices)

    @property
    def exempt_words(self) -> tuple[str, ...]:
        """The words of Part 2 and of the exempt appendices that go with it: compared with what is open, never shown."""
        return _exempt_words(self.part_2, self.appendices)


def matter(workspace: Workspace, round_: Round, *, as_of: date) -> Matter | None:
    """What a folder would be made of today, or None where nobody has begun the report."""
    row = reports.report(workspace)
    if row is None:
        return None
    report, part_2 = reports.value(row), reports.exempt_part(row)
    version = plans.latest_version(workspace)
    appendices = listed(report, queries.appendix_files(workspace))
    cut_off = handing_over.cut_off(routes.standing_dates(routes.route(workspace)), report.body)
    remarks = safety.open_remarks(workspace, round_, as_of=as_of)
    not_ready = (
        *handing_over.of_report(_lacking(row, report)),
        *_of_part_2(report, part_2),
        *_of_plan(workspace, round_, version),
        *_of_appendices(appendices, has_plan=version is not None),
        *_of_exempt(appendices, report, plans.frozen(version) if version else None, round_, as_of),
        *handing_over.of_agreements(_asked(workspace, round_, row, as_of)),
        *handing_over.of_safety(remarks),
        *handing_over.of_cut_off(cut_off[1] if cut_off else None, as_of),
    )
    return Matter(
        workspace=workspace,
        round_=round_,
        row=row,
        report=report,
        version=version,
        plan=plans.frozen(version) if version else None,
        appendices=appendices,
        papers=_papers(row, report),
        part_2=part_2,
        cut_off=cut_off,
        not_ready=not_ready,
        exempt=(*remarks, *exempt_in(_exempt_words(part_2, ()), _open_words(appendices), as_of)),
    )


def _lacking(row: Any, report: CommitteeReport) -> Any:
    template = house_templates.by_id(row.house_template)
    return completeness(report, committee_report.missing_fields(report, template))


def _of_part_2(report: CommitteeReport, part: ExemptPart | None) -> Iterator[NotReady]:
    if part is None and not report.is_open:
        yield NotReady(
            "part_2", "The report says that a part is exempt, and no Part 2 is written.", "Write it, or say it is open."
        )
    if part is not None and report.is_open:
        yield NotReady(
            "report",
            "There is a Part 2, and the open report says that all of it is open.",
            "Say in the report that a part is exempt, and under which paragraph.",
            None,
            "is_open",
        )


def _of_plan(workspace: Workspace, round_: Round, version: Any) -> Iterator[NotReady]:
    draft = plans.draft(workspace)
    if version is None:
        yield NotReady("plan", "No version of the plan is kept, so none is in the folder.", "Keep a version of it.")
    elif draft is not None and fingerprint(plans.plan(draft, round_)) != version.fingerprint:
        yield NotReady(
            "plan",
            f"The plan has changed since version {version.number} was kept, and that version is in the folder.",
            "Keep a version of what is to go to members.",
        )


def _of_appendices(appendices: tuple[Appendix, ...], *, has_plan: bool) -> Iterator[NotReady]:
    for one in appendices:
        where = str(one.place)
        if one.given is None:
            yield NotReady(
                "appendix", f"“{one.label}” has no file.", "Give it, or say that it is the plan.", None, where
            )
        elif one.given.is_plan and not has_plan:
            yield NotReady("appendix", f"“{one.label}” is the plan, and no version is kept.", "Keep one.", None, where)
        elif one.given.left_in:
            left = f"The file of “{one.label}” still has {one.given.left_in} in it."
            yield NotReady("appendix", left, "Accept or refuse them, save it, and give it again.", None, where)
        elif not one.given.is_plan and not one.given.words.strip():
            yield NotReady(
                "appendix",
                f"No words can be read in the file of “{one.label}”: it may be a scan.",
                "Give one with real text. Nobody who listens to a page can read a scan.",
                None,
                where,
            )


def _asked(workspace: Workspace, round_: Round, row: Any, as_of: date) -> list[tuple[str, str, State, str]]:
    labels = house_templates.by_id(row.house_template).implication_labels
    found = []
    for one in implications.standings(workspace, round_, as_of=as_of):
        asked = one.request
        kind = labels.get(asked.kind) or LABELS.get(asked.kind) or asked.kind
        title = f"{asked.capacity}, sign-off" if asked.is_sign_off else kind
        found.append((str(asked.pk), title, one.state, one.holder.name if one.holder else ""))
    return found


def _papers(row: Any, report: CommitteeReport) -> tuple[tuple[int, str, Any], ...]:
    copies = {one.paper.strip(): one for one in reports.paper_copies(row)}
    listed_papers = [paper.strip() for paper in report.background_papers if paper.strip()]
    return tuple((place, one, copies[one]) for place, one in enumerate(listed_papers, start=1) if one in copies)


def _exempt_words(part: ExemptPart | None, appendices: Iterable[Appendix]) -> tuple[str, ...]:
    if part is None:
        return ()
    return (part.text, *(one.given.words for one in appendices if one.given is not None and one.is_exempt))


def _open_words(appendices: Iterable[Appendix]) -> list[tuple[str, str]]:
    return [(one.label, one.given.words) for one in appendices if one.given is not None and not one.is_exempt]


def _of_exempt(
    appendices: tuple[Appendix, ...], report: CommitteeReport, plan: Plan | None, round_: Round, as_of: date
) -> Iterator[NotReady]:
    """Exempt appendices of which a sentence stands in the open too. It may be told there, so a reason lifts it."""
    opened = (
        *report_sections(report),
        *(plan_sections(plan, round_) if plan else ()),
        *_sections(_open_words(appendices)),
    )
    for one in appendices:
        if one.given is not None and one.is_exempt:
            made = Material(sections=opened, as_of=as_of, exempt=(one.given.words,))
            places = sorted({found.label for found in exempt_sentences.check(made)})
            if places:
                yield NotReady(
                    "appendix",
                    f"A sentence of the exempt “{one.label}” stands in the open too: {', '.join(places)}.",
                    "Take it out there, or say why the public may read it.",
                    exempt_sentences.RULE,
                    str(one.place),
                )


def exempt_in(exempt: tuple[str, ...], words: Iterable[tuple[str, str]], as_of: date) -> Iterator[PlacedRemark]:
    """Sentences of the exempt texts in words that go into the open folder; these are (what they are of, the words)."""
    if exempt:
        yield from exempt_sentences.check(Material(sections=_sections(words), as_of=as_of, exempt=exempt))


def _sections(words: Iterable[tuple[str, str]]) -> tuple[Section, ...]:
    return tuple(Section(Whole.FILE, f"folder.{label}", label, said) for label, said in words if said.strip())
