"""Readings of measures and updates of milestones. Corrected by a later one, never overwritten."""

from django.db import models

from moothall.apps.workspaces.models import Workspace


class Reading(models.Model):
    """One value of one measure for one period, in the council's own words."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="readings")
    measure = models.CharField(max_length=20)
    period = models.CharField(max_length=60)
    period_ends_on = models.DateField()
    value = models.DecimalField(max_digits=18, decimal_places=4)
    note = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("measure", "period_ends_on", "id")

    def __str__(self) -> str:
        return f"{self.measure} {self.period}: {self.value}"


class MilestoneUpdate(models.Model):
    """Where a milestone stands, in words."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="milestone_updates")
    milestone = models.CharField(max_length=30)
    state = models.CharField(max_length=20)
    words = models.TextField()
    done_on = models.DateField(null=True, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("milestone", "id")

    def __str__(self) -> str:
        return f"{self.milestone}: {self.state}"
