"""What people said of the texts. The texts and their differences are computed and never kept here."""

from django.db import models
from django.db.models import Q

from moothall.apps.plans.models import Version
from moothall.apps.routes.models import Decision
from moothall.apps.workspaces.models import Workspace
from moothall.domain.lineage import CorrectionKind, Ground


class ResolvedText(models.Model):
    """The version as a meeting left it, where it amended the text it had before it. The last one said stands."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="resolved_texts")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    said_by_name = models.CharField(max_length=200)
    said_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.decision}: version {self.version.number}"


class Account(models.Model):
    """The authority given for one or more differences. ``marks`` are those of `domain.text_differences.Difference`.

    ``limb`` counts from 0 in the decision's limbs. It counts once confirmed, and never is changed: it is taken back,
    and another is given.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="accounts")
    ground = models.CharField(max_length=12, choices=[(one.value, one.label) for one in Ground])
    marks = models.JSONField()
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    limb = models.PositiveSmallIntegerField(null=True, blank=True)
    minute = models.TextField(blank=True)
    made_by = models.CharField(max_length=200)
    made_on = models.DateField()
    within = models.TextField(blank=True)
    correction = models.CharField(max_length=12, blank=True, choices=[(one.value, one.label) for one in CorrectionKind])
    words = models.TextField(blank=True)
    said_by_id = models.BigIntegerField()
    said_by_name = models.CharField(max_length=200)
    said_at = models.DateTimeField()
    confirmed_by_name = models.CharField(max_length=200, blank=True)
    confirmed_words = models.TextField(blank=True)
    confirmed_at = models.DateTimeField(null=True, blank=True)
    taken_back_by_name = models.CharField(max_length=200, blank=True)
    taken_back_reason = models.TextField(blank=True)
    taken_back_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(ground=Ground.CORRECTION.value, decision__isnull=True) & ~Q(correction="")
                | ~Q(ground=Ground.CORRECTION.value) & Q(decision__isnull=False, correction=""),
                name="a_correction_has_a_kind_and_others_a_decision",
            ),
            models.CheckConstraint(
                condition=~Q(ground=Ground.DELEGATION.value) | Q(limb__isnull=False) & ~Q(within=""),
                name="a_delegated_change_names_its_limb_and_says_why_within_it",
            ),
            models.CheckConstraint(
                condition=Q(confirmed_at__isnull=True, confirmed_by_name="")
                | Q(confirmed_at__isnull=False) & ~Q(confirmed_by_name=""),
                name="a_confirmed_authority_says_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=Q(taken_back_at__isnull=True, taken_back_by_name="", taken_back_reason="")
                | Q(taken_back_at__isnull=False) & ~Q(taken_back_by_name="") & ~Q(taken_back_reason=""),
                name="an_authority_taken_back_says_by_whom_when_and_why",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_ground_display()}, {self.made_by}"


class ReportedBack(models.Model):
    """That members were told of a change made under a delegation: whom, on which day and how. Only ever added to."""

    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="reports")
    to = models.CharField(max_length=300)
    on = models.DateField()
    words = models.TextField(blank=True)
    said_by_name = models.CharField(max_length=200)
    said_at = models.DateTimeField()

    class Meta:
        ordering = ("on", "pk")

    def __str__(self) -> str:
        return f"{self.to}, {self.on}"
