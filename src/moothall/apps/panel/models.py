"""Passages of published plans, for the people who asked to read them together."""

from django.db import models

from moothall.apps.publications.models import Publication


class SplitPublication(models.Model):
    """That a publication was split into passages, and whether they are found by search: only the latest are."""

    publication = models.OneToOneField(Publication, on_delete=models.CASCADE, related_name="split", primary_key=True)
    is_searched = models.BooleanField(default=False)

    def __str__(self) -> str:
        return str(self.publication)


class Passage(models.Model):
    """One passage with its lasting name. ``place`` is the paragraph on the public page.

    Words that stay keep their name from version to version, so a name is unique within a publication only. ``former``
    is the name of the passage of the version before whose words were changed into these, where that is sure.
    """

    publication = models.ForeignKey(Publication, on_delete=models.CASCADE, related_name="passages")
    name = models.CharField(max_length=90, db_index=True)
    former = models.CharField(max_length=90, blank=True, db_index=True)
    position = models.PositiveIntegerField()
    place = models.CharField(max_length=40, blank=True)
    theme = models.CharField(max_length=120, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField()

    class Meta:
        ordering = ("publication_id", "position")
        constraints = [
            models.UniqueConstraint(fields=["publication", "name"], name="one_name_a_publication"),
            models.UniqueConstraint(fields=["publication", "position"], name="one_passage_a_position"),
        ]

    def __str__(self) -> str:
        return self.name
