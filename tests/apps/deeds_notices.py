"""A trial for each deed of notices and public agendas, as in `deeds`."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

from moothall.apps.notices import actions as notices
from moothall.apps.notices import queries
from moothall.apps.notices.models import Agenda, AgendaChange, Notice
from moothall.domain.agenda_changes import What
from moothall.domain.consents import Chairs, Consent, Rung
from moothall.domain.notice_matter import drawn
from moothall.domain.notices import Given, NoticeKind
from moothall.domain.roles import Deed, Role
from tests.apps.deeds import NOW, Do, Trial
from tests.people import Council

_CLERK = Role.DEMOCRATIC_SERVICES
GIVEN = Given(datetime(2024, 7, 3, 11, tzinfo=UTC), "Uma Brackley", "Town Hall", "https://ambermere.example/notices")


def part_of(here: Council) -> queries.Part:
    """Cabinet's part in the decision, on a route that is chosen where none is yet."""
    found = queries.parts(here.workspace, as_of=date(2024, 6, 20))
    if not found:
        here.routed()
        found = queries.parts(here.workspace, as_of=date(2024, 6, 20))
    return found[0]


def drafted(here: Council, kind: NoticeKind = NoticeKind.KEY_DECISION, **said: Any) -> Notice:
    """A draft with what the workspace knows, and nothing more."""
    matter = part_of(here).matter
    words = {"particulars": drawn(kind, matter), "by": here.who(_CLERK), "at": NOW, **said}
    return notices.draft_notice(workspace=here.workspace, kind=kind, matter=matter, **words)


def given(here: Council, kind: NoticeKind = NoticeKind.MEETING, when: Given = GIVEN) -> Notice:
    """A notice that was given though it lacks a few words."""
    why, by = "Told on the page itself.", here.who(_CLERK)
    return notices.give_notice(notice=drafted(here, kind), given=when, lacking_why=why, by=by, at=NOW)


def agenda(here: Council, at: datetime = GIVEN.at) -> Agenda:
    """The agenda of Cabinet as it went on public view."""
    matter = part_of(here).matter
    return notices.publish_agenda(
        workspace=here.workspace, matter=matter, published_at=at, office=GIVEN.office, address=GIVEN.address,
        by=here.who(_CLERK), at=NOW,
    )  # fmt: skip


def _draft(here: Council) -> Do:
    matter = part_of(here).matter
    words = drawn(NoticeKind.KEY_DECISION, matter)
    return lambda by: notices.draft_notice(
        workspace=here.workspace, kind=NoticeKind.KEY_DECISION, matter=matter, particulars=words, by=by, at=NOW
    )


def _reword(here: Council) -> Do:
    row = drafted(here)
    words = row.to_value().particulars[:3]
    return lambda by: notices.reword_notice(notice=row, particulars=words, revision=1, by=by, at=NOW)


def _record_agreement(here: Council) -> Do:
    row = drafted(here, NoticeKind.SPECIAL_URGENCY)
    consent = Consent(Rung.SCRUTINY_CHAIR, "Councillor Ivo Pask", "Cabinet", date(2024, 7, 10), "The deadline is near.")
    return lambda by: notices.record_agreement(notice=row, consent=consent, chairs=Chairs(), by=by, at=NOW)


def _give(here: Council) -> Do:
    row = drafted(here, NoticeKind.MEETING)
    return lambda by: notices.give_notice(notice=row, given=GIVEN, lacking_why="Told there.", by=by, at=NOW)


def _withdraw(here: Council) -> Do:
    row = given(here)
    return lambda by: notices.withdraw_notice(notice=row, reason="The meeting is called off.", by=by, at=NOW)


def _publish_agenda(here: Council) -> Do:
    matter = part_of(here).matter
    return lambda by: notices.publish_agenda(
        workspace=here.workspace, matter=matter, published_at=GIVEN.at, address=GIVEN.address, by=by, at=NOW
    )


def late_item(here: Council, body: str = "executive") -> AgendaChange:
    """An item that was public a day before the meeting."""
    row = agenda(here)
    Agenda.objects.filter(pk=row.pk).update(body_kind=body)
    row.refresh_from_db()
    return notices.change_agenda(
        agenda=row, what=What.ITEM, title="A late item", why="The figures came late.",
        public_at=datetime(2024, 7, 10, 9, tzinfo=UTC), by=here.who(_CLERK), at=NOW,
    )  # fmt: skip


def noticed(here: Council) -> None:
    """Something on every page of notices: a draft that waits for an agreement, one given, and a late item."""
    drafted(here, NoticeKind.SPECIAL_URGENCY)
    given(here)
    late_item(here, "committee")


def _change_agenda(here: Council) -> Do:
    row = agenda(here)
    return lambda by: notices.change_agenda(
        agenda=row, what=What.PAPER, title="Supplementary", why="It was late.", data=b"words",
        media_type="application/pdf", public_at=datetime(2024, 7, 10, 9, tzinfo=UTC), by=by, at=NOW,
    )  # fmt: skip


def _minute(here: Council) -> Do:
    row = late_item(here, "committee")
    return lambda by: notices.minute_circumstances(
        change=row, chair="Councillor Ivo Pask", circumstances="The letter came after the agenda.", by=by, at=NOW
    )


TRIALS = (
    Trial("notices.draft_notice", "notice.drafted", Deed.DRAFT_NOTICE, _CLERK, _draft),
    Trial("notices.reword_notice", "notice.reworded", Deed.DRAFT_NOTICE, _CLERK, _reword),
    Trial("notices.record_agreement", "notice.agreement_recorded", Deed.GIVE_NOTICE, _CLERK, _record_agreement),
    Trial("notices.give_notice", "notice.given", Deed.GIVE_NOTICE, _CLERK, _give),
    Trial("notices.withdraw_notice", "notice.withdrawn", Deed.GIVE_NOTICE, _CLERK, _withdraw),
    Trial("notices.publish_agenda", "agenda.published", Deed.KEEP_AGENDA, _CLERK, _publish_agenda),
    Trial("notices.change_agenda", "agenda.changed", Deed.KEEP_AGENDA, _CLERK, _change_agenda),
    Trial("notices.minute_circumstances", "agenda.circumstances_minuted", Deed.KEEP_AGENDA, _CLERK, _minute),
)
