"""What was certified and sent, how it went, what came back, and whether the published page still says the same."""

from django.db import models
from django.db.models import Q

from moothall.apps.files.models import KeptFolder, StoredFile
from moothall.apps.mail.models import Message
from moothall.apps.publications.models import Publication
from moothall.apps.workspaces.models import Workspace
from moothall.domain.page_checks import Found, Page


class Return(models.Model):
    """A return as it was certified. Its words never change; a corrected text is a second row that says so.

    ``sent_at`` is when it was certified and given to be sent, ``went_at`` when it first left the council, as far as is
    known. ``folder`` is the pack as a ZIP with the list of its files, ``letter`` the same as a message. Both are empty
    for a return that was recorded without a pack.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="returns")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="returns")
    receipt_number = models.CharField(max_length=40, unique=True)
    certified_by_name = models.CharField(max_length=200)
    certified_by_post = models.CharField(max_length=200)
    certified_by_id = models.BigIntegerField()
    words = models.TextField()
    channel = models.CharField(max_length=40)
    recipient = models.CharField(max_length=300)
    sent_at = models.DateTimeField()
    plan_fingerprint = models.CharField(max_length=64)
    pdf_sha256 = models.CharField(max_length=64)
    pack = models.JSONField()
    pack_fingerprint = models.CharField(max_length=64)
    went_at = models.DateTimeField(null=True, blank=True)
    replaces = models.OneToOneField("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    subject = models.CharField(max_length=300, blank=True)
    covering = models.TextField(blank=True)
    folder = models.ForeignKey(KeptFolder, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    letter = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("-sent_at", "-pk")

    def __str__(self) -> str:
        return self.receipt_number


class Sending(models.Model):
    """One time that a return, or a question about it, was sent. ``message`` is the mail where Moothall sends it."""

    class Kind(models.TextChoices):
        """What was sent."""

        FIRST = "first"
        AGAIN = "again"
        FOLLOW_UP = "follow_up"

    sent = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="sendings")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    channel = models.CharField(max_length=40)
    recipient = models.CharField(max_length=300)
    reason = models.TextField(blank=True)
    message = models.OneToOneField(Message, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    reference = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=200)
    went_at = models.DateTimeField(null=True, blank=True)
    failed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.CheckConstraint(condition=Q(message__isnull=False) | Q(went_at__isnull=False), name="mail_or_gone"),
            models.CheckConstraint(
                condition=Q(went_at__isnull=True) | Q(failed_at__isnull=True), name="gone_or_failed_not_both"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.sent}, {self.kind}"


class Heard(models.Model):
    """What came back about a return: that it was received, or that it could not be delivered. Only ever added to."""

    class Kind(models.TextChoices):
        """What came back."""

        ACKNOWLEDGED = "acknowledged"
        BOUNCED = "bounced"

    sent = models.ForeignKey(Return, on_delete=models.PROTECT, related_name="heard")
    sending = models.ForeignKey(Sending, on_delete=models.PROTECT, null=True, blank=True, related_name="heard")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    on = models.DateField()
    who = models.CharField(max_length=200, blank=True)
    words = models.TextField(blank=True)
    reference = models.CharField(max_length=200, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=200, blank=True)
    recorded_at = models.DateTimeField()
    recorded_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("pk",)
        verbose_name_plural = "heard"
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="bounced", sending__isnull=False) | ~Q(kind="bounced"), name="what_came_back_was_sent"
            )
        ]

    def __str__(self) -> str:
        return f"{self.sent}, {self.kind}"


class ReturnSetting(models.Model):
    """A council's own settings of its return: after how many days silence is noted, and where its own page stands."""

    workspace = models.OneToOneField(Workspace, on_delete=models.PROTECT, related_name="return_setting")
    acknowledgement_days = models.PositiveSmallIntegerField()
    page_address = models.URLField(max_length=400, blank=True)
    set_at = models.DateTimeField()
    set_by_name = models.CharField(max_length=200)

    def __str__(self) -> str:
        return f"{self.workspace}, after {self.acknowledgement_days} days"


class PageCheck(models.Model):
    """One look at a page where the plan is published, and what it said. Only ever added to."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="page_checks")
    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="+")
    page = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Page])
    address = models.CharField(max_length=400)
    checked_at = models.DateTimeField()
    found = models.CharField(max_length=12, choices=[(one.value, one.value) for one in Found])
    said = models.TextField()
    status = models.PositiveSmallIntegerField(null=True, blank=True)
    went_through = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64, blank=True)

    class Meta:
        ordering = ("-checked_at", "-pk")

    def __str__(self) -> str:
        return f"{self.address}, {self.found}"
