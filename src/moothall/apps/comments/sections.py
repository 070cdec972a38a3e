"""Every stretch of words of a plan or a report under its lasting key, with headings and values between them to guide.

Keys: ``plan/opening/introduction``, ``plan/question/T1.Q1``, ``plan/item/C1/text``, ``report/purpose``,
``report/recommendations/0/text``. What stands on one page together has a place: the key without its last part.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

from moothall.apps.plans import queries as plan_queries
from moothall.apps.plans.models import Answer, Draft
from moothall.apps.reports import queries as report_queries
from moothall.apps.workspaces.models import Workspace
from moothall.documents.exchange.word_sections import Section
from moothall.domain.days import in_short
from moothall.domain.refusals import Refusal
from moothall.domain.returned_words import BREAK, settled
from moothall.domain.rounds import Round

PROSE = (
    "purpose", "summary", "recommendations", "reasons", "options", "consultation", "background", "proposals",
    "relevant_considerations", "implications", "officer_comments", "risks", "conclusion", "next_steps", "appendices",
    "background_papers", "glossary",
)  # fmt: skip
ITEMS: Mapping[str, tuple[str, ...]] = {
    "objective": ("title",),
    "commitment": ("title", "text"),
    "measure": ("title",),
    "barrier": ("title", "text", "ask"),
    "ownpoint": ("title", "text"),
    "partnership": ("title", "partners", "text"),
    "figure": ("title",),
    "linkeddocument": ("title",),
    "section": ("title",),
}
"""The words of what hangs on a plan, by its kind. Everything else of it is a value: it guides, and is changed here."""
STATUS_FIELD = {"elsewhere": "where", "not_answered": "reason"}
_NOUNS = {"ownpoint": "Own point", "linkeddocument": "Document"}
_FIELDS = {"text": "Words", "ask": "What is asked of government", "partners": "Partners"}
_ALWAYS = frozenset({"purpose", "summary", "reasons", "consultation", "background", "proposals", "risks", "conclusion"})
_WORDS_OF_A_ROW = ("title", "text", "appraisal")
_NAMED_BY = ("kind", "officer", "number", "title")


def place_of(key: str) -> str:
    """The place whose page shows the words under a key, with what belongs to them."""
    parts = key.split("/")
    if parts[0] == "plan" and parts[1] != "opening":
        return "/".join(parts[:3])
    return "/".join(parts[:2])


def called(place: str, first: str) -> str:
    """What a whole place is called, where ``first`` is the title of its first section."""
    if place == "plan/opening":
        return "Title and introduction"
    return first.partition(":")[0] if place.startswith("report/") else first


def label(key: str, some: Sequence[Section]) -> str:
    """What a key is called where it is among these sections; the key itself otherwise."""
    return next((one.title for one in some if one.key == key), key)


def chosen(workspace: Workspace, round_: Round, what: str) -> list[Section]:
    """The sections that go out for ``plan``, ``report``, or the key of one place or of several that begin alike.

    Raises a Refusal where nothing stands there yet.
    """
    whole = sections(workspace, round_, "report" if what.startswith("report") else "plan")
    if what in ("plan", "report"):
        found = whole
    else:
        found = [one for one in whole if one.key == what or one.key.startswith(f"{what}/")]
    if not any(one.key for one in found):
        raise Refusal("There are no words to take out yet.", next_step="Begin the plan or the report first.")
    return [*_labelled(found), _guide("The end. Words written below this line belong to no section.")]


def _labelled(found: Sequence[Section]) -> Iterator[Section]:
    """The sections with a guide right before each that says what it is."""
    before: Section | None = None
    for one in found:
        if one.key and (before is None or before.key):
            yield _guide(one.title, 3)
        yield one
        before = one


def sections(workspace: Workspace, round_: Round, which: str) -> list[Section]:
    """Every section of the plan or of the report in order, headings and what the letter asks among them."""
    if which == "report":
        return list(_of_report(workspace))
    draft = plan_queries.draft(workspace)
    return list(_of_plan(draft, round_)) if draft is not None else []


def _guide(text: str, level: int = 0) -> Section:
    return Section("", text, settled(text), level)


def _of_plan(draft: Draft, round_: Round) -> Iterator[Section]:
    yield _guide("Title and introduction", 1)
    yield Section("plan/opening/title", "Title of the plan", settled(draft.title))
    yield Section("plan/opening/introduction", "Introduction", settled(draft.introduction))
    written = {one.question: one for one in draft.answers.all()}
    for theme in round_.themes:
        yield _guide(theme.title, 1)
        for question in theme.questions:
            yield _guide(f"{question.id} {question.title}", 2)
            yield _guide(question.text)
            row = written.get(question.id)
            text = answer_words(row) if row else ""
            yield Section(f"plan/question/{question.id}", f"{question.id} {question.title}", settled(text))
    yield from _of_requirements(written, round_)
    for kind in ITEMS:
        for item in getattr(draft, f"{kind}_set").all():
            yield from _of_item(kind, item)


def _of_requirements(written: Mapping[str, Answer], round_: Round) -> Iterator[Section]:
    asked = [one for one in round_.requirements if one.id in written]
    if asked:
        yield _guide("What else the letter asks", 1)
    for one in asked:
        yield _guide(one.text)
        yield Section(f"plan/question/{one.id}", one.text, settled(answer_words(written[one.id])))


def answer_words(row: Answer) -> str:
    """The words of an answer that its status shows: the answer, where it is given, or why not."""
    return str(getattr(row, STATUS_FIELD.get(row.status, "text")))


def _of_item(kind: str, item: Any) -> Iterator[Section]:
    noun = _NOUNS.get(kind, kind.capitalize())
    yield _guide(f"{noun} {item.key}", 2)
    values = _VALUES[kind](item) if kind in _VALUES else ()
    said = ". ".join(one for one in values if one)
    if said:
        yield _guide(f"{said}.")
    for name in ITEMS[kind]:
        title = f"{item.key} {_FIELDS.get(name, noun)}"
        yield Section(f"plan/item/{item.key}/{name}", title, settled(getattr(item, name)))


def _commitment(row: Any) -> tuple[str, ...]:
    steps = (f"{one.title}, due {in_short(one.due_on, year=True)}" for one in row.milestones.all())
    return _named(row.status), *steps


def _measure(row: Any) -> tuple[str, ...]:
    period = f" in {row.baseline_period}" if row.baseline_period else ""
    baseline = f"From {row.baseline}{period}" if row.baseline else ""
    return f"In {row.unit}", baseline, f"Aims at {row.target}" if row.target else "", f"Source: {row.source}"


def _figure(row: Any) -> tuple[str, ...]:
    recurs = "" if row.recurrence == "unsaid" else _named(row.recurrence)
    period = f" in {row.baseline_period}" if row.baseline_period else ""
    baseline = f"From {row.baseline}{period}" if row.baseline else ""
    return (
        f"{row.value} {row.unit}, {row.period}", _named(row.kind), recurs, baseline, f"Source: {row.source}"
    )  # fmt: skip


def _document(row: Any) -> tuple[str, ...]:
    on = f" on {in_short(row.standing_on, year=True)}" if row.standing_on else ""
    return _named(row.kind), f"{_named(row.standing)}{on}", f"At {row.address}"


_VALUES: Mapping[str, Callable[[Any], tuple[str, ...]]] = {
    "objective": lambda row: (f"From {row.source}" if row.source else "",),
    "commitment": _commitment,
    "measure": _measure,
    "figure": _figure,
    "linkeddocument": _document,
    "section": lambda row: (f"Holds {', '.join(row.items)}" if row.items else "",),
}


def _named(value: str) -> str:
    return value.replace("_", " ").capitalize()


def _of_report(workspace: Workspace) -> Iterator[Section]:
    row = report_queries.report(workspace)
    if row is None:
        return
    filled = {one.name: one.value for one in row.fields.all()}
    yield _guide("Covering report", 1)
    yield Section("report/title", "Title of the report", settled(str(filled.get("title") or "")))
    for name in PROSE:
        value = filled.get(name)
        if not value and name not in _ALWAYS:
            continue
        said = name.replace("_", " ").capitalize()
        yield _guide(said, 2)
        if value is None or isinstance(value, str):
            yield Section(f"report/{name}", said, settled(value or ""))
        elif all(isinstance(one, str) for one in value):
            yield Section(f"report/{name}", said, settled(BREAK.join(value)))
        else:
            yield from _of_rows(name, said, value)


def has_words(workspace: Workspace, name: str) -> bool:
    """Whether a field of the report has words that a comment can be about."""
    return any(one.key and place_of(one.key) == f"report/{name}" for one in _of_report(workspace))


def _of_rows(name: str, said: str, rows: Sequence[Any]) -> Iterator[Section]:
    for at, row in enumerate(rows):
        if isinstance(row, list):  # a pair: a term and its meaning, a time and what happens
            if len(row) == 2 and all(isinstance(one, str) for one in row):
                yield Section(f"report/{name}/{at}/1", f"{said}: {row[0]}", settled(row[1]))
            continue
        named = next((str(row[part]) for part in _NAMED_BY if row.get(part)), str(at + 1)).replace("_", " ")
        for part in _WORDS_OF_A_ROW:
            if isinstance(row.get(part), str):
                yield Section(f"report/{name}/{at}/{part}", f"{said}: {named}, {part}", settled(row[part]))
