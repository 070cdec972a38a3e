"""What went out to Word, what came back, and what people said of each change, comment and stray word."""

from django.db import models

from moothall.apps.comments.models import Comment
from moothall.apps.files.models import StoredFile
from moothall.apps.workspaces.models import Workspace
from moothall.domain.returned_words import Marked


class Verdict(models.TextChoices):
    """What became of a change or a comment. Empty: nobody has said."""

    ACCEPTED = "accepted"
    REFUSED = "refused"


class Outgoing(models.Model):
    """Words as they went out. ``sections`` are {"key", "title", "text"} in the order of the file, never changed.

    ``comments`` are those that went out beside them, {"id", "key", "author", "text"}; an answer has no id.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    token = models.CharField(max_length=16, unique=True)
    what = models.CharField(max_length=120)
    label = models.CharField(max_length=300)
    sections = models.JSONField()
    comments = models.JSONField(default=list)
    fingerprint = models.CharField(max_length=64)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("-id",)

    def __str__(self) -> str:
        return f"{self.label}, {self.at:%Y-%m-%d}"


class Returned(models.Model):
    """One Word file that was brought in. ``last_author`` and ``saved`` are as the file says."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    outgoing = models.ForeignKey(Outgoing, on_delete=models.PROTECT, related_name="returned", null=True, blank=True)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=255)
    last_author = models.CharField(max_length=255, blank=True)
    saved = models.CharField(max_length=40, blank=True)
    unchanged = models.PositiveIntegerField(default=0)
    missing = models.JSONField(default=list)
    at = models.DateTimeField()
    by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("-id",)
        constraints = [models.UniqueConstraint(fields=["workspace", "file"], name="one_return_a_file")]

    def __str__(self) -> str:
        return self.name


class ReturnedSection(models.Model):
    """One section that came back with changes or comments. ``marked`` are [text, inserted by, taken out by] by number.

    ``sent`` are the words it went out with; ``told`` what the file changed besides words.
    """

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    returned = models.ForeignKey(Returned, on_delete=models.PROTECT, related_name="sections")
    position = models.PositiveIntegerField()
    key = models.CharField(max_length=120)
    title = models.CharField(max_length=300)
    sent = models.TextField(blank=True)
    marked = models.JSONField(default=list)
    told = models.JSONField(default=list)

    class Meta:
        ordering = ("position",)

    def __str__(self) -> str:
        return self.title

    def pieces(self) -> tuple[Marked, ...]:
        """The words with their changes."""
        return tuple(Marked(*one) for one in self.marked)


class Change(models.Model):
    """One insertion or deletion to accept or refuse. ``written`` is when, as the file says it."""

    section = models.ForeignKey(ReturnedSection, on_delete=models.PROTECT, related_name="changes")
    number = models.PositiveIntegerField()
    kind = models.CharField(max_length=3)
    text = models.TextField()
    author = models.CharField(max_length=255, blank=True)
    written = models.CharField(max_length=40, blank=True)
    is_move = models.BooleanField(default=False)
    is_tracked = models.BooleanField(default=True)
    verdict = models.CharField(max_length=10, choices=Verdict.choices, blank=True)
    said_at = models.DateTimeField(null=True, blank=True)
    said_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = [models.UniqueConstraint(fields=["section", "number"], name="one_change_a_number")]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class WordComment(models.Model):
    """A comment of the file beside the words it is about. ``name`` is the file's own; ``answers`` names another.

    ``here`` is the comment that it is among ours: one that went out with the file, or that it became when it was kept.
    """

    section = models.ForeignKey(ReturnedSection, on_delete=models.PROTECT, related_name="comments")
    name = models.CharField(max_length=40)
    answers = models.CharField(max_length=40, blank=True)
    author = models.CharField(max_length=255, blank=True)
    written = models.CharField(max_length=40, blank=True)
    text = models.TextField()
    quote = models.TextField(blank=True)
    before = models.TextField(blank=True)
    after = models.TextField(blank=True)
    is_resolved = models.BooleanField(default=False)
    here = models.ForeignKey(Comment, on_delete=models.PROTECT, related_name="+", null=True, blank=True)
    verdict = models.CharField(max_length=10, choices=Verdict.choices, blank=True)
    said_at = models.DateTimeField(null=True, blank=True)
    said_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.text[:60]


class Stray(models.Model):
    """Words of a returned file that could not be placed. ``placed_in`` is the section they went to by hand."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="+")
    returned = models.ForeignKey(Returned, on_delete=models.PROTECT, related_name="strays")
    kind = models.CharField(max_length=20)
    words = models.TextField()
    author = models.CharField(max_length=255, blank=True)
    near = models.CharField(max_length=300, blank=True)
    placed_in = models.CharField(max_length=120, blank=True)
    reason = models.TextField(blank=True)
    said_at = models.DateTimeField(null=True, blank=True)
    said_by_name = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("id",)

    def __str__(self) -> str:
        return self.words[:60]
