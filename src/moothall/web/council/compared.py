"""Two texts of the plan beside each other, as the pages of its history show them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from moothall.domain.plans import Answer, AnswerStatus, Plan
from moothall.domain.rounds import Round
from moothall.domain.word_changes import Paragraph, changes
from moothall.web.components.words import plain_day
from moothall.web.council.forms.plans import COMMITMENT_WORDS, STATUS_WORDS
from moothall.web.council.words_met import LABELS


@dataclass(frozen=True, slots=True)
class Compared:
    """A part of the plan that changed: its name, and its paragraphs with their changes."""

    title: str
    paragraphs: tuple[Paragraph, ...]

    @property
    def changed(self) -> list[Paragraph]:
        """The paragraphs in which something changed."""
        return [one for one in self.paragraphs if one.is_changed]


def of_sections(before: Mapping[str, str], after: Mapping[str, str]) -> list[Compared]:
    """The fields of a section that differ between two of its revisions."""
    found = [Compared(LABELS[field], changes(_said(field, before), _said(field, after))) for field in after]
    return [one for one in found if one.changed]


def of_texts(title: str, before: str, after: str) -> list[Compared]:
    """One text of the report that differs between two of its revisions, alone in a list; nothing where none does."""
    one = Compared(title, changes(before, after))
    return [one] if one.changed else []


def of_plans(before: Plan, after: Plan, round_: Round) -> list[Compared]:
    """The parts that differ between two plans, in the order of the later one; what is no more comes last."""
    was, now = dict(_parts(before, round_)), dict(_parts(after, round_))
    found = [Compared(title, changes(was.get(title, ""), now.get(title, ""))) for title in [*now, *(was.keys() - now)]]
    return [one for one in found if one.changed]


def _said(field: str, words: Mapping[str, str]) -> str:
    text = words.get(field, "")
    return STATUS_WORDS[AnswerStatus(text)] if field == "status" and text else text


def _parts(plan: Plan, round_: Round) -> Iterable[tuple[str, str]]:
    yield "Title and introduction", f"{plan.title}\n\n{plan.introduction}"
    questions = {one.id: one.title for _, one in round_.questions()}
    for answer in plan.answers:
        yield f"{answer.question} {questions.get(answer.question, '')}".strip(), _answer(answer)
    for commitment in plan.commitments:
        steps = [f"{step.title}, due {plain_day(step.due_on)}" for step in commitment.milestones]
        state = COMMITMENT_WORDS[commitment.status]
        yield f"Commitment {commitment.key}", "\n\n".join([commitment.title, commitment.text, state, *steps])
    for measure in plan.measures:
        told = [measure.title, measure.unit, measure.source, measure.baseline, measure.baseline_period, measure.target]
        yield f"Measure {measure.key}", "\n\n".join(told)
    for barrier in plan.barriers:
        yield f"Barrier {barrier.key}", "\n\n".join([barrier.title, barrier.text, barrier.ask])


def _answer(answer: Answer) -> str:
    said = {
        AnswerStatus.OPEN: "",
        AnswerStatus.ANSWERED: answer.text,
        AnswerStatus.ELSEWHERE: f"Answered elsewhere: {answer.where}",
        AnswerStatus.NOT_ANSWERED: f"Not answered: {answer.reason}",
    }
    return said[answer.status]
