"""Passages with their suggestions and codings, how far coders agree, and what may be learnt from."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q, QuerySet

from moothall.apps.coding.models import Coding, Suggested, Suggesting
from moothall.apps.coding.queue import passages, undecided
from moothall.apps.evidence.models import Evidence
from moothall.apps.panel.models import Passage
from moothall.apps.people.models import Person
from moothall.domain import codings
from moothall.domain.agreement import Agreement, agreement
from moothall.domain.coding import Code, CodeKind, Example
from moothall.reference import coding_frame

__all__ = ["undecided"]


@dataclass(frozen=True, slots=True)
class Standing:
    """How far a round is coded: passages in its plans as published now, and the run of suggestions last asked for.

    ``suggested`` of the ``undecided`` have a suggestion. ``waiting`` codings look for their words in a corrected plan.
    ``confirmed`` passages could be learnt from, of which the ``learnt`` run knew its own.
    """

    passages: int
    undecided: int
    suggested: int
    waiting: int
    confirmed: int
    run: Suggesting | None
    learnt: Suggesting | None


@dataclass(frozen=True, slots=True)
class Read:
    """How many plans of a round are read: ``begun`` have a coded passage, in ``ended`` every passage is coded."""

    plans: int
    begun: int
    ended: int


@dataclass(frozen=True, slots=True)
class UnderCode:
    """One code of the frame, and how many passages and plans are confirmed under it."""

    kind: CodeKind
    code: Code
    passages: int
    plans: int


def standing(round_slug: str) -> Standing:
    """How far the coding of a round is."""
    open_ = undecided(round_slug)
    return Standing(
        passages=passages(round_slug).count(),
        undecided=open_.count(),
        suggested=open_.filter(suggested__isnull=False).count(),
        waiting=of_round(round_slug).filter(evidence__state=Evidence.State.WAITING).count(),
        confirmed=to_learn_from(round_slug)[1],
        run=Suggesting.objects.filter(round_slug=round_slug).first(),
        learnt=last_learnt(round_slug),
    )


def of_round(round_slug: str) -> QuerySet[Coding]:
    """The codings of a round that hold, in the order they were made."""
    return Coding.objects.filter(ended_at=None, stands_at__publication__workspace__round_slug=round_slug).order_by("id")


def last_learnt(round_slug: str) -> Suggesting | None:
    """The last run of a round that learnt something, or None."""
    rows = Suggesting.objects.filter(round_slug=round_slug, is_learning=True, fitted__isnull=False)
    return rows.select_related("fitted").first()


def run(round_slug: str, pk: int) -> Suggesting | None:
    """One run of a round, or None."""
    return Suggesting.objects.filter(round_slug=round_slug, pk=pk).first()


def passage(round_slug: str, pk: int) -> Passage | None:
    """One passage of a round, of whatever version of its plan, with all its page needs, or None."""
    rows = Passage.objects.filter(pk=pk, publication__workspace__round_slug=round_slug)
    return rows.select_related("publication__workspace", "publication__split", "suggested").first()


def with_all(rows: QuerySet[Passage]) -> QuerySet[Passage]:
    """Passages with their council and suggestion, and with how many coders' codings hold (``coders``)."""
    rows = rows.select_related("publication__workspace", "suggested")
    return rows.annotate(coders=Count("codings__coder", distinct=True, filter=Q(codings__ended_at__isnull=True)))


def suggested(row: Passage) -> Suggested | None:
    """What is suggested for a passage now, or None."""
    return getattr(row, "suggested", None)


def codings_at(row: Passage) -> list[Coding]:
    """Every coding that stands at a passage, those that ended too, in the order they were made."""
    rows = Coding.objects.filter(stands_at=row).select_related("coder", "passage", "evidence")
    return list(rows.order_by("id"))


def coding(round_slug: str, pk: int) -> Coding | None:
    """One coding of a round, or None."""
    rows = Coding.objects.filter(pk=pk, stands_at__publication__workspace__round_slug=round_slug)
    return rows.select_related("stands_at", "coder").first()


def neighbours(rows: Sequence[Passage]) -> dict[int, tuple[str, str]]:
    """The words before and after each passage in its publication, by key; empty at the ends."""
    places = Q(pk__in=[])
    for row in rows:
        places |= Q(publication_id=row.publication_id, position__in=(row.position - 1, row.position + 1))
    if len(rows) > 1:  # of many, whole publications are fewer questions
        places = Q(publication__in={row.publication_id for row in rows})
    found = Passage.objects.filter(places).values_list("publication_id", "position", "text")
    texts = {(publication, position): text for publication, position, text in found}
    return {
        row.pk: (
            texts.get((row.publication_id, row.position - 1), ""),
            texts.get((row.publication_id, row.position + 1), ""),
        )
        for row in rows
    }


def opens_its_heading(row: Passage) -> bool:
    """Whether the heading of a passage stands right above it, and not above an earlier passage."""
    before = Passage.objects.filter(publication_id=row.publication_id, position=row.position - 1)
    return before.values_list("heading", flat=True).first() != row.heading


