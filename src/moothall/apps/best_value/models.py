"""What a person chose or added as evidence for a theme, or took away. Rows are only added, and ended once."""

from django.db import models
from django.db.models import Q

from moothall.apps.workspaces.models import Workspace
from moothall.domain.clocks.best_value_themes import Theme


class Item(models.Model):
    """One piece of evidence for one theme, with its words as they were then.

    ``source`` is the key of what it was chosen from, or one of its own where a person added it. What was found and
    taken away without being chosen is ended as it is written.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="best_value_items")
    theme = models.CharField(max_length=40, choices=[(one.value, one.value) for one in Theme])
    source = models.CharField(max_length=200)
    title = models.CharField(max_length=300)
    words = models.TextField()
    address = models.CharField(max_length=1000, blank=True)
    on = models.DateField(null=True, blank=True)
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by_name = models.CharField(max_length=200, blank=True)
    why_ended = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "theme", "source"], condition=Q(ended_at=None), name="chosen_once_for_a_theme"
            ),
            models.CheckConstraint(condition=Q(ended_at=None) | ~Q(why_ended=""), name="taken_away_with_why"),
        ]

    def __str__(self) -> str:
        return f"{self.title}, for {self.theme}"
