"""Requests to call a decision in, the members who put their names to them, what followed one that is valid, and the
consent by which a decision is not called in at all.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from moothall.apps.routes.models import Decision
from moothall.domain import waivers
from moothall.domain.call_ins import Terms
from moothall.domain.called_in import Happening, What
from moothall.domain.plain import build


class CallIn(models.Model):
    """One request. ``terms`` are the rule and the closing time as they stood when it was made (`domain.call_ins`);
    a closing time put right since goes before that one.

    ``enough_at`` is the exact moment at which its names became enough, None while they are not. ``ended_at`` is when
    nothing came of it any more: all names withdrawn, or marked not valid. ``is_valid`` is None until it is settled.
    """

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="call_ins")
    terms = models.JSONField()
    grounds = models.TextField()
    alternative = models.TextField()
    asked_at = models.DateTimeField()
    enough_at = models.DateTimeField(null=True, blank=True)
    is_valid = models.BooleanField(null=True, blank=True)
    reason = models.TextField(blank=True)
    settled_by_name = models.CharField(max_length=200, blank=True)
    settled_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("asked_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["decision"], condition=Q(ended_at__isnull=True), name="one_call_in_stands_a_decision"
            ),
            models.CheckConstraint(
                condition=Q(is_valid__isnull=True, settled_at__isnull=True)
                | Q(is_valid__isnull=False, settled_at__isnull=False) & ~Q(reason=""),
                name="a_settled_call_in_has_a_reason",
            ),
            models.CheckConstraint(condition=~Q(grounds="") & ~Q(alternative=""), name="a_call_in_says_why_and_what"),
        ]

    def __str__(self) -> str:
        return f"{self.decision}, asked {self.asked_at:%Y-%m-%d %H:%M}"

    def asked_of(self) -> Terms:
        """The rule as it stood when the request was made."""
        return build(Terms, self.terms)


class Name(models.Model):
    """A member who asks, with the post as it was then and words of their own. Withdrawn, never deleted."""

    call_in = models.ForeignKey(CallIn, on_delete=models.PROTECT, related_name="names")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    joined_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("joined_at", "pk")
        constraints = [
            models.UniqueConstraint(
                fields=["call_in", "person"], condition=Q(withdrawn_at__isnull=True), name="a_member_asks_once"
            )
        ]

    def __str__(self) -> str:
        return f"{self.name}, {self.post}" if self.post else self.name


class Followed(models.Model):
    """One thing that happened after a request was marked valid (`domain.called_in`). Only ever added to."""

    call_in = models.ForeignKey(CallIn, on_delete=models.PROTECT, related_name="followed")
    what = models.CharField(max_length=30, choices=[(one.value, one.value) for one in What])
    on = models.DateField()
    starts_at = models.TimeField(null=True, blank=True)
    body = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    by_when = models.DateField(null=True, blank=True)
    effect_on = models.DateField(null=True, blank=True)
    rule = models.CharField(max_length=300, blank=True)
    by_name = models.CharField(max_length=200)
    entered_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(what=What.HEARING_SET.value) | ~Q(words=""), name="what_follows_a_call_in_has_its_reasons"
            ),
            models.CheckConstraint(
                condition=Q(effect_on__isnull=True) | ~Q(rule=""), name="a_day_of_effect_of_our_own_has_its_rule"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} {self.on}"

    def to_value(self) -> Happening:
        """The happening as the domain has it."""
        return Happening(
            what=What(self.what), on=self.on, words=self.words, body=self.body, at=self.starts_at,
            by_when=self.by_when, effect_on=self.effect_on, rule=self.rule,
        )  # fmt: skip


class Waiver(models.Model):
    """The consent that a decision is not called in because it is urgent. ``told_on`` is when the council was told."""

    decision = models.OneToOneField(Decision, on_delete=models.PROTECT, related_name="waiver")
    test = models.TextField()
    because = models.TextField()
    agreed_as = models.CharField(max_length=200)
    agreed_by = models.CharField(max_length=200)
    agreed_on = models.DateField()
    council_on = models.DateField(null=True, blank=True)
    told_on = models.DateField(null=True, blank=True)
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=~Q(test="") & ~Q(because="") & ~Q(agreed_as="") & ~Q(agreed_by=""), name="a_waiver_is_whole"
            )
        ]

    def __str__(self) -> str:
        return f"{self.agreed_by}, {self.agreed_as}"

    def to_value(self) -> waivers.Waiver:
        """The waiver as the domain has it. The record of the decision has said so since the waiver was recorded."""
        return waivers.Waiver(self.test, self.because, self.agreed_as, self.agreed_by, self.agreed_on, recorded=True)
