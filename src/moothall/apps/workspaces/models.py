"""A council's place for one round."""

from django.db import models

from moothall.domain.authorities import Governance


class Workspace(models.Model):
    """One council in one round. Name and governance are copied here at opening, so the register may move on."""

    gss = models.CharField(max_length=9)
    slug = models.SlugField(max_length=80)
    authority_name = models.CharField(max_length=120)
    official_name = models.CharField(max_length=200)
    is_fictional = models.BooleanField(default=False)
    colour = models.CharField(max_length=7, default="#17594a")
    governance = models.CharField(
        max_length=20, choices=[(one.value, one.value) for one in Governance], default=Governance.EXECUTIVE.value
    )
    round_slug = models.SlugField()
    opened_at = models.DateTimeField()

    class Meta:
        ordering = ("authority_name", "round_slug")
        constraints = [
            models.UniqueConstraint(fields=["gss", "round_slug"], name="one_workspace_a_round"),
            models.UniqueConstraint(fields=["slug", "round_slug"], name="one_address_a_round"),
        ]

    def __str__(self) -> str:
        return f"{self.official_name}, {self.round_slug}"
