"""The operator's page: a council's workspace, with the first person in it, in one piece or not at all."""

import pytest
from django.test import Client

from moothall.apps.audit.models import Entry
from moothall.apps.people import queries as people
from moothall.apps.rounds import actions as rounds
from moothall.apps.workspaces.models import Workspace
from moothall.domain.roles import Role
from moothall.reference import authorities
from moothall.reference import rounds as shipped
from tests.apps.proof import Broken, everything
from tests.people import OPENED, Council

pytestmark = pytest.mark.django_db
COUNTY = authorities.all_authorities()[0]


@pytest.fixture
def operator(client: Client, council: Council) -> Client:
    """A browser in which the operator is signed in, where the shipped rounds are open."""
    for round_ in shipped.shipped():
        rounds.open_round(round_=round_, by=None, at=OPENED)
    client.force_login(council.who(Role.OPERATOR), backend="django.contrib.auth.backends.ModelBackend")
    return client


def said(council: Council, **changed: object) -> dict[str, object]:
    """The form as it is filled in for a real council."""
    return {
        "gss": COUNTY.gss,
        "round_slug": shipped.shipped()[0].slug,
        "governance": "executive",
        "person_id": str(council.stranger().pk),
        "roles": ["policy_officer", "report_author"],
    } | changed


def test_the_operator_opens_a_workspace_and_the_first_person_can_begin(operator: Client, council: Council) -> None:
    answer = operator.post("/council/open", said(council))

    opened = Workspace.objects.get(gss=COUNTY.gss)
    assert answer.status_code == 302
    assert people.roles(council.stranger(), workspace_id=opened.pk) == {Role.POLICY_OFFICER, Role.REPORT_AUTHOR}


def test_a_workspace_that_is_open_is_refused_and_what_was_chosen_stays_chosen(
    operator: Client, council: Council
) -> None:
    operator.post("/council/open", said(council))

    page = operator.post("/council/open", said(council, governance="mayor")).content.decode()

    assert f"{COUNTY.name} already has a workspace" in page
    assert 'value="mayor" checked' in page
    assert Workspace.objects.filter(gss=COUNTY.gss).count() == 1


def test_when_a_role_cannot_be_given_no_workspace_is_opened(
    operator: Client, council: Council, monkeypatch: pytest.MonkeyPatch
) -> None:
    council.stranger()
    before, record = everything(), Entry.objects.create
    operator.raise_request_exception = True

    def fails_at_the_first_role(**line: object) -> Entry:
        if line["event"] == "role.given":
            raise Broken
        return record(**line)

    monkeypatch.setattr(Entry.objects, "create", fails_at_the_first_role)

    with pytest.raises(Broken):
        operator.post("/council/open", said(council))

    assert everything() == before
