"""Requests to call a decision in, and the members who put their names to them. What became of a call-in that is valid
is recorded beside them, not here.
"""

from django.conf import settings
from django.db import models
from django.db.models import Q

from moothall.apps.routes.models import Decision
from moothall.domain.call_ins import Terms
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
