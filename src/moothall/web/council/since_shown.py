"""What changed since somebody read the plan or the report, section by section in words, as its page shows it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from moothall.apps.plans import queries as plans
from moothall.apps.writing import reading
from moothall.domain.parts import PLAN
from moothall.domain.plans import AnswerStatus, CommitmentStatus
from moothall.domain.since import Touched
from moothall.domain.word_changes import Paragraph, changes
from moothall.web.council import parts_shown, told
from moothall.web.council.access import Here
from moothall.web.council.forms.plans import COMMITMENT_WORDS, STATUS_WORDS
from moothall.web.council.forms.reports import FIELDS
from moothall.web.council.forms.reports import in_words as field_in_words

# What of a listed thing is said as it stands; its other fields are said with their name.
_AS_IT_STANDS = ("title", "text", "ask")
_UNSAID = frozenset({"key", "theme", "code", "library_id", "milestones", "items", "supports", "objective", "about"})


@dataclass(frozen=True, slots=True)
class ChangedSection:
    """A section with its changed paragraphs, who saved it since, and what became of it where it is new or gone."""

    title: str
    paragraphs: tuple[Paragraph, ...]
    who: tuple[tuple[str, datetime], ...]
    saves: int
    fate: str

    @property
    def changed(self) -> list[Paragraph]:
        """The paragraphs in which something changed."""
        return [one for one in self.paragraphs if one.is_changed]

    @property
    def count(self) -> int:
        """How many changes a reader sees in it."""
        return sum(one.count for one in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Shown:
    """The sections that changed, those changed and changed back, other things in sentences, and the last line shown."""

    sections: list[ChangedSection]
    back_again: list[str]
    lines: list[told.Line]
    upto: int

    @property
    def is_empty(self) -> bool:
        """Whether nothing at all has happened since."""
        return not (self.sections or self.back_again or self.lines)


def shown(here: Here, whole: str, entry: int | None) -> Shown:
    """What changed in the plan or in the report after a line of the record; nothing where none is given."""
    if entry is None:
        return Shown([], [], [], reading.latest(here.workspace))
    found = reading.since(here.workspace, whole, entry, may_read_exempt=here.may("read_exempt"))
    draft = plans.draft(here.workspace)
    titles = parts_shown.titles(here, draft, whole) | {"layout": "Why it is as long as it is"}
    sections, back_again = [], []
    for one in found.sections:
        section = _section(whole, one, titles)
        if section.changed:
            sections.append(section)
        elif one.is_as_it_was:
            back_again.append(section.title)
    return Shown(sections, back_again, told.lines(found.lines, told.names_here(here, draft)), found.upto)


def _section(whole: str, one: Touched, titles: Mapping[str, str]) -> ChangedSection:
    before, after = (_words(whole, one.section, said) for said in (one.before, one.after))
    title = titles.get(one.section) or str((one.after or one.before).get("title") or one.section)
    is_listed = whole == PLAN and "key" in (one.after or one.before)
    fate = ("New" if not one.before else "Taken out" if not one.after else "") if is_listed else ""
    return ChangedSection(title, changes(before, after), one.who, len(one.saves), fate)


def _words(whole: str, section: str, said: Mapping[str, Any]) -> str:
    """What a section says, as paragraphs."""
    if whole != PLAN:
        value = said.get("value")
        return field_in_words(section, value) if value not in (None, "", []) and section in FIELDS else ""
    if "key" in said:
        return _listed(said)
    if said.get("status"):
        status = AnswerStatus(said["status"])
        say = {AnswerStatus.ELSEWHERE: "where", AnswerStatus.NOT_ANSWERED: "reason"}.get(status)
        words = [STATUS_WORDS[status], str(said.get(say) or "")] if say else []
        return "\n\n".join([*words, str(said.get("text") or "")])
    return "\n\n".join(str(text) for text in said.values() if text)


def _listed(said: Mapping[str, Any]) -> str:
    """What a commitment, a measure or another listed thing says, its short fields with their names."""
    found = [str(said[name]) for name in _AS_IT_STANDS if said.get(name)]
    for name, value in said.items():
        if name in _AS_IT_STANDS or name in _UNSAID or not isinstance(value, str) or not value:
            continue
        words = COMMITMENT_WORDS[CommitmentStatus(value)] if name == "status" else value.replace("_", " ")
        found.append(f"{name.replace('_', ' ').capitalize()}: {words}.")
    return "\n\n".join(found)
