"""Which question is settled, and how: the coverage of a round by a plan."""

from __future__ import annotations

from dataclasses import dataclass

from moothall.domain.plans import Answer, AnswerStatus, Plan
from moothall.domain.rounds import Question, Round, Theme


@dataclass(frozen=True, slots=True)
class Covered:
    """One question with its answer."""

    question: Question
    answer: Answer


@dataclass(frozen=True, slots=True)
class ThemeCoverage:
    """One theme: its questions in order, and in words how far they are settled."""

    theme: Theme
    questions: tuple[Covered, ...]

    @property
    def settled(self) -> int:
        """How many questions are answered, pointed elsewhere or declined with a reason."""
        return sum(one.answer.is_settled for one in self.questions)

    @property
    def words(self) -> str:
        """In words: "7 answered, 1 declined with a reason"."""
        kinds = (
            (AnswerStatus.ANSWERED, "answered"),
            (AnswerStatus.ELSEWHERE, "answered elsewhere"),
            (AnswerStatus.NOT_ANSWERED, "declined with a reason"),
        )
        counts = [
            f"{count} {words}"
            for status, words in kinds
            if (count := sum(one.answer.status is status and one.answer.is_settled for one in self.questions))
        ]
        still_open = len(self.questions) - self.settled
        if still_open:
            counts.append(f"{still_open} open")
        return ", ".join(counts) or "no questions"


@dataclass(frozen=True, slots=True)
class Coverage:
    """The whole round: themes in order, and the questions nobody has settled."""

    themes: tuple[ThemeCoverage, ...]

    @property
    def total(self) -> int:
        """How many questions the round asks."""
        return sum(len(theme.questions) for theme in self.themes)

    @property
    def settled(self) -> int:
        """How many of them are settled."""
        return sum(theme.settled for theme in self.themes)

    @property
    def still_open(self) -> tuple[Covered, ...]:
        """The questions nobody has settled, in order."""
        return tuple(one for theme in self.themes for one in theme.questions if not one.answer.is_settled)


def coverage(round_: Round, plan: Plan) -> Coverage:
    """Each question of the round beside what the plan makes of it; one the plan does not hold is open."""
    answers = {answer.question: answer for answer in plan.answers}
    return Coverage(tuple(ThemeCoverage(theme, _covered(theme, answers)) for theme in round_.themes))


def _covered(theme: Theme, answers: dict[str, Answer]) -> tuple[Covered, ...]:
    """Each question with its answer. A part is settled with its whole, and a whole whose parts are all settled too."""
    asked = {question.id: question for question in theme.questions}
    own = {id_: answers.get(id_, Answer(id_, AnswerStatus.OPEN)) for id_ in asked}
    found = {id_: _with_its_whole(question, asked, own) for id_, question in asked.items()}
    for question in reversed(theme.questions):  # parts stand after their whole, so the deepest come first
        parts = [found[one.id] for one in theme.questions if one.under == question.id]
        if parts and not found[question.id].is_settled and all(one.is_settled for one in parts):
            found[question.id] = Answer(question.id, AnswerStatus.ELSEWHERE, where="the answers to its parts")
    return tuple(Covered(question, found[question.id]) for question in theme.questions)


def _with_its_whole(question: Question, asked: dict[str, Question], own: dict[str, Answer]) -> Answer:
    above = asked.get(question.under)
    while above is not None and not own[question.id].is_settled:
        if own[above.id].status is AnswerStatus.ANSWERED and own[above.id].is_settled:
            return Answer(question.id, AnswerStatus.ELSEWHERE, where=f"the answer to “{above.title}”")
        above = asked.get(above.under)
    return own[question.id]
