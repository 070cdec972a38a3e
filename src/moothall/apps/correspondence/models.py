"""What was asked and answered, and what the department said of the plan. Rows are only added.

See `domain.correspondence` and `domain.department_replies` for what each field means.
"""

from django.db import models
from django.db.models import Q

from moothall.apps.files.models import StoredFile
from moothall.apps.workspaces.models import Workspace
from moothall.domain.correspondence import Asked, What
from moothall.domain.department_replies import Response
from moothall.domain.department_replies import What as OfPoint
from moothall.domain.extensions import Channel


class Question(models.Model):
    """One question as it was put. ``bears_on`` are ids of questions and requirements of the round."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="questions_asked")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in Asked])
    whom = models.CharField(max_length=200)
    asker = models.CharField(max_length=200)
    asked_on = models.DateField()
    channel = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Channel])
    words = models.TextField()
    bears_on = models.JSONField(default=list)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["workspace", "number"], name="one_question_a_number"),
            models.CheckConstraint(
                condition=~Q(words="") & ~Q(whom="") & ~Q(asker=""), name="a_question_says_who_whom_and_what"
            ),
        ]

    def __str__(self) -> str:
        return f"Question {self.number}"


class Said(models.Model):
    """One thing said of a question later: an answer, that it was chased, shared or taken back."""

    question = models.ForeignKey(Question, on_delete=models.PROTECT, related_name="said")
    what = models.CharField(max_length=12, choices=[(one.value, one.value) for one in What])
    on = models.DateField()
    who = models.CharField(max_length=200, blank=True)
    channel = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Channel])
    words = models.TextField(blank=True)
    is_named = models.BooleanField(default=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "said"
        constraints = [
            models.CheckConstraint(
                condition=~Q(what="answered") | ~Q(who="") & (~Q(words="") | ~Q(file_name="")),
                name="an_answer_says_who_and_what",
            ),
            models.CheckConstraint(condition=~Q(what="taken_back") | ~Q(words=""), name="taken_back_means_why"),
        ]

    def __str__(self) -> str:
        return f"{self.what}, {self.on}"


class Reply(models.Model):
    """What the department, or its panel, said of the plan. ``receipt`` is of the return it answers."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="replies")
    number = models.PositiveIntegerField()
    from_whom = models.CharField(max_length=200)
    received_on = models.DateField()
    words = models.TextField(blank=True)
    receipt = models.CharField(max_length=40, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("number",)
        verbose_name_plural = "replies"
        constraints = [models.UniqueConstraint(fields=["workspace", "number"], name="one_reply_a_number")]

    def __str__(self) -> str:
        return f"Reply {self.number}"


class Point(models.Model):
    """One recommendation of a reply. Its number runs through the workspace."""

    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="points")
    number = models.PositiveIntegerField()
    text = models.TextField()

    class Meta:
        ordering = ("number",)
        constraints = [models.CheckConstraint(condition=~Q(text=""), name="a_point_has_words")]

    def __str__(self) -> str:
        return f"Point {self.number}"


class SaidOfPoint(models.Model):
    """One thing said of a recommendation: see `domain.department_replies.Said`."""

    point = models.ForeignKey(Point, on_delete=models.PROTECT, related_name="said")
    what = models.CharField(max_length=10, choices=[(one.value, one.value) for one in OfPoint])
    on = models.DateField()
    part = models.CharField(max_length=100, blank=True)
    title = models.CharField(max_length=300, blank=True)
    response = models.CharField(max_length=10, blank=True, choices=[(one.value, one.value) for one in Response])
    words = models.TextField(blank=True)
    who = models.CharField(max_length=200, blank=True)
    due_on = models.DateField(null=True, blank=True)
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "said of points"
        constraints = [
            models.CheckConstraint(
                condition=~Q(what="answered") | ~Q(response="") & ~Q(words=""), name="a_response_says_why"
            ),
            models.CheckConstraint(
                condition=~Q(what__in=["matched", "unmatched"]) | ~Q(part=""), name="a_match_is_with_a_part"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.what}, {self.on}"


class Reported(models.Model):
    """That a reply, and what was done about it, was reported to members at a meeting."""

    reply = models.ForeignKey(Reply, on_delete=models.PROTECT, related_name="reported")
    body = models.CharField(max_length=200)
    met_on = models.DateField()
    words = models.TextField()
    by_name = models.CharField(max_length=200)
    recorded_at = models.DateTimeField()

    class Meta:
        ordering = ("met_on", "pk")
        verbose_name_plural = "reported"
        constraints = [models.CheckConstraint(condition=~Q(body="") & ~Q(words=""), name="reported_to_whom_in_words")]

    def __str__(self) -> str:
        return f"{self.body}, {self.met_on}"
