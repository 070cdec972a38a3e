"""The call-in rule that explains a council's past decisions, as far as they show it.

What the rule does not explain, which other rules fit as well, and where the rule changed stand beside it. A
constitution outranks any rule found here.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from moothall.domain.days import Holidays, in_words, time_in_words
from moothall.domain.diagnoses import Diagnosis, diagnose
from moothall.domain.fitting import Candidate, candidates, listed_on, telling
from moothall.domain.past_decisions import PastDecision
from moothall.domain.refusals import Refusal
from moothall.domain.rivals import Rival, TellingCase, how_many, rivals, tell_apart
from moothall.domain.rule_changes import Span, spans
from moothall.domain.rule_packs import CallInRule, call_in_as_plain

NAME = "learn"
FEW = 6


@dataclass(frozen=True, slots=True)
class NotExplained:
    """A case the proposed rule lists on another day, or on none, and why that may be."""

    case: PastDecision
    computed: str | None
    cause: Diagnosis

    def as_plain(self) -> dict[str, Any]:
        """The case as it was given, the day the rule gives, and the likely cause."""
        return {
            **self.case.as_plain(),
            "computed": self.computed,
            "diagnosis": self.cause.diagnosis,
            "message": self.cause.message,
        }


@dataclass(frozen=True, slots=True)
class Change:
    """A span of time with a rule of its own: how many of its cases the rule explains."""

    span: Span
    explains: int
    of: int

    def as_plain(self) -> dict[str, Any]:
        """The span as JSON data; its rule has the arguments of `moothall clock call-in`."""
        return {
            "from": self.span.first_on.isoformat(),
            "to": self.span.last_on.isoformat(),
            "rule": call_in_as_plain(self.span.fit.rule),
            "in_words": rule_in_words(self.span.fit.rule),
            "explains": self.explains,
            "of": self.of,
        }


@dataclass(frozen=True, slots=True)
class Learnt:
    """The proposed rule with all that a reader needs to judge it. Where the rule changed, it is the latest."""

    rule: CallInRule
    explains: int
    of: int
    sure: str
    rivals: tuple[Rival, ...]
    not_explained: tuple[NotExplained, ...]
    changes: tuple[Change, ...]
    tell_apart: TellingCase | None
    calendar: str

    def as_plain(self) -> dict[str, Any]:
        """The proposal as JSON data; every rule in it has the arguments of `moothall clock call-in`."""
        return {
            "clock": NAME,
            "rule": call_in_as_plain(self.rule),
            "in_words": rule_in_words(self.rule),
            "explains": self.explains,
            "of": self.of,
            "sure": self.sure,
            "rivals": [_plain_rival(rival) for rival in self.rivals],
            "tell_apart": self.tell_apart.as_plain() if self.tell_apart else None,
            "not_explained": [case.as_plain() for case in self.not_explained],
            "changes": [change.as_plain() for change in self.changes],
            "calendar": self.calendar,
        }


def learn(cases: Sequence[PastDecision], *, holidays: Holidays) -> Learnt:
    """The rule that explains most of one authority's past decisions, and what it leaves open.

    Rules that explain more come first, then those that explain cases around holidays and weekends, then the commoner;
    a rule seen nowhere must explain two cases more than a common one. Cases with the same dates are weighed once and
    counted as often as given. When a decision takes effect and when call-in closes on the last day do not show in
    listed dates, so both stay as by default. Raises a Refusal where there is no case.
    """
    if not cases:
        raise Refusal(
            "There is no past decision to learn from.",
            next_step='Give one a line, such as {"published": "2024-07-03", "listed": "2024-07-11"}.',
        )
    given: Counter[tuple[object, ...]] = Counter(case.dates for case in cases)
    distinct = list({case.dates: case for case in cases}.values())
    times = [given[case.dates] for case in distinct]
    around_holidays = telling(distinct, holidays)
    among = candidates(distinct, holidays)
    changed = spans(distinct, among)
    best = changed[-1].fit if changed else max(among, key=lambda fit: (fit.weight(around_holidays), -fit.cost))
    after = max(max(case.listed_on, case.began_on) for case in distinct)
    against = () if changed else rivals(best, among, after=after, holidays=holidays, times=times)
    explained = {case.dates for place, case in enumerate(distinct) if best.explains >> place & 1}
    return Learnt(
        rule=best.rule,
        explains=how_many(best.explains, times),
        of=len(cases),
        sure=_sure(best, against, changed, times, around_holidays),
        rivals=against,
        not_explained=tuple(
            _not_explained(case, best.rule, changed, distinct, holidays)
            for case in cases
            if case.dates not in explained
        ),
        changes=tuple(Change(span, how_many(span.explains, times), how_many(span.cases, times)) for span in changed),
        tell_apart=tell_apart(best.rule, against, holidays),
        calendar=str(holidays),
    )


def rule_in_words(rule: CallInRule) -> str:
    """The rule in a few words, with the days allowed for publishing and the cut-off where it has them."""
    words = rule.in_words()
    if rule.publish_allowance:
        days = f"{rule.publish_allowance} working day{'' if rule.publish_allowance == 1 else 's'}"
        words += f", after {days} allowed for publishing"
    if rule.publish_cutoff:
        words += f", publication after {time_in_words(rule.publish_cutoff)} counting from the next working day"
    return words


def _not_explained(
    case: PastDecision, rule: CallInRule, changed: Sequence[Span], distinct: Sequence[PastDecision], holidays: Holidays
) -> NotExplained:
    computed = listed_on(rule, case, holidays)
    place = next(number for number, one in enumerate(distinct) if one.dates == case.dates)
    span = next((span for span in changed if span.cases >> place & 1), None)
    if span is not None and span.explains >> place & 1:
        cause = Diagnosis(
            "earlier_rule",
            f"It fits the rule that explains the cases up to {in_words(span.last_on)}: {rule_in_words(span.fit.rule)}.",
        )
    else:
        cause = diagnose(case, span.fit.rule if span else rule, holidays)
    return NotExplained(case, computed.isoformat() if computed else None, cause)


def _plain_rival(rival: Rival) -> dict[str, Any]:
    return {
        "rule": call_in_as_plain(rival.rule),
        "in_words": rule_in_words(rival.rule),
        "explains": rival.explains,
        "tell_apart": rival.telling_case.as_plain(),
    }


def _sure(
    best: Candidate, against: Sequence[Rival], changed: Sequence[Span], times: Sequence[int], around_holidays: int
) -> str:
    """How sure the proposal is, in words with their counts."""
    explains, of = how_many(best.explains, times), sum(times)
    if not explains:
        return (
            f"None of the {_cases(of)} is explained by a rule known here. The rule given is the commonest elsewhere and"
            " not this council's: look it up in the constitution."
        )
    said = [f"It explains {explains} of {_cases(of)}."]
    if len(times) < of:
        said.append(f"Only {len(times)} of them differ in their dates.")
    around = how_many(best.explains & around_holidays, times)
    said.append(f"{around} of those touch a bank holiday or end on a weekend." if around else _NO_HOLIDAY)
    if changed:
        said.append("The rule seems to have changed; this is the latest, and each span has its own.")
    if against:
        said.append(f"{len(against)} other rule{_s(len(against))} can explain as many; a further case would decide.")
    if len(times) < FEW:
        said.append("These are few cases: take the rule as a question to the constitution.")
    elif not changed and 3 * explains < 2 * of:
        said.append("Much is left unexplained: different kinds of decision may have rules of their own.")
    return " ".join(said)


_NO_HOLIDAY = "None of those touches a bank holiday or ends on a weekend, where rules part."


def _cases(number: int) -> str:
    return f"{number} past decision{_s(number)}"


def _s(number: int) -> str:
    return "" if number == 1 else "s"
