"""Comments and suggestions with the words they are about, and the answers to them. Nothing is ever deleted."""

from django.db import models
from django.db.models import Q

from moothall.apps.workspaces.models import Workspace


class Outcome(models.TextChoices):
    """What became of a comment. Empty: it is open."""

    RESOLVED = "resolved"
    USED = "used"
    REFUSED = "refused"


class Comment(models.Model):
    """What somebody said about words at a place, or which ``words`` they suggest instead.

    ``quote`` are the words meant, empty for the whole place; ``anchor`` describes them among the words ``over`` which
    the comment was made, and is empty where a file from Word quoted words that never stood here. ``at`` and
    ``by_name`` are the file's own where ``from_file`` names one.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="comments")
    place = models.CharField(max_length=120)
    title = models.CharField(max_length=300)
    quote = models.TextField(blank=True)
    anchor = models.JSONField(default=list, blank=True)
    over = models.TextField(blank=True)
    text = models.TextField(blank=True)
    words = models.TextField(blank=True)
    by_name = models.CharField(max_length=255)
    at = models.DateTimeField()
    from_file = models.CharField(max_length=255, blank=True)
    outcome = models.CharField(max_length=10, choices=Outcome.choices, blank=True)
    reason = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    settled_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("at", "id")
        constraints = [
            models.CheckConstraint(
                condition=Q(outcome="", settled_at__isnull=True, settled_by_name="")
                | ~Q(outcome="") & Q(settled_at__isnull=False) & ~Q(settled_by_name=""),
                name="comment_settled_when_and_by_whom",
            ),
            models.CheckConstraint(condition=~Q(text="") | ~Q(words=""), name="comment_says_something"),
            models.CheckConstraint(condition=~Q(outcome="refused") | ~Q(reason=""), name="refused_words_with_a_reason"),
        ]

    def __str__(self) -> str:
        return f"{self.title}: {(self.text or self.words)[:60]}"

    @property
    def is_suggestion(self) -> bool:
        """Whether other words are suggested."""
        return bool(self.words)


class Reply(models.Model):
    """An answer to a comment."""

    comment = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="replies")
    text = models.TextField()
    by_name = models.CharField(max_length=255)
    at = models.DateTimeField()
    from_file = models.CharField(max_length=255, blank=True)

    class Meta:
        ordering = ("at", "id")
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="reply_says_something")]

    def __str__(self) -> str:
        return self.text[:60]
