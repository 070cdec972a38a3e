"""What changes between two editions of a round, and what that means for the councils that work on it already."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date

from moothall.domain.amendments import in_force
from moothall.domain.days import in_words
from moothall.domain.rounds import Question, Requirement, Round

KEPT = (
    "The answer is kept with its question's id and shown on the coverage page as no longer asked. Kept versions and"
    " what is published stay as they are."
)
STAYS = "Answers stay where they are: they hang on the question's id, and that is the same."


@dataclass(frozen=True, slots=True)
class RoundDifference:
    """One thing that is otherwise than before. ``question`` is the id of the question it is about, where it is."""

    sentence: str
    effect: str
    question: str = ""
    is_removal: bool = False


def differences(before: Round, after: Round) -> tuple[RoundDifference, ...]:
    """Everything that changes for a council, both rounds taken with all their amendments carried out."""
    old, new = in_force(before), in_force(after)
    return (*_dates(old, new), *_questions(old, new), *_requirements(old, new), *_further(old, new))


def is_correction(before: Round, after: Round) -> bool:
    """Whether the file itself is put right: what it says of the letter changes, or an amendment is gone or reworded.

    Else all that is new is amendments with their own dates and authorities, and needs no further reason.
    """
    keeps_all = after.amendments[: len(before.amendments)] == before.amendments
    return not keeps_all or replace(after, amendments=()) != replace(before, amendments=())


def new_amendments(before: Round, after: Round) -> int:
    """How many amendments stand in the later edition and not in the earlier one."""
    return sum(one not in before.amendments for one in after.amendments)


def dropped_questions(as_written: Round) -> dict[str, Question]:
    """The questions of the letter that an amendment dropped since, by id."""
    still = {one.id for _, one in in_force(as_written).questions()}
    return {one.id: one for _, one in as_written.questions() if one.id not in still}


def _dates(old: Round, new: Round) -> Iterator[RoundDifference]:
    if old.deadline_on != new.deadline_on:
        yield RoundDifference(
            f"The deadline moves from {in_words(old.deadline_on)} to {in_words(new.deadline_on)}.",
            "Routes already chosen keep their dates; the planner counts to the new deadline from now on.",
        )
    before, after = ({one.id: one for one in each.dates} for each in (old, new))
    for id_ in sorted(before.keys() | after.keys()):
        if before.get(id_) != after.get(id_):
            yield RoundDifference(_moved(id_, before.get(id_), after.get(id_)), "Nothing a council wrote changes.")
    if old.pages != new.pages:
        yield RoundDifference(
            f"The length asked for is {_length(new.pages)}, not {_length(old.pages)}.",
            "The page meter measures against the new length.",
        )


def _moved(id_: str, before: object, after: object) -> str:
    on: date | None = getattr(after, "on", None)
    text = str(getattr(after or before, "text", id_)).rstrip(".")
    if before is None:
        return f"A date is new: {text}, {in_words(on) if on else ''}."
    return f"A date is gone: {text}." if on is None else f"A date is now {in_words(on)}: {text}."


def _length(pages: tuple[int, int] | None) -> str:
    return f"{pages[0]} to {pages[1]} pages" if pages else "not said"


def _questions(old: Round, new: Round) -> Iterator[RoundDifference]:
    before = {one.id: (theme, one) for theme, one in old.questions()}
    after = {one.id: (theme, one) for theme, one in new.questions()}
    for id_, (_, question) in before.items():
        if id_ not in after:
            yield RoundDifference(f"{id_} is no longer asked: {question.title}.", KEPT, id_, is_removal=True)
        elif (change := _question(question, after[id_][1])) or before[id_][0].key != after[id_][0].key:
            yield RoundDifference(change or f"{id_} stands under another theme: {after[id_][0].title}.", STAYS, id_)
    for id_, (theme, question) in after.items():
        if id_ not in before:
            yield RoundDifference(
                f"{id_} is asked as well, under {theme.title}: {question.title}.",
                "It is open in every plan until somebody answers it, points elsewhere or says why not.",
                id_,
            )


def _question(old: Question, new: Question) -> str:
    if (old.title, old.text) != (new.title, new.text):
        return f"{old.id} is worded anew: “{new.text}” and no longer “{old.text}”."
    if old.under != new.under:
        return f"{old.id} is now {'a part of ' + new.under if new.under else 'a question of its own'}."
    return ""


def _requirements(old: Round, new: Round) -> Iterator[RoundDifference]:
    before: dict[str, Requirement] = {one.id: one for one in old.requirements}
    after: dict[str, Requirement] = {one.id: one for one in new.requirements}
    for id_, one in before.items():
        if id_ not in after:
            yield RoundDifference(
                f"It is no longer required: {one.text}",
                "What a council wrote about it is kept and no longer shown on its coverage page.",
                is_removal=True,
            )
        elif replace(one, source="") != replace(after[id_], source=""):
            yield RoundDifference(
                f"A requirement reads anew: {after[id_].text}", "What councils said about it stays; each looks again."
            )
    for id_, one in after.items():
        if id_ not in before:
            yield RoundDifference(f"It is required as well: {one.text}", "It is open on every coverage page.")


def _further(old: Round, new: Round) -> Iterator[RoundDifference]:
    if old.title != new.title:
        yield RoundDifference(f"The round is called {new.title}, not {old.title}.", "Its address stays the same.")
    if [theme.key for theme in old.themes] != [theme.key for theme in new.themes]:
        yield RoundDifference(
            f"The themes are now {', '.join(theme.title for theme in new.themes)}.",
            "What stands under a theme that is gone is shown as under no theme of this round.",
        )
    if old.asked != new.asked:
        yield RoundDifference("Others are asked than before.", "The register of returns counts who is asked now.")
    if (old.promises, old.channels) != (new.promises, new.channels):
        yield RoundDifference("What is promised, or how to answer, is worded anew.", "Nothing a council wrote changes.")
    if old.successors != new.successors or old.issuer != new.issuer:
        yield RoundDifference("The issuer, or who took its place, is named anew.", "Texts sent before keep the name.")
