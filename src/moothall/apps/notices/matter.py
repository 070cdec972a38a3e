"""What the workspace knows of one body's part in the decision, put together for the rules of notices."""

import re
from datetime import date

from moothall.apps.decision_records import queries as records
from moothall.apps.handoff import queries as handoff
from moothall.apps.meetings.models import Meeting
from moothall.apps.people import queries as people
from moothall.apps.reports import queries as reports
from moothall.apps.routes import queries as routes
from moothall.apps.routes import recounts
from moothall.apps.routes.models import Step
from moothall.apps.rules import queries as rules
from moothall.apps.timetables import queries as timetables
from moothall.apps.workspaces.models import Workspace
from moothall.domain.agenda_links import LinkKind
from moothall.domain.authorities import BodyKind, Governance
from moothall.domain.calendar_entries import has_private_part
from moothall.domain.calendars import Status
from moothall.domain.decisions import Decision
from moothall.domain.notice_matter import Matter
from moothall.domain.notice_timing import CountedBy
from moothall.domain.reports import CommitteeReport
from moothall.domain.roles import Role
from moothall.reference import bank_holidays

_FROM_RECORD = ("reasons", "alternatives", "interests")


def counted_by(workspace: Workspace) -> CountedBy:
    """How the council of this workspace counts: its own rules over the law, and how it is run."""
    book = rules.rulebook_of(workspace.gss)
    return CountedBy(bank_holidays.england, book, Governance(workspace.governance))


class Known:
    """What is the same for every body of a workspace, fetched once.

    ``brief`` leaves out what only the words of a notice need, for a page that says no more than how notices stand.
    """

    def __init__(self, workspace: Workspace, *, brief: bool = False) -> None:
        self.workspace = workspace
        row = reports.report(workspace)
        self.report: CommitteeReport | None = reports.value(row) if row else None
        self.title, self.members, self.address = "", tuple[str, ...](), ""
        if not brief:
            self._words()

    def _words(self) -> None:
        self.title = timetables.title(self.workspace)
        self.members = tuple(
            ", ".join(part for part in (one.name, one.post) if part)
            for one in people.holders(Role.EXECUTIVE_MEMBER, self.workspace.pk)
        )
        links = {one.kind: one.address for one in handoff.links(self.workspace)}
        self.address = links.get(LinkKind.AGENDA.value) or links.get(LinkKind.ITEM.value) or ""

    def of(self, step: Step, kept: Meeting | None, by: CountedBy) -> Matter:
        """The part of one body. Its day is where its kept meeting stands now, else the one accepted on the route."""
        on = day_of(step, kept)
        governance = (by.book.governance_on(on) if on else None) or by.governance
        report, (decision, sources) = self.report, _decision(step)
        return Matter(
            authority_name=self.workspace.official_name,
            governance=governance,
            body=step.body,
            body_kind=BodyKind(step.body_kind),
            title=self.title,
            on=on,
            at=(kept.starts_at if kept else None) or step.meets_at,
            place=kept.place if kept else "",
            is_deciding=step.is_deciding,
            report=report,
            members=self.members,
            exempt=_paragraphs(report),
            is_private=bool(report and has_private_part(report)),
            public_interest=report.public_interest if report else "",
            public_address=self.address,
            decision=decision,
            decision_sources=sources,
        )


def day_of(step: Step, kept: Meeting | None) -> date | None:
    """The day a body meets or decides: where its meeting stands now, else the day accepted on the route."""
    if kept is not None and step.met_at is None and kept.status != Status.CANCELLED.value:
        return kept.on
    return step.meets_on


def kept_meeting(step: Step) -> Meeting | None:
    """The council's kept meeting that a step stands for, None where none is kept."""
    return recounts.kept_at(step) if BodyKind(step.body_kind).meets else None


def _paragraphs(report: CommitteeReport | None) -> tuple[int, ...]:
    """The paragraphs of schedule 12A that the open report names; nothing is read from Part 2 itself."""
    if report is None:
        return ()
    return tuple(dict.fromkeys(int(one) for one in re.findall(r"\b[1-7]\b", report.exempt_paragraphs)))


def _decision(step: Step) -> tuple[Decision | None, dict[str, str]]:
    """What was decided as its record has it, what somebody entered there first; and where each part is from."""
    row = routes.decision_at(step)
    if row is None:
        return None, {}
    found = records.record(row, at=row.recorded_at)
    leave = [f"Dispensation: {one.in_words}" for one in found.dispensations or ()]
    decision = Decision(
        step.body, row.decided_on, routes.limbs(row), row.minute, found.reasons or "", found.alternatives or "",
        "\n".join(part for part in (found.interests, *leave) if part),
    )  # fmt: skip
    return decision, {name: found.sources[name] for name in _FROM_RECORD if name in found.sources}
