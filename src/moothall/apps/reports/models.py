"""The covering report, field by field, so that two people can write two fields at once."""

from django.db import models

from moothall.apps.workspaces.models import Workspace


class Report(models.Model):
    """The covering report of one workspace, and the house template it is set in."""

    workspace = models.OneToOneField(Workspace, on_delete=models.PROTECT, related_name="report")
    house_template = models.CharField(max_length=40)

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
