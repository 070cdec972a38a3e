"""Messages: to whom, what they say, what they are about, and what became of each."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from moothall.apps.files.models import StoredFile
from moothall.apps.workspaces.models import Workspace


class Message(models.Model):
    """One message to one person. ``key`` says what it is for, so that nobody gets the same twice.

    ``is_prompt`` goes out at once; the others are gathered into one ``digest``. ``about`` names the thing it is about
    (``request:7``). ``told`` is what the mail server said last. ``invites`` is a person whose link to set a password
    is put in only when it is sent: the link itself is kept nowhere. ``whole`` is a message written beforehand, with its
    files, that goes as it stands; ``person`` is then whoever it goes for, and ``to`` anybody's address.
    """

    class State(models.TextChoices):
        """What became of it."""

        WAITING = "waiting", "Waiting"
        SENT = "sent", "Sent"
        FAILED = "failed", "Not sent"
        GATHERED = "gathered", "In a digest"

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, null=True, related_name="messages")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="messages")
    to = models.EmailField()
    subject = models.CharField(max_length=300)
    words = models.TextField()
    about = models.CharField(max_length=80, blank=True)
    key = models.CharField(max_length=200, unique=True)
    is_prompt = models.BooleanField(default=False)
    queued_at = models.DateTimeField()
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    try_after = models.DateTimeField()
    told = models.TextField(blank=True)
    sent_at = models.DateTimeField(null=True, blank=True)
    digest = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="gathered")
    invites = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    whole = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")

    class Meta:
        ordering = ("-queued_at", "-pk")
        constraints = [
            models.CheckConstraint(
                condition=Q(state="sent", sent_at__isnull=False) | ~Q(state="sent") & Q(sent_at__isnull=True),
                name="sent_means_when",
            ),
            models.CheckConstraint(
                condition=Q(state="gathered", digest__isnull=False) | ~Q(state="gathered") & Q(digest__isnull=True),
                name="gathered_means_into_what",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subject}, to {self.to}"

    @property
    def was_tried_again(self) -> bool:
        """Whether the first try did not reach the server."""
        return self.attempts > 1
