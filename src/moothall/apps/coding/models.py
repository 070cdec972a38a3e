"""Suggestions for passages, what coders said of them, and the runs that make suggestions.

A suggestion never touches a coding. A coding is never changed and never deleted: it ends, and another may follow.
"""

from django.db import models
from django.db.models import Q

from moothall.apps.evidence.models import Evidence
from moothall.apps.files.models import StoredFile
from moothall.apps.panel.models import Passage
from moothall.apps.people.models import Person
from moothall.domain.codings import Codes


class Suggesting(models.Model):
    """One run through the undecided passages of a round, by the worker.

    Where it learns, ``learnt_from`` holds the codings it learns from, as they stood when somebody asked, and ``fitted``
    the suggester that came of it. While it waits, ``done`` of ``in_all`` passages (None before they are counted) have
    their suggestion.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        STOPPED = "stopped"
        DONE = "done"
        FAILED = "failed"

    round_slug = models.CharField(max_length=80, db_index=True)
    state = models.CharField(max_length=20, choices=State.choices, default=State.WAITING)
    is_learning = models.BooleanField(default=False)
    learnt_from = models.JSONField(default=list)
    confirmed = models.PositiveIntegerField(default=0)
    fitted = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True)
    suggested_by = models.CharField(max_length=200, blank=True)
    done = models.PositiveIntegerField(default=0)
    in_all = models.PositiveIntegerField(null=True, blank=True)
    asked_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=200)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("-id",)
        constraints = [
            models.UniqueConstraint(
                fields=["round_slug"], condition=Q(state="waiting"), name="one_run_of_suggestions_a_round"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_slug}: {self.state}"


class Suggested(models.Model):
    """What is suggested for one passage now. Empty ``practice`` or ``barrier``: none is suggested.

    ``confidence`` is the probability of the theme and ``shares`` that of every theme. ``why`` is what the theme rests
    on, as far as the suggester tells: {"reasons": [{"words", "where"}], "nearest": {"text", "likeness"}}.
    """

    passage = models.OneToOneField(Passage, on_delete=models.CASCADE, related_name="suggested")
    theme = models.CharField(max_length=40)
    confidence = models.FloatField()
    is_unsure = models.BooleanField()
    practice = models.CharField(max_length=40, blank=True)
    barrier = models.CharField(max_length=40, blank=True)
    shares = models.JSONField(default=dict)
    why = models.JSONField(default=dict)
    suggested_by = models.CharField(max_length=200)
    at = models.DateTimeField()

    class Meta:
        verbose_name_plural = "suggested"
        constraints = [
            models.CheckConstraint(
                condition=Q(confidence__gte=0, confidence__lte=1), name="a_confidence_is_a_probability"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.passage}: {self.theme}"


class Coding(models.Model):
    """What one coder said of one passage. It holds until ``ended_at``: taken back, or coded anew by the same coder.

    ``passage`` is the one that was read, ``stands_at`` the one its words are in now, and ``evidence`` what finds them.
    ``suggested`` is what stood beside it, None where nothing did: {"theme", "confidence", "practice", "barrier",
    "suggested_by"}.
    """

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="codings")
    passage = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="codings_made")
    stands_at = models.ForeignKey(Passage, on_delete=models.PROTECT, related_name="codings")
    coder = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="codings")
    theme = models.CharField(max_length=40)
    theme_also = models.CharField(max_length=40, blank=True)
    practice = models.CharField(max_length=40)
    barrier = models.CharField(max_length=40)
    note = models.TextField(blank=True)
    frame = models.CharField(max_length=20)
    suggested = models.JSONField(null=True, blank=True)
    coded_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    is_taken_back = models.BooleanField(default=False)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.UniqueConstraint(
                fields=["evidence", "coder"], condition=Q(ended_at__isnull=True), name="one_coding_a_coder"
            ),
            models.CheckConstraint(
                condition=Q(is_taken_back=False) | Q(ended_at__isnull=False), name="what_is_taken_back_has_ended"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.passage}: {self.theme}"

    def codes(self) -> Codes:
        """The answers as a value."""
        return Codes(self.theme, self.theme_also, self.practice, self.barrier)
