"""One append-only table. It has no foreign keys, so nothing that is deleted elsewhere can take a line with it."""

from django.db import models


class Entry(models.Model):
    """One deed: what, about what, by whom, when, and what it changed. Triggers refuse any change or deletion."""

    event = models.CharField(max_length=60, db_index=True)
    about_kind = models.CharField(max_length=60)
    about_id = models.CharField(max_length=60)
    workspace_id = models.BigIntegerField(null=True, db_index=True)
    by_id = models.BigIntegerField(null=True)
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField(db_index=True)
    details = models.JSONField(default=dict)

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "entries"

    def __str__(self) -> str:
        return f"{self.at:%Y-%m-%d %H:%M} {self.event} by {self.by_name}"
