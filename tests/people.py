"""The cast of the tests: an invented council with one person for each role, a stranger from elsewhere, and nobody."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from moothall.apps.people import actions as people
from moothall.apps.people.models import Person
from moothall.apps.rounds import actions as rounds
from moothall.apps.workspaces import actions as workspaces
from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import Authority
from moothall.domain.roles import Role
from moothall.domain.rounds import Round
from moothall.reference.rounds import shipped

AT = datetime(2024, 5, 24, 9, 0, tzinfo=UTC)
PASSWORD = "a long walk to the moot"
INSTALLATION = frozenset({Role.OPERATOR, Role.PANEL_ANALYST})
COUNCIL = Authority(
    gss="X99000001",
    register_code="",
    name="Netherwick",
    official_name="Netherwick District Council",
    kind="non-metropolitan district",
    region="",
    county="",
    fictional=True,
)
NAMES = {
    Role.POLICY_OFFICER: "Pia Officer",
    Role.REPORT_AUTHOR: "Rory Author",
    Role.DEMOCRATIC_SERVICES: "Dena Clerk",
    Role.CHIEF_EXECUTIVE: "Cass Chief",
    Role.PERFORMANCE_MANAGER: "Perry Measures",
    Role.PANEL_ANALYST: "Ana Panel",
    Role.OPERATOR: "Ola Keeper",
}


@dataclass(frozen=True)
class Cast:
    """A council's workspace for a round, and the people around it."""

    round_: Round
    workspace: Workspace
    by_role: dict[Role, Person]
    stranger: Person

    def __getitem__(self, role: Role) -> Person:
        return self.by_role[role]

    @property
    def everyone(self) -> dict[str, Person]:
        """Each person by what they are."""
        return {**{role.value: person for role, person in self.by_role.items()}, "stranger": self.stranger}


def add(name: str, *, post: str = "") -> Person:
    """Someone with an account and no role yet."""
    email = f"{name.split()[0].lower()}@netherwick.example"
    return people.add_person(email=email, name=name, post=post, password=PASSWORD, by=None, at=AT)


def gather() -> Cast:
    """Open the round and the workspace and give each role to its person, by the deeds that people use."""
    round_ = shipped()[0]
    rounds.open_round(round_=round_, by=None, at=AT)
    workspace = workspaces.open_workspace(authority=COUNCIL, round_=round_, by=None, at=AT)
    by_role = {}
    for role in Role:
        person = by_role[role] = add(NAMES[role], post=role.label.capitalize())
        where = None if role in INSTALLATION else workspace.pk
        people.give_role(person=person, role=role, workspace_id=where, by=None, at=AT)
    return Cast(round_, workspace, by_role, add("Stig Elsewhere"))
