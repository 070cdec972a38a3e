"""One reading of a document as a plan, its statements with what people said of each, and what went into the bank."""

from typing import Any

from django.db import models

from moothall.apps.intake.models import Upload
from moothall.apps.workspaces.models import Workspace
from moothall.domain.facts import Locator
from moothall.domain.plain import build
from moothall.domain.statements import VALUES, Statement, StatementKind, Voice


class PlanReading(models.Model):
    """A document read for what it says as a plan. ``pages`` are {"number", "text", "width", "height"}, sizes in points.

    While it waits ``pages_done`` of ``pages_in_all`` (None where that is not known) are read. ``part`` names the
    attachment that is the plan, where the document is a mail.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        READ = "read"
        UNREADABLE = "unreadable"
        STOPPED = "stopped"

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    upload = models.OneToOneField(Upload, on_delete=models.PROTECT, related_name="plan_reading")
    state = models.CharField(max_length=20, choices=State.choices, default=State.WAITING)
    sentence = models.TextField(blank=True)
    part = models.CharField(max_length=255, blank=True)
    pages = models.JSONField(default=list)
    pages_done = models.PositiveIntegerField(default=0)
    pages_in_all = models.PositiveIntegerField(null=True, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    asked_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.upload} as a plan"


class StatementRead(models.Model):
    """One statement: what was read, and in ``verdict`` and ``said`` what a person said of it.

    ``said`` is {"value", "voice", "theme", "question"} as the person left them. ``boxes`` are the places of its words
    on the picture of the page. ``is_there`` is false where the last reading did not find the words again.
    """

    class Verdict(models.TextChoices):
        ACCEPTED = "accepted"
        CORRECTED = "corrected"
        MOVED = "moved"
        REJECTED = "rejected"

    reading = models.ForeignKey(PlanReading, on_delete=models.PROTECT, related_name="statements")
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=20)
    value: Any = models.JSONField()
    voice: Any = models.JSONField(null=True)
    theme = models.CharField(max_length=40, blank=True)
    question = models.CharField(max_length=40, blank=True)
    page = models.PositiveIntegerField()
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    found_by = models.CharField(max_length=80)
    remarks = models.JSONField(default=list)
    boxes = models.JSONField(default=list)
    is_there = models.BooleanField(default=True)
    verdict = models.CharField(max_length=20, choices=Verdict.choices, blank=True)
    said: Any = models.JSONField(null=True)
    said_at = models.DateTimeField(null=True, blank=True)
    said_by_name = models.CharField(max_length=200, blank=True)
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("page", "start", "position")

    def __str__(self) -> str:
        return f"{self.kind}: {self.quote[:60]}"

    @property
    def where(self) -> Locator:
        """The place of its words."""
        return Locator(self.page, self.start, self.end)

    def as_read(self) -> Statement:
        """The statement as the reader found it."""
        return self._statement(
            {"value": self.value, "voice": self.voice, "theme": self.theme or None, "question": self.question or None}
        )

    def to_value(self) -> Statement:
        """The statement as it stands: as a person left it, else as it was read."""
        return self._statement(self.said) if self.said else self.as_read()

    def _statement(self, held: dict[str, Any]) -> Statement:
        kind = StatementKind(self.kind)
        return Statement(
            kind=kind,
            value=build(VALUES[kind], held["value"]),
            where=self.where,
            quote=self.quote,
            found_by=self.found_by,
            voice=build(Voice, held["voice"]) if held["voice"] else None,
            theme=held["theme"],
            question=held["question"],
            remarks=tuple(self.remarks),
        )

    @property
    def is_confirmed(self) -> bool:
        """Whether a person stands behind it."""
        return self.verdict in (self.Verdict.ACCEPTED, self.Verdict.CORRECTED, self.Verdict.MOVED)


class NotSaid(models.Model):
    """A person's word that the document does not answer a question."""

    reading = models.ForeignKey(PlanReading, on_delete=models.PROTECT, related_name="not_said")
    question = models.CharField(max_length=40)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["reading", "question"], name="one_not_said_a_question")]

    def __str__(self) -> str:
        return f"{self.question} is not answered"


class Origin(models.Model):
    """Where something in the bank came from. ``item`` is its lasting key: a question's id, or C3, C3.1, M2, B1."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    item = models.CharField(max_length=40)
    statement = models.ForeignKey(StatementRead, on_delete=models.PROTECT, related_name="origins")
    document_name = models.CharField(max_length=255)
    page = models.PositiveIntegerField()
    quote = models.TextField()
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.item} from {self.document_name}, page {self.page}"
