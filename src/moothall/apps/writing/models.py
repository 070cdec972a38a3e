"""Words a person has typed and not saved. They are no part of the plan, and nobody else sees them."""

from django.conf import settings
from django.db import models

from moothall.apps.plans.models import Draft


class KeptWords(models.Model):
    """The fields of one section as one person left them. Each opening of the page is a sitting and keeps its own."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="kept_words")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="kept_words")
    section = models.CharField(max_length=40)
    sitting = models.CharField(max_length=40)
    words = models.JSONField()
    revision = models.PositiveIntegerField()
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ("-kept_at", "-id")
        constraints = [
            models.UniqueConstraint(fields=["draft", "person", "section", "sitting"], name="one_text_kept_a_sitting")
        ]

    def __str__(self) -> str:
        return f"{self.section}, kept {self.kept_at:%Y-%m-%d %H:%M}"
