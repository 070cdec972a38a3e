"""Decisions on their pages: the record field by field, out and in again; requirements; scrutiny; after a call-in."""

from __future__ import annotations

import json
import re
from datetime import date
from html import unescape

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from moothall.apps.call_ins import queries as call_ins
from moothall.apps.call_ins.models import Waiver
from moothall.apps.decision_records import queries as records
from moothall.apps.mail.models import Message
from moothall.apps.routes import actions as routes
from moothall.apps.routes import queries as route_queries
from moothall.apps.routes.models import CallInCorrection, Decision, Step
from moothall.apps.scrutiny.models import Response
from moothall.documents.exchange import decision_record_json
from moothall.domain.called_in import Stage, What
from moothall.domain.decision_records import Dispensation
from moothall.domain.notices import NoticeKind
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from tests.apps.deeds import NOW
from tests.apps.deeds_decisions import CLERK, CONSENT, follow, judge, noted, recommend, scrutinised, urgent, valid
from tests.apps.deeds_notices import given
from tests.people import Council

pytestmark = pytest.mark.django_db
HERE = "/council/savings-plans/ambermere/"


def as_(client: Client, here: Council, role: Role = CLERK) -> Client:
    client.force_login(here.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def text(answer: object) -> str:
    """What a page says, its markup and runs of space taken out."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", answer.content.decode())).split())  # type: ignore[attr-defined]


def test_a_record_is_filled_in_taken_out_and_read_back_in_as_it_was(client: Client, council: Council) -> None:
    decision, page = council.decided(), as_(client, council)
    place = f"{HERE}decisions/{decision.step_id}"

    given(council, NoticeKind.KEY_DECISION)
    shown = text(page.get(place))
    assert "Wednesday 3 July 2024 The notice that was given." in shown
    assert "Decision made; not published yet." in shown and "Fill in : Wards or divisions affected" in shown
    without = page.post(f"{place}/fields/dispensations", {"value": "Councillor Ash", "source": "The form"})
    assert "“Councillor Ash” does not say who granted it" in text(without) and "The form" in without.content.decode()
    page.post(f"{place}/fields/dispensations", {"value": "Cllr Ash; the Head of Paid Service", "source": "The form"})
    page.post(f"{place}/fields/documents", {"value": "None", "source": "The agenda"})
    page.post(
        f"{place}/fields/notice_first_published",
        {"value_day": "7", "value_month": "6", "value_year": "2024", "source": "The forward plan"},
    )

    record = records.record(decision, at=NOW)
    assert record.dispensations == (Dispensation("Cllr Ash", "the Head of Paid Service"),) and record.documents == ()
    assert record.notice_first_published == date(2024, 6, 7)
    assert record.sources["documents"] == "The agenda. Entered by Uma Brackley"
    file = page.get(f"{place}/record.json").content
    assert records.same_fields(decision_record_json.load(file), record)
    assert (
        "Dispensations\nCllr Ash, granted by the Head of Paid Service"
        in page.get(f"{place}/record.txt").content.decode()
    )
    assert page.get(f"{place}/record.docx").content[:2] == b"PK"
    page.post(f"{place}/fields/documents", {"take_back": "yes", "source": "A slip"})
    assert records.record(decision, at=NOW).documents is None
    page.post(f"{place}/bring-in", {"file": SimpleUploadedFile("record.json", file)})
    assert records.same_fields(records.record(decision, at=NOW), record)
    again = page.post(f"{place}/bring-in", {"file": SimpleUploadedFile("record.json", file)})
    assert "The file says nothing that is not on record already" in text(again)
    other = json.dumps({**json.loads(file), "decision_maker": "Council"}).encode()
    wrong = page.post(f"{place}/bring-in", {"file": SimpleUploadedFile("record.json", other)})
    assert "The file is of another decision: it is one decided by Council" in text(wrong)
    assert as_(client, council, Role.MEMBER).get(f"{place}/fields/wards").status_code == 403


def test_a_note_is_judged_in_a_name_and_that_stands_beside_not_evident(client: Client, council: Council) -> None:
    decision, page = noted(council), as_(client, council, Role.MONITORING_OFFICER)

    asked = page.get(f"{HERE}decisions/requirements/endorsement/judge")
    empty = page.post(f"{HERE}decisions/requirements/endorsement/judge", {"limb": f"{decision.pk}-0"})
    said = {"limb": f"{decision.pk}-0", "reason": "The leader commended it as the council’s own."}
    page.post(f"{HERE}decisions/requirements/endorsement/judge", said)

    assert "Was it meant as endorsement?" in text(asked) and "Give the reason" in text(empty)
    shown = text(page.get(f"{HERE}decisions/requirements"))
    sentence = "Lena Rusk, Monitoring officer, judged on"
    assert "Oversight: yes. Endorsement: not evident." in shown and sentence in shown
    assert sentence in text(page.get(f"{HERE}publication/"))
    assert not route_queries.is_endorsed(decision)
    with pytest.raises(Refusal, match="A judgement on this stands already"):
        judge(council, decision, council.who(CLERK))
    row = records.judged(council.workspace)[0]
    page.post(f"{HERE}decisions/judgements/{row.key}/take-back", {"reason": "Members said no."})
    assert "Judgements that were taken back" in text(page.get(f"{HERE}decisions/requirements"))


def test_scrutinys_recommendation_is_answered_and_says_what_it_changed(client: Client, council: Council) -> None:
    first, step = council.written(), scrutinised(council)
    recommend(step, council.who(CLERK), noticed_on=date(2024, 7, 3))
    page = as_(client, council, Role.POLICY_OFFICER)

    waiting = text(page.get(f"{HERE}scrutiny/"))
    bad = page.post(f"{HERE}scrutiny/1/answer", {"answer": "accepted", "why": "Right.", "by_whom": "Cabinet"})
    on = {"on_day": "11", "on_month": "7", "on_year": "2024"}
    said = {"answer": "accepted", "why": "It was missing.", "by_whom": "Cabinet", **on}
    half = page.post(f"{HERE}scrutiny/1/answer", {**said, "before": str(first.number)})
    page.post(f"{HERE}scrutiny/1/answer", said)

    assert "Overdue" in waiting and "Monday 2 September 2024" in waiting
    assert "check with your monitoring officer" in waiting
    assert "There is a problem" in text(bad) and "Only one of the two versions is given" in text(half)
    assert Response.objects.get().answer == "accepted"
    shown = text(page.get(f"{HERE}scrutiny/"))
    assert "1 recommendation: 1 accepted." in shown
    assert "Accepted by Cabinet on Thursday 11 July 2024: It was missing." in shown
    assert page.get(f"{HERE}scrutiny/report.docx").content[:2] == b"PK"


def test_a_call_in_that_is_heard_late_moves_the_day_of_effect_and_everybody_has_a_mail(
    client: Client, council: Council
) -> None:
    row, clerk = valid(council), council.who(CLERK)
    decision = Decision.objects.get()
    heard = NOW.replace(day=30)

    follow(row, What.HEARING_SET, clerk, on=date(2024, 7, 30), words="", at=NOW)
    assert Decision.objects.get().held_since == call_ins.hold_of(decision) is not None
    held = text(as_(client, council).get(f"{HERE}call-in/"))
    follow(row, What.SENT_BACK, clerk, at=heard, by_when=date(2024, 8, 9))
    follow(row, What.CONFIRMED, clerk, at=heard, body="Cabinet", words="It was costed.")

    assert "The hearing by Overview and Scrutiny is on Tuesday 30 July 2024." in held
    decision = Decision.objects.get()
    assert decision.held_since is None and call_ins.hold_of(decision) is None
    assert route_queries.in_force_on(decision) == date(2024, 7, 30)
    dates = route_queries.standing_dates(route_queries.route(council.workspace))
    assert [one.step.on for one in dates if one.step.step == "in_force"] == [date(2024, 7, 30)]
    kept = CallInCorrection.objects.get()
    assert (kept.before["effective_on"], kept.after["effective_on"]) == ("2024-07-27", "2024-07-30")
    subjects = [one.subject.partition(":")[0] for one in Message.objects.filter(person=row.names.get().person)]
    assert {"Set the hearing", "It was heard", "The decision was confirmed"} <= set(subjects)
    page = text(client.get(f"{HERE}call-in/"))
    assert "is not held back any more. Cabinet looked at it again on Tuesday 30 July 2024 and confirmed it." in page
    with pytest.raises(Refusal, match="This does not follow"):
        follow(row, What.NO_ACTION, clerk, at=heard)


def test_a_decision_changed_after_a_call_in_is_never_in_force_and_the_new_one_has_its_step(
    client: Client, council: Council
) -> None:
    row, clerk = valid(council), council.who(CLERK)
    page = as_(client, council)
    place = f"{HERE}call-in/{row.pk}/then/"
    on = {"on_day": "22", "on_month": "7", "on_year": "2024"}

    bad = page.post(f"{place}hearing_set", {**on, "body": "", "at": "25:00"})
    page.post(f"{place}hearing_set", {**on, "body": "Scrutiny", "at": "18:30"})
    early = page.get(f"{place}changed")
    page.post(f"{place}sent_back", {**on, "body": "Scrutiny", "words": "Cost it first."})
    page.post(f"{place}changed", {**on, "body": "Cabinet", "words": "It was costed anew."})

    assert "Name the body" in text(bad) and "The time must be like 18:30" in text(bad)
    assert early.status_code == 404
    after = call_ins.of_decision(Decision.objects.get(), at=NOW)[0].after
    assert after is not None and after.stage is Stage.REPLACED
    assert route_queries.in_force_on(Decision.objects.get()) is None
    step = Step.objects.get(body="Cabinet (after call-in)")
    routes.record_decision(
        step=step, limbs=route_queries.limbs(Decision.objects.get()), minute="RESOLVED anew.",
        decided_on=date(2024, 7, 22), is_callable=False, not_callable_reason="It was called in once.", by=clerk, at=NOW,
    )  # fmt: skip
    new = Decision.objects.get(step=step)
    routes.publish_decision(decision=new, published_at=NOW, by=clerk, at=NOW)
    assert route_queries.deciding_decision(council.workspace) == new
    assert route_queries.in_force_on(new) == date(2024, 7, 22)
    assert "called in and replaced by a later decision" in text(page.get(f"{HERE}decisions/"))


def test_urgency_is_published_only_with_a_consent_and_the_council_is_told(client: Client, council: Council) -> None:
    decision, clerk, page = urgent(council), council.who(CLERK), as_(client, council)
    place = f"{HERE}decisions/{decision.step_id}/waiver"

    with pytest.raises(Refusal, match="nobody's consent to it is on record"):
        routes.publish_decision(decision=decision, published_at=NOW, by=clerk, at=NOW)
    said = {"test": CONSENT.test, "because": CONSENT.because, "agreed_as": CONSENT.agreed_as, "agreed_by": "Ivo Pask"}
    late = page.post(place, {**said, "agreed_on_day": "12", "agreed_on_month": "7", "agreed_on_year": "2024"})
    page.post(place, {**said, "agreed_on_day": "10", "agreed_on_month": "7", "agreed_on_year": "2024"})

    assert "Given before the decision was taken: this is missing" in text(late) and CONSENT.test in text(late)
    kept = Decision.objects.get()
    assert kept.not_callable_reason.endswith("Ivo Pask, as Chair of Scrutiny, agreed on Wednesday 10 July 2024.")
    routes.publish_decision(decision=kept, published_at=NOW, by=clerk, at=NOW)
    assert "The council has still to be told" in text(page.get(f"{HERE}decisions/{decision.step_id}"))
    page.post(f"{place}/told", {"on_day": "24", "on_month": "7", "on_year": "2024"})
    assert Waiver.objects.get().told_on == date(2024, 7, 24)
    record = records.record(Decision.objects.get(), at=NOW)
    assert (record.urgent, record.subject_to_call_in) == (True, False)
