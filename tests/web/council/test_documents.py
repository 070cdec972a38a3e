"""Documents of a workspace: bringing one in, confirming what it says, and the draft, as pages."""

from __future__ import annotations

import html
import re
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from playwright.sync_api import Page, expect

from moothall.apps.audit.models import Entry
from moothall.apps.intake import actions, queries
from moothall.apps.intake.models import Confirmation, Upload
from moothall.apps.reports import queries as reports
from moothall.domain.roles import Role
from moothall.domain.whose import Whose
from moothall.web.council.record_fields import FIELDS
from tests import browsing
from tests.apps.intake.brought_in import FIVE, FORMATS, NOON, REPORT, again, bring, confirm_all, of_council, text_of
from tests.apps.intake.test_choosing import DECISION, TWO_MEETINGS
from tests.people import Council
from tests.samples import hostile, mails

pytestmark = pytest.mark.django_db
MEGABYTE = 1024 * 1024
NO_DAY = {"said_day": "1", "said_month": "6", "said_year": "2024"}
BASE = "/council/savings-plans/ambermere/documents/"


def signed_in(here: Council, role: Role) -> Client:
    client = Client()
    client.force_login(here.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def words(answer: Any) -> str:
    """The page as one line of text with its marks-up."""
    return " ".join(answer.content.decode().split())


@pytest.fixture
def officer(council: Council) -> Client:
    return signed_in(council, Role.POLICY_OFFICER)


@pytest.fixture
def row(council: Council) -> Upload:
    """The invented council's own report as text, read."""
    return bring(council, REPORT.encode(), "report.txt")


@pytest.fixture
def printed(council: Council) -> Upload:
    """The same as a PDF."""
    return bring(council, FORMATS["pdf"](REPORT), "report.pdf")


def page_of(row: Upload, more: str = "") -> str:
    return f"/council/{row.workspace.round_slug}/{row.workspace.slug}/documents/{row.pk}/{more}"


# Bringing one in


def test_an_upload_leads_to_a_page_that_waits_and_looks_again_by_itself(council: Council, officer: Client) -> None:
    answer = officer.post(BASE, {"file": SimpleUploadedFile("report.txt", REPORT.encode())}, follow=True)

    assert "Your document is being read" in words(answer)
    assert answer["Refresh"] == "3"
    assert "could be stopped" not in words(answer)


def test_the_waiting_page_becomes_the_reading_page_without_a_script(
    council: Council, officer: Client, django_capture_on_commit_callbacks: Any
) -> None:
    with django_capture_on_commit_callbacks(execute=True):
        answer = officer.post(BASE, {"file": SimpleUploadedFile("report.txt", REPORT.encode())})

    read = officer.get(answer["Location"])

    assert "Is this what the report says?" in words(read)
    assert "Refresh" not in read


def test_a_document_that_waits_for_long_says_so_and_can_be_asked_for_again(council: Council, officer: Client) -> None:
    row = actions.upload_document(
        workspace=council.workspace, name="r.txt", data=b"words", by=council.who(Role.POLICY_OFFICER), at=NOON
    )

    answer = officer.get(page_of(row))
    asked = officer.post(page_of(row, "again"))

    assert "It has waited for longer than usual" in words(answer)
    assert asked["Location"] == page_of(row)
    assert Entry.objects.filter(event="document.asked_for_again").count() == 1


@pytest.mark.parametrize(
    ("name", "data", "sentence"),
    [
        ("empty.pdf", b"", "empty.pdf is empty: it holds no bytes at all."),
        ("big.pdf", b"%PDF-" + bytes(26 * MEGABYTE), "big.pdf has 26.0 MB; the most is 25 MB."),
    ],
)  # fmt: skip
def test_an_empty_or_oversized_file_is_told_on_the_documents_page_and_nothing_is_lost(
    officer: Client, row: Upload, name: str, data: bytes, sentence: str
) -> None:
    answer = officer.post(BASE, {"file": SimpleUploadedFile(name, data)})

    assert sentence in words(answer)
    assert "There is a problem" in words(answer)
    assert "Error: Documents" in words(answer)
    assert "report.txt" in words(answer), "what was there before is still listed"
    assert Upload.objects.count() == 1


def test_no_file_at_all_is_told_too(council: Council, officer: Client) -> None:
    assert "Choose a file first." in words(officer.post(BASE, {}))


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("locked.pdf", hostile.locked_pdf()),
        ("mislabelled.pdf", FORMATS["docx"](REPORT)),
        ("broken.docx", b"PK\x03\x04 and nothing more"),
    ],
)
def test_a_file_that_cannot_be_read_has_its_sentence_in_the_list_and_on_its_page(
    council: Council, officer: Client, row: Upload, name: str, data: bytes
) -> None:
    bad = bring(council, data, name)

    listed, opened = words(officer.get(BASE)), words(officer.get(page_of(bad)))

    assert bad.sentence
    shown = bad.sentence.split(".")[0]
    assert shown in listed
    assert shown in opened
    assert "Could not be read" in listed
    assert "report.txt" in listed
    assert "This document could not be read" in opened


