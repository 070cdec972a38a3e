"""Bringing somebody into a workspace, giving roles, and ending one."""

from collections.abc import Iterable
from typing import Any

from django import forms

from moothall.domain.roles import Role
from moothall.web.council.forms.choices import offer

DOES = {
    Role.POLICY_OFFICER: "writes the plan and publishes it",
    Role.REPORT_AUTHOR: "writes the covering report",
    Role.DEMOCRATIC_SERVICES: "keeps rules and meetings, records decisions, gives roles",
    Role.MONITORING_OFFICER: "answers for the law, allows exceptions, gives roles",
    Role.CHIEF_EXECUTIVE: "certifies the return",
    Role.PERFORMANCE_MANAGER: "records readings and milestones",
    Role.IMPLICATION_AUTHOR: "answers what is asked of them",
    Role.MEMBER: "reads, and may ask for a call-in",
    Role.EXECUTIVE_MEMBER: "reads; may not ask for a call-in",
}
"""What each role is for, in a few words: the most of what the table of roles lets it do."""


def named(role: Role) -> str:
    """A role as a choice: its name and what it is for."""
    return f"{role.label[:1].upper()}{role.label[1:]}: {DOES[role]}"


class RolesForm(forms.Form):
    """One role or more, of those that whoever gives them may give. Cleaned ``roles`` are roles."""

    roles = forms.MultipleChoiceField(
        label="What they do here",
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": "Choose at least one role"},
    )

    def __init__(self, *args: Any, offered: Iterable[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offer(self, "roles", [(role.value, named(role)) for role in offered])

    def clean_roles(self) -> list[Role]:
        """The roles that were chosen."""
        return [Role(one) for one in self.cleaned_data["roles"]]


class AddPersonForm(RolesForm):
    """Somebody who is to have a role here."""

    name = forms.CharField(label="Name", max_length=200, error_messages={"required": "Enter the name"})
    post = forms.CharField(label="Post, as it is printed under their words", required=False, max_length=200)
    email = forms.EmailField(
        label="E-mail address", error_messages={"required": "Enter the address", "invalid": "Enter a whole address"}
    )
    field_order = ("name", "post", "email", "roles")


class EndRoleForm(forms.Form):
    """Why a role ends."""

    reason = forms.CharField(
        label="Why it ends",
        help_text="It stays on record with your name, and they are told.",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": "Say in a few words why the role ends"},
    )
