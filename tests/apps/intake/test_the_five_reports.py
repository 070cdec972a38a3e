"""The five real reports in the workspaces of their own councils, as text, Word and PDF; and in the wrong one."""

from __future__ import annotations

from pathlib import Path

import pytest

from moothall.apps.intake import actions, queries
from moothall.apps.intake.drafts import first_draft
from moothall.apps.plans import queries as plans
from moothall.apps.reports import queries as reports
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from moothall.domain.whose import Whose
from tests.apps.intake.brought_in import FIVE, FORMATS, NOON, again, bring, confirm_all, of_council, text_of

pytestmark = pytest.mark.django_db

EACH = [(number, kind) for number in FIVE for kind in FORMATS]
NAMED_PLAINLY = {"002", "003"}


@pytest.mark.parametrize(("number", "kind"), EACH, ids=[f"{number}-{kind}" for number, kind in EACH])
def test_a_report_is_read_confirmed_and_drafted_in_its_own_councils_workspace(
    shared_folder: Path, number: str, kind: str
) -> None:
    here = of_council(FIVE[number])

    row = bring(here, FORMATS[kind](text_of(shared_folder, number)), f"report.{kind}")

    assert row.kind == "committee_report"
    assert queries.whose(row) is (Whose.OURS if number in NAMED_PLAINLY else Whose.NOT_KNOWN)
    texts = {page["number"]: page["text"] for page in row.pages}
    assert all(texts[fact.page][fact.start : fact.end] == fact.quote for fact in row.facts.all())
    if kind == "pdf":
        marked = {at for page in row.pages for at in page["marks"]}
        assert marked == {str(fact.position) for fact in row.facts.all()}

    row = confirm_all(here, row)
    made = actions.draft_from_facts(upload=row, round_=here.round_, by=here.who(Role.POLICY_OFFICER), at=NOON)

    report = reports.report(here.workspace)
    assert report is not None
    value = reports.value(report)
    assert here.workspace.official_name in made.house_template.seen_in, "its own council's order of headings"
    assert value.title == row.record["title"]
    assert value.body == row.record["body"]["name"]
    assert len(value.recommendations) == len(row.record["recommendations"])
    assert plans.draft(here.workspace) is not None


def test_newark_and_sherwoods_report_meets_four_days_late_and_never_names_its_council(shared_folder: Path) -> None:
    here = of_council(FIVE["004"])

    row = bring(here, text_of(shared_folder, "004").encode(), "report.txt")

    told = {remark["check"]: remark["message"] for remark in row.remarks}
    assert told["step_after_deadline"] == (
        "Cabinet on 23 July 2024 is 4 days after the round's deadline of 19 July 2024."
    )
    assert told["authority_not_named"] == "The document does not name its council."
    assert queries.whose(row) is Whose.NOT_KNOWN


def test_newark_and_sherwoods_report_drafts_nothing_until_somebody_says_whose_it_is(shared_folder: Path) -> None:
    here = of_council(FIVE["004"])
    by = here.who(Role.POLICY_OFFICER)
    row = bring(here, text_of(shared_folder, "004").encode(), "report.txt")
    actions.confirm_fact(upload=row, field="title", verdict="right", by=by, at=NOON)

    with pytest.raises(Refusal, match="Say first whether it is Newark and Sherwood District Council's"):
        actions.draft_from_facts(upload=again(row), round_=here.round_, by=by, at=NOON)
    actions.say_whose(upload=row, is_ours=True, by=by, at=NOON)
    made = actions.draft_from_facts(upload=again(row), round_=here.round_, by=by, at=NOON)

    assert made.fill == {"title": "Productivity Plan"}


def test_the_dates_of_newark_and_sherwoods_cabinet_are_late_by_its_call_in_too(shared_folder: Path) -> None:
    here = of_council(FIVE["004"])

    row = confirm_all(here, bring(here, text_of(shared_folder, "004").encode(), "report.txt"))
    first = first_draft(row, here.round_, today=NOON.date())

    assert first.course is not None
    assert first.course.decided_on.isoformat() == "2024-07-23"
    assert first.slack_days is not None
    assert first.slack_days < -4


def test_harlows_report_in_another_councils_workspace_brings_a_remark_and_fills_nothing_in(shared_folder: Path) -> None:
    here = of_council(FIVE["001"])
    by = here.who(Role.POLICY_OFFICER)

    row = bring(here, text_of(shared_folder, "003").encode(), "harlow.txt")
    for field in ("title", "body", "meeting_date", "recommendations"):
        actions.confirm_fact(upload=row, field=field, verdict="right", by=by, at=NOON)

    first = row.remarks[0]
    assert first["check"] == "another_authority_named"
    assert "names Harlow" in first["message"]
    with pytest.raises(Refusal, match="report of Harlow, and this is Oadby and Wigston Borough Council's workspace"):
        actions.draft_from_facts(upload=again(row), round_=here.round_, by=by, at=NOON)
    assert plans.draft(here.workspace) is None
    assert reports.report(here.workspace) is None
    assert again(row).drafted_at is None


def test_being_not_sure_does_not_take_another_councils_name_away(shared_folder: Path) -> None:
    here = of_council(FIVE["001"])
    row = bring(here, text_of(shared_folder, "003").encode(), "harlow.txt")

    actions.say_whose(upload=row, is_ours=None, by=here.who(Role.POLICY_OFFICER), at=NOON)

    assert queries.whose(again(row)) is Whose.ANOTHERS


def test_test_valleys_report_in_another_workspace_is_asked_about_since_a_partnership_is_only_a_clue(
    shared_folder: Path,
) -> None:
    here = of_council(FIVE["003"])

    row = bring(here, text_of(shared_folder, "000").encode(), "report.txt")

    assert row.record["authority"]["name"] == "Test Valley"
    assert queries.whose(row) is Whose.NOT_KNOWN
