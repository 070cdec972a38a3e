"""Readings, words on milestones, items pointed at, breaks, who follows what, and what was let out to the public.

Nothing here is written over: a later row corrects an earlier one.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from moothall.apps.files.models import StoredFile
from moothall.apps.workspaces.models import Workspace


class Release(models.Model):
    """What was recorded until then is let out by a named person, with a word on how it is going."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="progress_releases")
    words = models.TextField(blank=True)
    next_step = models.CharField(max_length=300, blank=True)
    released_at = models.DateTimeField()
    released_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.workspace}, {self.released_at:%Y-%m-%d}"


class Recorded(models.Model):
    """What every row of progress has: when and by whom it was recorded, and with which release it became public."""

    recorded_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=200)
    release = models.ForeignKey(Release, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        abstract = True


class Reading(Recorded):
    """One value of one measure for one period, in the council's own words. ``why`` is why it corrects an earlier."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="readings")
    measure = models.CharField(max_length=20)
    period = models.CharField(max_length=60)
    period_ends_on = models.DateField()
    value = models.DecimalField(max_digits=18, decimal_places=4)
    note = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)
    why = models.TextField(blank=True)

    class Meta:
        ordering = ("measure", "period_ends_on", "id")

    def __str__(self) -> str:
        return f"{self.measure} {self.period}: {self.value}"


class MilestoneUpdate(Recorded):
    """Where a milestone stands, in words."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="milestone_updates")
    milestone = models.CharField(max_length=30)
    state = models.CharField(max_length=20)
    words = models.TextField()
    done_on = models.DateField(null=True, blank=True)
    expected_on = models.DateField(null=True, blank=True)
    next_step = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ("milestone", "id")

    def __str__(self) -> str:
        return f"{self.milestone}: {self.state}"


class Pointer(Recorded):
    """A committee item that tells already how a measure or milestone is going."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="progress_pointers")
    item = models.CharField(max_length=30)
    period = models.CharField(max_length=60, blank=True)
    period_ends_on = models.DateField(null=True, blank=True)
    meeting = models.CharField(max_length=200)
    meeting_on = models.DateField()
    paragraph = models.CharField(max_length=40, blank=True)
    address = models.URLField(max_length=500, blank=True)
    says = models.TextField()
    why = models.TextField(blank=True)

    class Meta:
        ordering = ("item", "id")

    def __str__(self) -> str:
        return f"{self.item}: {self.meeting}, {self.meeting_on}"


class Break(Recorded):
    """From a period on, a measure cannot be compared with before. Taken back by saying why, never deleted."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="progress_breaks")
    measure = models.CharField(max_length=20)
    from_on = models.DateField()
    kind = models.CharField(max_length=20)
    words = models.TextField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    ended_because = models.TextField(blank=True)

    class Meta:
        ordering = ("measure", "from_on", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by_name="", ended_because="")
                | Q(ended_at__isnull=False) & ~Q(ended_by_name="") & ~Q(ended_because=""),
                name="a_break_is_taken_back_by_whom_and_why",
            )
        ]

    def __str__(self) -> str:
        return f"{self.measure} from {self.from_on}"


class Following(models.Model):
    """Who follows a measure or milestone and how often it is told. The latest row of an item holds."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="progress_followings")
    item = models.CharField(max_length=30)
    frequency = models.CharField(max_length=20, blank=True)
    days = models.PositiveSmallIntegerField()
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    post = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("item", "id")

    def __str__(self) -> str:
        return f"{self.item}: {self.post or self.person}"


class Table(models.Model):
    """A workbook or CSV of readings and updates as it was brought in, and what was taken from it."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="progress_tables")
    name = models.CharField(max_length=150)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    brought_at = models.DateTimeField()
    brought_by_name = models.CharField(max_length=200)
    taken_at = models.DateTimeField(null=True, blank=True)
    taken_by_name = models.CharField(max_length=200, blank=True)
    taken = models.JSONField(default=dict)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.name
