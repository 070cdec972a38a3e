"""The plan and the covering report as sections: stretches of text that somebody can open and change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import fields

from moothall.domain.placed_remarks import Section, Whole
from moothall.domain.plans import Plan
from moothall.domain.reports import CommitteeReport
from moothall.domain.rounds import Round

_NOT_PROSE = frozenset(
    {"authority_name", "body", "meeting_on", "glossary", "lead_officer", "contact_officers", "report_of"}
    | {"portfolio_holder", "exempt_paragraphs", "forward_plan_number", "file_reference", "agenda_item", "taken"}
)


def plan_sections(plan: Plan, round_: Round) -> tuple[Section, ...]:
    """The opening, each answer, and each commitment, measure and barrier of a plan that says anything."""
    titles = {question.id: question.title for _, question in round_.questions()}
    found = [("plan.opening", "Title and introduction", [plan.title, plan.introduction])]
    for answer in plan.answers:
        label = titles.get(answer.question, answer.question)
        found.append((f"plan.answer.{answer.question}", label, [answer.text, answer.where, answer.reason]))
    for one in plan.commitments:
        texts = [one.title, one.text, *(step.title for step in one.milestones)]
        found.append((f"plan.item.{one.key}", one.title, texts))
    for each in plan.measures:
        found.append((f"plan.item.{each.key}", each.title, [each.title, each.unit, each.source, each.target]))
    for barrier in plan.barriers:
        found.append((f"plan.item.{barrier.key}", barrier.title, [barrier.title, barrier.text, barrier.ask]))
    return tuple(_sections(Whole.PLAN, found))


def report_sections(report: CommitteeReport) -> tuple[Section, ...]:
    """Each field of the covering report that holds words for its readers, lists with one item a paragraph."""
    found = []
    for field in fields(report):
        if field.name not in _NOT_PROSE and not field.name.startswith("exempt"):
            label = field.name.replace("_", " ").capitalize()
            found.append((f"report.{field.name}", label, list(_words(getattr(report, field.name)))))
    return tuple(_sections(Whole.REPORT, found))


def people_named(report: CommitteeReport) -> tuple[str, ...]:
    """Everyone the report names in a role: officers, the portfolio holder, authors of implications and comments."""
    officers = [one.name for one in (report.lead_officer, *report.contact_officers) if one]
    others = [report.report_of, report.portfolio_holder, *(one.author for one in report.implications)]
    return tuple(
        dict.fromkeys(name for name in (*officers, *others, *(c.officer for c in report.officer_comments)) if name)
    )


def _sections(whole: Whole, found: Iterable[tuple[str, str, list[str]]]) -> Iterator[Section]:
    for key, label, texts in found:
        text = "\n\n".join(one for one in texts if one.strip())
        if text:
            yield Section(whole, key, label, text)


def _words(value: object) -> Iterator[str]:
    """The prose in a field: texts as they are, and of lists and rows the parts meant to be read."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for one in value:
            yield from _words(one)
    elif hasattr(value, "__dataclass_fields__"):
        for name in ("title", "appraisal", "against", "text", "promised", "outcome", "response"):
            yield from _words(getattr(value, name, ""))
