"""Each deed of intake: it happens, one line is written, its refusals speak, and all of it is undone together."""

from __future__ import annotations

from typing import Any

import pytest

from moothall.apps.audit.models import Entry
from moothall.apps.intake import actions, queries
from moothall.apps.intake.drafts import first_draft
from moothall.apps.intake.models import Upload
from moothall.apps.plans import actions as plan_actions
from moothall.apps.plans import queries as plans
from moothall.apps.reports import actions as report_actions
from moothall.apps.reports import queries as reports
from moothall.domain.drafting import WANTED
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from moothall.domain.whose import Whose
from tests.apps.intake.brought_in import FORMATS, NOON, REPORT, again, bring, confirm_all
from tests.people import Council

pytestmark = pytest.mark.django_db


@pytest.fixture
def row(council: Council) -> Upload:
    """An invented council's own report, read."""
    return bring(council, REPORT.encode(), "report.txt")


def lines(event: str) -> list[dict[str, Any]]:
    """What the record says of the deeds of this kind, oldest first."""
    return [entry.details for entry in Entry.objects.filter(event=event)]


def test_an_upload_is_kept_under_its_fingerprint_with_one_line(row: Upload) -> None:
    (line,) = lines("document.uploaded")

    assert line == {"name": "report.txt", "sha256": row.file.sha256, "size": len(REPORT.encode())}


def test_an_empty_file_is_refused_and_leaves_nothing(council: Council) -> None:
    with pytest.raises(Refusal, match=r"empty\.txt is empty: it holds no bytes at all\. Save it again"):
        actions.upload_document(
            workspace=council.workspace, name="empty.txt", data=b"", by=council.who(Role.POLICY_OFFICER), at=NOON
        )

    assert not Upload.objects.exists()
    assert lines("document.uploaded") == []


def test_a_file_over_25_mb_is_refused_with_its_size_and_what_to_do() -> None:
    with pytest.raises(Refusal, match=r"big.pdf has 25.5 MB; the most is 25 MB. Save"):
        actions.check_size("big.pdf", int(25.5 * 1024 * 1024))


def test_a_performance_manager_brings_nothing_in(council: Council) -> None:
    with pytest.raises(Refusal, match="Ask a policy officer or report author"):
        actions.upload_document(
            workspace=council.workspace,
            name="report.txt",
            data=b"words",
            by=council.who(Role.PERFORMANCE_MANAGER),
            at=NOON,
        )


def test_an_invented_council_is_known_by_its_own_name_in_the_report(row: Upload) -> None:
    assert row.record["authority"] == {
        "gss": row.workspace.gss,
        "name": "Ambermere District Council",
        "basis": "named",
    }
    assert queries.whose(row) is Whose.OURS
    assert "authority_not_named" not in {remark["check"] for remark in row.remarks}


def test_a_confirmation_is_one_line_with_what_was_read(council: Council, row: Upload) -> None:
    actions.confirm_fact(upload=row, field="title", verdict="right", by=council.who(Role.REPORT_AUTHOR), at=NOON)

    (line,) = lines("fact.confirmed")
    assert (line["field"], line["verdict"], line["read"]) == ("title", "right", "Savings Plan 2024")
    assert line["one_of_many"] is False
    assert queries.confirmed(again(row)) == {"title": "Savings Plan 2024"}


def test_the_latest_answer_holds_and_the_earlier_ones_stay(council: Council, row: Upload) -> None:
    by = council.who(Role.POLICY_OFFICER)

    actions.confirm_fact(upload=row, field="title", verdict="right", by=by, at=NOON)
    actions.confirm_fact(upload=row, field="title", verdict="corrected", value="The Savings Plan", by=by, at=NOON)
    actions.confirm_fact(upload=row, field="title", verdict="not_said", by=by, at=NOON)

    assert queries.confirmed(again(row)) == {"title": None}
    assert again(row).confirmations.count() == 3
    assert [line["verdict"] for line in lines("fact.confirmed")] == ["right", "corrected", "not_said"]


@pytest.mark.parametrize(
    ("given", "sentence"),
    [
        ({"field": "colour", "verdict": "right"}, "There is no field called colour"),
        ({"field": "letter_date", "verdict": "right"}, "Nothing was found here that could be right"),
        ({"field": "title", "verdict": "corrected", "value": ""}, "The correction is empty"),
        ({"field": "meeting_date", "verdict": "corrected", "value": "soon"}, "shape of this field"),
    ],
)
def test_a_confirmation_that_says_nothing_is_refused_and_leaves_no_line(
    council: Council, row: Upload, given: dict[str, Any], sentence: str
) -> None:
    with pytest.raises(Refusal, match=sentence):
        actions.confirm_fact(upload=row, **given, by=council.who(Role.POLICY_OFFICER), at=NOON)

    assert lines("fact.confirmed") == []
    assert not again(row).confirmations.exists()


def test_democratic_services_confirms_nothing(council: Council, row: Upload) -> None:
    with pytest.raises(Refusal, match="You cannot do this"):
        actions.confirm_fact(
            upload=row, field="title", verdict="right", by=council.who(Role.DEMOCRATIC_SERVICES), at=NOON
        )


@pytest.mark.parametrize(("is_ours", "found"), [(True, Whose.OURS), (False, Whose.ANOTHERS), (None, Whose.NOT_KNOWN)])
def test_a_person_says_whose_it_is_and_the_record_keeps_what_was_read(
    council: Council, row: Upload, is_ours: bool | None, found: Whose
) -> None:
    actions.say_whose(upload=row, is_ours=is_ours, by=council.who(Role.POLICY_OFFICER), at=NOON)

    (line,) = lines("document.whose_said")
    assert queries.whose(again(row)) is found
    assert line["is_ours"] is is_ours
    assert line["read"]["name"] == "Ambermere District Council"


