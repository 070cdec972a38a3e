"""What was promised, and each thing said of it later. Rows are only added: see `domain.follow_ups`."""

from django.db import models
from django.db.models import Q

from moothall.apps.people.models import Person
from moothall.apps.workspaces.models import Workspace
from moothall.domain.follow_ups import What


class FollowUp(models.Model):
    """One thing promised. ``source`` is the key of the promise in the report, empty where it was entered by hand.

    ``person`` holds the post; without one, or once their account or last role here ended, the post is vacant.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="follow_ups")
    number = models.PositiveIntegerField()
    text = models.TextField()
    source = models.CharField(max_length=300, blank=True)
    place = models.CharField(max_length=300, blank=True)
    post = models.CharField(max_length=200)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField()
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["workspace", "number"], name="one_follow_up_a_number"),
            models.CheckConstraint(condition=~Q(text="") & ~Q(post=""), name="a_follow_up_says_what_and_whose"),
        ]

    def __str__(self) -> str:
        return f"Follow-up {self.number}"


class Said(models.Model):
    """One thing said of a follow-up: done, dropped, or another owner or day."""

    follow_up = models.ForeignKey(FollowUp, on_delete=models.PROTECT, related_name="said")
    what = models.CharField(max_length=10, choices=[(one.value, one.value) for one in What])
    on = models.DateField()
    words = models.TextField()
    post = models.CharField(max_length=200, blank=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    due_on = models.DateField(null=True, blank=True)
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "said"
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="said_of_a_follow_up_in_words")]

    def __str__(self) -> str:
        return f"{self.what}, {self.on}"
