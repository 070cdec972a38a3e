"""Reviews as they were kept, when a round was closed and opened again, and who continues a council's work."""

from django.db import models
from django.db.models import Q

from moothall.apps.workspaces.models import Workspace


class Review(models.Model):
    """A year's review, frozen. A later one of the same time stands beside it and says why."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="reviews")
    since = models.DateField()
    until = models.DateField()
    content = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    why = models.TextField(blank=True)
    kept_at = models.DateTimeField()
    kept_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("-until", "-id")

    def __str__(self) -> str:
        return f"{self.workspace}, to {self.until}"


class Closing(models.Model):
    """A round closed for one council; opened again by saying why, never deleted."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="closings")
    why = models.TextField()
    closed_at = models.DateTimeField()
    closed_by_name = models.CharField(max_length=200)
    reopened_at = models.DateTimeField(null=True, blank=True)
    reopened_by_name = models.CharField(max_length=200, blank=True)
    reopened_because = models.TextField(blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(
                fields=["workspace"], condition=Q(reopened_at__isnull=True), name="one_open_closing_a_workspace"
            ),
            models.CheckConstraint(
                condition=Q(reopened_at__isnull=True, reopened_by_name="", reopened_because="")
                | Q(reopened_at__isnull=False) & ~Q(reopened_by_name="") & ~Q(reopened_because=""),
                name="opened_again_by_whom_and_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.workspace}, closed {self.closed_at:%Y-%m-%d}"


class Succession(models.Model):
    """Another council continues this one's work from its vesting day. The latest row holds; names are copied."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="successions")
    successor_gss = models.CharField(max_length=9)
    successor_name = models.CharField(max_length=200)
    vesting_on = models.DateField()
    order = models.CharField(max_length=300)
    custody = models.TextField()
    why = models.TextField(blank=True)
    recorded_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.workspace}: {self.successor_name}"


class Adoption(models.Model):
    """What the successor resolved of one commitment or measure that was open. The latest row of an item holds."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="adoptions")
    succession = models.ForeignKey(Succession, on_delete=models.PROTECT, related_name="adoptions")
    item = models.CharField(max_length=30)
    outcome = models.CharField(max_length=10)
    into = models.CharField(max_length=300, blank=True)
    body = models.CharField(max_length=200)
    decided_on = models.DateField()
    minute = models.TextField()
    recorded_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("item", "id")

    def __str__(self) -> str:
        return f"{self.item}: {self.outcome}"
