"""A round as this installation holds it: the file, whole."""

from django.db import models


class RoundKept(models.Model):
    """One round. ``document`` is the round file's own data (see documents/exchange/round_json)."""

    slug = models.SlugField(unique=True)
    document = models.JSONField()
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ("slug",)
        verbose_name_plural = "rounds kept"

    def __str__(self) -> str:
        return self.slug
