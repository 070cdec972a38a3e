"""A further obligation that a council's plan answers, where it answers it, and what was sent for it."""

from django.db import models

from moothall.apps.publications.models import Publication
from moothall.apps.workspaces.models import Workspace


class Obligation(models.Model):
    """A further round, or a further subject, that the plan of a workspace answers. Ended, it stays with its reason."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="obligations")
    number = models.PositiveIntegerField()
    round_slug = models.SlugField()
    subject = models.CharField(max_length=200, blank=True)
    linked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_reason = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("workspace", "number")
        constraints = [
            models.UniqueConstraint(fields=["workspace", "number"], name="one_obligation_a_number"),
            models.UniqueConstraint(
                fields=["workspace", "round_slug", "subject"],
                condition=models.Q(ended_at=None),
                name="one_obligation_a_round_and_subject",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.round_slug} {self.subject}".strip()


class ServedBy(models.Model):
    """Where one question or requirement is met: a part of the plan by its id or key, or words."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="served")
    asked = models.CharField(max_length=40)
    part = models.CharField(max_length=40, blank=True)
    words = models.TextField(blank=True)

    class Meta:
        ordering = ("obligation", "asked")
        constraints = [models.UniqueConstraint(fields=["obligation", "asked"], name="one_place_a_question")]

    def __str__(self) -> str:
        return self.asked


class FurtherReceipt(models.Model):
    """The published plan as it was sent for an obligation. Never changed; a corrected text is a further receipt."""

    obligation = models.ForeignKey(Obligation, on_delete=models.PROTECT, related_name="receipts")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="further_receipts")
    number = models.CharField(max_length=48, unique=True)
    rests_on = models.TextField()
    words = models.TextField()
    certified_by_name = models.CharField(max_length=200)
    certified_by_post = models.CharField(max_length=200)
    certified_by_id = models.BigIntegerField()
    channel = models.CharField(max_length=40)
    recipient = models.CharField(max_length=300)
    sent_at = models.DateTimeField()
    plan_fingerprint = models.CharField(max_length=64)
    pdf_sha256 = models.CharField(max_length=64)

    class Meta:
        ordering = ("-sent_at", "-pk")

    def __str__(self) -> str:
        return self.number
