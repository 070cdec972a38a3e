"""Quotations that something rests on, where they stand now, and how they came there. Nothing here is ever deleted."""

from typing import Any

from django.db import models

from moothall.apps.workspaces.models import Workspace
from moothall.corpus import selectors
from moothall.corpus.selectors import Selectors


class Evidence(models.Model):
    """Some words of a document, and what rests on them.

    ``document`` names the text they stand in ("upload/12", "plan/3") and ``sha256`` its version. ``selectors`` are W3C
    selectors of the place last known; ``first`` holds those it began with, with their file. ``what`` is the field of a
    fact or the kind of a coding, ``value`` what was read or coded. ``candidates`` are the places it may be at while it
    waits: each {"places": [[page, start, end]], "quote", "how", "before", "after"}.
    """

    class State(models.TextChoices):
        FOUND = "found"
        WAITING = "waiting"
        GONE = "gone"

    class Holder(models.TextChoices):
        COUNCIL = "council"
        PANEL = "panel"

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="evidence")
    holder = models.CharField(max_length=10, choices=Holder.choices, default=Holder.COUNCIL)
    name = models.CharField(max_length=90)
    document = models.CharField(max_length=80, db_index=True)
    document_name = models.CharField(max_length=255, blank=True)
    sha256 = models.CharField(max_length=64)
    selectors = models.JSONField()
    first = models.JSONField()
    quote = models.TextField()
    what = models.CharField(max_length=120)
    value = models.JSONField(null=True)
    found_by = models.CharField(max_length=80, blank=True)
    is_confirmed = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices, default=State.FOUND, db_index=True)
    how = models.CharField(max_length=10, blank=True)
    candidates = models.JSONField(default=list)

    class Meta:
        ordering = ("id",)
        verbose_name_plural = "evidence"
        constraints = [
            models.UniqueConstraint(fields=["workspace", "holder", "name"], name="one_name_a_piece_of_evidence"),
        ]

    def __str__(self) -> str:
        return self.name

    def place(self) -> Selectors:
        """Where the words were last known to stand."""
        return selectors.load(self.selectors, self.sha256)

    @property
    def pages(self) -> list[int]:
        """The pages the words stand on, or stood on."""
        return [one.page for one in self.place().where]


class Move(models.Model):
    """One step of a piece of evidence: found by itself, placed by a person, said to be gone, or left waiting."""

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="moves")
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)
    how = models.CharField(max_length=10)
    before: Any = models.JSONField()
    after: Any = models.JSONField(null=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.evidence}: {self.how}"
