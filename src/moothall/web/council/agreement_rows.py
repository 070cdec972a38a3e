"""A request in words: what is asked, where it stands, and what changed under an answer."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from moothall.apps.implications.queries import Standing
from moothall.documents.layouts.implications import LABELS
from moothall.domain.signoffs import Difference, Passage, State
from moothall.domain.word_changes import Paragraph, changes

SHAPES = {
    State.WAITING: "clock",
    State.AGREED: "tick",
    State.NOT_APPLICABLE: "tick",
    State.CANNOT_AGREE: "square",
    State.LAPSED: "broken",
    State.WITHDRAWN: "square",
}


@dataclass(frozen=True, slots=True)
class AgreementRow:
    """A request for a list: its title, shape and word, and a note on who and when."""

    standing: Standing
    title: str
    shape: str
    word: str
    weight: str
    note: str


@dataclass(frozen=True, slots=True)
class Changed:
    """A passage that changed: the paragraphs that did, in words; none where only what is not read did."""

    label: str
    paragraphs: tuple[Paragraph, ...]


def title(standing: Standing, labels: dict[str, str]) -> str:
    """What is asked for: a kind of implication by the council's own label, or a capacity."""
    row = standing.request
    if row.is_sign_off:
        return f"{row.capacity}: sign-off"
    label = labels.get(row.kind) or LABELS.get(row.kind) or row.kind
    return label if "implication" in label.lower() else f"{label} implications"


def row(standing: Standing, labels: dict[str, str], *, you: int, today: date) -> AgreementRow:
    """A request as the person looking sees it."""
    holder, state = standing.holder, standing.state
    is_yours = state.is_open and holder is not None and holder.pk == you
    word, weight = _word(standing), "strong" if state.is_open or state is State.CANNOT_AGREE else "quiet"
    shape = SHAPES[state]
    if state is State.WAITING and is_yours:
        shape, word, weight = "flag", "You, next", "strong"
    return AgreementRow(standing, title(standing, labels), shape, word, weight, _note(standing, today))


def _word(standing: Standing) -> str:
    waits = f"Waiting for {standing.holder.name}" if standing.holder else "Nobody has this"
    return {
        State.WAITING: waits,
        State.AGREED: "Agreed",
        State.NOT_APPLICABLE: "Not applicable",
        State.CANNOT_AGREE: "Cannot agree",
        State.LAPSED: "Lapsed: words changed",
        State.WITHDRAWN: "Withdrawn",
    }[standing.state]


def _note(standing: Standing, today: date) -> str:
    asked, answer = standing.request, standing.answer
    parts = []
    if standing.state.is_open:
        late = (today - asked.due_on).days
        parts.append(f"{'Was due' if late > 0 else 'Due'} {asked.due_on:%A} {asked.due_on.day} {asked.due_on:%B}.")
    if standing.is_covered and standing.holder and asked.person and standing.state.is_open:
        parts.append(f"{standing.holder.name} covers for {asked.person.name}.")
    if standing.needs_somebody and asked.person:
        parts.append(f"{asked.person.name} can no longer answer here.")
    if answer is not None:
        parts.append(f"{answer.by_name} answered on {answer.at:%A} {answer.at.day} {answer.at:%B}.")
        if answer.reason:
            parts.append(f"“{answer.reason}”")
    if standing.state is State.LAPSED:
        parts.append(f"Changed since: {', '.join(one.label for one in standing.changed)}.")
    return " ".join(parts)


def changed(differences: Iterable[Difference]) -> list[Changed]:
    """What changed under an answer, in words: only the paragraphs that did, or a sentence's worth of the whole."""
    return [
        Changed(one.label, tuple(part for part in changes(one.before, one.after) if part.is_changed))
        for one in differences
    ]


def words_shown(standing: Standing) -> Sequence[Passage]:
    """The covered words to read beside the box: the recommendations first; an author's own words are in the box."""
    own = f".implications.{standing.request.kind}"
    shown = [one for one in standing.now if not (standing.request.kind and one.place.endswith(own))]
    return sorted(shown, key=lambda one: one.place != "report.recommendations")


_FOR = {
    "financial": "finance",
    "legal": "the law",
    "risk": "risk",
    "resource": "resources",
    "human_resources": "staff",
    "climate_environment": "climate and the environment",
    "digital_cyber": "digital and cyber security",
}


def question(standing: Standing, name: str) -> str:
    """What is asked of whoever has it, by first name."""
    asked, first = standing.request, name.split()[0] if name.split() else name
    if asked.is_sign_off:
        return f"{first}, do you sign this off as {asked.capacity}?"
    return f"{first}, what does this mean for {_FOR.get(asked.kind) or asked.kind.replace('_', ' ')}?"


def box(standing: Standing, words: str) -> dict[str, str]:
    """The label of the one box and what stands under it. ``words`` are what the report says now."""
    asked = standing.request
    if asked.is_sign_off:
        return {"label": "Your comment, as it will be printed", "help_text": "Leave it empty where you have none."}
    label = f"{LABELS.get(asked.kind, asked.kind)} implications, as they will be printed"
    said = "These are the words in the report. Change anything." if words else "The report says nothing of it yet."
    return {"label": label, "help_text": said}
