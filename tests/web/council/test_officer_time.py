"""Officer time: off until it is switched on, corrected and never overwritten, and for one council alone."""

from __future__ import annotations

import pytest
from django.db import DatabaseError, transaction
from django.test import Client

from moothall.apps.hours import actions
from moothall.apps.hours.models import Entry, Switch, TakenBack
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW
from tests.apps.deeds_hours import TIME, entered, recording
from tests.people import Council
from tests.promises.source import modules


def _client(council: Council, role: Role = Role.POLICY_OFFICER) -> Client:
    client = Client()
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def _said(answer: object) -> str:
    return " ".join(answer.content.decode().split())  # type: ignore[attr-defined]


@pytest.mark.django_db
def test_time_is_entered_once_it_is_switched_on_corrected_taken_back_and_read_as_csv(council: Council) -> None:
    client, where = _client(council), f"/council/{council.round_.slug}/{council.workspace.slug}/officer-time/"
    officer = _client(council, Role.IMPLICATION_AUTHOR)
    time = {
        "post": "finance", "stage": "plan", "hours": "1.5", "span": "week", "on_day": "5", "on_month": "6",
        "on_year": "2024", "words": "Figures",
    }  # fmt: skip

    before, early = _said(client.get(where)), _said(officer.post(where + "add", time))
    not_theirs = officer.get(where + "switch").status_code
    client.post(where + "switch", {"words": "For the review"})
    uneven = _said(officer.post(where + "add", time | {"hours": "1.3"}))
    for _ in range(2):
        officer.post(where + "add", time)
    unsaid = _said(officer.post(where + "1/correct", time | {"hours": "2.25"}))
    officer.post(where + "1/correct", time | {"hours": "2.25", "why": "It took longer"})
    officer.post(where + "2/take-back", {"why": "Entered twice"})
    again = _said(officer.post(where + "1/take-back", {"why": "Again"}))
    page, csv = _said(client.get(where)), client.get(where + "officer-time.csv").content.decode("utf-8-sig")

    assert "Officer time is not recorded here." in before and "Nothing asks for it" in before
    assert "Officer time is not recorded here." in early and not_theirs == 403
    assert (
        "1.3 hours is not in quarter hours." in uneven and "Figures" in uneven and "Say why it is corrected" in unsaid
    )
    assert "2.25 hours of officer time are on record." in page and "Corrected by entry 3." in page
    assert "In place of entry 1: It took longer" in page and "Taken back: Entered twice." in page
    assert "Entry 1 no longer counts." in again
    assert csv.splitlines()[0].startswith("Entry,Kind of post,Stage,Hours") and len(csv.splitlines()) == 4
    assert council.who(Role.IMPLICATION_AUTHOR).name not in page.split("<h1", 1)[1] + csv


@pytest.mark.django_db
def test_once_it_is_off_what_was_entered_stays_as_from_before_and_nothing_is_overwritten(council: Council) -> None:
    row, by = entered(council), council.who(Role.POLICY_OFFICER)
    actions.take_back(
        found=actions.enter(workspace=council.workspace, time=TIME, by=by, at=NOW), why="Twice.", by=by, at=NOW
    )
    recording(council, is_on=False, words="The review is done")

    page = _said(_client(council).get(f"/council/{council.round_.slug}/{council.workspace.slug}/officer-time/"))

    assert "no longer recorded here" in page and "From before" in page and "1.5 hours of officer time" in page
    assert "Enter time" not in page and "Why it ended: The review is done" in page
    with pytest.raises(Refusal, match="not recorded here"):
        actions.correct(found=row, time=TIME, why="Late.", by=by, at=NOW)
    with pytest.raises(Refusal, match="off already"):
        recording(council, is_on=False, words="Again")
    for table in (Switch, Entry, TakenBack):
        with pytest.raises(DatabaseError), transaction.atomic():
            table.objects.all().delete()


def test_no_page_of_the_public_the_panel_or_the_programs_reads_officer_time() -> None:
    readers = {
        module.name
        for module in modules("web", "corpus", "apps", "project")
        for imported, _ in module.imports()
        if imported.startswith("moothall.apps.hours") and not module.name.startswith("moothall.apps.hours")
    }

    assert readers == {"moothall.web.council.views.hours", "moothall.web.council.needs"}
