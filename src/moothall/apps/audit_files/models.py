"""The files that were asked for: by whom, for what, and their fingerprints. Their bytes go after a time, rows stay."""

from django.db import models
from django.db.models import Q

from moothall.apps.workspaces.models import Workspace
from moothall.domain.audit_files import Purpose


class AuditFile(models.Model):
    """One file that was asked for. ``done`` of ``in_all`` parts are made while it waits for the worker.

    ``content_sha256`` stands for what is in it, and is the same for the same state; ``sha256`` is that of the ZIP.
    ``has_part_2`` where it was asked for by somebody who may read Part 2: only such people may take it.
    """

    class State(models.TextChoices):
        """How far it is."""

        WAITING = "waiting"
        MADE = "made"
        FAILED = "failed"
        CLEARED = "cleared"

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="audit_files")
    number = models.PositiveIntegerField()
    purpose = models.CharField(max_length=20, choices=[(one.value, one.label) for one in Purpose])
    why = models.TextField()
    has_part_2 = models.BooleanField(default=False)
    until_entry = models.BigIntegerField(default=0)
    state = models.CharField(max_length=10, choices=State, default=State.WAITING)
    done = models.PositiveIntegerField(default=0)
    in_all = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    asked_by_id = models.BigIntegerField(null=True)
    asked_by_name = models.CharField(max_length=200)
    made_at = models.DateTimeField(null=True)
    sentence = models.TextField(blank=True)
    files = models.PositiveIntegerField(default=0)
    size = models.BigIntegerField(default=0)
    sha256 = models.CharField(max_length=64, blank=True)
    content_sha256 = models.CharField(max_length=64, blank=True)
    clear_on = models.DateField(null=True)
    cleared_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["workspace", "number"], name="one_audit_file_a_number"),
            models.UniqueConstraint(
                fields=["workspace"], condition=Q(state="waiting"), name="one_audit_file_made_at_a_time"
            ),
        ]

    def __str__(self) -> str:
        return f"Audit file {self.number} of {self.workspace}"

    @property
    def path(self) -> str:
        """Where its bytes lie within the file store: apart from files that others use."""
        return f"audit-files/{self.pk}.zip"

    @property
    def label(self) -> str:
        """Whom it is for."""
        return Purpose(self.purpose).label
