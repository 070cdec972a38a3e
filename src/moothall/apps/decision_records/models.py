"""Fields that somebody entered and judgements that somebody made. Both are ended and never deleted."""

from django.db import models
from django.db.models import Q

from moothall.apps.routes.models import Decision
from moothall.apps.workspaces.models import Workspace

ENDED = Q(ended_at__isnull=True, ended_by_name="") | Q(ended_at__isnull=False) & ~Q(ended_by_name="")


class Entry(models.Model):
    """What one field of a record says because somebody entered it, and from where. ``value`` is as in the JSON form."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="entries")
    name = models.CharField(max_length=60)
    value = models.JSONField()
    source = models.CharField(max_length=300)
    by_name = models.CharField(max_length=200)
    entered_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("entered_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["decision", "name"], condition=Q(ended_at__isnull=True), name="one_entry_stands_a_field"
            ),
            models.CheckConstraint(condition=~Q(source=""), name="an_entry_has_a_source"),
            models.CheckConstraint(condition=ENDED, name="an_ended_entry_says_when_and_by_whom"),
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.decision}"


class Judgement(models.Model):
    """A person's judgement that a limb was meant as what the round asks for. ``limb`` is its place, counted from 0."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="judgements")
    requirement = models.CharField(max_length=100)
    asks = models.CharField(max_length=30)
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="judgements")
    limb = models.PositiveIntegerField()
    reason = models.TextField()
    by_name = models.CharField(max_length=200)
    by_post = models.CharField(max_length=200, blank=True)
    judged_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    ended_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("judged_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "requirement", "asks"],
                condition=Q(ended_at__isnull=True),
                name="one_judgement_stands_a_requirement",
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_judgement_has_a_reason"),
            models.CheckConstraint(condition=ENDED, name="an_ended_judgement_says_when_and_by_whom"),
        ]

    def __str__(self) -> str:
        return f"{self.requirement}: {self.asks}"
