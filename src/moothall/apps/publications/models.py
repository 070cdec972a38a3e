"""Frozen texts at lasting addresses, with what the public may know of how they came about."""

from django.db import models
from django.db.models import Q

from moothall.apps.files.models import StoredFile
from moothall.apps.workspaces.models import Workspace


class Publication(models.Model):
    """One published version of a council's plan. Everything the public page needs is frozen in it."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="publications")
    version = models.PositiveIntegerField()
    plan = models.JSONField()
    plan_fingerprint = models.CharField(max_length=64, db_index=True)
    decision = models.JSONField(null=True, blank=True)
    trail = models.JSONField(default=list)
    resolved_fingerprint = models.CharField(max_length=64, blank=True)
    is_endorsed = models.BooleanField(default=False)
    pdf = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    published_at = models.DateTimeField()
    published_by_name = models.CharField(max_length=200)
    note = models.TextField(blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_note = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    sent_fingerprint = models.CharField(max_length=64, blank=True)
    receipt_number = models.CharField(max_length=40, blank=True, db_index=True)
    certified_by_name = models.CharField(max_length=200, blank=True)
    certified_by_post = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("-version",)
        constraints = [
            models.UniqueConstraint(fields=["workspace", "version"], name="one_publication_a_version"),
            models.CheckConstraint(
                condition=Q(sent_at__isnull=True, sent_fingerprint="", receipt_number="")
                | Q(sent_at__isnull=False) & ~Q(sent_fingerprint="") & ~Q(receipt_number=""),
                name="sent_means_when_what_and_receipt",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.workspace}, version {self.version}"
