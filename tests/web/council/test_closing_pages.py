"""The end of a year, of a round and of a council: nothing is lost, and no name is rewritten."""

from __future__ import annotations

from datetime import UTC, date, datetime
from decimal import Decimal

import pytest
from django.test import Client

from moothall.apps.closings import queries
from moothall.apps.mail.models import Message
from moothall.apps.people import actions as people
from moothall.apps.progress import actions as progress
from moothall.apps.workspaces import actions as workspaces
from moothall.domain.reporting import Frequency
from moothall.domain.roles import Role
from moothall.project import passing
from tests.apps.deeds import NEIGHBOUR
from tests.people import OPENED, ROUND, Council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/progress/"
PUBLIC = "/plans/savings-plans/ambermere/"
OCTOBER = datetime(2024, 10, 10, 9, tzinfo=UTC)


@pytest.fixture
def here(council: Council) -> Council:
    council.sent()
    progress.record_reading(
        workspace=council.workspace, measure="M1", period="to September 2024", period_ends_on=date(2024, 9, 30),
        value=Decimal("3.3"), note="Four posts are filled.", by=None, at=OCTOBER,
    )  # fmt: skip
    return council


def opened(client: Client, here: Council, role: Role) -> Client:
    client.force_login(here.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def text(client: Client, address: str, **posted: object) -> str:
    answer = client.post(address, posted, follow=True) if posted else client.get(address)
    assert answer.status_code == 200
    return " ".join(answer.content.decode().split())


def test_a_years_review_says_what_became_of_each_promise_and_is_kept_as_it_stands(
    client: Client, here: Council
) -> None:
    opened(client, here, Role.PERFORMANCE_MANAGER)
    address = HERE + "reviews/2024-04-01/2025-03-31"
    became = {"became_C1": "The agreement is signed.", "became_M1": "It fell under our limit."}

    form = text(client, address)
    refused = text(client, address, became_C1="The agreement is signed.", carried_M1="It goes on.")
    kept = text(client, address, **became, carried_M1="It is measured for one more year.")

    assert "to September 2024: 3.3. Four posts are filled." in form
    assert "Nothing is said of what became of: Agency spend." in refused and "It goes on." in refused
    assert "It is measured for one more year." in kept
    ((row, review),) = [queries.review(here.workspace.pk, one.pk) for one in queries.reviews(here.workspace.pk)]  # type: ignore[misc]
    assert row.fingerprint in kept
    assert [one.title for one in review.carried] == ["Agency spend"]
    assert "does not say why" not in kept
    assert "A review that ends on this day is kept already." in text(client, address, **became)
    assert client.get(HERE + f"reviews/{row.pk}.docx").content[:2] == b"PK"


def test_a_closed_round_is_read_and_taken_and_not_written_until_it_is_opened_again(
    client: Client, here: Council
) -> None:
    opened(client, here, Role.CHIEF_EXECUTIVE)
    closed = text(client, HERE + "closing/close", why="The two years are over.")

    assert "This round was closed on" in closed and "by Gwen Ostler: The two years are over." in closed
    opened(client, here, Role.PERFORMANCE_MANAGER)
    page = text(client, HERE)
    assert "Four posts are filled." in page and "Record or correct" not in page
    refused = client.get(HERE + "measures/M1")
    assert refused.status_code == 403
    assert b"Everything stays readable." in refused.content
    assert client.get(HERE + "section.csv").status_code == 200
    assert "Savings Plan 2024" in text(client, PUBLIC)
    opened(client, here, Role.CHIEF_EXECUTIVE)
    assert "Opened again on" in text(client, HERE + "closing/open-again", why="A figure was wrong.")
    assert opened(client, here, Role.PERFORMANCE_MANAGER).get(HERE + "measures/M1").status_code == 200


def test_a_successor_decides_on_what_is_open_and_the_old_name_stands(client: Client, here: Council) -> None:
    opened(client, here, Role.DEMOCRATIC_SERVICES)
    said = {
        "name": "Thornholt Borough Council", "vesting_on_day": 1, "vesting_on_month": 4, "vesting_on_year": 2025,
        "order": "The Thornholt Order.", "custody": "The archive at the town hall.",
    }  # fmt: skip

    page = text(client, HERE + "successor/record", **said)

    assert (
        "Thornholt Borough Council continues the work of Ambermere District Council from Tuesday 1 April 2025." in page
    )
    assert "check with your monitoring officer" in page
    public = text(client, PUBLIC)
    assert "This plan and its return stay in the name of Ambermere District Council." in public
    resolved = {"decided_on_day": 5, "decided_on_month": 3, "decided_on_year": 2025, "body": "Shadow Executive"}
    item = HERE + "successor/ambermere/M1"
    merged = text(client, item, outcome="merge", minute="12. RESOLVED that it goes on.", **resolved)
    assert "It is not said what it is merged into." in merged
    taken = text(client, item, outcome="adopt", minute="12. RESOLVED that it goes on.", **resolved)
    assert "Shadow Executive, 5 March 2025: 12. RESOLVED that it goes on." in taken
    assert queries.adoptions(here.workspace.pk)["M1"].outcome == "adopt"


def test_the_successor_finds_it_in_its_own_workspace(client: Client, here: Council) -> None:
    new = workspaces.open_workspace(authority=NEIGHBOUR, round_=ROUND, by=None, at=OPENED)
    person = here.stranger()
    people.give_role(person=person, role=Role.DEMOCRATIC_SERVICES, workspace_id=new.pk, by=None, at=OPENED)
    from moothall.apps.closings import actions

    row = actions.hand_to_successor(
        workspace=here.workspace, successor_gss=new.gss, successor_name=new.official_name, order="The order.",
        vesting_on=date(2025, 4, 1), custody="The town hall.", by=None, at=OCTOBER,
    )  # fmt: skip
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    there = f"/council/savings-plans/{new.slug}/progress/"

    page = text(client, there + "taken-over")

    assert "Ambermere District Council" in page and "Agency spend" in page
    on = {"decided_on_day": 5, "decided_on_month": 3, "decided_on_year": 2025}
    done = text(
        client, there + "successor/ambermere/M1", outcome="end", body="Shadow Executive", minute="13. It ends.", **on
    )
    assert "13. It ends." in done
    assert queries.adoptions(here.workspace.pk)["M1"].succession_id == row.pk
    assert client.get(HERE).status_code == 403, "the old council's own pages stay its own"


def test_at_the_beginning_of_a_month_each_owner_is_written_to_once_and_vacancies_go_to_the_performance_manager(
    here: Council,
) -> None:
    author = here.who(Role.REPORT_AUTHOR)
    progress.arrange(
        workspace=here.workspace, item="M1", frequency=Frequency.QUARTERLY, person=author, by=None, at=OCTOBER
    )
    progress.arrange(workspace=here.workspace, item="C1.1", post="Head of legal services", by=None, at=OCTOBER)

    for day in (2, 3):
        passing.pass_time(datetime(2025, 1, day, 9, tzinfo=UTC))

    mails = {one.to: one.words for one in Message.objects.filter(key__startswith="progress")}
    assert set(mails) == {author.email, here.who(Role.PERFORMANCE_MANAGER).email}
    assert "Agency spend, October to December 2024: due Thursday 30 January 2025" in mails[author.email]
    assert "- Agreement signed" in mails[here.who(Role.PERFORMANCE_MANAGER).email]
    assert Message.objects.filter(key__startswith="progress").count() == 2
