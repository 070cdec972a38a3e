"""Passages of published plans, for the people who asked to read them together."""

from django.db import models

from moothall.apps.publications.models import Publication


class Passage(models.Model):
    """One passage with its lasting name. ``place`` is the paragraph on the public page."""

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="passages")
    name = models.CharField(max_length=90, unique=True)
    position = models.PositiveIntegerField()
    place = models.CharField(max_length=40)
    theme = models.CharField(max_length=40, blank=True)
    heading = models.CharField(max_length=300, blank=True)
    text = models.TextField()

    class Meta:
        ordering = ("publication_id", "position")

    def __str__(self) -> str:
        return self.name
