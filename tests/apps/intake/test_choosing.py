"""Where a document says two things, sets out two meetings, or is read again: people choose, and all of it is kept."""

from __future__ import annotations

from typing import Any

import pytest

from moothall.apps.audit.models import Entry
from moothall.apps.intake import actions, queries
from moothall.apps.intake.models import Confirmation, Upload
from moothall.apps.intake.tasks import read_upload
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.intake.brought_in import NOON, REPORT, again, bring
from tests.apps.proof import everything, failed_at_each_write
from tests.people import Council
from tests.samples import as_docx, mails
from tests.samples.matter import items

pytestmark = pytest.mark.django_db

DECISION = """# Savings plan decision

Ambermere District Council

Meeting:\tCabinet
Date:\t11 July 2024
Date of meeting:\t18 July 2024
Decision status:\tNot approved

Decision:
RESOLVED: That the Savings Plan be approved and endorsed.
"""

TWO_MEETINGS = """# Savings plan

Ambermere District Council

## Overview and Scrutiny Committee, 2 July 2024

RESOLVED: That the savings plan be noted.

## Cabinet, 11 July 2024

RESOLVED: That the savings plan be approved and endorsed.
"""


@pytest.fixture
def row(council: Council) -> Upload:
    """A decision with two dates, and a status against its resolution."""
    return bring(council, DECISION.encode(), "decision.txt")


def lines(event: str) -> list[dict[str, Any]]:
    return [entry.details for entry in Entry.objects.filter(event=event)]


def test_both_dates_and_the_status_line_are_kept_with_their_places(row: Upload) -> None:
    dates, status = queries.between(row, "meeting_date"), queries.between(row, "recommendations")

    assert [one["value"] for one in dates] == ["2024-07-11", "2024-07-18"]
    assert [one["quote"] for one in dates] == ["11 July 2024", "18 July 2024"]
    assert all(row.pages[0]["text"][one["start"] : one["end"]] == one["quote"] for one in (*dates, *status))
    assert (status[1]["value"], status[1]["quote"]) == (None, "Not approved")
    assert queries.between(row, "title") == []


