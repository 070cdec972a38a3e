"""The chosen route, its steps and what members decided. Status is derived from these, never stored."""

from django.db import models

from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import BodyKind
from moothall.domain.routes import Deed


class Route(models.Model):
    """The route a council chose for its plan. ``planned`` holds the dates as computed when it was chosen."""

    workspace = models.OneToOneField(Workspace, on_delete=models.PROTECT, related_name="route")
    code = models.CharField(max_length=10)
    name = models.CharField(max_length=200)
    as_of = models.DateField()
    planned = models.JSONField()
    chosen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.name


class Step(models.Model):
    """One part in the route: of a body, an officer or a member. ``is_deciding`` where its decision is the council's.

    ``deed`` is what it does (`domain.routes.Deed`), ``who`` in words who acts for it or with it, empty where the name
    says it all. For what is no meeting, ``meets_on`` is the day it is planned for.

    ``meeting`` is the council's kept meeting it stands for, where there is one; the dates here are those accepted.
    """

    route = models.ForeignKey(Route, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveIntegerField()
    body = models.CharField(max_length=200)
    body_kind = models.CharField(max_length=30, choices=[(one.value, one.value) for one in BodyKind])
    is_deciding = models.BooleanField(default=True)
    deed = models.CharField(max_length=30, choices=[(one.value, one.value) for one in Deed], default=Deed.DECIDE.value)
    who = models.CharField(max_length=300, blank=True, default="")
    meets_on = models.DateField(null=True, blank=True)
    meets_at = models.TimeField(null=True, blank=True)
    met_at = models.DateTimeField(null=True, blank=True)
    meeting = models.ForeignKey(
        "meetings.Meeting", on_delete=models.PROTECT, null=True, blank=True, related_name="steps"
    )

    class Meta:
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["route", "position"], name="one_step_a_position")]

    def __str__(self) -> str:
        return f"{self.body} {self.meets_on or ''}"

    @property
    def resolves(self) -> bool:
        """Whether it ends in something resolved, which is kept as a decision."""
        return Deed(self.deed).resolves


class Decision(models.Model):
    """What a body resolved at a step, on one version of the plan. Publication starts the call-in clock.

    ``held_since`` is when it was called in, while a call-in holds it back: written with the deeds of `call_ins`.
    """

    step = models.OneToOneField(Step, on_delete=models.PROTECT, related_name="decision")
    decided_on = models.DateField()
    limbs = models.JSONField()
    minute = models.TextField()
    reasons = models.TextField(blank=True)
    alternatives = models.TextField(blank=True)
    interests = models.TextField(blank=True)
    plan_version = models.ForeignKey("plans.Version", on_delete=models.PROTECT, null=True, related_name="decisions")
    recorded_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    is_callable = models.BooleanField(default=True)
    not_callable_reason = models.CharField(max_length=300, blank=True)
    call_in = models.JSONField(null=True, blank=True)
    held_since = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"{self.step.body} on {self.decided_on}"


class CallInCorrection(models.Model):
    """A published call-in put right: as it was published, as it is, and why. Only ever added to."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="corrections")
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)
    reason = models.CharField(max_length=400)
    by_name = models.CharField(max_length=200)
    corrected_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [models.CheckConstraint(condition=~models.Q(reason=""), name="a_correction_has_a_reason")]

    def __str__(self) -> str:
        return f"{self.decision_id} {self.corrected_at:%Y-%m-%d}"