@pytest.mark.parametrize("role", [Role.DEMOCRATIC_SERVICES, Role.CHIEF_EXECUTIVE, Role.PERFORMANCE_MANAGER])
def test_others_of_the_council_may_look_and_are_offered_no_deed(council: Council, row: Upload, role: Role) -> None:
    client = signed_in(council, role)

    listed, read = client.get(BASE), client.get(page_of(row))

    assert "Bring it in" not in words(listed)
    assert "Is this what the report says?" in words(read)
    assert "That is right" not in words(read)
    assert client.post(BASE, {"file": SimpleUploadedFile("a.txt", b"words")}).status_code == 403
    assert client.post(page_of(row, "facts/title/answer"), {"verdict": "right"}).status_code == 403
    assert client.post(page_of(row, "rest")).status_code == 403
    assert client.post(page_of(row, "draft")).status_code == 403


def test_a_stranger_sees_neither_words_nor_picture(council: Council, printed: Upload) -> None:
    client = Client()
    client.force_login(council.stranger(), backend="django.contrib.auth.backends.ModelBackend")

    assert client.get(page_of(printed)).status_code == 403
    assert client.get(page_of(printed, "pages/1.png")).status_code == 403


def test_a_document_of_another_workspace_is_not_found(council: Council, officer: Client, shared_folder: Path) -> None:
    other = bring(of_council(FIVE["003"]), text_of(shared_folder, "003").encode(), "harlow.txt")

    assert officer.get(f"{BASE}{other.pk}/").status_code == 404


# The page that asks


def test_each_fact_stands_beside_its_words_with_a_number_that_matches(officer: Client, row: Upload) -> None:
    text = words(officer.get(page_of(row)))

    numbers = re.findall(r'<a class="mh-mark-number" [^>]*#fact-(\w+)" data-mark="(\d+)"', text)
    rows = re.findall(r'id="fact-(\w+)" [^>]*> <b><span class="mh-hidden">Mark </span>(\d+)</b>', text)
    assert len(rows) == 16
    assert set(numbers) == set(rows)
    assert "Savings Plan 2024" in text
    assert "Found in a heading" in text


def test_a_pdf_shows_its_page_with_marks_over_it_and_its_text_on_request(officer: Client, printed: Upload) -> None:
    picture, text = officer.get(page_of(printed)), officer.get(page_of(printed, "?text"))

    assert "<svg" in words(picture)
    assert 'class="words"' in words(picture)
    assert 'aria-label="4, Date of the meeting"' in words(picture)
    assert "mh-text-sheet" in words(text)
    assert 'class="words"' not in words(text)


def test_the_picture_of_a_page_may_be_kept_by_the_browser_and_nobody_between(officer: Client, printed: Upload) -> None:
    answer = officer.get(page_of(printed, "pages/1.png"))

    assert answer.content.startswith(b"\x89PNG")
    assert answer["Content-Type"] == "image/png"
    assert "private" in answer["Cache-Control"]
    assert officer.get(page_of(printed, "pages/9.png")).status_code == 404


def test_a_text_file_has_no_picture(officer: Client, row: Upload) -> None:
    assert officer.get(page_of(row, "pages/1.png")).status_code == 404


