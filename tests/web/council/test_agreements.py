"""The pages of implications and sign-off: who may, what they say, and that nothing typed is lost."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from moothall.apps.implications import actions, queries
from moothall.apps.implications.models import Looked, Request
from moothall.apps.mail import sending
from moothall.apps.people.models import Person
from moothall.apps.reports import actions as reports
from moothall.apps.reports.models import Field, Report
from moothall.domain.roles import Role
from moothall.domain.signoffs import Reply, State
from tests.apps.deeds import NOW, requested
from tests.people import PASSWORD, ROUND, Council

pytestmark = pytest.mark.django_db


def asked(council: Council, role: Role = Role.IMPLICATION_AUTHOR, **said: object) -> Request:
    return requested(council, role, **({"due_on": date(2030, 7, 26)} | said))


def signed_in(council: Council, role: Role) -> Client:
    client = Client()
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def at(council: Council, rest: str = "") -> str:
    return f"/council/{council.round_.slug}/{council.workspace.slug}/agreement/{rest}"


def state(row: Request) -> State:
    return queries.standing(Request.objects.get(pk=row.pk), ROUND, as_of=timezone.localdate()).state


def wrote(council: Council, name: str, value: object) -> None:
    report = Report.objects.get()
    field = Field.objects.filter(report=report, name=name).first()
    reports.write_field(
        report=report, name=name, value=value, revision=field.revision if field else 0,
        by=council.who(Role.REPORT_AUTHOR), at=NOW,
    )  # fmt: skip


def shown(client: Client, council: Council, row: Request) -> str:
    """The fingerprint of the words that the page of a request shows."""
    return client.get(at(council, f"{row.pk}")).content.decode().split('name="seen" value="')[1].split('"')[0]


def posted(client: Client, council: Council, row: Request, **said: str) -> str:
    seen = shown(client, council, row)
    return client.post(at(council, f"{row.pk}"), {"seen": seen} | said, follow=True).content.decode()


def test_the_author_agrees_on_one_page(council: Council) -> None:
    row, client = asked(council), signed_in(council, Role.IMPLICATION_AUTHOR)

    page = posted(client, council, row, words="No cost beyond the budget.", answer="agree")

    assert "Your answer is kept with these exact words" in page
    assert state(row) is State.AGREED


def test_changed_words_are_not_agreed_to_by_the_wrong_button_and_stay_in_the_box(council: Council) -> None:
    row, client = asked(council), signed_in(council, Role.IMPLICATION_AUTHOR)

    page = posted(client, council, row, words="It costs £5.", answer="agree")

    assert "You have changed the words" in page and "It costs £5." in page
    assert state(row) is State.WAITING


def test_words_that_changed_while_the_page_was_open_are_shown_and_the_typing_stays(council: Council) -> None:
    row, client = asked(council), signed_in(council, Role.IMPLICATION_AUTHOR)
    seen = shown(client, council, row)
    wrote(council, "recommendations", [{"number": "1", "text": "Approve the plan."}])

    said = {"seen": seen, "words": "I agree to this.", "answer": "agree_with_words"}
    page = client.post(at(council, f"{row.pk}"), said).content.decode()

    assert "The words have changed since you opened this page" in page and "I agree to this." in page
    assert "<ins>" in page and "Approve the plan." in page
    assert state(row) is State.WAITING


def test_cannot_agree_asks_for_the_reason_on_a_screen_of_its_own(council: Council) -> None:
    row, client = asked(council), signed_in(council, Role.IMPLICATION_AUTHOR)

    screen = posted(client, council, row, words="", answer="cannot_agree")
    without = client.post(at(council, f"{row.pk}/cannot"), {"reason": "", "seen": "x"}).content.decode()
    seen = queries.standing(row, ROUND, as_of=NOW.date()).print
    client.post(at(council, f"{row.pk}/cannot"), {"reason": "It is not costed.", "seen": seen})

    assert "Why can you not agree?" in screen and "Give the reason" in without
    assert state(row) is State.CANNOT_AGREE
    assert "It is not costed." in client.get(at(council)).content.decode()


def test_a_lapse_shows_in_words_what_changed(council: Council) -> None:
    row, client = asked(council), signed_in(council, Role.IMPLICATION_AUTHOR)
    wrote(council, "recommendations", [{"number": "1", "text": "Approve the plan for submission."}])
    posted(client, council, row, words="No cost beyond the budget.", answer="agree")
    wrote(council, "recommendations", [{"number": "1", "text": "Note the plan for submission."}])

    page = client.get(at(council, f"{row.pk}")).content.decode()

    assert "What changed since Fay Copley answered" in page and "Lapsed: words changed" in page
    assert "<del>" in page and "<ins>" in page


def test_what_changed_since_somebody_looked_on_an_earlier_day_is_shown(council: Council) -> None:
    row, client = asked(council), signed_in(council, Role.IMPLICATION_AUTHOR)
    client.get(at(council, f"{row.pk}"))
    Looked.objects.update(on=timezone.localdate() - timedelta(days=1))
    wrote(council, "recommendations", [{"number": "1", "text": "Approve."}])

    pages = [client.get(at(council, f"{row.pk}")).content.decode() for _ in range(2)]

    assert all("What changed since you looked on" in page for page in pages)


def test_others_see_where_it_stands_and_have_no_box(council: Council) -> None:
    row = asked(council)

    page = signed_in(council, Role.CHIEF_EXECUTIVE).get(at(council, f"{row.pk}")).content.decode()

    assert "Waiting for Fay Copley" in page and "<textarea" not in page


def test_the_author_asks_by_a_form_and_the_mail_holds_a_link_and_no_words(council: Council) -> None:
    requested(council, kind="legal", places=["report.implications.legal"])
    author, fay = signed_in(council, Role.REPORT_AUTHOR), council.who(Role.IMPLICATION_AUTHOR)
    said = {"kind": "financial", "person": str(fay.pk), "due_on_day": "26", "due_on_month": "7", "due_on_year": "2030"}

    page = author.post(at(council, "ask"), said, follow=True).content.decode()
    sending.send_waiting(at=timezone.localtime())

    assert "Fay Copley is asked, and has a mail." in page
    sent = next(one for one in mail.outbox if "financial" in one.subject)
    assert "/agreement/" in sent.body and "No cost" not in sent.body
    assert "You are asked for financial implications" in author.get(at(council, "mail")).content.decode()


def test_a_sign_off_is_asked_of_parts_and_another_capacity_must_be_named(council: Council) -> None:
    asked(council)
    author, lena = signed_in(council, Role.REPORT_AUTHOR), council.who(Role.MONITORING_OFFICER)
    said = {
        "capacity": "other", "other": "", "person": str(lena.pk), "places": ["report"], "due_on_day": "26",
        "due_on_month": "7", "due_on_year": "2030",
    }  # fmt: skip

    refused = author.post(at(council, "ask-sign-off"), said).content.decode()
    author.post(at(council, "ask-sign-off"), {**said, "other": "Director of Place"})

    assert "Name the capacity" in refused
    assert Request.objects.get(capacity="Director of Place").places == ["report"]


def test_own_words_are_refused_until_the_monitoring_officer_allows_it(council: Council) -> None:
    row = asked(council, Role.REPORT_AUTHOR, kind="", capacity="Section 151 officer", places=["report"])
    author, lena = signed_in(council, Role.REPORT_AUTHOR), signed_in(council, Role.MONITORING_OFFICER)

    refused = posted(author, council, row, words="", answer="agree")
    lena.post(at(council, f"{row.pk}/allow"), {"reason": "The deputy is ill."})
    posted(author, council, row, words="", answer="agree")

    assert "nobody certifies their own words" in refused
    assert state(row) is State.AGREED
    printed = lena.get(at(council, "signed")).content.decode()
    assert "Piers Tolland, agree" in printed and "The deputy is ill." in printed


def test_away_hand_on_and_withdraw_are_done_from_the_pages(council: Council) -> None:
    row, fay = asked(council), signed_in(council, Role.IMPLICATION_AUTHOR)
    cover, author = council.who(Role.PERFORMANCE_MANAGER), signed_in(council, Role.REPORT_AUTHOR)
    today = timezone.localdate()
    days = {
        f"{name}_{part}": str(getattr(today, part))
        for name in ("from_on", "to_on")
        for part in ("day", "month", "year")
    }

    fay.post(at(council, "away"), {**days, "cover": str(cover.pk)})
    listed = author.get(at(council)).content.decode()
    author.post(at(council, f"{row.pk}/hand-on"), {"to": str(council.who(Role.CHIEF_EXECUTIVE).pk)})
    author.post(at(council, f"{row.pk}/withdraw"))

    assert "Rafe Lindow covers for Fay Copley." in listed
    assert Request.objects.get(pk=row.pk).person == council.who(Role.CHIEF_EXECUTIVE)
    assert state(row) is State.WITHDRAWN


def test_my_work_shows_what_one_is_asked(council: Council) -> None:
    asked(council)

    page = signed_in(council, Role.IMPLICATION_AUTHOR).get("/council/").content.decode()

    assert "You are asked" in page and "Financial implications" in page


def test_an_invitation_sets_a_password_once_and_signs_nobody_in(council: Council, client: Client) -> None:
    author = signed_in(council, Role.REPORT_AUTHOR)
    author.post(at(council, "invite"), {"name": "Lou Hart", "post": "Solicitor", "email": "lou@ambermere.example"})
    lou = Person.objects.get(email="lou@ambermere.example")
    link = sending.invitation_path(lou)

    short = client.post(link, {"new_password1": "short", "new_password2": "short"}).content.decode()
    done = client.post(link, {"new_password1": PASSWORD, "new_password2": PASSWORD}, follow=True)
    again = client.get(link).content.decode()

    assert "There is a problem" in short
    assert "Your password is set" in done.content.decode() and "_auth_user_id" not in client.session
    assert "This link does not work any more" in again
    lou.refresh_from_db()
    assert lou.check_password(PASSWORD)


@pytest.mark.parametrize("rest", ["ask", "ask-sign-off", "invite", "mail"])
def test_an_implication_author_asks_nobody(council: Council, rest: str) -> None:
    answer = signed_in(council, Role.IMPLICATION_AUTHOR).get(at(council, rest))

    assert answer.status_code == 403


def test_an_answer_by_the_cover_carries_the_covers_name(council: Council) -> None:
    row, cover = asked(council), council.who(Role.PERFORMANCE_MANAGER)
    today = timezone.localdate()
    actions.say_away(
        workspace=council.workspace, cover=cover, from_on=today, to_on=today,
        by=council.who(Role.IMPLICATION_AUTHOR), at=timezone.localtime(),
    )  # fmt: skip

    posted(signed_in(council, Role.PERFORMANCE_MANAGER), council, row, words="None.", answer=Reply.AGREE_WITH_WORDS)

    assert queries.implication(row).author == "Rafe Lindow, Performance manager"
