"""What was asked of the department and others, what came of it, and who is shown an answer."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from moothall.apps.mail.models import Message
from moothall.apps.reports import actions as reports
from moothall.domain.roles import Role
from tests.apps.deeds import NOW
from tests.apps.deeds_department import question_answered
from tests.people import Council

pytestmark = pytest.mark.django_db


def _client(council: Council, role: Role = Role.POLICY_OFFICER) -> Client:
    client = Client()
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def _said(answer: object) -> str:
    return " ".join(answer.content.decode().split())  # type: ignore[attr-defined]


def _here(council: Council, room: str) -> str:
    return f"/council/{council.round_.slug}/{council.workspace.slug}/{room}"


def test_a_question_is_recorded_answered_with_a_file_and_stands_on_the_timeline(council: Council) -> None:
    client, where = _client(council), _here(council, "questions/")
    put = {
        "kind": "department", "whom": "The mailbox", "asker": "Policy team", "on_day": "7", "on_month": "5",
        "on_year": "2024", "channel": "email", "words": "May it be noted?", "bears_on": ["endorsement"],
    }  # fmt: skip
    answered = {"who": "The mailbox", "on_day": "20", "on_month": "5", "on_year": "2024", "channel": "email"}

    refused = _said(client.post(where + "ask", put | {"on_year": "2099"}))
    client.post(where + "ask", put)
    damaged = SimpleUploadedFile("answer.pdf", b"<html>not a pdf</html>", "application/pdf")
    spoiled = _said(client.post(where + "1/answer", answered | {"proof": damaged}))
    client.post(where + "1/answer", answered | {"words": "Endorse it."})
    page, line = _said(client.get(where + "1/")), _said(client.get(where + "timeline"))

    assert "is still to come" in refused and "May it be noted?" in refused
    assert "answer.pdf" in spoiled and "Error:" in spoiled
    assert "Answered by The mailbox on Monday 20 May 2024." in page and "Members oversee and endorse the plan." in page
    assert "Only people with a role in this workspace." in page
    assert line.index("The letter") < line.index("Asked The mailbox") < line.index("The mailbox answered")
    assert 'role="img"' in line


def test_an_answer_shared_without_the_name_is_read_by_the_panel_and_next_door_with_no_name(council: Council) -> None:
    question_answered(council)
    client, where = _client(council), _here(council, "questions/1/share")

    before = _said(client.get(where))
    client.post(where, {"how": "unnamed"})
    panel = _said(_client(council, Role.PANEL_ANALYST).get(f"/panel/{council.round_.slug}/answers"))

    assert "the words themselves may still tell who you are" in before
    assert "By a council in this round" in panel and council.workspace.official_name not in panel
    assert "Members are to endorse it." in panel
    assert _client(council, Role.OPERATOR).get(f"/panel/{council.round_.slug}/answers").status_code == 200
    assert client.get(f"/panel/{council.round_.slug}/answers").status_code == 403
    assert _client(council, Role.DEMOCRATIC_SERVICES).get(where).status_code == 403


def test_a_reply_is_filed_matched_answered_and_told_to_members_in_a_section(council: Council) -> None:
    council.written()
    client, where = _client(council), _here(council, "replies/")
    day = {"on_day": "20", "on_month": "7", "on_year": "2024"}
    filed = {
        "from_whom": "The panel",
        **day,
        "words": "Of Ambermere.",
        "points": "1. Use one customer record.\n\n2. Go on.",
    }

    client.post(where + "file", filed | {"receipt": ""})
    before = _said(client.get(where + "recommendations/1/"))
    client.post(where + "recommendations/1/match", {"part": "T2.Q1"})
    refused = _said(client.post(where + "recommendations/1/respond", {"response": "accepted", "words": "Why not."}))
    client.post(where + "recommendations/1/respond", {"response": "no", "words": "It is done already."})
    client.post(where + "1/reported", {"body": "Audit Committee", **day, "words": "Members noted it."})
    page, section = _said(client.get(where)), _said(client.get(where + "section.html"))

    assert "We share one customer record." in before and "Shared words: customer and record" in before
    assert "by somebody by a day" in refused and "Why not." in refused
    assert "Its words name Ambermere." in page and "Speaks of Data." in page
    assert "Not accepted: It is done already." in section and "Reported to Audit Committee" in section
    assert "It speaks of: “Data”." in section and "We have not responded yet." in section


def test_a_promise_of_the_report_is_taken_up_told_by_mail_and_stands_on_my_work_until_it_is_done(
    council: Council,
) -> None:
    by = council.who(Role.REPORT_AUTHOR)
    row = reports.begin_report(workspace=council.workspace, house_template="plain", by=by, at=NOW)
    value = [{"kind": "equality", "text": "Later.", "promised": "An equality assessment", "promised_by": "2024-10-01"}]
    reports.write_field(report=row, name="implications", value=value, revision=0, by=by, at=NOW)
    client, where = _client(council), _here(council, "promised/")
    day = {"due_on_day": "1", "due_on_month": "10", "due_on_year": "2024"}
    owner = {"post": "Head of policy", "person": str(council.who(Role.POLICY_OFFICER).pk), **day}
    key = "of=equality%3A+An+equality+assessment"

    before, form = _said(client.get(where)), _said(client.get(f"{where}add?{key}"))
    refused = _said(client.post(f"{where}add?{key}", owner | {"text": "The assessment", "due_on_year": "2099"}))
    client.post(f"{where}add?{key}", owner | {"text": "The equality assessment"})
    page, mine = _said(client.get(where)), _said(client.get("/council/"))
    client.post(where + "1/done", {"words": "Cabinet", "on_day": "2", "on_month": "10", "on_year": "2024"})

    assert "Implications of the report: equality" in before and "An equality assessment" in form
    assert "more than ten years away" in refused and "The assessment" in refused
    assert "nobody took it up" not in page and "Overdue" in page and "Head of policy (Ines Harcombe)" in page
    assert "You see to what a report promised" in mine and "Was due" in mine
    assert Message.objects.get(about__startswith="promised:").to == council.who(Role.POLICY_OFFICER).email
    assert "Done on Wednesday 2 October 2024: Cabinet." in _said(client.get(where))
    assert "You see to what a report promised" not in _said(client.get("/council/"))
