"""What is frozen, by whom, until when and why."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from moothall.apps.workspaces.models import Workspace


class Freeze(models.Model):
    """A section, or the whole of the plan or report, frozen up to a day. ``part`` is a key of domain/parts.

    It ends when it is thawed or when its last day is over; ``ended_at`` is empty until somebody did one of the two.
    Whoever froze it writes on: that is what it is for.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="freezes")
    part = models.CharField(max_length=80)
    title = models.CharField(max_length=300)
    reason = models.TextField()
    until_on = models.DateField()
    frozen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    frozen_by_name = models.CharField(max_length=200)
    frozen_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("frozen_at", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "part"], condition=Q(ended_at__isnull=True), name="one_freeze_a_part"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, frozen until {self.until_on}"
