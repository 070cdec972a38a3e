"""What people said of remarks: settled with a reason, taken back, never deleted. Remarks themselves are not kept."""

from django.db import models
from django.db.models import Q

from moothall.apps.workspaces.models import Workspace


class Settled(models.Model):
    """A remark somebody looked at and let stand. ``key`` is of the check, the place and the words, so it holds for
    these words alone; ``quote`` and ``message`` are kept for whoever reads the record.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="settled_remarks")
    key = models.CharField(max_length=40)
    check_id = models.CharField(max_length=40)
    place = models.CharField(max_length=120)
    label = models.CharField(max_length=400)
    message = models.TextField()
    quote = models.TextField(blank=True)
    reason = models.TextField()
    by_name = models.CharField(max_length=200)
    settled_at = models.DateTimeField()
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("settled_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "key"], condition=Q(taken_back_at__isnull=True), name="one_settled_a_remark"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="settled_with_a_reason"),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_by_name="")
                | Q(taken_back_at__isnull=False) & ~Q(taken_back_by_name=""),
                name="taken_back_means_when_and_by_whom",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.check_id}, {self.label}"
