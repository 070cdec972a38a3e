"""What the mail at the beginning of a month says: what is due, and what nobody follows. It answers nothing."""

from collections.abc import Sequence
from datetime import date, datetime

from django.conf import settings

from moothall.apps.mail import outbox
from moothall.apps.people.models import Person
from moothall.apps.workspaces.models import Workspace
from moothall.domain.days import in_words
from moothall.domain.following import Wait


def due(workspace: Workspace, person: Person, waits: Sequence[Wait], *, month: date, at: datetime) -> None:
    """To somebody who follows something, once a month: what waits for their word, and by when."""
    lines = [f"- {one.what}: {'was due' if one.is_overdue else 'due'} {in_words(one.due_on)}" for one in waits]
    count = len(waits)
    outbox.put(
        person=person,
        subject=f"{count} {'thing waits' if count == 1 else 'things wait'} for your word in {month:%B}",
        words="\n".join(
            [
                f"On the plan of {workspace.official_name}:",
                *lines,
                "",
                "If a committee was told already, point at its item; nothing needs to be told twice.",
                address(workspace),
            ]
        ),
        key=f"progress:{workspace.pk}:{person.pk}:{month:%Y-%m}",
        at=at,
        about="progress",
        workspace=workspace,
    )


def vacant(workspace: Workspace, person: Person, titles: Sequence[str], *, month: date, at: datetime) -> None:
    """To a performance manager, once a month: what nobody follows, because the post is empty or somebody left."""
    outbox.put(
        person=person,
        subject=f"Nobody follows {len(titles)} {'thing' if len(titles) == 1 else 'things'} in the plan",
        words="\n".join(
            [
                f"On the plan of {workspace.official_name} these have nobody to say a word on them:",
                *(f"- {title}" for title in titles),
                "",
                "Say who follows each now:",
                f"{address(workspace)}following",
            ]
        ),
        key=f"progress-vacant:{workspace.pk}:{person.pk}:{month:%Y-%m}",
        at=at,
        about="progress",
        workspace=workspace,
    )


def address(workspace: Workspace) -> str:
    """Where progress is recorded."""
    return f"{settings.MOOTHALL.address}/council/{workspace.round_slug}/{workspace.slug}/progress/"
