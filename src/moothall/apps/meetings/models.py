"""The meetings of a council. They belong to the council and not to one round, so that each is entered once."""

from typing import Any

from django.db import models
from django.db.models import Q

from moothall.domain.authorities import BodyKind
from moothall.domain.calendars import KeptMeeting, Status
from moothall.domain.meetings import Meeting as MeetingValue


class Meeting(models.Model):
    """One meeting as it stands. ``uid`` is its name in the calendar it came from, ``source`` that file or paste."""

    gss = models.CharField(max_length=9, db_index=True)
    body = models.CharField(max_length=200)
    kind = models.CharField(max_length=30, choices=[(one.value, one.value) for one in BodyKind])
    on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    place = models.CharField(max_length=200, blank=True)
    uid = models.CharField(max_length=200, blank=True)
    source = models.CharField(max_length=200, blank=True)
    status = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in Status], default=Status.PLANNED.value
    )

    class Meta:
        ordering = ("on", "starts_at", "body", "pk")
        constraints = [
            models.UniqueConstraint(fields=["gss", "uid"], condition=~Q(uid=""), name="one_meeting_an_entry"),
            models.CheckConstraint(condition=~Q(body=""), name="a_meeting_has_a_body"),
        ]

    def __str__(self) -> str:
        return f"{self.body} {self.on}"

    def to_value(self) -> MeetingValue:
        """The meeting as rules take it."""
        return MeetingValue(self.body, BodyKind(self.kind), self.on, self.starts_at)

    def kept(self) -> KeptMeeting:
        """The meeting as it is compared with a list brought in."""
        return KeptMeeting(self.pk, self.to_value(), Status(self.status), self.place, self.uid, self.source)


class Change(models.Model):
    """One thing that happened to a meeting. ``before`` and ``after`` hold it whole; triggers refuse any change."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="changes")
    what = models.CharField(max_length=20)
    before = models.JSONField(null=True)
    after = models.JSONField()
    reason = models.CharField(max_length=400, blank=True)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.meeting_id} {self.what} {self.at:%Y-%m-%d}"

    def day(self, when: str) -> Any:
        """The day ("before" or "after") as ISO text, or None where there was none."""
        return (getattr(self, when) or {}).get("on")
