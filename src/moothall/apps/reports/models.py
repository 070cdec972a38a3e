"""The covering report, field by field, so that two people can write two fields at once."""

from django.db import models

from moothall.apps.files.models import StoredFile
from moothall.apps.workspaces.models import Workspace


class Report(models.Model):
    """The covering report of one workspace, the house template it is set in, and the council's own Word template."""

    workspace = models.OneToOneField(Workspace, on_delete=models.PROTECT, related_name="report")
    house_template = models.CharField(max_length=40)
    own_template = models.ForeignKey(
        "OwnTemplate", on_delete=models.PROTECT, null=True, blank=True, related_name="in_use_by"
    )

    def __str__(self) -> str:
        return f"report of {self.workspace}"


class Field(models.Model):
    """One filled field of the report, under its name in the domain's CommitteeReport, as plain data."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="fields")
    name = models.CharField(max_length=60)
    value = models.JSONField()
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "name"], name="one_field_a_name")]

    def __str__(self) -> str:
        return self.name


class ExemptText(models.Model):
    """One revision of Part 2, kept apart from the open report's fields. Rows are only added; the last one stands."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="exempt_texts")
    revision = models.PositiveIntegerField()
    value = models.JSONField()
    written_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "revision"], name="one_exempt_text_a_revision")]

    def __str__(self) -> str:
        return f"Part 2, revision {self.revision}"


class OwnTemplate(models.Model):
    """One version of the council's own Word file for the report. ``found`` is what was found in it, as plain data."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="own_templates")
    number = models.PositiveIntegerField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    found = models.JSONField()
    brought_at = models.DateTimeField()
    brought_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["report", "number"], name="one_own_template_a_number")]

    def __str__(self) -> str:
        return f"version {self.number}, {self.name}"


class PaperCopy(models.Model):
    """A file that is the public copy of a background paper. The last one that was not taken back stands."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="paper_copies")
    paper = models.CharField(max_length=400)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    kept_at = models.DateTimeField()
    kept_by_name = models.CharField(max_length=200)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.paper}: {self.name}"
