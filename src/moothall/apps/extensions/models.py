"""What was said of a later day, one row for each thing said. Rows are only added: a correction is a row of its own."""

from django.db import models
from django.db.models import Q

from moothall.apps.files.models import StoredFile
from moothall.apps.workspaces.models import Workspace
from moothall.domain.extensions import Channel, Kind, Reply


class Entry(models.Model):
    """One thing that was said: see `domain.extensions.Entry` for what each field means."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="extension_entries")
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Kind])
    on = models.DateField()
    who = models.CharField(max_length=200, blank=True)
    channel = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Channel])
    words = models.TextField(blank=True)
    why = models.TextField(blank=True)
    until_on = models.DateField(null=True, blank=True)
    reply = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Reply])
    about = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="answers")
    corrects = models.OneToOneField(
        "self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected_by"
    )
    reason = models.TextField(blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "entries"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="asked", about__isnull=True) | ~Q(kind="asked") & Q(about__isnull=False),
                name="only_a_request_stands_alone",
            ),
            models.CheckConstraint(
                condition=~Q(reply="granted") | Q(until_on__isnull=False), name="granted_means_until_when"
            ),
            models.CheckConstraint(
                condition=Q(kind="answered") & ~Q(reply="") | ~Q(kind="answered") & Q(reply=""),
                name="answered_means_with_a_reply",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.workspace}, {self.kind} {self.on}"
