"""What was asked, and each thing said of it later. Rows are only added: see `domain.correspondence`."""

from django.db import models
from django.db.models import Q

from moothall.apps.files.models import StoredFile
from moothall.apps.workspaces.models import Workspace
from moothall.domain.correspondence import Asked, What
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
