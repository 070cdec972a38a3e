"""The goals of a plan in StratML: one for each theme of the round, and one for whatever no theme claims."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from typing import Any

from moothall.documents.exchange.stratml_nodes import Names, add, kept
from moothall.domain.fingerprints import plain
from moothall.domain.plans import Answer, Commitment, Figure, FigureKind, Measure, Plan
from moothall.domain.rounds import Round

BARRIERS = "What stands in the way"
FURTHER = "What else the plan holds"
_DECIMAL = re.compile(r"[-+]?\d{1,30}(?:\.\d{1,30})?")
Placed = tuple[int, Any]


def goals(core: Any, plan: Plan, round_: Round, names: Names) -> None:
    """Write every answer, commitment, measure, barrier and all that hangs on a plan under goals, none left out."""
    asked = {question.id: theme.key for theme, question in round_.questions()}
    titles = {question.id: question.title or question.id for _, question in round_.questions()}
    keys = [theme.key for theme in round_.themes]
    for theme in round_.themes:
        goal = _goal(core, theme.title, theme.text, names.new("theme", theme.id), theme.id)
        for place, answer in enumerate(plan.answers):
            if asked.get(answer.question) == theme.key:
                _answer(goal, "answers", place, answer, titles[answer.question], names)
        _things(goal, plan, names, lambda key, theme=theme: key == theme.key)  # type: ignore[misc]
    if plan.barriers:
        _barriers(_goal(core, BARRIERS, "What is asked of government, and why."), plan, names)
    if not round_.themes or _has_further(plan, asked, keys):
        further = _goal(core, FURTHER, "What stands beside the themes of the round.")
        for place, answer in enumerate(plan.answers):
            if answer.question not in asked:
                _answer(further, "answers", place, answer, answer.question, names)
        _things(further, plan, names, lambda key: key not in keys)
        _further(further, plan, names)


def _has_further(plan: Plan, asked: Iterable[str], keys: Iterable[str]) -> bool:
    beside = [one for one in plan.answers if one.question not in asked]
    themes = {one.theme for one in plan.commitments} | {one.theme for one in plan.measures}
    more = (plan.requirements, plan.documents, plan.objectives, plan.own_points, plan.figures)
    return bool(beside or themes - set(keys) or any(more))


def _goal(core: Any, name: str, text: str, identifier: str = "", sequence: str = "") -> Any:
    goal = add(core, "Goal")
    add(goal, "Name", name)
    add(goal, "Description", text)
    if identifier:
        add(goal, "Identifier", identifier)
    if sequence:
        add(goal, "SequenceIndicator", sequence)
    return goal


def _objective(goal: Any, name: str, text: str, identifier: str = "", sequence: str = "", other: str = "") -> Any:
    objective = _goal_like(goal, name, text, identifier, sequence)
    if other:
        add(objective, "OtherInformation", other)
    return objective


def _goal_like(goal: Any, name: str, text: str, identifier: str, sequence: str) -> Any:
    objective = add(goal, "Objective")
    for tag, said in (("Name", name), ("Description", text), ("Identifier", identifier)):
        if said:
            add(objective, tag, said)
    if sequence:
        add(objective, "SequenceIndicator", sequence)
    return objective


def _answer(goal: Any, kind: str, place: int, answer: Answer, title: str, names: Names) -> None:
    beside = f"Answered elsewhere: {answer.where}" if answer.where else ""
    beside = beside or (f"Not answered: {answer.reason}" if answer.reason else "")
    identifier = names.new("answer" if kind == "answers" else "requirement", answer.question)
    objective = _objective(goal, title, answer.text, identifier, answer.question, beside)
    kept(objective, kind, place, plain(answer))


def _things(goal: Any, plan: Plan, names: Names, is_here: Callable[[str], bool]) -> None:
    """The commitments and measures of the themes that belong here."""
    for place, one in enumerate(plan.commitments):
        if is_here(one.theme):
            _commitment(goal, place, one, names)
    here = [(place, one) for place, one in enumerate(plan.measures) if is_here(one.theme)]
    if here:
        objective = _objective(goal, "Measures", "What residents can follow.")
        for place, measure in here:
            _measure(objective, place, measure, names)


def _commitment(goal: Any, place: int, one: Commitment, names: Names) -> None:
    objective = _objective(goal, one.title, one.text, names.new("commitment", one.key), one.key)
    for step_place, step in enumerate(one.milestones):
        indicator = _indicator(objective, step.title, "milestone", names.new("milestone", step.key), "Qualitative")
        instance = add(indicator, "MeasurementInstance")
        add(add(instance, "TargetResult"), "EndDate", step.due_on.isoformat())
        kept(indicator, "milestones", step_place, plain(step))
    kept(objective, "commitments", place, {name: told for name, told in plain(one).items() if name != "milestones"})


def _measure(objective: Any, place: int, one: Measure, names: Names) -> None:
    indicator = _indicator(objective, one.title, one.unit, names.new("measure", one.key), "Quantitative")
    results = (("Target", one.target, one.target_period), ("Actual", one.baseline, one.baseline_period))
    _results(indicator, [told for told in results if told[1]])
    if one.source:
        add(indicator, "OtherInformation", one.source)
    kept(indicator, "measures", place, plain(one))


def _indicator(objective: Any, dimension: str, unit: str, identifier: str, kind: str) -> Any:
    indicator = add(objective, "PerformanceIndicator", PerformanceIndicatorType=kind)
    add(indicator, "MeasurementDimension", dimension)
    add(indicator, "UnitOfMeasurement", unit)
    if identifier:
        add(indicator, "Identifier", identifier)
    return indicator


def _results(indicator: Any, results: list[tuple[str, str, str]]) -> None:
    if not results:
        return
    instance = add(indicator, "MeasurementInstance")
    for kind, text, period in results:
        result = add(instance, f"{kind}Result")
        if _DECIMAL.fullmatch(text):
            add(result, "NumberOfUnits", text)
        if period:
            descriptor = add(result, "Descriptor")
            add(descriptor, "DescriptorName", "Period")
            add(descriptor, "DescriptorValue", period)
        add(result, "Description", text)


def _barriers(goal: Any, plan: Plan, names: Names) -> None:
    for place, one in enumerate(plan.barriers):
        objective = _objective(goal, one.title, one.text, names.new("barrier", one.key), one.key, one.ask)
        kept(objective, "barriers", place, plain(one))


def _further(goal: Any, plan: Plan, names: Names) -> None:
    for place, answer in enumerate(plan.requirements):
        _answer(goal, "requirements", place, answer, answer.question, names)
    told: tuple[tuple[str, str, Iterable[tuple[int, Any, str, str]]], ...] = (
        ("documents", "document", [(n, one, "", one.address) for n, one in enumerate(plan.documents)]),
        ("objectives", "objective", [(n, one, "", one.source) for n, one in enumerate(plan.objectives)]),
        ("own_points", "point", [(n, one, one.text, "") for n, one in enumerate(plan.own_points)]),
    )
    for kind, word, some in told:
        for place, one, text, other in some:
            objective = _objective(goal, one.title, text, names.new(word, one.key), one.key, other)
            kept(objective, kind, place, plain(one))
    if plan.figures:
        objective = _objective(goal, "Figures", "Figures the plan names, each with its period and source.")
        for place, one in enumerate(plan.figures):
            _figure(objective, place, one, names)


def _figure(objective: Any, place: int, one: Figure, names: Names) -> None:
    indicator = _indicator(objective, one.title, one.unit, names.new("figure", one.key), "Quantitative")
    kind = "Target" if one.kind is FigureKind.TARGET else "Actual"
    _results(indicator, [(kind, one.value, one.period)] if one.value else [])
    if one.source:
        add(indicator, "OtherInformation", one.source)
    kept(indicator, "figures", place, plain(one))