@pytest.mark.parametrize("asked", ["0", "99", "-1", "two", "²", ""])
def test_a_page_number_that_is_none_shows_a_page_all_the_same(officer: Client, row: Upload, asked: str) -> None:
    assert officer.get(page_of(row), {"page": asked}).status_code == 200


def test_what_was_not_found_is_said_with_where_we_looked(officer: Client, row: Upload) -> None:
    text = words(officer.get(page_of(row), {"field": "consultees"}))

    assert "Nothing found. We looked for a heading and “consulted” or “engaged”." in text
    assert "It does: fill it in" in text
    assert "Show the other" in text


def test_an_answer_leads_to_the_next_fact_nobody_has_answered(officer: Client, row: Upload) -> None:
    answer = officer.post(page_of(row, "facts/title/answer"), {"verdict": "right"})

    assert answer["Location"] == page_of(row, "?field=body#fact-body")
    assert queries.confirmed(again(row)) == {"title": "Savings Plan 2024"}


def test_the_document_does_not_say_is_an_answer_of_its_own(officer: Client, row: Upload) -> None:
    officer.post(page_of(row, "facts/consultees/answer"), {"verdict": "not_said"})

    assert queries.confirmed(again(row)) == {"consultees": None}
    assert "The document does not say." in words(officer.get(page_of(row)))


def test_a_fact_nobody_read_cannot_be_called_right(officer: Client, row: Upload) -> None:
    answer = officer.post(page_of(row, "facts/consultees/answer"), {"verdict": "right"}, follow=True)

    assert "Nothing was found here that could be right." in words(answer)
    assert queries.confirmed(again(row)) == {}


@pytest.mark.parametrize("verdict", ["corrected", "", "maybe"])
def test_an_answer_that_is_none_of_the_three_is_not_taken(officer: Client, row: Upload, verdict: str) -> None:
    assert officer.post(page_of(row, "facts/title/answer"), {"verdict": verdict}).status_code == 404


