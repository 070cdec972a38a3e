"""The people of a workspace on the page: who is here, who may add whom, and what an answer gives away."""

from __future__ import annotations

import pytest
from django.test import Client

from moothall.apps.people.models import Person, RoleHeld
from moothall.domain.roles import Role
from tests.apps.deeds import appointed
from tests.people import PASSWORD, Council

pytestmark = pytest.mark.django_db


def at(council: Council, rest: str = "") -> str:
    return f"/council/{council.round_.slug}/{council.workspace.slug}/people/{rest}"


def signed_in(council: Council, role: Role) -> Client:
    client = Client()
    client.force_login(council.who(role), backend="django.contrib.auth.backends.ModelBackend")
    return client


def test_the_page_names_everybody_with_their_roles_and_says_which_nobody_has(council: Council) -> None:
    RoleHeld.objects.filter(role="monitoring_officer").delete()
    appointed(council)
    reader, operator = signed_in(council, Role.MEMBER), signed_in(council, Role.OPERATOR)

    page = reader.get(at(council)).content.decode()
    over_all = operator.get(at(council)).content.decode()
    for_operator = operator.get("/council/open").content.decode()

    assert "Nobody is monitoring officer here." in page
    assert "Report author since 22 July 2024, given by Uma Brackley." in page
    assert "Not signed in yet" in page and "Add a person" not in page
    names = [page.index(f">{name}</a>") for name in ("Fay Copley", "Gwen Ostler", "Lou Hart", "Uma Brackley")]
    assert names == sorted(names)
    assert "Add a person" in over_all and at(council) in for_operator
    assert reader.get(at(council, "add")).status_code == 403


def test_adding_somebody_answers_the_same_whether_they_have_an_account_or_not(council: Council) -> None:
    clerk, there = signed_in(council, Role.DEMOCRATIC_SERVICES), council.stranger()
    said = {"name": "Nell Arden", "post": "Clerk", "roles": ["chief_executive"]}

    answers = []
    for email in (there.email, "nell@ambermere.example"):
        page = clerk.post(at(council, "add"), said | {"email": email}, follow=True).content.decode()
        person = clerk.get(at(council, str(Person.objects.get(email=email).pk))).content.decode()
        answers.append(
            ("Nell Arden has the role, and a mail" in page, "Not signed in yet" in person, "Stig" in page + person)
        )

    assert answers == [(True, True, False)] * 2


def test_a_policy_officer_is_offered_no_certifying_role_and_keeps_what_was_typed_when_refused(council: Council) -> None:
    writes = signed_in(council, Role.POLICY_OFFICER)

    form = writes.get(at(council, "add")).content.decode()
    forced = writes.post(
        at(council, "add"), {"name": "Nell Arden", "email": "nell@b.example", "roles": ["chief_executive"]}
    )
    to_self = writes.post(
        at(council, "add"),
        {"name": "Me", "email": council.who(Role.POLICY_OFFICER).email, "roles": ["performance_manager"]},
    ).content.decode()

    assert 'value="implication_author"' in form and 'value="chief_executive"' not in form
    assert "You cannot give the roles of policy officer, democratic services" in form
    assert "There is a problem" in forced.content.decode() and "Nell Arden" in forced.content.decode()
    assert "Nobody gives a role to themselves" in to_self and 'value="Me"' in to_self
    assert not Person.objects.filter(email="nell@b.example").exists()


def test_a_role_is_ended_with_a_reason_and_stays_to_be_read(council: Council) -> None:
    clerk, held = signed_in(council, Role.DEMOCRATIC_SERVICES), RoleHeld.objects.get(role="report_author")
    where = at(council, f"role/{held.pk}/end")

    empty = clerk.post(where, {"reason": ""}).content.decode()
    done = clerk.post(where, {"reason": "The post was deleted."}, follow=True).content.decode()
    person = clerk.get(at(council, str(held.person_id))).content.decode()
    again = clerk.post(
        at(council, f"{held.person_id}/give"), {"roles": ["report_author"]}, follow=True
    ).content.decode()

    assert "Say in a few words why the role ends" in empty
    assert "No longer here" in done and "Nobody is report author here." in done
    assert "Ended by Uma Brackley. “The post was deleted.”" in person and "Give a role" in person
    assert "has the role" in again and "Roles that ended" in again
    assert clerk.get(where).status_code == 404


def test_an_old_link_is_dead_after_the_invitation_was_sent_again(council: Council, client: Client) -> None:
    from moothall.apps.mail import sending

    row, clerk = appointed(council), signed_in(council, Role.DEMOCRATIC_SERVICES)
    old = sending.invitation_path(row.person)

    done = clerk.post(at(council, f"{row.person_id}/again"), follow=True).content.decode()
    dead = client.get(old).content.decode()
    new = client.post(
        sending.invitation_path(Person.objects.get(pk=row.person_id)),
        {"new_password1": PASSWORD, "new_password2": PASSWORD}, follow=True,
    ).content.decode()  # fmt: skip

    assert "Lou Hart has a new mail" in done
    assert "This link does not work any more" in dead and "Your password is set" in new
