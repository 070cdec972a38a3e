"""People who sign in, and the roles somebody gave them."""

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import Q

from moothall.domain.roles import Role


class People(BaseUserManager["Person"]):
    """Makes people; an address is compared without regard to case."""

    def get_by_natural_key(self, username: str | None) -> "Person":
        return self.get(email__iexact=username)


class Person(AbstractBaseUser):
    """Someone with an account. ``post`` is the job as it is signed under a report."""

    email = models.EmailField(unique=True)
    name = models.CharField(max_length=200)
    post = models.CharField(max_length=200, blank=True)
    is_active = models.BooleanField(default=True)
    is_demonstration = models.BooleanField(default=False)

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = ["name"]
    objects = People()

    class Meta:
        verbose_name_plural = "people"
        ordering = ("name",)

    def __str__(self) -> str:
        return f"{self.name}, {self.post}" if self.post else self.name


class RoleHeld(models.Model):
    """A role in one workspace, or (workspace empty) for the whole installation. Ended, never deleted.

    ``given_by`` is empty where Moothall itself gave it, at the shell or in a demonstration.
    """

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="roles_held")
    role = models.CharField(max_length=40, choices=[(role.value, role.label) for role in Role])
    workspace = models.ForeignKey(
        "workspaces.Workspace", on_delete=models.PROTECT, null=True, blank=True, related_name="roles_held"
    )
    given_at = models.DateTimeField()
    given_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_at = models.DateTimeField(null=True, blank=True)
    ended_by = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    ended_because = models.TextField(blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person", "role", "workspace"],
                condition=Q(ended_at__isnull=True, workspace__isnull=False),
                name="one_role_once_a_workspace",
            ),
            models.UniqueConstraint(
                fields=["person", "role"],
                condition=Q(ended_at__isnull=True, workspace__isnull=True),
                name="one_role_once_for_all",
            ),
            models.CheckConstraint(
                condition=Q(ended_at__isnull=False) | Q(ended_by__isnull=True, ended_because=""),
                name="who_and_why_only_of_a_role_that_ended",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person.name}: {self.role}"

    @property
    def label(self) -> str:
        """The role in words, as it stands in a sentence."""
        return Role(self.role).label
