"""Private calendar feeds, and the entries they showed: so that a date that moves is the same entry, changed."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from moothall.apps.workspaces.models import Workspace


class Feed(models.Model):
    """One person's feed of one workspace. Only a hash of its secret is kept, so that nobody can read it back."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="feeds")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="feeds")
    secret_hash = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    read_on = models.DateField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoked_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("made_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "person"], condition=Q(revoked_at__isnull=True), name="one_feed_a_person"
            )
        ]

    def __str__(self) -> str:
        return f"{self.person.name}: {self.workspace}"


class Entry(models.Model):
    """One date as calendars were last shown it. ``sequence`` rises with each change; cancelled, never deleted."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="calendar_entries")
    key = models.CharField(max_length=300)
    shown = models.JSONField()
    sequence = models.PositiveIntegerField(default=0)
    changed_at = models.DateTimeField()
    is_cancelled = models.BooleanField(default=False)

    class Meta:
        ordering = ("key",)
        verbose_name_plural = "entries"
        constraints = [models.UniqueConstraint(fields=["workspace", "key"], name="one_entry_a_date")]

    def __str__(self) -> str:
        return self.key
