"""Asking, answering, handing on, being away: what each does to the request, the report and the mail."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.contrib.auth.tokens import default_token_generator

from moothall.apps.appointments import actions as appointments
from moothall.apps.implications import actions, daily, queries
from moothall.apps.implications.models import Event, Request
from moothall.apps.mail.models import Message
from moothall.apps.people.models import Person, RoleHeld
from moothall.apps.reports import actions as reports
from moothall.apps.reports import queries as report_queries
from moothall.apps.reports.models import Field
from moothall.domain.refusals import Refusal
from moothall.domain.roles import Role
from moothall.domain.signoffs import Reply, State
from tests.apps.deeds import NOW, requested
from tests.people import PASSWORD, ROUND, Council

pytestmark = pytest.mark.django_db
TODAY, DUE = NOW.date(), date(2024, 7, 26)


def standing(row: Request, as_of: date = TODAY) -> queries.Standing:
    return queries.standing(Request.objects.get(pk=row.pk), ROUND, as_of=as_of)


def answered(row: Request, by: Any, reply: Reply = Reply.AGREE, **said: Any) -> Event:
    return actions.answer(request=row, reply=reply, **({"seen": standing(row).print, "by": by, "at": NOW} | said))


def wrote(council: Council, name: str, value: Any, role: Role = Role.REPORT_AUTHOR) -> None:
    report = report_queries.report(council.workspace)
    assert report is not None
    field = Field.objects.filter(report=report, name=name).first()
    reports.write_field(
        report=report, name=name, value=value, revision=field.revision if field else 0, by=council.who(role), at=NOW
    )


def fay(council: Council) -> Person:
    return council.who(Role.IMPLICATION_AUTHOR)


def subjects(person: Person) -> list[str]:
    return [row.subject for row in Message.objects.filter(person=person).order_by("pk")]


def test_agreeing_puts_the_author_under_the_words_and_lapses_when_they_change(council: Council) -> None:
    row = requested(council)

    answered(row, fay(council))

    assert queries.implication(row).author == "Fay Copley, Finance business partner"
    assert standing(row).state is State.AGREED
    wrote(council, "recommendations", [{"number": "1", "text": "Approve the plan."}])
    assert standing(row).state is State.LAPSED
    assert [one.label for one in standing(row).changed] == ["Recommendations"]


def test_an_edit_elsewhere_asks_nobody_again(council: Council) -> None:
    row = requested(council)
    answered(row, fay(council))

    wrote(council, "reasons", "The letter asks for it.")

    assert standing(row).state is State.AGREED


def test_agreeing_with_words_puts_them_into_the_report_and_leaves_the_other_kinds(council: Council) -> None:
    row = requested(council)
    wrote(council, "implications", [{"kind": "legal", "text": "None."}, {"kind": "financial", "text": "Nil."}])

    answered(row, fay(council), Reply.AGREE_WITH_WORDS, words="It costs £40,000 a year.")

    report = report_queries.report(council.workspace)
    assert report is not None
    assert [(one.kind, one.text) for one in report_queries.value(report).implications] == [
        ("legal", "None."),
        ("financial", "It costs £40,000 a year."),
    ]
    assert standing(row).state is State.AGREED


def test_not_applicable_stands_with_its_reason_and_its_name(council: Council) -> None:
    row = requested(council)

    answered(row, fay(council), Reply.NOT_APPLICABLE, reason="No decision with a cost is taken.")

    said = queries.implication(row)
    assert (said.is_none, said.text) == (True, "No decision with a cost is taken.")
    assert said.author.startswith("Fay Copley")


def test_words_that_moved_under_the_reader_are_refused(council: Council) -> None:
    row = requested(council)
    seen = standing(row).print
    wrote(council, "recommendations", [{"number": "1", "text": "Approve."}])

    with pytest.raises(Refusal, match="The words have changed"):
        answered(row, fay(council), seen=seen)
    assert standing(row).state is State.WAITING


def test_only_whoever_was_asked_or_covers_may_answer(council: Council) -> None:
    row = requested(council)

    with pytest.raises(Refusal, match="This request is for Fay Copley"):
        answered(row, council.who(Role.CHIEF_EXECUTIVE))


def test_the_cover_has_it_while_somebody_is_away_and_both_see_it(council: Council) -> None:
    row, cover = requested(council), council.who(Role.PERFORMANCE_MANAGER)
    actions.say_away(workspace=council.workspace, cover=cover, from_on=NOW.date(), to_on=DUE, by=fay(council), at=NOW)

    found = queries.standings(council.workspace, ROUND, as_of=NOW.date())

    assert found[0].holder == cover and found[0].is_covered
    assert queries.of_person(cover, found) == queries.of_person(fay(council), found) == found
    answered(row, cover)
    assert queries.implication(row).author.startswith("Rafe Lindow")
    assert standing(row, DUE + timedelta(days=1)).holder == fay(council)


def test_silence_is_reminded_of_and_never_becomes_agreed(council: Council) -> None:
    row = requested(council, deputy=council.who(Role.CHIEF_EXECUTIVE))

    for days in range(40):
        daily.day_passes(NOW.date() + timedelta(days=days), at=NOW)

    assert standing(row, NOW.date() + timedelta(days=40)).state is State.WAITING
    day = "Friday 26 July 2024"
    due = [f"Due {day}: financial implications", "Due today: financial implications"]
    assert subjects(fay(council))[1:] == [*due, f"Was due {day}: financial implications"]
    assert subjects(council.who(Role.CHIEF_EXECUTIVE)) == [f"Not answered since {day}: financial implications"]


def test_a_lapse_is_told_once_and_only_to_those_it_touches(council: Council) -> None:
    other = council.who(Role.PERFORMANCE_MANAGER)
    touched = requested(council)
    untouched = requested(council, kind="legal", person=other, places=["report.implications.legal"])
    answered(touched, fay(council))
    answered(untouched, other, Reply.AGREE_WITH_WORDS, words="None arise.")
    wrote(council, "recommendations", [{"number": "1", "text": "Note the plan."}])

    for days in range(3):
        daily.day_passes(NOW.date() + timedelta(days=days), at=NOW)

    assert subjects(fay(council)).count("Words changed: financial implications") == 1
    assert not any(subject.startswith("Words changed") for subject in subjects(other))


def test_a_post_whose_person_left_is_found_and_handed_on_by_name(council: Council) -> None:
    row, author = requested(council), council.who(Role.REPORT_AUTHOR)
    Person.objects.filter(pk=fay(council).pk).update(is_active=False)

    daily.day_passes(NOW.date(), at=NOW)

    assert standing(row).needs_somebody
    assert subjects(author) == ["Nobody has this: financial implications"]
    actions.hand_on(request=row, to=council.who(Role.CHIEF_EXECUTIVE), by=author, at=NOW)
    assert standing(row).holder == council.who(Role.CHIEF_EXECUTIVE)


def sign_off(council: Council, role: Role = Role.MONITORING_OFFICER) -> Request:
    return requested(council, role, kind="", capacity=role.label, places=["report"])


def test_a_sign_off_with_words_is_the_officers_comment(council: Council) -> None:
    row = sign_off(council)

    answered(row, council.who(Role.MONITORING_OFFICER), Reply.AGREE_WITH_WORDS, words="I have no concern.")

    assert queries.comment(row) == "I have no concern."
    assert standing(row).state is State.AGREED


def test_nobody_signs_off_their_own_words_until_another_named_person_allows_it(council: Council) -> None:
    author = council.who(Role.REPORT_AUTHOR)
    row = sign_off(council, Role.REPORT_AUTHOR)

    with pytest.raises(Refusal, match="You wrote “Financial”"):
        answered(row, author)
    actions.allow_own_words(
        request=row, reason="The post above is vacant.", by=council.who(Role.CHIEF_EXECUTIVE), at=NOW
    )
    answered(row, author)

    assert standing(row).state is State.AGREED


def test_nobody_allows_it_to_themselves(council: Council) -> None:
    row = sign_off(council, Role.CHIEF_EXECUTIVE)

    with pytest.raises(Refusal, match="to yourself"):
        actions.allow_own_words(request=row, reason="Quicker.", by=council.who(Role.CHIEF_EXECUTIVE), at=NOW)


def test_what_was_allowed_holds_only_for_whoever_had_it(council: Council) -> None:
    author, row = council.who(Role.REPORT_AUTHOR), sign_off(council)
    actions.allow_own_words(request=row, reason="Vacant.", by=council.who(Role.CHIEF_EXECUTIVE), at=NOW)

    actions.hand_on(request=row, to=author, by=author, at=NOW)

    with pytest.raises(Refusal, match="You wrote"):
        answered(row, author)


def test_the_same_is_not_asked_twice_unless_it_was_withdrawn(council: Council) -> None:
    row = requested(council)

    with pytest.raises(Refusal, match="This has been asked for"):
        requested(council)
    actions.withdraw(request=row, by=council.who(Role.REPORT_AUTHOR), at=NOW)
    requested(council)

    assert standing(row).state is State.WITHDRAWN


def test_an_invitation_gives_an_account_and_a_role_to_answer_and_its_link_works_once(council: Council) -> None:
    person = actions.invite(
        workspace=council.workspace, email="lou@ambermere.example", name="Lou Hart", post="Solicitor",
        by=council.who(Role.REPORT_AUTHOR), at=NOW,
    )  # fmt: skip
    token = default_token_generator.make_token(person)

    appointments.accept_invitation(person=person, password=PASSWORD, at=NOW)

    person.refresh_from_db()
    assert person.check_password(PASSWORD)
    assert not default_token_generator.check_token(person, token)
    assert [held.role for held in RoleHeld.objects.filter(person=person)] == ["implication_author"]
    with pytest.raises(Refusal, match="This link was used"):
        appointments.accept_invitation(person=person, password=PASSWORD, at=NOW)


def test_no_mail_holds_words_of_the_report(council: Council) -> None:
    row = requested(council)
    answered(row, fay(council), Reply.CANNOT_AGREE, reason="A secret reason.")

    said = " ".join(Message.objects.values_list("words", flat=True))

    assert "No cost beyond the budget" not in said and "secret" not in said
