"""What was handed over and when, the files of the appendices, and the addresses that came back. Rows are only added."""

from django.db import models
from django.db.models import Q

from moothall.apps.files.models import StoredFile
from moothall.apps.workspaces.models import Workspace
from moothall.domain import handing_over
from moothall.domain.agenda_links import LinkKind, host_of


class AppendixFile(models.Model):
    """The file of one appendix of the report, by the appendix's name there; without a file it is the plan itself.

    ``words`` are what could be read in it; ``left_in`` says what it carries that its pages do not show. One that
    ``is_exempt`` goes with Part 2 and never into the open folder; neither its words nor its file's name are for all.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="appendix_files")
    appendix = models.CharField(max_length=400)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    name = models.CharField(max_length=255, blank=True)
    words = models.TextField(blank=True)
    left_in = models.CharField(max_length=200, blank=True)
    is_exempt = models.BooleanField(default=False)
    given_at = models.DateTimeField()
    given_by_name = models.CharField(max_length=200)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "appendix"], condition=Q(replaced_at__isnull=True), name="one_file_an_appendix"
            ),
            models.CheckConstraint(
                condition=Q(file__isnull=True, name="") | Q(file__isnull=False) & ~Q(name=""),
                name="a_file_of_an_appendix_has_its_name",
            ),
            models.CheckConstraint(
                condition=Q(is_exempt=False) | Q(file__isnull=False), name="an_exempt_appendix_is_a_file"
            ),
        ]

    def __str__(self) -> str:
        return self.appendix

    @property
    def is_plan(self) -> bool:
        """Whether the appendix is the plan, which Moothall writes itself."""
        return self.file_id is None


class HandOff(models.Model):
    """One folder that was handed over: what was not ready then, why it came all the same, and its fingerprints.

    ``part_2_sha256`` is empty where there was no Part 2. ``paragraphs`` are those it is exempt under.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="hand_offs")
    number = models.PositiveIntegerField()
    system = models.CharField(max_length=20, choices=[(one.value, one.label) for one in handing_over.System])
    title = models.CharField(max_length=400)
    name = models.CharField(max_length=200)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)
    not_ready = models.JSONField(default=list)
    not_ready_count = models.PositiveIntegerField(default=0)
    reason = models.TextField(blank=True)
    paragraphs = models.JSONField(default=list)
    sha256 = models.CharField(max_length=64)
    size = models.PositiveIntegerField()
    part_2_name = models.CharField(max_length=200, blank=True)
    part_2_sha256 = models.CharField(max_length=64, blank=True)
    part_2_size = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("-number",)
        constraints = [
            models.UniqueConstraint(fields=["workspace", "number"], name="one_hand_off_a_number"),
            models.CheckConstraint(condition=Q(not_ready_count=0) | ~Q(reason=""), name="not_ready_means_a_reason"),
        ]

    def __str__(self) -> str:
        return f"hand-off {self.number}"


class FileHandedOver(models.Model):
    """One file of a folder, in its place. ``said`` is the fingerprint of what it was written from."""

    hand_off = models.ForeignKey(HandOff, on_delete=models.PROTECT, related_name="files")
    part = models.PositiveSmallIntegerField()
    position = models.PositiveIntegerField()
    name = models.CharField(max_length=120)
    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in handing_over.Kind])
    title = models.CharField(max_length=400)
    media_type = models.CharField(max_length=120)
    said = models.CharField(max_length=64)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("part", "position")
        constraints = [
            models.UniqueConstraint(fields=["hand_off", "part", "name"], name="one_name_a_folder"),
            models.CheckConstraint(condition=Q(part__in=[1, 2]), name="a_folder_is_part_1_or_2"),
        ]

    def __str__(self) -> str:
        return self.name

    def to_value(self) -> handing_over.HandedFile:
        """The file as the domain has it."""
        return handing_over.HandedFile(
            self.name, handing_over.Kind(self.kind), self.title, self.media_type, self.file.size, self.file.sha256
        )


class AgendaLink(models.Model):
    """An address that came back: of the agenda, the item or the minutes. A correction replaces the one before it."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="agenda_links")
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in LinkKind])
    address = models.CharField(max_length=500)
    reason = models.CharField(max_length=400, blank=True)
    entered_at = models.DateTimeField()
    entered_by_name = models.CharField(max_length=200)
    replaced_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("pk",)
        constraints = [
            models.UniqueConstraint(
                fields=["workspace", "kind"], condition=Q(replaced_at__isnull=True), name="one_address_a_kind"
            ),
            models.CheckConstraint(condition=Q(address__startswith="https://"), name="only_https"),
        ]

    def __str__(self) -> str:
        return self.address

    @property
    def host(self) -> str:
        """The host it leads to."""
        return host_of(self.address)

    @property
    def label(self) -> str:
        """What it leads to, as it stands in a sentence."""
        return LinkKind(self.kind).label
