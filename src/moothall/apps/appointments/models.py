"""Invitations: who was brought into a workspace under which name, and when they were last told."""

from django.conf import settings
from django.db import models

from moothall.apps.workspaces.models import Workspace


class Invitation(models.Model):
    """One person was brought into one workspace. ``name`` and ``post`` are as whoever did it wrote them.

    They are shown until the person has signed in, whether there was an account before or not, so that nobody learns
    who has one elsewhere. ``sent_at`` is when they were last told.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="invitations")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="invitations")
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=200, blank=True)
    sent_at = models.DateTimeField()
    sent_by = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )

    class Meta:
        constraints = [models.UniqueConstraint(fields=["workspace", "person"], name="one_invitation_a_workspace")]

    def __str__(self) -> str:
        return f"{self.name}, {self.sent_at:%Y-%m-%d}"

    @property
    def is_open(self) -> bool:
        """Whether the person has not signed in since they were last told."""
        return self.person.last_login is None or self.person.last_login < self.sent_at
