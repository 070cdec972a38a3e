"""Words a person has typed and not saved, who is to write what by when, and what each reader has read."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from moothall.apps.plans.models import Draft
from moothall.apps.reports.models import Report
from moothall.apps.workspaces.models import Workspace


class KeptWords(models.Model):
    """The fields of one section as one person left them. Each opening of the page is a sitting and keeps its own.

    They are no part of the plan or of the report that they hang on, and nobody else sees them.
    """

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="kept_words", null=True, blank=True)
    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="kept_words", null=True, blank=True)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="kept_words")
    section = models.CharField(max_length=40)
    sitting = models.CharField(max_length=40)
    words = models.JSONField()
    revision = models.PositiveIntegerField()
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ("-kept_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["draft", "person", "section", "sitting"], name="one_text_kept_a_sitting"),
            models.UniqueConstraint(fields=["report", "person", "section", "sitting"], name="one_field_kept_a_sitting"),
            models.CheckConstraint(
                condition=Q(draft__isnull=True, report__isnull=False) | Q(draft__isnull=False, report__isnull=True),
                name="kept_of_a_plan_or_of_a_report",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.section}, kept {self.kept_at:%Y-%m-%d %H:%M}"


class Assignment(models.Model):
    """A part of the plan or of the report that a person is to write by a day. ``part`` is a key of domain/parts.

    ``title`` is what the part was called then. ``due_because`` says from which step the day comes, empty where somebody
    chose another. What it was before a change is in the record.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="assignments")
    part = models.CharField(max_length=80)
    title = models.CharField(max_length=300)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="assignments")
    due_on = models.DateField()
    due_because = models.CharField(max_length=400, blank=True)
    note = models.TextField(blank=True)
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True, blank=True
    )
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "id")
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "part"], condition=Q(ended_at__isnull=True), name="one_writer_a_part"
            )
        ]

    def __str__(self) -> str:
        return f"{self.title}, by {self.due_on}"


class ReadMark(models.Model):
    """That a person has read the plan or the report as it stood after a line of the record. Marks are only added."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="read_marks")
    whole = models.CharField(max_length=10)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="read_marks")
    entry = models.BigIntegerField()
    read_at = models.DateTimeField()

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.whole}, read {self.read_at:%Y-%m-%d %H:%M}"
