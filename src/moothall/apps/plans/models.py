"""The bank a plan is written from. Rows are the draft; a version is the whole plan frozen at one moment."""

from django.db import models

from moothall.apps.workspaces.models import Workspace
from moothall.domain import plans as values


class Draft(models.Model):
    """The plan being written in one workspace. ``revision`` counts changes to title and introduction.

    ``setting_revision`` counts changes to how the plan is laid out and to the reason for its length.
    """

    workspace = models.OneToOneField(Workspace, on_delete=models.PROTECT, related_name="draft")
    title = models.CharField(max_length=200)
    introduction = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)
    layout = models.CharField(
        max_length=12, choices=[(one.value, one.value) for one in values.Layout], default=values.Layout.NARRATIVE.value
    )
    length_reason = models.TextField(blank=True)
    setting_revision = models.PositiveIntegerField(default=1)

    def __str__(self) -> str:
        return self.title


class Answer(models.Model):
    """The answer to one question. ``revision`` lets two people's words meet instead of one set being lost."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT, related_name="answers")
    question = models.CharField(max_length=40)
    status = models.CharField(
        max_length=20,
        choices=[(one.value, one.value) for one in values.AnswerStatus],
        default=values.AnswerStatus.OPEN.value,
    )
    text = models.TextField(blank=True)
    where = models.CharField(max_length=400, blank=True)
    reason = models.TextField(blank=True)
    revision = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["draft", "question"], name="one_answer_a_question")]

    def __str__(self) -> str:
        return self.question

    def to_value(self) -> values.Answer:
        """The answer as a domain value."""
        return values.Answer(
            question=self.question,
            status=values.AnswerStatus(self.status),
            text=self.text,
            where=self.where,
            reason=self.reason,
        )


class Listed(models.Model):
    """What commitments, measures and barriers share: a lasting key, a place in the list, and no deletion."""

    draft = models.ForeignKey(Draft, on_delete=models.PROTECT)
    key = models.CharField(max_length=20)
    position = models.PositiveIntegerField()
    title = models.CharField(max_length=300)
    revision = models.PositiveIntegerField(default=1)
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        abstract = True
        ordering = ("position",)

    def __str__(self) -> str:
        return f"{self.key} {self.title}"


class Commitment(Listed):
    """Something done, under way or planned, under one theme."""

    theme = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    status = models.CharField(max_length=20, choices=[(one.value, one.value) for one in values.CommitmentStatus])
    objective = models.CharField(max_length=20, blank=True)

    class Meta(Listed.Meta):
        constraints = [models.UniqueConstraint(fields=["draft", "key"], name="one_commitment_a_key")]

    def to_value(self) -> values.Commitment:
        """The commitment with its milestones, as a domain value."""
        return values.Commitment(
            key=self.key,
            theme=self.theme,
            title=self.title,
            text=self.text,
            status=values.CommitmentStatus(self.status),
            milestones=tuple(
                values.Milestone(key=one.key, title=one.title, due_on=one.due_on)
                for one in self.milestones.all()
                if one.removed_at is None
            ),
            objective=self.objective,
        )


class Milestone(models.Model):
    """A dated step of a commitment. ``key`` is unique in the plan and never used again."""

    commitment = models.ForeignKey(Commitment, on_delete=models.PROTECT, related_name="milestones")
    key = models.CharField(max_length=30)
    title = models.CharField(max_length=300)
    due_on = models.DateField()
    removed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ("due_on", "id")
        constraints = [models.UniqueConstraint(fields=["commitment", "key"], name="one_milestone_a_key")]

    def __str__(self) -> str:
        return f"{self.key} {self.title}"


class Measure(Listed):
    """A measure residents can follow."""

    theme = models.CharField(max_length=40)
    unit = models.CharField(max_length=120)
    direction = models.CharField(max_length=10, choices=[(one.value, one.value) for one in values.Direction])
    source = models.CharField(max_length=300)
    baseline = models.CharField(max_length=60, blank=True)
    baseline_period = models.CharField(max_length=60, blank=True)
    target = models.CharField(max_length=120, blank=True)
    library_id = models.CharField(max_length=20, blank=True)
    target_period = models.CharField(max_length=60, blank=True)

    class Meta(Listed.Meta):
        constraints = [models.UniqueConstraint(fields=["draft", "key"], name="one_measure_a_key")]

    def to_value(self) -> values.Measure:
        """The measure as a domain value."""
        return values.Measure(
            key=self.key,
            theme=self.theme,
            title=self.title,
            unit=self.unit,
            direction=values.Direction(self.direction),
            source=self.source,
            baseline=self.baseline,
            baseline_period=self.baseline_period,
            target=self.target,
            library_id=self.library_id,
            target_period=self.target_period,
        )


class Barrier(Listed):
    """What stands in the way, and the ask."""

    text = models.TextField(blank=True)
    ask = models.TextField(blank=True)
    code = models.CharField(max_length=30, blank=True)

    class Meta(Listed.Meta):
        constraints = [models.UniqueConstraint(fields=["draft", "key"], name="one_barrier_a_key")]

    def to_value(self) -> values.Barrier:
        """The barrier as a domain value."""
        return values.Barrier(key=self.key, title=self.title, text=self.text, ask=self.ask, code=self.code)


class LinkedDocument(Listed):
    """A document the plan leans on: where it is, whether it is adopted, what it supports."""

    kind = models.CharField(max_length=20, choices=[(one.value, one.value) for one in values.DocumentKind])
    address = models.CharField(max_length=500)
    standing = models.CharField(max_length=10, choices=[(one.value, one.value) for one in values.Standing])
    standing_on = models.DateField(null=True, blank=True)
    supports = models.JSONField(default=list)

    class Meta(Listed.Meta):
        constraints = [models.UniqueConstraint(fields=["draft", "key"], name="one_document_a_key")]

    def to_value(self) -> values.LinkedDocument:
        """The same as a domain value."""
        return values.LinkedDocument(
            key=self.key,
            title=self.title,
            kind=values.DocumentKind(self.kind),
            address=self.address,
            standing=values.Standing(self.standing),
            standing_on=self.standing_on,
            supports=tuple(self.supports),
        )


class Objective(Listed):
    """A strategic objective, which commitments may serve."""

    source = models.CharField(max_length=300, blank=True)

    class Meta(Listed.Meta):
        constraints = [models.UniqueConstraint(fields=["draft", "key"], name="one_objective_a_key")]

    def to_value(self) -> values.Objective:
        """The same as a domain value."""
        return values.Objective(
            key=self.key,
            title=self.title,
            source=self.source,
        )


class OwnPoint(Listed):
    """What the council says beyond the questions."""

    text = models.TextField()

    class Meta(Listed.Meta):
        constraints = [models.UniqueConstraint(fields=["draft", "key"], name="one_own_point_a_key")]

    def to_value(self) -> values.OwnPoint:
        """The same as a domain value."""
        return values.OwnPoint(
            key=self.key,
            title=self.title,
            text=self.text,
        )


class Partnership(Listed):
    """Work done with others."""

    partners = models.CharField(max_length=400)
    text = models.TextField(blank=True)

    class Meta(Listed.Meta):
        constraints = [models.UniqueConstraint(fields=["draft", "key"], name="one_partnership_a_key")]

    def to_value(self) -> values.Partnership:
        """The same as a domain value."""
        return values.Partnership(
            key=self.key,
            title=self.title,
            partners=self.partners,
            text=self.text,
        )


class Figure(Listed):
    """One figure, with its unit, period and source."""

    value = models.CharField(max_length=60)
    unit = models.CharField(max_length=120)
    period = models.CharField(max_length=60)
    kind = models.CharField(max_length=10, choices=[(one.value, one.value) for one in values.FigureKind])
    source = models.CharField(max_length=300)
    recurrence = models.CharField(
        max_length=10,
        choices=[(one.value, one.value) for one in values.Recurrence],
        default=values.Recurrence.UNSAID.value,
    )
    baseline = models.CharField(max_length=60, blank=True)
    baseline_period = models.CharField(max_length=60, blank=True)
    about = models.CharField(max_length=40, blank=True)

    class Meta(Listed.Meta):
        constraints = [models.UniqueConstraint(fields=["draft", "key"], name="one_figure_a_key")]

    def to_value(self) -> values.Figure:
        """The same as a domain value."""
        return values.Figure(
            key=self.key,
            title=self.title,
            value=self.value,
            unit=self.unit,
            period=self.period,
            kind=values.FigureKind(self.kind),
            source=self.source,
            recurrence=values.Recurrence(self.recurrence),
            baseline=self.baseline,
            baseline_period=self.baseline_period,
            about=self.about,
        )


class Section(Listed):
    """A section of the council's own structure."""

    items = models.JSONField(default=list)

    class Meta(Listed.Meta):
        constraints = [models.UniqueConstraint(fields=["draft", "key"], name="one_section_a_key")]

    def to_value(self) -> values.Section:
        """The same as a domain value."""
        return values.Section(
            key=self.key,
            title=self.title,
            items=tuple(self.items),
        )


class Version(models.Model):
    """The whole plan as it stood, with its fingerprint. Never changed."""

    workspace = models.ForeignKey(Workspace, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    name = models.CharField(max_length=200)
    plan = models.JSONField()
    fingerprint = models.CharField(max_length=64)
    kept_at = models.DateTimeField()
    kept_by_name = models.CharField(max_length=200)

    class Meta:
        ordering = ("-number",)
        constraints = [models.UniqueConstraint(fields=["workspace", "number"], name="one_version_a_number")]

    def __str__(self) -> str:
        return f"version {self.number}, {self.name}"
