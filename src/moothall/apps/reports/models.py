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
