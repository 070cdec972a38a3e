"""What was sent to the department, and the receipt."""

from django.db import models

from moothall.apps.publications.models import Publication
from moothall.apps.workspaces.models import Workspace


class Return(models.Model):
    """A return as it was sent. Never changed; a second return is a second row."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="returns")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="returns")
    receipt_number = models.CharField(max_length=40, unique=True)
    certified_by_name = models.CharField(max_length=200)
    certified_by_post = models.CharField(max_length=200)
    certified_by_id = models.BigIntegerField()
    words = models.TextField()
    channel = models.CharField(max_length=40)
    recipient = models.CharField(max_length=300)
    sent_at = models.DateTimeField()
    plan_fingerprint = models.CharField(max_length=64)
    pdf_sha256 = models.CharField(max_length=64)
    pack = models.JSONField()
    pack_fingerprint = models.CharField(max_length=64)

    class Meta:
        ordering = ("-sent_at",)

    def __str__(self) -> str:
        return self.receipt_number