def to_learn_from(round_slug: str) -> tuple[list[int], int]:
    """The keys of the codings that say something of a theme, and of how many passages they are."""
    rows = of_round(round_slug).exclude(theme__in=(codings.NO_CODE, codings.CANNOT_TELL))
    keys = rows.values_list("pk", "evidence_id")
    return [pk for pk, _ in keys], len({evidence for _, evidence in keys})


def examples(keys: Iterable[int]) -> list[Example]:
    """Coded passages to learn from: one of each, in the order they were first coded, with the words that were read."""
    rows = Coding.objects.filter(pk__in=list(keys)).select_related("passage").order_by("id")
    by_words: dict[int, list[Coding]] = defaultdict(list)
    for row in rows:
        by_words[row.evidence_id].append(row)
    beside = neighbours([some[0].passage for some in by_words.values()])
    found = []
    for some in by_words.values():
        one = some[0].passage
        before, after = beside[one.pk]
        given = [row.codes() for row in some]
        made = codings.example(one.name, given, text=one.text, heading=one.heading, before=before, after=after)
        if made is not None:
            found.append(made)
    return found


def confirmed(round_slug: str) -> list[Example]:
    """The passages of a round with a confirmed theme, council by council in order of name, as they stand."""
    rows = of_round(round_slug).exclude(theme__in=(codings.NO_CODE, codings.CANNOT_TELL))
    ordered = rows.order_by("stands_at__publication__workspace__authority_name", "stands_at__position", "id")
    made = {one.id: one for one in examples(rows.values_list("pk", flat=True))}
    return [made[name] for name in dict.fromkeys(ordered.values_list("passage__name", flat=True)) if name in made]


def read(round_slug: str, *, is_invented: bool) -> Read:
    """How many plans are read. Invented councils are in no count but those of an invented round."""
    rows = _counted(passages(round_slug), is_invented)
    held = (
        rows.order_by()
        .values_list("publication__workspace_id")
        .annotate(
            all_of=Count("pk", distinct=True),
            coded=Count("pk", distinct=True, filter=Q(codings__isnull=False, codings__ended_at__isnull=True)),
        )
    )
    plans = list(held)
    return Read(len(plans), sum(bool(coded) for *_, coded in plans), sum(coded == of for _, of, coded in plans))


def under_codes(round_slug: str, *, is_invented: bool) -> list[UnderCode]:
    """Every code of the frame in its order, with how many passages and plans are confirmed under it."""
    where = _counted(passages(round_slug), is_invented).order_by().values("pk")
    rows = (
        of_round(round_slug)
        .filter(stands_at__in=where)
        .values_list(
            "theme", "theme_also", "practice", "barrier", "stands_at_id", "stands_at__publication__workspace_id"
        )
    )
    held: dict[str, set[tuple[int, int]]] = defaultdict(set)
    for *codes, at, workspace in rows:
        for code in codes:
            held[code].add((at, workspace))
    return [
        UnderCode(kind, code, len({at for at, _ in held[code.id]}), len({council for _, council in held[code.id]}))
        for kind, code in coding_frame.frame().every()
    ]


def _counted(rows: QuerySet[Passage], is_invented: bool) -> QuerySet[Passage]:
    return rows if is_invented else rows.filter(publication__workspace__is_fictional=False)


def under(round_slug: str, code: str) -> list[tuple[Passage, list[Coding]]]:
    """The passages confirmed under a code, council by council in order of name, each with all codings that hold."""
    says = Q(theme=code) | Q(theme_also=code) | Q(practice=code) | Q(barrier=code)
    keys = of_round(round_slug).filter(says).values_list("stands_at_id", flat=True)
    rows = passages(round_slug).filter(pk__in=list(keys)).select_related("publication__workspace")
    held = defaultdict(list)
    for one in of_round(round_slug).filter(stands_at__in=list(keys)).select_related("coder"):
        held[one.stands_at_id].append(one)
    return [(row, held[row.pk]) for row in rows]


def holding(round_slug: str) -> list[Coding]:
    """Every coding of a round that holds, council by council in order of name, for a file."""
    rows = of_round(round_slug).select_related("coder", "passage", "stands_at__publication__workspace")
    return list(rows.order_by("stands_at__publication__workspace__authority_name", "stands_at__position", "id"))


def agreements(round_slug: str) -> dict[CodeKind, Agreement]:
    """How far coders of a round agree, for each kind of code. "Cannot tell" is no answer, and is left out."""
    found = {}
    rows = list(of_round(round_slug).values_list("stands_at_id", "theme", "practice", "barrier"))
    for kind, column in zip((CodeKind.THEME, CodeKind.PRACTICE, CodeKind.BARRIER), (1, 2, 3), strict=True):
        units: dict[int, list[str]] = defaultdict(list)
        for row in rows:
            if row[column] != codings.CANNOT_TELL:
                units[row[0]].append(str(row[column]))
        found[kind] = agreement(list(units.values()))
    return found


def may_see_others(row: Passage, person: Person, *, is_coder: bool) -> bool:
    """Whether a person is shown what others said of a passage: a coder only once they have coded it themselves."""
    return not is_coder or Coding.objects.filter(stands_at=row, coder=person, ended_at=None).exists()
