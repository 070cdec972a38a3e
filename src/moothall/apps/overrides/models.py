"""Overrides, added and ended and never deleted. They hang on the workspace, so that no recount can take them away."""

from django.db import models
from django.db.models import Q

from moothall.apps.workspaces.models import Workspace


class Override(models.Model):
    """A date put in place of a computed one. ``key`` names the date as the domain does; ``working`` is its count."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="overrides")
    key = models.CharField(max_length=300)
    what = models.CharField(max_length=300)
    counted_on = models.DateField()
    counted_time = models.TimeField(null=True, blank=True)
    working = models.JSONField(null=True, blank=True)
    on = models.DateField()
    time = models.TimeField(null=True, blank=True)
    reason = models.TextField()
    warnings = models.JSONField(default=list)
    by_name = models.CharField(max_length=200)
    by_role = models.CharField(max_length=60)
    put_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    ended_by_role = models.CharField(max_length=60, blank=True)
    ended_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("put_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "key"], condition=Q(ended_at__isnull=True), name="one_override_stands_a_date"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="an_override_has_a_reason"),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=True, ended_by_name="", ended_reason="")
                | Q(ended_at__isnull=False) & ~Q(ended_by_name="") & ~Q(ended_reason=""),
                name="ended_means_when_by_whom_and_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what}: {self.on}"
