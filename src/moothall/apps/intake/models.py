"""A document brought in, the facts read in it, and what people said of each."""

from django.db import models

from moothall.apps.files.models import StoredFile
from moothall.apps.workspaces.models import Workspace


class Upload(models.Model):
    """One file on its way from upload to reading. ``pages`` and ``record`` are what the reader found.

    ``aside`` is what was read beside the record (see ``readings.Reading``), ``record_before`` the record of the reading
    before this one, or of the version before. While it waits ``pages_done`` of ``pages_in_all`` (None where that is not
    known) are read. ``replaces`` is the earlier version of the same document, where this one came in its place.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        READ = "read"
        UNREADABLE = "unreadable"
        STOPPED = "stopped"

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="uploads")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT)
    name = models.CharField(max_length=255)
    state = models.CharField(max_length=20, choices=State.choices, default=State.WAITING)
    sentence = models.TextField(blank=True)
    kind = models.CharField(max_length=30, blank=True)
    pages = models.JSONField(default=list)
    record = models.JSONField(null=True, blank=True)
    record_before = models.JSONField(null=True, blank=True)
    aside = models.JSONField(default=dict, blank=True)
    remarks = models.JSONField(default=list)
    pages_done = models.PositiveIntegerField(default=0)
    pages_in_all = models.PositiveIntegerField(null=True, blank=True)
    uploaded_at = models.DateTimeField()
    uploaded_by_name = models.CharField(max_length=200)
    read_at = models.DateTimeField(null=True, blank=True)
    drafted_at = models.DateTimeField(null=True, blank=True)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, related_name="replaced_by", null=True, blank=True)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return self.name


class FactRead(models.Model):
    """A candidate: one value, and the place it was read."""

    upload = models.ForeignKey(Upload, on_delete=models.CASCADE, related_name="facts")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=60)
    value = models.JSONField(null=True)
    page = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    found_by = models.CharField(max_length=80)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.kind}: {self.value}"


class Confirmation(models.Model):
    """What a named person said of one field of the record. The latest holds; earlier ones stay.

    ``value`` is what they stand behind, also where they found the reading right: another reading leaves it as it is.
    ``read`` is {"value": what the reader had found then}, None where that was not kept. ``between`` are the values they
    chose among, each {"value", "page", "start", "end", "quote", "found_by"}, and ``remark`` is what they said of it.
    """

    class Verdict(models.TextChoices):
        RIGHT = "right"
        CORRECTED = "corrected"
        NOT_SAID = "not_said"
        REJECTED = "rejected"
        CHOSEN = "chosen"
        BOTH = "both"

    upload = models.ForeignKey(Upload, on_delete=models.PROTECT, related_name="confirmations")
    field = models.CharField(max_length=60)
    verdict = models.CharField(max_length=20, choices=Verdict.choices)
    value = models.JSONField(null=True)
    read = models.JSONField(null=True)
    between = models.JSONField(default=list)
    remark = models.TextField(blank=True)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.field} {self.verdict}"
