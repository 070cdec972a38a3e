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
    return Coverage(
        tuple(
            ThemeCoverage(
                theme,
                tuple(
                    Covered(question, answers.get(question.id, Answer(question.id, AnswerStatus.OPEN)))
                    for question in theme.questions
                ),
            )
            for theme in round_.themes
        )
    )
