"""A council's rulebook, version by version. Every change is a further version; none is ever changed."""

from typing import Any

from django.db import models


class RulebookVersion(models.Model):
    """The whole rulebook of one authority as one deed left it, in the full form of `rulebook_plain`.

    ``deed`` is the event in the record, ``about`` the rule, day or spell it concerned, ``why`` the reason given.
    """

    gss = models.CharField(max_length=9)
    number = models.PositiveIntegerField()
    deed = models.CharField(max_length=40)
    about = models.CharField(max_length=200)
    why = models.TextField(blank=True)
    book = models.JSONField()
    entered_at = models.DateTimeField()
    entered_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("gss", "number")
        constraints = [models.UniqueConstraint(fields=["gss", "number"], name="one_rulebook_a_number")]

    def __str__(self) -> str:
        return f"{self.gss}, version {self.number}"

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keep a new version. Raises TypeError for one that is kept already: it stays as it was."""
        if not self._state.adding:
            raise TypeError("a version of a rulebook is never changed")
        super().save(*args, **kwargs)

    def delete(self, *args: Any, **kwargs: Any) -> tuple[int, dict[str, int]]:
        """Raise TypeError: a version of a rulebook is never deleted."""
        raise TypeError("a version of a rulebook is never deleted")
