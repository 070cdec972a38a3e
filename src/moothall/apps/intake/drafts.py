"""The first draft that follows from what was confirmed, worked out and not yet written. Page and deed both ask here."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from moothall.apps.extensions import queries as extensions
from moothall.apps.intake import queries
from moothall.apps.intake.models import Upload
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.apps.reports.models import Report
from moothall.apps.routes.clocks import pack_of
from moothall.documents.layouts import committee_report
from moothall.domain.authorities import BodyKind
from moothall.domain.drafting import Drafted, draft, nearest
from moothall.domain.fingerprints import plain
from moothall.domain.house_templates import HouseTemplate
from moothall.domain.meetings import Meeting
from moothall.domain.plain import build
from moothall.domain.reports import CommitteeReport
from moothall.domain.rounds import Round
from moothall.domain.timetable import Course, Key, Situation, decision
from moothall.domain.whose import Whose
from moothall.reference import bank_holidays, house_templates

_KEYS = {"True": Key.YES, "False": Key.NO}


@dataclass(frozen=True, slots=True)
class FirstDraft:
    """What a draft would fill, leave and lack. Report fields go by their names in CommitteeReport.

    ``fill`` is what is still to be written, ``same`` the fields that hold the confirmed value already, ``left`` those
    that hold other words. ``gaps`` are confirmed facts that are missing, ``missing`` the places of the house template
    that stay empty (its own labels), ``open_questions`` how many questions of each theme nobody has answered.
    ``course`` has the dates that follow from the deciding meeting, counted from ``as_of``; None while body or day are
    not known.
    """

    whose: Whose
    named: str
    confirmed: dict[str, Any]
    plan_title: str
    plan_is_begun: bool
    report_is_begun: bool
    house_template: HouseTemplate
    fill: dict[str, Any]
    same: tuple[str, ...]
    left: tuple[str, ...]
    gaps: tuple[str, ...]
    missing: tuple[str, ...]
    open_questions: tuple[tuple[str, int], ...]
    meeting: Meeting | None
    key: Key
    as_of: date
    deadline_on: date
    course: Course | None

    @property
    def slack_days(self) -> int | None:
        """The days between the decision being in force and the deadline, below 0 where it is late."""
        return (self.deadline_on - self.course.in_force_on).days if self.course else None


def first_draft(upload: Upload, round_: Round, *, today: date) -> FirstDraft:
    """The draft that follows from what people confirmed of this document, as plan and report stand now.

    Days are counted from ``today``, or from the day of the letter once the round's deadline has gone by.
    """
    confirmed, record = queries.confirmed(upload), upload.record or {}
    drafted = draft({field: value for field, value in confirmed.items() if field != "authority"})
    plan, report = plans.draft(upload.workspace), reports.report(upload.workspace)
    template = _template(upload, report, record)
    written = {field.name: field.value for field in report.fields.all()} if report else {}
    offered = {name: plain(value) for name, value in drafted.report.items()}
    answered = {one.question for one in plan.answers.all() if one.to_value().is_settled} if plan else set()
    meeting = _meeting(drafted)
    key = _KEYS.get(str(confirmed.get("key_decision")), Key.UNSURE)
    due_on = extensions.deadline_on(upload.workspace, round_).on
    as_of = today if today <= due_on else round_.letter_on
    return FirstDraft(
        whose=queries.whose(upload),
        named=(confirmed.get("authority") or record.get("authority") or {}).get("name", ""),
        confirmed=confirmed,
        plan_title=plan.title if plan else str(confirmed.get("title") or round_.title),
        plan_is_begun=plan is not None,
        report_is_begun=report is not None,
        house_template=template,
        fill={name: value for name, value in offered.items() if name not in written},
        same=tuple(name for name in offered if name in written and written[name] == offered[name]),
        left=tuple(name for name in offered if name in written and written[name] != offered[name]),
        gaps=drafted.gaps,
        missing=_missing(upload, offered | written, template),
        open_questions=tuple(
            (theme.title, count)
            for theme in round_.themes
            if (count := sum(question.id not in answered for question in theme.questions))
        ),
        meeting=meeting,
        key=key,
        as_of=as_of,
        deadline_on=due_on,
        course=decision(meeting, _situation(upload, due_on, as_of, key, confirmed)) if meeting else None,
    )


def _template(upload: Upload, report: Report | None, record: dict[str, Any]) -> HouseTemplate:
    if report is not None:
        return house_templates.by_id(report.house_template)
    return nearest(
        record.get("headings") or (),
        house_templates.all_templates(),
        official_name=upload.workspace.official_name,
    )


def _missing(upload: Upload, fields: dict[str, Any], template: HouseTemplate) -> tuple[str, ...]:
    needed = {"authority_name": upload.workspace.official_name, "title": "", "body": "", "meeting_on": None}
    return committee_report.missing(build(CommitteeReport, needed | fields), template)


def _meeting(drafted: Drafted) -> Meeting | None:
    decider = drafted.decider
    if decider is None or not decider.meets_on or not decider.kind:
        return None
    return Meeting(decider.body, BodyKind(decider.kind), date.fromisoformat(decider.meets_on))


def _situation(upload: Upload, due_on: date, as_of: date, key: Key, confirmed: dict[str, Any]) -> Situation:
    pack = pack_of(upload.workspace, as_of)
    return Situation(
        as_of=as_of,
        deadline_on=due_on,
        pack=pack,
        governance=pack.governance,
        key=key,
        callable_=confirmed.get("call_in") is not False,
        holidays=bank_holidays.england(),
    )
