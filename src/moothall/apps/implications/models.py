"""Requests and what happened to them. Events are only added; where a request stands is derived from them."""

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from moothall.apps.workspaces.models import Workspace
from moothall.domain.plain import build
from moothall.domain.signoffs import Answered, Asked, HandedOn, Passage, Reply, Withdrawn
from moothall.domain.signoffs import Event as Happened


class Request(models.Model):
    """One person is asked to agree to the words at some places of the report or plan, by a day.

    An implication has its ``kind``; a sign-off has the ``capacity`` it is given in ("Monitoring Officer"). Without a
    ``person`` the post is vacant and somebody has still to be named.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="requests")
    kind = models.CharField(max_length=40, blank=True)
    capacity = models.CharField(max_length=120, blank=True)
    person = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="requests"
    )
    deputy = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    places = models.JSONField()
    note = models.TextField(blank=True)
    due_on = models.DateField()
    asked_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    asked_at = models.DateTimeField()

    class Meta:
        ordering = ("due_on", "pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="", capacity__gt="") | Q(kind__gt="", capacity=""), name="an_implication_or_a_sign_off"
            ),
        ]

    def __str__(self) -> str:
        return self.capacity or self.kind

    @property
    def is_sign_off(self) -> bool:
        """Whether a text is signed off in a capacity, rather than an implication given."""
        return bool(self.capacity)


class Event(models.Model):
    """Something that happened to a request: who did it, what they said, and the exact words it was said of."""

    class What(models.TextChoices):
        """What happened."""

        ASKED = "asked", "asked"
        ANSWERED = "answered", "answered"
        HANDED_ON = "handed_on", "handed on"
        ALLOWED = "allowed", "allowed own words"
        WITHDRAWN = "withdrawn", "withdrawn"

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="events")
    what = models.CharField(max_length=10, choices=What.choices)
    by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    by_name = models.CharField(max_length=200)
    at = models.DateTimeField()
    reply = models.CharField(max_length=20, blank=True)
    reason = models.TextField(blank=True)
    to_name = models.CharField(max_length=200, blank=True)
    covered = models.JSONField(default=list)
    print = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(
                condition=Q(what="answered", reply__gt="") | ~Q(what="answered") & Q(reply=""),
                name="an_answer_says_which",
            ),
            models.CheckConstraint(
                condition=~(Q(reply__in=["cannot_agree", "not_applicable"]) | Q(what="allowed")) | ~Q(reason=""),
                name="a_reason_where_one_is_owed",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what} by {self.by_name}"

    def to_value(self) -> Happened | None:
        """The event as the domain has it; None for one that says nothing of where the request stands."""
        if self.what == Event.What.ANSWERED:
            return Answered(Reply(self.reply), build(tuple[Passage, ...], self.covered))
        plain: dict[str, Happened] = {
            Event.What.ASKED: Asked(),
            Event.What.HANDED_ON: HandedOn(),
            Event.What.WITHDRAWN: Withdrawn(),
        }
        return plain.get(self.what)


class Absence(models.Model):
    """Somebody is away from a day to a day, and somebody else has what they are asked meanwhile."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="absences")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="absences")
    cover = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="covers")
    from_on = models.DateField()
    to_on = models.DateField()
    said_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("from_on", "pk")
        constraints = [
            models.CheckConstraint(condition=Q(to_on__gte=F("from_on")), name="away_from_before_to"),
            models.CheckConstraint(condition=~Q(cover=F("person")), name="nobody_covers_for_themselves"),
        ]

    def __str__(self) -> str:
        return f"{self.person.name}, {self.from_on} to {self.to_on}"


class Looked(models.Model):
    """The words of a request as one person last saw them, and as they saw them on an earlier day. No deed, and no
    answer: it only tells what changed since.
    """

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="looks")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    on = models.DateField()
    covered = models.JSONField()
    earlier_on = models.DateField(null=True, blank=True)
    earlier = models.JSONField(default=list)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["request", "person"], name="one_look_a_person")]

    def __str__(self) -> str:
        return f"{self.request_id} seen on {self.on}"
