"""That recording was switched, what was entered, and what was taken back. Rows are only added: see `domain.hours`.

A row of time holds nobody's name: neither whose time it was nor who entered it. The record says who did the deed.
"""

from django.db import models
from django.db.models import Q

from moothall.apps.workspaces.models import Workspace
from moothall.domain.hours import Post, Span, Stage


class Switch(models.Model):
    """That recording was switched on, with what for, or off, with why."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    is_on = models.BooleanField()
    words = models.TextField()
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "switches"
        constraints = [models.CheckConstraint(condition=~Q(words=""), name="a_switch_of_hours_says_what_for")]

    def __str__(self) -> str:
        return "on" if self.is_on else "off"


class Entry(models.Model):
    """Time of one kind of post at one stage, in quarter hours, for the week or month that begins on ``first_on``.

    ``corrects`` is the entry in whose place it stands, with ``why``.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    post = models.CharField(max_length=20, choices=[(one.value, one.label) for one in Post])
    stage = models.CharField(max_length=20, choices=[(one.value, one.label) for one in Stage])
    quarters = models.PositiveIntegerField()
    span = models.CharField(max_length=5, choices=[(one.value, one.value) for one in Span])
    first_on = models.DateField()
    words = models.TextField(blank=True)
    corrects = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="corrected")
    why = models.TextField(blank=True)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        verbose_name_plural = "entries"
        constraints = [
            models.UniqueConstraint(fields=["workspace", "number"], name="one_entry_of_hours_a_number"),
            models.CheckConstraint(condition=Q(quarters__gt=0), name="an_entry_of_hours_is_some_time"),
            models.CheckConstraint(
                condition=Q(corrects=None, why="") | (Q(corrects__isnull=False) & ~Q(why="")),
                name="a_correction_of_hours_says_why",
            ),
        ]

    def __str__(self) -> str:
        return f"Entry {self.number}"


class TakenBack(models.Model):
    """That an entry does not count, with why."""

    entry = models.OneToOneField(Entry, on_delete=models.PROTECT, related_name="taken_back")
    why = models.TextField()
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "taken back"
        constraints = [models.CheckConstraint(condition=~Q(why=""), name="taking_back_hours_says_why")]

    def __str__(self) -> str:
        return f"Entry {self.entry_id} taken back"
