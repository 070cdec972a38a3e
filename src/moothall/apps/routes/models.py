"""The chosen route, its steps and what members decided. Status is derived from these, never stored."""

from django.db import models

from moothall.apps.workspaces.models import Workspace
from moothall.domain.authorities import BodyKind
from moothall.domain.decisions import Outcome
from moothall.domain.route_table import Event
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
    says it all; ``terms`` are what it rests on besides (`domain.routes.Term`). For what is no meeting, ``meets_on`` is
    the day it is planned for.

    ``meeting`` is the council's kept meeting it stands for, where there is one; the dates here are those accepted.
    """

    route = models.ForeignKey(Route, on_delete=models.PROTECT, related_name="steps")
    position = models.PositiveIntegerField()
    body = models.CharField(max_length=200)
    body_kind = models.CharField(max_length=30, choices=[(one.value, one.value) for one in BodyKind])
    is_deciding = models.BooleanField(default=True)
    deed = models.CharField(max_length=30, choices=[(one.value, one.value) for one in Deed], default=Deed.DECIDE.value)
    who = models.CharField(max_length=300, blank=True, default="")
    terms = models.JSONField(default=list, blank=True)
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

    ``outcome`` is what became of what was put to it (`domain.decisions.Outcome`), with the reason where it was refused
    or where members resolved that no plan is sent.
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
    outcome = models.CharField(
        max_length=20, choices=[(one.value, one.label) for one in Outcome], default=Outcome.AGREED.value
    )
    outcome_reason = models.TextField(blank=True, default="")

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


class StepRecord(models.Model):
    """Something that happened at a step and is no meeting and no decision: a signature, a consent, what was written.

    ``on`` is its day, ``who`` whose it was, ``until_on`` a last day where there is one, ``places`` where a strategy
    answers each question. Only ever added to: one that ``corrects`` another stands in its place, with the reason.
    """

    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="records")
    event = models.CharField(max_length=40, choices=[(one.value, one.value) for one in Event])
    on = models.DateField()
    who = models.CharField(max_length=300, blank=True)
    words = models.TextField(blank=True)
    until_on = models.DateField(null=True, blank=True)
    places = models.JSONField(default=dict, blank=True)
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="taken_back")
    reason = models.CharField(max_length=400, blank=True)
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=models.Q(corrects__isnull=True) | ~models.Q(reason=""), name="taken_back_with_a_reason"
            )
        ]

    def __str__(self) -> str:
        return f"{self.event} {self.on}"


class Finishing(models.Model):
    """A text that somebody finished under a delegation: which version, by whom, under which limb of which decision.

    ``condition`` is that limb's own, ``within`` how it was kept. ``circulated_to`` and ``reported_to`` with their days
    say who was told of it and to whom it was reported back.
    """

    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="finishings")
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="finishings")
    limb = models.PositiveIntegerField()
    delegate = models.CharField(max_length=300)
    condition = models.TextField(blank=True)
    version = models.ForeignKey("plans.Version", on_delete=models.PROTECT, related_name="finishings")
    finished_by = models.CharField(max_length=200)
    finished_on = models.DateField()
    within = models.TextField(blank=True)
    circulated_to = models.CharField(max_length=300, blank=True)
    circulated_on = models.DateField(null=True, blank=True)
    reported_to = models.CharField(max_length=300, blank=True)
    reported_on = models.DateField(null=True, blank=True)
    reported_at = models.DateTimeField(null=True, blank=True)
    recorded_by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(fields=["step", "version"], name="a_version_is_finished_once"),
            models.CheckConstraint(
                condition=models.Q(reported_on__isnull=True, reported_to="")
                | models.Q(reported_on__isnull=False) & ~models.Q(reported_to=""),
                name="reported_means_to_whom_and_when",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version} by {self.finished_by}"


class OwnRoute(models.Model):
    """A route that a council put together for itself (`domain.own_routes`), under a name, for all its rounds."""

    gss = models.CharField(max_length=9)
    name = models.CharField(max_length=200)
    steps = models.JSONField()
    based_on = models.CharField(max_length=10, blank=True)
    kept_by_name = models.CharField(max_length=200)
    kept_at = models.DateTimeField()

    class Meta:
        ordering = ("name",)
        constraints = [models.UniqueConstraint(fields=["gss", "name"], name="one_own_route_a_name")]

    def __str__(self) -> str:
        return self.name
