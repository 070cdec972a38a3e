"""A trial for each deed of following a plan and of closing its round, as in `deeds`."""

from __future__ import annotations

from datetime import date

from moothall.apps.closings import actions as closings
from moothall.apps.plans import queries as plans
from moothall.apps.progress import actions as progress
from moothall.apps.progress.models import Break, Table
from moothall.documents.exchange import progress_table
from moothall.domain.closings import Outcome
from moothall.domain.progress import BreakKind
from moothall.domain.reporting import Frequency
from moothall.domain.reviews import Review, Reviewed, ReviewedKind, Said
from moothall.domain.roles import Deed, Role
from tests.apps.deeds import NOW, Do, Trial
from tests.people import Council

JUNE = date(2024, 6, 30)
ROW = ("M1", "Agency spend", "April to June 2024", "30 June 2024", "3.9", "Two posts are filled.", "", "")


def table_of(*rows: tuple[str, ...]) -> bytes:
    """A filled table as CSV."""
    return progress_table.as_csv(rows)


def _point(here: Council) -> Do:
    here.written()
    return lambda by: progress.point_to_item(
        workspace=here.workspace, item="M1", meeting="Cabinet", meeting_on=date(2024, 7, 11), says="It fell to 3.9%.",
        period="to June 2024", period_ends_on=JUNE, by=by, at=NOW,
    )  # fmt: skip


def _break(here: Council) -> Do:
    here.written()
    return lambda by: progress.record_break(
        workspace=here.workspace, measure="M1", from_on=JUNE, kind=BreakKind.BASIS, words="Schools are counted now.",
        by=by, at=NOW,
    )  # fmt: skip


def _take_break_back(here: Council) -> Do:
    row = _break(here)(None)
    return lambda by: progress.take_break_back(
        row=Break.objects.get(pk=row.pk), why="Schools never were.", by=by, at=NOW
    )


def _arrange(here: Council) -> Do:
    here.written()
    return lambda by: progress.arrange(
        workspace=here.workspace, item="M1", frequency=Frequency.QUARTERLY, person=here.who(Role.REPORT_AUTHOR),
        by=by, at=NOW,
    )  # fmt: skip


def _bring_table(here: Council) -> Do:
    return lambda by: progress.bring_table(
        workspace=here.workspace, data=table_of(ROW), name="quarter 1.csv", by=by, at=NOW
    )


def _take_table(here: Council) -> Do:
    version, table = here.written(), _bring_table(here)(None)
    return lambda by: progress.take_table(
        table=Table.objects.get(pk=table.pk), plan=plans.frozen(version), by=by, at=NOW
    )


def _release(here: Council) -> Do:
    _break(here)(None)
    return lambda by: progress.release(workspace=here.workspace, words="It goes well.", by=by, at=NOW)


def _keep_review(here: Council) -> Do:
    item = Reviewed("C1", ReviewedKind.COMMITMENT, "Share a legal service", "With a neighbour.", (), "It is shared.")
    review = Review(
        "X07000090", "Ambermere District Council", "savings-plans", "Savings Plan 2024", date(2023, 4, 1),
        date(2024, 3, 31), "A good year.", (item,),
    )  # fmt: skip
    return lambda by: closings.keep_review(
        workspace=here.workspace, review=review, said={"C1": Said("It is shared.")}, by=by, at=NOW
    )


def _close_round(here: Council) -> Do:
    return lambda by: closings.close_round(workspace=here.workspace, why="The two years are over.", by=by, at=NOW)


def _reopen_round(here: Council) -> Do:
    _close_round(here)(None)
    return lambda by: closings.reopen_round(workspace=here.workspace, why="A figure was wrong.", by=by, at=NOW)


def _hand_to_successor(here: Council) -> Do:
    return lambda by: closings.hand_to_successor(
        workspace=here.workspace, successor_gss="X07000091", successor_name="Thornholt Borough Council",
        vesting_on=date(2025, 4, 1), order="The Thornholt (Structural Changes) Order", custody="The town hall.",
        by=by, at=NOW,
    )  # fmt: skip


def _adopt_item(here: Council) -> Do:
    row = _hand_to_successor(here)(None)
    return lambda by: closings.adopt_item(
        succession=row, item="M1", outcome=Outcome.ADOPT, body="Shadow Executive", decided_on=date(2024, 7, 15),
        minute="12. RESOLVED that the measure goes on.", by=by, at=NOW,
    )  # fmt: skip


_FOLLOWS, _DEMOCRATIC = Role.PERFORMANCE_MANAGER, Role.DEMOCRATIC_SERVICES
TRIALS: tuple[Trial, ...] = (
    Trial("progress.point_to_item", "progress.pointed", Deed.RECORD_READING, _FOLLOWS, _point),
    Trial("progress.record_break", "break.recorded", Deed.RECORD_READING, _FOLLOWS, _break),
    Trial("progress.take_break_back", "break.taken_back", Deed.RECORD_READING, _FOLLOWS, _take_break_back),
    Trial("progress.arrange", "progress.arranged", Deed.ARRANGE_FOLLOWING, _FOLLOWS, _arrange),
    Trial("progress.bring_table", "progress.table_brought", Deed.RECORD_READING, _FOLLOWS, _bring_table),
    Trial("progress.take_table", "progress.table_taken", Deed.RECORD_READING, _FOLLOWS, _take_table),
    Trial("progress.release", "progress.released", Deed.RELEASE_PROGRESS, _FOLLOWS, _release),
    Trial("closings.keep_review", "review.kept", Deed.KEEP_REVIEW, _FOLLOWS, _keep_review),
    Trial("closings.close_round", "round.closed", Deed.CLOSE_ROUND, _DEMOCRATIC, _close_round),
    Trial("closings.reopen_round", "round.reopened", Deed.REOPEN_ROUND, _DEMOCRATIC, _reopen_round),
    Trial("closings.hand_to_successor", "succession.recorded", Deed.HAND_TO_SUCCESSOR, _DEMOCRATIC, _hand_to_successor),
    Trial("closings.adopt_item", "item.taken_over", Deed.ADOPT_ITEM, _DEMOCRATIC, _adopt_item),
)