def test_the_draft_fills_plan_and_report_with_what_was_confirmed_and_one_line_of_its_own(
    council: Council, row: Upload
) -> None:
    by = council.who(Role.POLICY_OFFICER)

    made = actions.draft_from_facts(upload=confirm_all(council, row), round_=council.round_, by=by, at=NOON)

    report, plan = reports.report(council.workspace), plans.draft(council.workspace)
    assert report is not None
    assert plan is not None
    value = reports.value(report)
    assert (value.title, value.body, str(value.meeting_on)) == ("Savings Plan 2024", "Cabinet", "2024-07-11")
    assert [limb.verb.value for limb in value.recommendations[0].limbs] == ["approve", "endorse"]
    assert plan.title == "Savings Plan 2024"
    (line,) = lines("draft.made")
    assert line["filled"] == sorted(made.fill)
    assert line["left_as_it_was"] == []
    assert WANTED["consultees"] in line["missing"]
    assert again(row).drafted_at == NOON


def test_words_somebody_wrote_stay_and_are_named(council: Council, row: Upload) -> None:
    by = council.who(Role.POLICY_OFFICER)
    plan_actions.begin_plan(workspace=council.workspace, title="Our plan", by=by, at=NOON)
    report = report_actions.begin_report(workspace=council.workspace, house_template="two_tables", by=by, at=NOON)
    report_actions.write_field(report=report, name="title", value="My own title", revision=0, by=by, at=NOON)

    made = actions.draft_from_facts(upload=confirm_all(council, row), round_=council.round_, by=by, at=NOON)

    after = reports.report(council.workspace)
    assert after is not None
    assert made.left == ("title",)
    assert reports.value(after).title == "My own title"
    assert after.house_template == "two_tables"
    assert plans.draft(council.workspace).title == "Our plan"  # type: ignore[union-attr]
    assert lines("draft.made")[0]["left_as_it_was"] == ["title"]


def test_a_second_draft_changes_nothing_that_the_first_one_filled(council: Council, row: Upload) -> None:
    by = council.who(Role.POLICY_OFFICER)
    actions.draft_from_facts(upload=confirm_all(council, row), round_=council.round_, by=by, at=NOON)
    written = len(lines("report.field_written"))

    made = actions.draft_from_facts(upload=again(row), round_=council.round_, by=by, at=NOON)

    assert (made.fill, made.left) == ({}, ())
    assert len(made.same) == written
    assert len(lines("report.field_written")) == written


def test_nothing_confirmed_drafts_nothing(council: Council, row: Upload) -> None:
    with pytest.raises(Refusal, match="Nothing is confirmed yet"):
        actions.draft_from_facts(upload=row, round_=council.round_, by=council.who(Role.POLICY_OFFICER), at=NOON)

    assert lines("draft.made") == []


def test_a_report_author_confirms_but_does_not_draft(council: Council, row: Upload) -> None:
    author = council.who(Role.REPORT_AUTHOR)
    actions.confirm_fact(upload=row, field="title", verdict="right", by=author, at=NOON)

    with pytest.raises(Refusal, match="Ask a policy officer"):
        actions.draft_from_facts(upload=again(row), round_=council.round_, by=author, at=NOON)


def test_a_draft_that_fails_on_the_way_leaves_no_plan_no_report_and_no_line(
    council: Council, row: Upload, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fails(**_: Any) -> None:
        raise RuntimeError("the disk is full")

    monkeypatch.setattr(actions.reports, "write_field", fails)

    with pytest.raises(RuntimeError, match="disk"):
        actions.draft_from_facts(
            upload=confirm_all(council, row), round_=council.round_, by=council.who(Role.POLICY_OFFICER), at=NOON
        )

    assert plans.draft(council.workspace) is None
    assert reports.report(council.workspace) is None
    assert lines("draft.made") == lines("plan.begun") == []


def test_cabinet_on_11_july_has_its_agenda_public_by_3_july_and_is_in_force_on_the_deadline(
    council: Council, row: Upload
) -> None:
    first = first_draft(confirm_all(council, row), council.round_, today=NOON.date())

    assert first.course is not None
    by_step = {step.step: step.on.isoformat() for step in first.course.steps}
    assert by_step["agenda_publication"] == "2024-07-03"
    assert first.slack_days == 0
    assert first.as_of == NOON.date()


def test_days_are_counted_from_the_letter_once_the_deadline_has_gone_by(council: Council, row: Upload) -> None:
    first = first_draft(row, council.round_, today=council.round_.deadline_on.replace(year=2026))

    assert first.as_of == council.round_.letter_on


def test_what_the_house_template_needs_and_the_report_lacks_is_named_by_its_labels(
    council: Council, row: Upload
) -> None:
    first = first_draft(confirm_all(council, row), council.round_, today=NOON.date())

    assert "Reasons" in first.missing
    assert [count for _, count in first.open_questions] == [2, 1, 1, 1]


@pytest.mark.parametrize("kind", sorted(FORMATS))
def test_every_fact_stands_where_it_says_and_a_pdf_knows_where_on_its_pages(council: Council, kind: str) -> None:
    found = bring(council, FORMATS[kind](REPORT), f"report.{kind}")

    texts = {page["number"]: page["text"] for page in found.pages}
    assert all(texts[fact.page][fact.start : fact.end] == fact.quote for fact in found.facts.all())
    assert [bool(page["marks"]) for page in found.pages] == [kind == "pdf"] * len(found.pages)
    assert found.record["meeting_date"] == "2024-07-11"
