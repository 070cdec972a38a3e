"""Working groups, their base text with every revision and edition, and what each council made of it."""

from django.conf import settings
from django.db import models
from django.db.models import Q

from moothall.apps.workspaces.models import Workspace
from moothall.domain import base_texts as values
from moothall.domain.groups import Place, Telling
from moothall.domain.plain import build


class Group(models.Model):
    """A working group of one round. ``slug`` is its name in addresses. ``is_brought_in`` where its text comes by file.

    ``frozen_by`` is empty unless one editor froze the base text up to and with ``frozen_until_on``.
    """

    round_slug = models.SlugField()
    slug = models.SlugField(max_length=80)
    name = models.CharField(max_length=160)
    purpose = models.TextField()
    is_brought_in = models.BooleanField(default=False)
    started_at = models.DateTimeField()
    started_by_name = models.CharField(max_length=200)
    frozen_by = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+", null=True)
    frozen_by_name = models.CharField(max_length=200, blank=True)
    frozen_until_on = models.DateField(null=True)
    frozen_reason = models.TextField(blank=True)

    class Meta:
        ordering = ("name", "id")
        constraints = [models.UniqueConstraint(fields=["round_slug", "slug"], name="one_group_an_address")]

    def __str__(self) -> str:
        return self.name


class Membership(models.Model):
    """Where one council stands to a group, and what it lets the group see. What it was before is in the record."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="memberships")
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="group_memberships")
    place = models.CharField(max_length=10, choices=[(one.value, one.value) for one in Place])
    is_editor = models.BooleanField(default=False)
    asked_at = models.DateTimeField()
    asked_by_name = models.CharField(max_length=200)
    answered_at = models.DateTimeField(null=True)
    answered_by_name = models.CharField(max_length=200, blank=True)
    why = models.TextField(blank=True)
    tells_edition = models.BooleanField(default=False)
    tells_meetings = models.BooleanField(default=False)
    tells_decision = models.BooleanField(default=False)
    tells_publication = models.BooleanField(default=False)
    tells_public = models.BooleanField(default=False)

    class Meta:
        ordering = ("workspace__authority_name", "id")
        constraints = [
            models.UniqueConstraint(fields=["group", "workspace"], name="one_place_a_council"),
            models.CheckConstraint(
                condition=Q(place=Place.MEMBER.value) | Q(is_editor=False), name="only_members_edit_a_base_text"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.workspace}, {self.place} of {self.group}"

    @property
    def telling(self) -> Telling:
        """What the council lets the group see."""
        return Telling(
            edition=self.tells_edition, meetings=self.tells_meetings, decision=self.tells_decision,
            publication=self.tells_publication, public=self.tells_public,
        )  # fmt: skip


class Section(models.Model):
    """A section of the base text as its editors have it now. One taken out keeps its key and its revisions."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="sections")
    key = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    position = models.PositiveIntegerField()
    revision = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position", "id")
        constraints = [models.UniqueConstraint(fields=["group", "key"], name="one_base_section_a_key")]

    def __str__(self) -> str:
        return f"{self.key} {self.title}"

    def to_value(self) -> values.BaseSection:
        """The section as a domain value."""
        return values.BaseSection(self.key, self.title, self.text)


class Revision(models.Model):
    """What a section said from one save on, and who of which council saved it. Never changed."""

    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="revisions")
    number = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    text = models.TextField(blank=True)
    saved_at = models.DateTimeField()
    saved_by_name = models.CharField(max_length=200)
    council = models.CharField(max_length=200)

    class Meta:
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["section", "number"], name="one_base_revision_a_number")]

    def __str__(self) -> str:
        return f"{self.section}, text {self.number}"


class Edition(models.Model):
    """The whole base text as it stood, numbered from 1. Never changed."""

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="editions")
    number = models.PositiveIntegerField()
    why = models.TextField()
    sections = models.JSONField()
    made_at = models.DateTimeField()
    made_by_name = models.CharField(max_length=200)
    council = models.CharField(max_length=200)

    class Meta:
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["group", "number"], name="one_edition_of_a_base_text_a_number")]

    def __str__(self) -> str:
        return f"{self.group}, edition {self.number}"

    def to_value(self) -> values.Edition:
        """The edition as a domain value."""
        sections = tuple(build(values.BaseSection, one) for one in self.sections)
        return values.Edition(self.number, self.why, self.made_at, self.made_by_name, self.council, sections)


class Settlement(models.Model):
    """What a council did with a section of an edition. ``words`` are the base's; rows are only added, the last stands.

    ``place`` is where its own words stand in the plan: the id of the question, or the key of a point of its own.
    """

    group = models.ForeignKey(Group, on_delete=models.PROTECT, related_name="settlements")
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="base_settlements")
    key = models.CharField(max_length=40)
    title = models.CharField(max_length=300)
    edition = models.PositiveIntegerField()
    how = models.CharField(max_length=10, choices=[(one.value, one.value) for one in values.How])
    words = models.TextField(blank=True)
    place = models.CharField(max_length=40, blank=True)
    reason = models.TextField(blank=True)
    settled_at = models.DateTimeField()
    settled_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return f"{self.workspace}, {self.key}: {self.how}"

    def to_value(self) -> values.Settled:
        """The same as a domain value."""
        return values.Settled(
            key=self.key, how=values.How(self.how), edition=self.edition, words=self.words, by=self.settled_by_name,
            at=self.settled_at, reason=self.reason,
        )  # fmt: skip


class Proposal(models.Model):
    """Words a council would have in a section of the base. ``base`` is what the section said when they were written.

    ``outside`` names a council that is not on this installation, where the words are its.
    """

    section = models.ForeignKey(Section, on_delete=models.PROTECT, related_name="proposals")
    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="base_proposals")
    outside = models.CharField(max_length=200, blank=True)
    base = models.TextField(blank=True)
    text = models.TextField(blank=True)
    why = models.TextField(blank=True)
    made_at = models.DateTimeField()
    made_by_name = models.CharField(max_length=200)
    answer = models.CharField(
        max_length=10, choices=[(one.value, one.value) for one in values.Answered], default=values.Answered.OPEN.value
    )
    answered_at = models.DateTimeField(null=True)
    answered_by_name = models.CharField(max_length=200, blank=True)
    answered_why = models.TextField(blank=True)

    class Meta:
        ordering = ("id",)
        constraints = [
            models.CheckConstraint(
                condition=Q(answer="open", answered_at__isnull=True) | ~Q(answer="open") & Q(answered_at__isnull=False),
                name="an_answered_proposal_says_when",
            )
        ]

    def __str__(self) -> str:
        return f"{self.section}, proposed by {self.outside or self.workspace.official_name}"
