"""What each mail about a call-in says. No mail holds the words of a request, and its link carries no rights."""

from collections.abc import Iterable
from datetime import datetime

from django.conf import settings

from moothall.apps.call_ins.models import CallIn, Followed
from moothall.apps.call_ins.queries import Standing
from moothall.apps.mail import outbox
from moothall.apps.people import queries as people
from moothall.apps.people.models import Person
from moothall.domain.call_ins import NEXT, State
from moothall.domain.called_in import WAYS, What
from moothall.domain.roles import Role


def asked(found: Standing, who: str, *, at: datetime) -> None:
    """To democratic services, at once: who asks, and whether the names are enough."""
    _to_officers(found, f"asked:{found.row.pk}", f"{who} asks for a call-in", _stands(found), at=at)


def joined(found: Standing, who: str, *, at: datetime) -> None:
    """To democratic services, at once: who joined, and whether the names are enough."""
    key = f"joined:{found.row.pk}:{found.names[-1].pk if found.names else 0}"
    _to_officers(found, key, f"{who} joins a call-in", _stands(found), at=at)


def withdrawn(found: Standing, who: str, *, at: datetime) -> None:
    """To democratic services, at once: who withdrew, and whether the decision goes on."""
    key = f"withdrawn:{found.row.pk}:{at:%Y-%m-%d %H:%M:%S.%f}"
    _to_officers(found, key, f"{who} withdraws from a call-in", _stands(found), at=at)


def settled(found: Standing, *, at: datetime) -> None:
    """To every member who asks, at once: whether it is valid. The reason stands on the page."""
    is_valid = found.state is State.VALID
    subject = f"The call-in is {'valid' if is_valid else 'not valid'}"
    words = "The decision is held back until it is heard." if is_valid else "The decision goes on."
    _put(found.row, [one.person for one in found.names], f"settled:{found.row.pk}", subject, words, at)


def followed(found: Standing, row: Followed, *, at: datetime) -> None:
    """To every member who asks, democratic services and the policy officers whose plan waits: what came of it."""
    workspace_id = found.row.decision.step.route.workspace_id
    officers = [
        one
        for role in (Role.DEMOCRATIC_SERVICES, Role.POLICY_OFFICER)
        for one in people.holders(role, workspace_id)
    ]  # fmt: skip
    to = {one.pk: one for one in (*(each.person for each in found.names), *officers)}
    held = "The decision is held back." if found.holds else "The decision is not held back any more."
    words = f"{row.to_value().told} {held} The reasons stand on the page."
    _put(found.row, to.values(), f"followed:{row.pk}", WAYS[What(row.what)].link, words, at)


def _stands(found: Standing) -> str:
    if found.state is State.GATHERING:
        more = f"{found.missing} more name{'' if found.missing == 1 else 's'} needed"
        return f"{more} by {found.terms.closes}. The decision is not held back yet."
    if found.state is State.ENOUGH:
        return f"The names are enough, and the decision is held back. {NEXT[State.ENOUGH].todo}"
    return "No name stands under it any more."


def _to_officers(found: Standing, key: str, subject: str, words: str, *, at: datetime) -> None:
    workspace_id = found.row.decision.step.route.workspace_id
    _put(found.row, people.holders(Role.DEMOCRATIC_SERVICES, workspace_id), key, subject, words, at)


def _put(row: CallIn, to: Iterable[Person], key: str, subject: str, words: str, at: datetime) -> None:
    here = row.decision.step.route.workspace
    address = f"{settings.MOOTHALL.address}/council/{here.round_slug}/{here.slug}/call-in/"
    said = f"{subject}: {row.decision.step.body}, {here.official_name}"
    for person in to:
        outbox.put(
            person=person, subject=said, words=f"{said}.\n\n{words}\n{address}", key=f"call-in:{key}:{person.pk}",
            at=at, about=f"call-in:{row.pk}", workspace=here, is_prompt=True,
        )  # fmt: skip
