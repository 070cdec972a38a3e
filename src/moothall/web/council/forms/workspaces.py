"""Opening a workspace."""

from typing import Any

from django import forms

from moothall.domain.authorities import Authority, Governance
from moothall.domain.roles import Role
from moothall.domain.rounds import Round
from moothall.reference import authorities
from moothall.web.council.forms.choices import offer

_COUNCIL_ROLES = [role for role in Role if role not in (Role.PANEL_ANALYST, Role.OPERATOR)]
GOVERNANCE = {
    Governance.EXECUTIVE: "Leader and cabinet",
    Governance.MAYOR: "Mayor and cabinet",
    Governance.COMMITTEE: "Committee system",
}


class OpenWorkspaceForm(forms.Form):
    """Which council, which round, who begins. After validation ``authority``, ``round_`` and ``person`` are set."""

    gss = forms.ChoiceField(label="Council")
    round_slug = forms.ChoiceField(label="Round")
    governance = forms.ChoiceField(
        label="How the council is run",
        widget=forms.RadioSelect,
        choices=[(one.value, words) for one, words in GOVERNANCE.items()],
        initial=Governance.EXECUTIVE.value,
    )
    person_id = forms.ChoiceField(label="Who begins")
    roles = forms.MultipleChoiceField(
        label="What that person does there",
        widget=forms.CheckboxSelectMultiple,
        choices=[(role.value, role.label.capitalize()) for role in _COUNCIL_ROLES],
        initial=[Role.POLICY_OFFICER.value],
    )

    authority: Authority
    round_: Round
    person: Any

    def __init__(self, data: Any = None, *, rounds: tuple[Round, ...], people: list[Any]) -> None:
        super().__init__(data)
        self._rounds = {one.slug: one for one in rounds if not one.fictional}
        self._people = {str(person.pk): person for person in people}
        names = sorted(authorities.all_authorities(), key=lambda one: (one.name, one.gss))
        self._authorities = {one.gss: one for one in names}
        offer(self, "gss", [("", "Choose a council"), *((one.gss, one.official_name) for one in names)])
        offer(self, "round_slug", ((slug, one.title) for slug, one in self._rounds.items()))
        offer(self, "person_id", ((key, str(person)) for key, person in self._people.items()))

    def clean(self) -> dict[str, Any]:
        """Turn what was chosen into values."""
        cleaned = super().clean() or {}
        if not self.errors:
            self.authority = self._authorities[cleaned["gss"]]
            self.round_ = self._rounds[cleaned["round_slug"]]
            self.person = self._people[cleaned["person_id"]]
            cleaned["governance"] = Governance(cleaned["governance"])
        return cleaned
