"""A round as this installation holds it: the file, whole, and every edition it had before."""

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


class EarlierEdition(models.Model):
    """The file as it stood until it was amended: by whom, when and why. Never changed."""

    round = models.ForeignKey(RoundKept, on_delete=models.PROTECT, related_name="earlier")
    number = models.PositiveIntegerField()
    document = models.JSONField()
    replaced_at = models.DateTimeField()
    replaced_by_name = models.CharField(max_length=200)
    note = models.TextField(blank=True)

    class Meta:
        ordering = ("round", "-number")
        constraints = [models.UniqueConstraint(fields=["round", "number"], name="one_edition_a_number")]

    def __str__(self) -> str:
        return f"{self.round}, edition {self.number}"
