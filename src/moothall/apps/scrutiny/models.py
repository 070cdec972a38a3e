"""Recommendations of scrutiny and the answers to them. Both are only ever added to; the last answer stands."""

from django.db import models
from django.db.models import Q

from moothall.apps.plans.models import Version
from moothall.apps.routes.models import Decision, Step
from moothall.domain.scrutiny_recommendations import Answer


class Recommendation(models.Model):
    """One recommendation, made at a step of the route. ``noticed_on`` is when the executive had it, or the notice that
    requires an answer if that came later; None where scrutiny required none."""

    step = models.ForeignKey(Step, on_delete=models.PROTECT, related_name="recommendations")
    number = models.PositiveIntegerField()
    text = models.TextField()
    to_whom = models.CharField(max_length=200)
    made_on = models.DateField()
    noticed_on = models.DateField(null=True, blank=True)
    due_on = models.DateField(null=True, blank=True)
    due_rule = models.CharField(max_length=300, blank=True)
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = [
            models.CheckConstraint(condition=~Q(text="") & ~Q(to_whom=""), name="a_recommendation_says_what_to_whom"),
            models.CheckConstraint(
                condition=Q(due_on__isnull=True) | ~Q(due_rule=""), name="a_day_to_answer_has_its_rule"
            ),
        ]

    def __str__(self) -> str:
        return f"Recommendation {self.number}"


class Response(models.Model):
    """An answer. ``before`` and ``after`` are the versions of the plan between which its words came in."""

    recommendation = models.ForeignKey(Recommendation, on_delete=models.PROTECT, related_name="responses")
    answer = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Answer])
    by_whom = models.CharField(max_length=200)
    answered_on = models.DateField()
    why = models.TextField()
    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    before = models.ForeignKey(Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    after = models.ForeignKey(Version, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=~Q(why="") & ~Q(by_whom=""), name="an_answer_says_who_and_why"),
            models.CheckConstraint(
                condition=Q(before__isnull=True, after__isnull=True) | Q(before__isnull=False, after__isnull=False),
                name="what_changed_lies_between_two_versions",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer}, {self.answered_on}"
