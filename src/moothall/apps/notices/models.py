"""Notices as they were drafted and given, and public agendas with what was added to them. Nothing is ever deleted."""

from django.db import models
from django.db.models import Q
from django.utils import timezone

from moothall.apps.files.models import StoredFile
from moothall.apps.workspaces.models import Workspace
from moothall.domain import notices
from moothall.domain.agenda_changes import Consequence, What
from moothall.domain.authorities import BodyKind
from moothall.domain.notices import Given, NoticeKind, Said
from moothall.domain.plain import build

_BODIES = [(one.value, one.value) for one in BodyKind]


class Notice(models.Model):
    """One notice. It is a draft until ``given_at``; after that its words never change, and it may only be replaced or
    withdrawn.

    ``on`` is the day of the meeting or decision as it was when the notice was drafted. ``agreement`` is whose agreement
    opened the shorter way, where one was recorded. ``lacking`` is what the law asks for and the notice did not say when
    it was given, with ``lacking_why``. ``file`` is the notice as it stood, byte for byte.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="notices")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=40, choices=[(one.value, one.value) for one in NoticeKind])
    title = models.CharField(max_length=400)
    body = models.CharField(max_length=200)
    body_kind = models.CharField(max_length=30, choices=_BODIES)
    on = models.DateField(null=True, blank=True)
    particulars = models.JSONField()
    revision = models.PositiveIntegerField(default=1)
    replaces = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="replaced_by")
    reason = models.CharField(max_length=400, blank=True)
    drafted_at = models.DateTimeField()
    drafted_by_name = models.CharField(max_length=200)
    agreement = models.JSONField(null=True, blank=True)
    given_at = models.DateTimeField(null=True, blank=True)
    given_by = models.CharField(max_length=200, blank=True)
    office = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=500, blank=True)
    recorded_by_name = models.CharField(max_length=200, blank=True)
    lacking = models.JSONField(default=list)
    lacking_why = models.CharField(max_length=400, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    file_name = models.CharField(max_length=120, blank=True)
    replaced_at = models.DateTimeField(null=True, blank=True)
    withdrawn_at = models.DateTimeField(null=True, blank=True)
    withdrawn_by_name = models.CharField(max_length=200, blank=True)
    withdrawn_why = models.CharField(max_length=400, blank=True)

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["workspace", "number"], name="one_notice_a_number"),
            models.CheckConstraint(
                condition=Q(given_at__isnull=True, file__isnull=True) | Q(given_at__isnull=False, file__isnull=False),
                name="a_given_notice_is_kept_as_it_stood",
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True) | ~Q(withdrawn_why=""), name="a_withdrawal_says_why"
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(reason=""), name="a_replacing_notice_says_why"
            ),
        ]

    def __str__(self) -> str:
        return f"notice {self.number}"

    @property
    def stands(self) -> bool:
        """Whether it was given and neither replaced nor withdrawn since."""
        return self.given_at is not None and self.replaced_at is None and self.withdrawn_at is None

    @property
    def is_draft(self) -> bool:
        """Whether it was not given yet and may still be."""
        return self.given_at is None and self.withdrawn_at is None

    def to_value(self) -> notices.Notice:
        """The notice as rules, layouts and formats take it, its moment in England's time."""
        given = None
        if self.given_at is not None:
            given = Given(timezone.localtime(self.given_at), self.given_by, self.office, self.address)
        return notices.Notice(
            kind=NoticeKind(self.kind),
            authority_name=self.workspace.official_name,
            number=self.number,
            title=self.title,
            body=self.body,
            body_kind=BodyKind(self.body_kind),
            particulars=build(tuple[Said, ...], self.particulars),
            on=self.on,
            given=given,
            replaces=self.replaces.number if self.replaces else None,
            reason=self.reason,
        )


class Agenda(models.Model):
    """The agenda of one meeting as it went on public view. ``convened_on`` where it was called at shorter notice."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="agendas")
    body = models.CharField(max_length=200)
    body_kind = models.CharField(max_length=30, choices=_BODIES)
    meets_on = models.DateField()
    published_at = models.DateTimeField()
    convened_on = models.DateField(null=True, blank=True)
    office = models.CharField(max_length=200, blank=True)
    address = models.CharField(max_length=500, blank=True)
    by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("-meets_on", "pk")
        constraints = [models.UniqueConstraint(fields=["workspace", "body", "meets_on"], name="one_agenda_a_meeting")]

    def __str__(self) -> str:
        return f"the agenda of {self.body} on {self.meets_on}"


class AgendaPaper(models.Model):
    """One paper that was public with the agenda, by its fingerprint."""

    agenda = models.ForeignKey(Agenda, on_delete=models.PROTECT, related_name="papers")
    position = models.PositiveIntegerField()
    title = models.CharField(max_length=400)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("position",)
        constraints = [models.UniqueConstraint(fields=["agenda", "position"], name="one_paper_a_position")]

    def __str__(self) -> str:
        return self.title


class AgendaChange(models.Model):
    """One change of a public agenda, with what follows from it as it was counted then (`domain.agenda_changes`).

    ``instead_of`` names the paper that is replaced. ``chair``, ``circumstances`` and ``minute`` are the special
    circumstances as the minutes have them, once recorded.
    """

    agenda = models.ForeignKey(Agenda, on_delete=models.PROTECT, related_name="changes")
    number = models.PositiveIntegerField()
    what = models.CharField(max_length=20, choices=[(one.value, one.label) for one in What])
    title = models.CharField(max_length=400)
    why = models.CharField(max_length=600)
    instead_of = models.CharField(max_length=400, blank=True)
    public_at = models.DateTimeField()
    consequence = models.JSONField()
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    local_rule = models.CharField(max_length=400, blank=True)
    by_name = models.CharField(max_length=200)
    chair = models.CharField(max_length=200, blank=True)
    circumstances = models.TextField(blank=True)
    minute = models.CharField(max_length=200, blank=True)
    minuted_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = [
            models.UniqueConstraint(fields=["agenda", "number"], name="one_change_a_number_of_an_agenda"),
            models.CheckConstraint(
                condition=Q(minuted_at__isnull=True) | ~Q(chair="") & ~Q(circumstances=""),
                name="circumstances_have_a_chair",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    @property
    def follows(self) -> Consequence:
        """What follows from it, as it was counted when it was recorded."""
        return build(Consequence, self.consequence)

    @property
    def label(self) -> str:
        """What was done, in words."""
        return What(self.what).label
