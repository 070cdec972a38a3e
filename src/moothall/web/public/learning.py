"""What the page of learning a rule shows: what was understood, the proposed rule, and what it leaves open."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from moothall.documents.reading.past_decisions import PastLine, PastList
from moothall.domain.call_in_rules import CallInRule, call_in_as_plain
from moothall.domain.days import Holidays
from moothall.domain.fitting import listed_on
from moothall.domain.learning import Learnt, NotExplained, learn, rule_in_words
from moothall.domain.rivals import Rival


@dataclass(frozen=True, slots=True)
class Checked:
    """One line as it was understood. ``computed`` is the day the proposed rule lists, None where it gives none."""

    line: PastLine
    computed: date | None
    fits: bool


@dataclass(frozen=True, slots=True)
class Answer:
    """The whole page. ``learnt`` is None where no line could be used, and ``in_words`` is then empty."""

    found: PastList
    learnt: Learnt | None
    checked: tuple[Checked, ...] = ()

    @property
    def in_words(self) -> str:
        """The proposed rule in words."""
        return rule_in_words(self.learnt.rule) if self.learnt else ""

    @property
    def is_explained(self) -> bool:
        """Whether the proposed rule explains anything at all."""
        return self.learnt is not None and self.learnt.explains > 0

    @property
    def rivals(self) -> tuple[tuple[str, Rival], ...]:
        """Each rule that fits as well, in words and as it is."""
        return tuple((rule_in_words(rival.rule), rival) for rival in self.learnt.rivals) if self.learnt else ()

    @property
    def spans(self) -> tuple[tuple[str, Any], ...]:
        """Each span of time with a rule of its own, its rule in words."""
        return tuple((rule_in_words(one.span.fit.rule), one) for one in self.learnt.changes) if self.learnt else ()

    @property
    def not_explained(self) -> tuple[tuple[int, NotExplained], ...]:
        """Each decision the rule does not explain, with the number of its line."""
        return tuple(self._numbered()) if self.learnt else ()

    @property
    def valid_from(self) -> date | None:
        """The first day the proposed rule is seen, where an earlier one held before it."""
        return self.learnt.changes[-1].span.first_on if self.learnt and self.learnt.changes else None

    def query(self, *, with_days: bool = True) -> str:
        """The proposed rule as part of an address, for a form that opens with it; with the first day it is seen."""
        first = self.valid_from if with_days else None
        return rule_query(self.learnt.rule, valid_from=first) if self.learnt else ""

    def _numbered(self) -> Iterator[tuple[int, NotExplained]]:
        assert self.learnt is not None
        numbers: dict[int, int] = {id(line.decision): line.number for line in self.found.lines if line.decision}
        for one in self.learnt.not_explained:
            yield numbers[id(one.case)], one


def answer(found: PastList, *, holidays: Holidays) -> Answer:
    """What past decisions show. Without a line that can be used there is no proposal, only what was wrong."""
    if not found.decisions:
        return Answer(found, None)
    learnt = learn(found.decisions, holidays=holidays)
    missed = {id(one.case) for one in learnt.not_explained}
    return Answer(
        found,
        learnt,
        tuple(
            Checked(line, listed_on(learnt.rule, line.decision, holidays), id(line.decision) not in missed)
            for line in found.lines
            if line.decision is not None
        ),
    )


def rule_query(rule: CallInRule, *, valid_from: date | None = None) -> str:
    """A call-in rule as part of an address, in the arguments of `moothall clock call-in`."""
    plain = {key: value for key, value in call_in_as_plain(rule).items() if value not in (None, [])}
    said = {key: str(value).lower() if isinstance(value, bool) else value for key, value in plain.items()}
    return urlencode({**said, **({"valid_from": valid_from.isoformat()} if valid_from else {})})
