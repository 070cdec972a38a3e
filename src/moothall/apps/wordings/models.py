"""Standard wordings, version by version. They belong to the council and not to one round of it."""

from datetime import date

from django.db import models
from django.db.models import Q

from moothall.domain.wordings import Place, is_review_due, place_of


class Wording(models.Model):
    """One version of a standard wording. ``number`` is the wording's own and lasting, ``version`` counts from 1.

    Only the latest version is offered, and only until it is taken back. What a version says is never changed.
    """

    gss = models.CharField(max_length=9)
    number = models.PositiveIntegerField()
    version = models.PositiveIntegerField()
    is_latest = models.BooleanField(default=True)
    title = models.CharField(max_length=200)
    text = models.TextField()
    serves = models.CharField(max_length=80)
    approved_by = models.CharField(max_length=200)
    approved_on = models.DateField()
    review_on = models.DateField(null=True, blank=True)
    entered_at = models.DateTimeField()
    entered_by_name = models.CharField(max_length=200)
    taken_back_at = models.DateTimeField(null=True, blank=True)
    taken_back_by_name = models.CharField(max_length=200, blank=True)
    taken_back_why = models.TextField(blank=True)

    class Meta:
        ordering = ("number", "-version")
        constraints = [
            models.UniqueConstraint(fields=["gss", "number", "version"], name="one_text_a_version_of_a_wording"),
            models.UniqueConstraint(
                fields=["gss", "number"], condition=Q(is_latest=True), name="one_latest_version_a_wording"
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True) | ~Q(taken_back_why=""),
                name="a_wording_taken_back_has_a_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number}. {self.title}, version {self.version}"

    @property
    def place(self) -> Place:
        """What it is meant for."""
        return place_of(self.serves)

    @property
    def is_offered(self) -> bool:
        """Whether it is offered where somebody writes."""
        return self.is_latest and self.taken_back_at is None

    def is_review_due(self, as_of: date) -> bool:
        """Whether it is to be looked at anew by this day, and still offered."""
        return self.is_offered and is_review_due(self.review_on, as_of)