ROWS = {"rows-TOTAL_FORMS": "2", "rows-INITIAL_FORMS": "0", "rows-MIN_NUM_FORMS": "0", "rows-MAX_NUM_FORMS": "30"}
CORRECTIONS: dict[str, tuple[dict[str, Any], Any]] = {
    "title": ({"said": "The plan"}, "The plan"),
    "meeting_date": ({"said_day": "18", "said_month": "7", "said_year": "2024"}, "2024-07-18"),
    "key_decision": ({"said": "no"}, False),
    "delegation": ({"said": "Leader\n\n Chief Executive "}, ["Leader", "Chief Executive"]),
    "options": ({"none": "on"}, "none"),
    "consultees": ({"said": "Scrutiny"}, ["Scrutiny"]),
    "body": ({"name": "Council", "kind": "full_council"}, {"name": "Council", "kind": "full_council"}),
    "forward_plan": (
        {"number": "24/7", "first_notified_day": "", "first_notified_month": "", "first_notified_year": ""},
        {"number": "24/7", "first_notified": None},
    ),
    "exempt": ({"is_exempt": "no", "basis": "open report"}, {"value": False, "basis": "open report"}),
    "length_guidance": ({"least": "4", "most": "3"}, [3, 4]),
    "themes": ({"said": ["barriers", "transformation"]}, ["barriers", "transformation"]),
    "verbs": ({"said": ["note"]}, ["note"]),
    "key_decision_judgement": ({"said": "It may be."}, "It may be."),
    "earlier_stages": (
        {**ROWS, "rows-0-body": "Scrutiny", "rows-0-date_day": "2", "rows-0-date_month": "7",
         "rows-0-date_year": "2024", "rows-0-outcome": "endorsed"},
        [{"body": "Scrutiny", "date": "2024-07-02", "outcome": "endorsed"}],
    ),
    "officer_comments": (
        {**ROWS, "rows-0-officer": "Monitoring Officer", "rows-0-text": "Lawful."},
        [{"officer": "Monitoring Officer", "text": "Lawful."}],
    ),
    "officers": (
        {**ROWS, "rows-INITIAL_FORMS": "1", "rows-0-name": "Bram Oakes", "rows-0-role": "Director", "rows-1-name": ""},
        [{"name": "Bram Oakes", "role": "Director", "email": None, "phone": None}],
    ),
    "implications": (
        {**ROWS, "rows-TOTAL_FORMS": "3", "rows-INITIAL_FORMS": "2", "rows-0-kind": "legal", "rows-0-text": "",
         "rows-1-kind": "", "rows-2-kind": "risk", "rows-2-text": "Low.", "rows-2-author": "Ada Verrill"},
        [
            {"kind": "legal", "label": "Legal Implications", "text": "none_stated", "author": None},
            {"kind": "risk", "label": "Risk", "text": "Low.", "author": "Ada Verrill"},
        ],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", sorted(CORRECTIONS))
def test_every_kind_of_field_can_be_put_right(officer: Client, row: Upload, name: str) -> None:
    if name == "verbs":  # asked only where no recommendations say it better
        row.record["recommendations"] = None
        row.save()
    given, value = CORRECTIONS[name]

    opened = officer.get(page_of(row, f"facts/{name}"))
    answer = officer.post(page_of(row, f"facts/{name}"), given)

    assert opened.status_code == 200
    assert answer.status_code == 302, words(answer)
    assert queries.confirmed(again(row)) == {name: value}
    assert "Corrected" in words(officer.get(page_of(row)))


def test_every_kind_of_field_is_tried() -> None:
    kinds = {field.kind for field in FIELDS if field.name in CORRECTIONS}

    assert {field.kind for field in FIELDS} - kinds == {"council", "recommendations"}


def test_a_recommendation_put_right_keeps_its_limbs_and_takes_a_new_verb(officer: Client, row: Upload) -> None:
    given = {
        **ROWS, "rows-INITIAL_FORMS": "2",
        "rows-0-number": "2.1", "rows-0-text": "That Cabinet notes and approves the plan.",
        "rows-0-verbs": ["approve", "note"],
        "rows-1-number": "", "rows-1-text": "",
    }  # fmt: skip

    answer = officer.post(page_of(row, "facts/recommendations"), given)

    (right,) = queries.confirmed(again(row))["recommendations"]
    assert answer.status_code == 302
    assert [limb["verb"] for limb in right["limbs"]] == ["approve", "note"]
    assert right["limbs"][0]["object"].startswith("the Savings Plan")


@pytest.mark.parametrize(
    ("name", "given", "sentence", "kept"),
    [
        ("meeting_date", {**NO_DAY, "said_day": "31"}, "31 6 2024 is not a date", 'value="31"'),
        ("title", {"said": ""}, "Write what the document says, or go back", "What should it be?"),
        ("options", {"said": "One way", "none": "on"}, "one of the two", "One way"),
        (
            "recommendations",
            {**ROWS, "rows-0-number": "2.9", "rows-0-text": "That it be so."},
            "Choose what members are asked to do.",
            "That it be so.",
        ),
        ("officers", {**ROWS, "rows-0-role": "Director of nothing"}, "Write the name.", "Director of nothing"),
    ],
)  # fmt: skip
def test_a_correction_that_is_not_understood_says_why_and_keeps_what_was_typed(
    officer: Client, row: Upload, name: str, given: dict[str, str], sentence: str, kept: str
) -> None:
    answer = officer.post(page_of(row, f"facts/{name}"), given)

    assert answer.status_code == 200
    assert sentence in words(answer)
    assert kept in words(answer)
    assert "There is a problem" in words(answer)
    assert queries.confirmed(again(row)) == {}


@pytest.mark.parametrize("name", ["authority", "colour", "headings"])
def test_whose_it_is_and_what_is_no_field_are_not_put_right_here(officer: Client, row: Upload, name: str) -> None:
    assert officer.get(page_of(row, f"facts/{name}")).status_code == 404


def test_the_rest_is_looked_through_and_confirmed_with_one_answer_that_the_record_knows(
    council: Council, officer: Client, row: Upload
) -> None:
    actions.confirm_fact(
        upload=row, field="title", verdict="corrected", value="Mine", by=council.who(Role.POLICY_OFFICER), at=NOON
    )
    shown = officer.get(page_of(row, "rest"))
    names = re.findall(r'name="shown" value="(\w+)"', words(shown))

    officer.post(page_of(row, "rest"), {"shown": names})

    lines = [entry.details for entry in Entry.objects.filter(event="fact.confirmed")]
    assert "title" not in names
    assert "authority" not in names
    assert len(lines) == 1 + len(names)
    assert all(line["one_of_many"] for line in lines[1:])
    assert queries.confirmed(again(row))["title"] == "Mine"
    assert "Everything is answered" in words(officer.get(page_of(row, "rest")))


def test_what_was_not_shown_is_not_confirmed_with_the_rest(officer: Client, row: Upload) -> None:
    officer.post(page_of(row, "rest"), {"shown": ["title", "consultees", "authority"]})

    assert queries.confirmed(again(row)) == {"title": "Savings Plan 2024"}


# Whose it is


def newark(shared_folder: Path) -> tuple[Council, Upload, Client]:
    here = of_council(FIVE["004"])
    row = bring(here, text_of(shared_folder, "004").encode(), "report.txt")
    return here, row, signed_in(here, Role.POLICY_OFFICER)


def test_newark_and_sherwoods_report_brings_both_dates_and_the_page_asks_whose_it_is(shared_folder: Path) -> None:
    _, row, officer = newark(shared_folder)

    text = words(officer.get(page_of(row)))

    assert "Cabinet on 23 July 2024 is 4 days after the round&#39;s deadline of 19 July 2024." in text
    assert "The document does not name its council." in text
    assert "Which council’s report is this?" in text
    assert "It is Newark and Sherwood District Council’s" in text
    assert "That is right" not in text
    assert "Draft from this" not in text


def test_the_question_must_be_answered_and_not_sure_is_asked_again(shared_folder: Path) -> None:
    _, row, officer = newark(shared_folder)

    nothing = words(officer.post(page_of(row, "whose"), {}))
    officer.post(page_of(row, "whose"), {"whose": "not_sure"})
    unsure = words(officer.get(page_of(row)))

    assert "Choose one of the three answers." in nothing
    assert "Ines Harcombe was not sure." in unsure
    assert "Which council’s report is this?" in unsure


def test_once_it_is_ours_the_facts_are_asked_about_and_the_late_meeting_still_stands_on_top(
    shared_folder: Path,
) -> None:
    _, row, officer = newark(shared_folder)

    officer.post(page_of(row, "whose"), {"whose": "ours"})
    text = words(officer.get(page_of(row)))

    assert "That is right" in text
    assert "Which council’s report is this?" not in text
    assert "is 4 days after the round&#39;s deadline" in text


def test_harlows_report_elsewhere_has_a_remark_on_top_and_no_way_to_draft(shared_folder: Path) -> None:
    here = of_council(FIVE["001"])
    row, officer = bring(here, text_of(shared_folder, "003").encode(), "h.txt"), signed_in(here, Role.POLICY_OFFICER)
    actions.confirm_fact(upload=row, field="title", verdict="right", by=here.who(Role.POLICY_OFFICER), at=NOON)

    read = words(officer.get(page_of(row)))
    drafted = officer.post(page_of(row, "draft"))

    assert "The document names Harlow; this is Oadby and Wigston Borough Council&#39;s workspace." in read
    assert "That is right" not in read
    assert "Draft from this" not in read
    assert "Nothing was drafted" in words(drafted)
    assert "report of Harlow" in words(drafted)
    assert reports.report(here.workspace) is None


def test_a_wrong_reading_can_be_said_to_be_wrong_by_name(shared_folder: Path) -> None:
    here = of_council(FIVE["001"])
    row, officer = bring(here, text_of(shared_folder, "003").encode(), "h.txt"), signed_in(here, Role.POLICY_OFFICER)

    officer.post(page_of(row, "whose"), {"whose": "ours"})

    assert queries.whose(again(row)) is Whose.OURS
    assert Entry.objects.get(event="document.whose_said").details["read"]["name"] == "Harlow"


# The draft


def test_the_draft_says_what_will_be_filled_and_what_is_missing_then_does_it(
    council: Council, officer: Client, row: Upload
) -> None:
    confirm_all(council, row)

    before = words(officer.get(page_of(row, "draft")))
    done = words(officer.post(page_of(row, "draft"), follow=True))

    assert "What the draft will hold" in before
    assert "Who was consulted" in before
    assert "How services have changed: 2 questions open" in before
    assert "Why Wed 3 July?" in before
    assert "What the draft holds" in done
    assert "Nothing that stood there was changed." in done
    assert reports.report(council.workspace) is not None


def test_the_draft_links_to_the_planner_with_the_confirmed_meeting_and_the_planner_understands_it(
    council: Council, officer: Client, row: Upload
) -> None:
    confirm_all(council, row)

    planner = html.unescape(re.findall(r'href="([^"]*route/plan[^"]*)"', words(officer.get(page_of(row, "draft"))))[0])
    answer = officer.get(planner)

    assert "Cabinet+11+July+2024" in planner
    assert answer.status_code == 200
    assert "Cabinet, Thu 11 July" in words(answer)


def test_a_report_author_sees_what_a_draft_would_hold_and_is_told_who_makes_it(council: Council, row: Upload) -> None:
    confirm_all(council, row)
    author = signed_in(council, Role.REPORT_AUTHOR)

    assert "A policy officer makes the draft." in words(author.get(page_of(row, "draft")))
    assert author.post(page_of(row, "draft")).status_code == 403


def test_nothing_confirmed_is_refused_in_a_sentence(officer: Client, row: Upload) -> None:
    answer = officer.post(page_of(row, "draft"))

    assert "Nothing is confirmed yet." in words(answer)


# Where it says two things, sets out two meetings, or is read again


def test_two_values_stand_side_by_side_and_the_choice_and_its_remark_are_shown(
    council: Council, officer: Client
) -> None:
    row = bring(council, DECISION.encode(), "decision.txt")

    read = words(officer.get(page_of(row, "?field=meeting_date")))
    shown = words(officer.get(page_of(row, "facts/meeting_date/between")))
    refused = words(officer.post(page_of(row, "facts/meeting_date/between"), {"choice": "both", "remark": ""}))
    kept = {"choice": "both", "remark": "It was adjourned."}
    answer = officer.post(page_of(row, "facts/meeting_date/between"), kept)
    after = words(officer.get(page_of(row, "?field=meeting_date")))

    assert "Is this what the decision says?" in read
    assert "Says two things" in read and "Choose between them" in read
    assert "11 July 2024" in shown and "18 July 2024" in shown and "Both stand: keep both" in shown
    assert "the record needs a remark" in refused
    assert answer["Location"] == page_of(row, "?field=recommendations#fact-recommendations")
    assert "Both kept" in after and "It was adjourned." in after
    assert "Status: “Not approved”" in words(officer.get(page_of(row, "facts/recommendations/between")))
    assert officer.get(page_of(row, "facts/title/between")).status_code == 404


def test_what_says_two_things_is_not_confirmed_with_the_rest(council: Council, officer: Client) -> None:
    row = bring(council, DECISION.encode(), "decision.txt")

    names = re.findall(r'name="shown" value="(\w+)"', words(officer.get(page_of(row, "rest"))))

    assert "body" in names
    assert not {"meeting_date", "recommendations"} & set(names)


def test_two_meetings_of_one_document_stand_side_by_side_and_one_is_taken(council: Council, officer: Client) -> None:
    row = bring(council, TWO_MEETINGS.encode(), "minutes.txt")

    read, shown = words(officer.get(page_of(row))), words(officer.get(page_of(row, "several")))
    done = words(officer.post(page_of(row, "several"), {"number": "1"}, follow=True))

    assert "It sets out 2 meetings" in read
    assert "2 meetings in one document" in shown and "Take Cabinet, 11 July 2024" in shown
    assert "What is said of Cabinet, 11 July 2024 stands." in done
    assert "Take Cabinet" not in words(officer.get(page_of(row, "several")))
    assert "no such meeting" in words(officer.post(page_of(row, "several"), {"number": "²"}, follow=True))
    assert officer.get(page_of(bring(council, REPORT.encode(), "r.txt"), "several")).status_code == 404


def test_what_is_new_since_somebody_confirmed_stands_on_top_and_is_answered_either_way(
    council: Council, officer: Client, row: Upload
) -> None:
    by = council.who(Role.POLICY_OFFICER)
    actions.confirm_fact(upload=row, field="title", verdict="corrected", value="Savings", by=by, at=NOON)
    Confirmation.objects.update(read={"value": "Sav"})

    read = words(officer.get(page_of(row, "?field=title")))
    officer.post(page_of(row, "facts/title/answer"), {"verdict": "kept"})
    kept = words(officer.get(page_of(row, "?field=title")))

    assert "What is new since somebody confirmed" in read
    assert "Found now, and not when Ines Harcombe answered:</b> Savings Plan 2024." in read
    assert "Keep what was confirmed" in read
    assert "What is new" not in kept
    assert queries.confirmed(again(row)) == {"title": "Savings"}


def test_absent_empty_and_unreadable_are_told_apart(council: Council, officer: Client) -> None:
    text = REPORT.replace("Councillor Ada Merrow", "")
    attached = (("report.docx", FORMATS["docx"](text)), ("broken.docx", b"PK\x03\x04 no more"))
    mail, plain = (
        bring(council, mails.mail(attached=attached).as_bytes(), "mail.eml"),
        bring(council, text.encode(), "report.txt"),
    )

    said, in_mail = words(officer.get(page_of(plain))), words(officer.get(page_of(mail)))

    assert re.search(
        "Portfolio holder</a>.{0,600}Left empty: the document has a place for it, “Portfolio Holder:”", said
    )
    assert re.search("Who was consulted</a>.{0,600}Not found", said)
    assert "Not all was read" in in_mail and "Nothing could be read on broken.docx" in in_mail
    assert "report.docx</a>, attached. <b>The facts are read in this one.</b>" in in_mail
    assert "Page 1 of report.docx" in words(officer.get(page_of(mail, "?field=recommendations")))


def test_a_council_known_only_from_an_e_mail_address_says_so_in_its_row(shared_folder: Path) -> None:
    here = of_council(FIVE["001"])
    row = bring(here, text_of(shared_folder, "001").encode(), "report.txt")

    assert "Known only from an e-mail address." in words(signed_in(here, Role.POLICY_OFFICER).get(page_of(row)))


# In a real browser


@pytest.mark.django_db(transaction=True)
def test_axe_finds_nothing_and_no_page_is_too_wide_at_a_desk_or_on_a_phone(
    council: Council, live_server: Any, page: Page
) -> None:
    printed = bring(council, FORMATS["pdf"](REPORT), "report.pdf")
    typed = bring(council, FORMATS["docx"](REPORT), "report.docx")
    bad = bring(council, b"%PDF-1.7 and then nothing", "broken.pdf")
    against = bring(council, FORMATS["pdf"](DECISION), "decision.pdf")
    two = bring(council, TWO_MEETINGS.encode(), "minutes.txt")
    asked = bring(council, REPORT.replace("Ambermere District Council", "").encode(), "unnamed.txt")
    waits = actions.upload_document(
        workspace=council.workspace, name="w.txt", data=b"words", by=council.who(Role.POLICY_OFFICER), at=NOON
    )
    Upload.objects.filter(pk=waits.pk).update(state=Upload.State.WAITING, record=None)
    confirm_all(council, typed)
    browsing.sign_in(page, live_server.url, council.who(Role.POLICY_OFFICER))
    pages = {
        "documents": BASE,
        "document-waiting": page_of(waits),
        "document-unreadable": page_of(bad),
        "reading-pdf": page_of(printed),
        "reading-as-text": page_of(printed, "?text&field=recommendations"),
        "reading-word-confirmed": page_of(typed),
        "reading-whose": page_of(asked),
        "reading-rest": page_of(printed, "rest"),
        "reading-correct-day": page_of(printed, "facts/meeting_date"),
        "reading-correct-rows": page_of(printed, "facts/recommendations"),
        "reading-correct-list": page_of(printed, "facts/options"),
        "reading-draft": page_of(typed, "draft"),
        "reading-rivals": page_of(against, "?field=meeting_date"),
        "reading-between": page_of(against, "facts/meeting_date/between"),
        "reading-several": page_of(two, "several"),
    }
    faults = []
    for name, address in pages.items():
        page.goto(live_server.url + address)
        faults += browsing.faults(page, name, axe_at=[browsing.WIDTHS["desktop"]])
        page.set_viewport_size({"width": browsing.WIDTHS["phone"], "height": 900})
        page.reload()  # on a phone a page opens folded, which one made narrow is not
        faults += [f"{name} opened on a phone: {fault}" for fault in browsing.axe(page)]
        page.set_viewport_size({"width": browsing.WIDTHS["desktop"], "height": 900})

    assert faults == []


@pytest.mark.django_db(transaction=True)
def test_a_policy_officer_confirms_and_drafts_with_the_keyboard_alone(
    council: Council, live_server: Any, page: Page
) -> None:
    row = bring(council, FORMATS["pdf"](REPORT), "report.pdf")
    browsing.sign_in(page, live_server.url, council.who(Role.POLICY_OFFICER))
    page.goto(live_server.url + page_of(row))

    page.get_by_role("button", name="That is right").focus()
    page.keyboard.press("Enter")
    page.wait_for_url("**?field=body#fact-body")
    page.get_by_role("button", name="Look through the other").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="All of these are right").focus()
    page.keyboard.press("Enter")
    page.get_by_role("button", name="Draft from this").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What the draft will hold").wait_for()
    page.get_by_role("button", name="Draft from this").focus()
    page.keyboard.press("Enter")
    page.get_by_role("heading", name="What the draft holds").wait_for()

    assert reports.report(council.workspace) is not None


@pytest.mark.django_db(transaction=True)
def test_a_mark_on_the_page_leads_to_its_row_and_a_row_lights_its_mark(
    council: Council, live_server: Any, page: Page
) -> None:
    row = bring(council, FORMATS["pdf"](REPORT), "report.pdf")
    browsing.sign_in(page, live_server.url, council.who(Role.POLICY_OFFICER))
    page.goto(live_server.url + page_of(row))

    page.get_by_role("link", name=re.compile(r"^\d+, Key decision$")).click()
    page.wait_for_url("**#fact-key_decision")
    page.wait_for_load_state()  # what lights a mark is a script
    page.locator("#fact-officers a").focus()

    assert page.locator("#fact-key_decision .mh-fact__value").inner_text() == "Yes"
    assert page.locator("#fact-key_decision button", has_text="That is right").is_visible()
    number = page.locator("#fact-officers a").get_attribute("data-marks")
    expect(page.locator(f'.square[data-mark="{number}"][data-lit]')).to_have_count(1)


@pytest.mark.django_db(transaction=True)
def test_on_a_phone_the_quoted_line_comes_first_and_the_page_is_folded_away(
    council: Council, live_server: Any, page: Page
) -> None:
    row = bring(council, FORMATS["pdf"](REPORT), "report.pdf")
    browsing.sign_in(page, live_server.url, council.who(Role.POLICY_OFFICER))

    page.set_viewport_size({"width": 375, "height": 800})
    page.goto(live_server.url + page_of(row))

    assert page.locator("#fact-title blockquote").is_visible()
    assert not page.locator(".mh-sheet img").is_visible()
    page.get_by_text("Page 1 of the document").click()
    assert page.locator(".mh-sheet img").is_visible()


def test_a_reading_shows_the_pages_done_is_stopped_by_a_button_and_goes_on_by_another(
    officer: Client, council: Council
) -> None:
    by = council.who(Role.POLICY_OFFICER)
    row = actions.upload_document(workspace=council.workspace, name="report.txt", data=REPORT.encode(), by=by, at=NOON)
    actions.note_progress(row, 12, 300)
    waiting = words(officer.get(f"{BASE}{row.pk}/"))

    officer.post(f"{BASE}{row.pk}/stop")
    stopped, listed = words(officer.get(f"{BASE}{row.pk}/")), words(officer.get(BASE))
    officer.post(f"{BASE}{row.pk}/again")

    assert "12 pages of 300 of report.txt read so far" in waiting
    assert "Stop reading it" in waiting
    assert "The reading of this document was stopped" in stopped
    assert "Go on reading it" in stopped
    assert "Reading was stopped" in listed
    row.refresh_from_db()
    assert row.state == "waiting"