@pytest.mark.parametrize(
    ("field", "choice", "verdict", "value"),
    [
        ("meeting_date", 0, "chosen", "2024-07-11"),
        ("meeting_date", 1, "chosen", "2024-07-18"),
        ("meeting_date", None, "both", None),
        ("recommendations", 1, "rejected", None),
    ],
)
def test_a_person_chooses_one_or_keeps_both_with_a_remark_and_both_stay_on_record(
    council: Council, row: Upload, field: str, choice: int | None, verdict: str, value: Any
) -> None:
    by = council.who(Role.REPORT_AUTHOR)

    actions.settle_rivals(upload=row, field=field, choice=choice, remark="It met twice.", by=by, at=NOON)

    said = queries.verdicts(again(row))[field]
    assert (said.verdict, said.value, said.remark) == (verdict, value, "It met twice.")
    assert len(said.between) == 2
    (line,) = lines("rivals.settled")
    assert (line["verdict"], line["between"], line["remark"]) == (verdict, said.between, "It met twice.")
    assert len(queries.between(again(row), field)) == 2


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"field": "meeting_date", "choice": None}, "the record needs a remark"),
        ({"field": "meeting_date", "choice": 2}, "There is no such value to choose"),
        ({"field": "title", "choice": 0}, "The document says one thing here"),
        ({"field": "colour", "choice": 0}, "There is no field called colour"),
    ],
)
def test_a_choice_that_cannot_be_made_is_refused_and_leaves_no_line(
    council: Council, row: Upload, given: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        actions.settle_rivals(upload=row, **given, by=council.who(Role.POLICY_OFFICER), at=NOON)

    assert lines("rivals.settled") == []


def test_each_new_deed_falls_with_any_of_its_writes_and_is_for_those_who_confirm(council: Council, row: Upload) -> None:
    two, by = bring(council, TWO_MEETINGS.encode(), "minutes.txt"), council.who(Role.POLICY_OFFICER)
    deeds = (
        lambda who: actions.settle_rivals(upload=row, field="meeting_date", choice=1, by=who, at=NOON),
        lambda who: actions.take_one_of_several(upload=two, number=1, by=who, at=NOON),
    )

    for deed in deeds:
        before = everything()
        assert all(after == before for after in failed_at_each_write(lambda deed=deed: deed(by)))
        with pytest.raises(Refusal, match="You cannot do this"):
            deed(council.who(Role.DEMOCRATIC_SERVICES))


def test_what_was_read_can_be_rejected_with_nothing_in_its_place(council: Council, row: Upload) -> None:
    by = council.who(Role.POLICY_OFFICER)

    actions.confirm_fact(upload=row, field="title", verdict="rejected", by=by, at=NOON)

    assert queries.confirmed(again(row)) == {"title": None}
    with pytest.raises(Refusal, match="Nothing was found here that could be wrong"):
        actions.confirm_fact(upload=row, field="wards", verdict="rejected", by=by, at=NOON)


def test_two_meetings_in_one_document_are_read_each_by_itself_and_one_is_taken(council: Council) -> None:
    row = bring(council, TWO_MEETINGS.encode(), "minutes.txt")

    scrutiny, cabinet = queries.several(row)
    taken = actions.take_one_of_several(upload=row, number=1, by=council.who(Role.POLICY_OFFICER), at=NOON)

    assert scrutiny["record"]["body"]["name"] == "Overview and Scrutiny Committee"
    assert scrutiny["record"]["verbs"] == ["note"]
    assert (cabinet["record"]["meeting_date"], cabinet["record"]["verbs"]) == ("2024-07-11", ["approve", "endorse"])
    assert queries.confirmed(again(row))["meeting_date"] == "2024-07-11"
    assert queries.confirmed(again(row))["body"] == {"name": "Cabinet", "kind": "executive"}
    assert {one.remark for one in taken} == {"Cabinet, 11 July 2024"}
    assert lines("document.one_taken")[0]["number"] == 1
    with pytest.raises(Refusal, match="sets out no such meeting"):
        actions.take_one_of_several(upload=row, number=2, by=council.who(Role.POLICY_OFFICER), at=NOON)


def test_a_report_of_one_meeting_sets_out_no_two(council: Council) -> None:
    assert queries.several(bring(council, REPORT.encode(), "report.txt")) == []


def test_a_label_with_nothing_beside_it_is_empty_and_not_absent(council: Council) -> None:
    row = bring(council, REPORT.replace("Councillor Ada Merrow", "").encode(), "report.txt")

    empty = {one["kind"]: one for one in row.aside["empty"]}
    assert row.record["portfolio_holder"] is None
    assert empty["portfolio_holder"]["quote"] == "Portfolio Holder:"
    assert "wards" not in empty


def test_another_reading_offers_what_it_finds_beside_what_was_confirmed_and_never_in_its_place(
    council: Council,
) -> None:
    by = council.who(Role.POLICY_OFFICER)
    row = bring(council, REPORT.encode(), "report.txt")
    actions.confirm_fact(upload=row, field="title", verdict="right", by=by, at=NOON)
    actions.confirm_fact(upload=row, field="meeting_date", verdict="corrected", value="2024-07-18", by=by, at=NOON)
    # The reader of before had found another title, no wards and the same date.
    Confirmation.objects.filter(field="title").update(value="Savings", read={"value": "Savings"})
    row.record = {**row.record, "title": "Savings", "portfolio_holder": None}
    row.save()

    actions.read_anew(upload=row, by=by, at=NOON)
    read_upload.call(row.pk)
    row = again(row)

    assert queries.confirmed(row) == {"title": "Savings", "meeting_date": "2024-07-18"}
    assert queries.news(row) == {"title": "Savings Plan 2024", "portfolio_holder": "Councillor Ada Merrow"}
    actions.confirm_fact(upload=row, field="title", verdict="kept", by=by, at=NOON)
    assert queries.confirmed(again(row))["title"] == "Savings"
    assert queries.news(again(row)) == {"portfolio_holder": "Councillor Ada Merrow"}
    actions.confirm_fact(upload=again(row), field="title", verdict="right", by=by, at=NOON)
    assert queries.confirmed(again(row))["title"] == "Savings Plan 2024"
    with pytest.raises(Refusal, match="Nobody has answered this yet"):
        actions.confirm_fact(upload=again(row), field="options", verdict="kept", by=by, at=NOON)


def test_a_corrected_version_takes_the_answers_along_and_says_what_is_new_in_it(council: Council) -> None:
    by = council.who(Role.POLICY_OFFICER)
    row = bring(council, REPORT.encode(), "report.txt")
    actions.confirm_fact(upload=row, field="meeting_date", verdict="right", by=by, at=NOON)
    data = REPORT.replace("Date:\t11 July 2024", "Date:\t25 July 2024").encode()

    later = actions.replace_document(upload=row, name="corrected.txt", data=data, by=by, at=NOON)
    read_upload.call(later.pk)

    assert queries.confirmed(again(later)) == {"meeting_date": "2024-07-11"}
    assert queries.news(again(later))["meeting_date"] == "2024-07-25"


def test_facts_of_a_mails_attachment_stand_on_its_pages_and_the_parts_are_named(council: Council) -> None:
    attached = (("report.docx", as_docx.make(items(REPORT))), ("broken.docx", b"PK\x03\x04 no more"))

    row = bring(council, mails.mail(attached=attached).as_bytes(), "mail.eml")

    names = [(one["name"], one["first"]) for one in row.aside["parts"]]
    assert names == [("mail.eml", 1), ("report.docx", 2), ("broken.docx", None)]
    assert row.aside["main"] == 1
    assert {fact.page for fact in row.facts.all() if fact.kind == "recommendations"} == {2}


def test_a_forward_plan_entry_brought_in_is_held_against_the_report_and_the_report_against_it(council: Council) -> None:
    notice = "# Notice of key decision\n\nReference:\tKD 24/117\nTitle:\tSavings Plan\nDecision maker:\tCouncil\n"
    entry = bring(council, notice.encode(), "notice.txt")
    report = bring(council, REPORT.encode(), "report.txt")

    told = [[one.message for one in queries.beside_the_plan(again(each))] for each in (entry, report)]

    assert told[0] == told[1]
    assert told[0] == ["The forward plan gives the decision maker “Council”; the report gives “Cabinet”."]
