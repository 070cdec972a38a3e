"""What is frozen, and the one check that every save of the plan and of the report passes."""

from datetime import date, datetime
from typing import Any

from django.utils import timezone

from moothall.apps.freezes.models import Freeze
from moothall.domain.days import in_words
from moothall.domain.parts import holds, whole_of
from moothall.domain.refusals import Refusal


class Frozen(Refusal):
    """The words are frozen by somebody else. ``freeze`` says by whom, until when and why."""

    def __init__(self, freeze: Freeze) -> None:
        who, until = freeze.frozen_by_name, in_words(freeze.until_on)
        super().__init__(
            f"{who} has frozen “{freeze.title}” until the end of {until}: {freeze.reason.rstrip('. ')}."
            " Nothing was saved.",
            next_step=f"What you typed is still here. Ask {who} to thaw it, or save it afterwards.",
        )
        self.freeze = freeze


def holding(workspace_id: int, *, as_of: date) -> list[Freeze]:
    """What is frozen in a workspace on a day, the first frozen first."""
    return list(Freeze.objects.filter(workspace_id=workspace_id, ended_at=None, until_on__gte=as_of))


def of_part(workspace_id: int, part: str, *, as_of: date) -> Freeze | None:
    """The freeze that holds a part on a day, its own or that of the whole it belongs to; None where it is open."""
    return next((one for one in holding(workspace_id, as_of=as_of) if holds(one.part, part)), None)


def of_whole(workspace_id: int, whole: str, *, as_of: date) -> list[Freeze]:
    """What is frozen of the plan or of the report on a day."""
    return [one for one in holding(workspace_id, as_of=as_of) if whole_of(one.part) == whole]


def freeze(workspace_id: int, pk: int) -> Freeze | None:
    """A freeze of this workspace that was not ended, or None."""
    return Freeze.objects.filter(workspace_id=workspace_id, pk=pk, ended_at=None).first()


def check_open(workspace_id: int, part: str, *, by: Any, at: datetime) -> None:
    """Raise Frozen where somebody else has frozen a part. Moothall itself (``by`` None) and who froze it write on.

    Every deed that changes words of the plan or of the report calls this, so no way of saving goes round it.
    """
    if by is None:
        return
    found = of_part(workspace_id, part, as_of=timezone.localdate(at))
    if found is not None and found.frozen_by_id != by.pk:
        raise Frozen(found)
