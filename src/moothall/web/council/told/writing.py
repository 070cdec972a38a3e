"""The plan and its report as they are written, in sentences."""

from moothall.web.council.told.phrases import Details, Names, Sentence, day, named

_STATUS = {
    "open": "left open",
    "answered": "answered",
    "elsewhere": "pointed elsewhere for",
    "not_answered": "declined to answer, with a reason,",
}


_LAYOUTS = {
    "narrative": "as a running text",
    "questions": "question by question",
    "table": "as tables",
    "own": "in sections of the council’s own",
}


_FURTHER = {
    "linkeddocument": "document",
    "objective": "objective",
    "ownpoint": "point",
    "partnership": "partnership",
    "figure": "figure",
    "section": "section",
}


def _answered(said: Details, names: Names) -> str:
    status = (said.get("after") or {}).get("status", "answered")
    return f"{_STATUS.get(status, 'changed the answer to')} {named(said.get('question'), names)}"


def _title(said: Details) -> str:
    value = said.get("value") or said.get("after") or said
    return f"“{value.get('title', '')}”"


def item(deed: str, kind: str) -> Sentence:
    return lambda said, names: f"{deed} the {kind} {_title(said)}"


TOLD: dict[str, Sentence] = {
    "plan.begun": lambda said, names: "began the plan",
    "plan.started_from_file": lambda said, names: f"began the plan with what the file {said.get('name', '')} says",
    "plan.opening_written": lambda said, names: "wrote the title and introduction of the plan",
    "question.answered": _answered,
    "commitment.added": item("added", "commitment"),
    "commitment.changed": item("changed", "commitment"),
    "commitment.removed": item("took out", "commitment"),
    "milestone.added": lambda said, names: f"added the milestone “{said.get('title')}”, due {day(said.get('due_on'))}",
    "measure.added": item("added", "measure"),
    "measure.changed": item("changed", "measure"),
    "measure.removed": item("took out", "measure"),
    "barrier.added": item("added", "barrier"),
    "barrier.changed": item("changed", "barrier"),
    "barrier.removed": item("took out", "barrier"),
    "plan.set_out": lambda said, names: (
        f"set the plan out {_LAYOUTS.get(str((said.get('after') or {}).get('layout')), 'anew')}"
    ),
    **{
        f"{table}.{event}": item(deed, words)
        for table, words in _FURTHER.items()
        for event, deed in (("added", "added"), ("changed", "changed"), ("removed", "took out"))
    },
    "plan.version_kept": lambda said, names: f"kept version {said.get('number')} of the plan, {said.get('name')}",
    "report.begun": lambda said, names: (
        f"began the covering report in the house template {named(said.get('house_template'), names)}"
    ),
    "report.house_template_chosen": lambda said, names: (
        f"set the covering report in the house template {named(said.get('after'), names)}"
    ),
    "report.taken_recorded": lambda said, names: (
        f"recorded which recommendations members took: {', '.join(said.get('after') or ()) or 'none'}"
    ),
    "report.template_brought": lambda said, names: (
        f"brought {said.get('name')} in as version {said.get('number')} of the council’s own Word template"
    ),
    "report.own_template_chosen": lambda said, names: (
        f"set the report’s Word file in version {said['after']} of the council’s own template"
        if said.get("after")
        else "set the report’s Word file in the house order again"
    ),
    "report.paper_kept": lambda said, names: f"kept {said.get('name')} as the public copy of “{said.get('paper')}”",
    "report.paper_taken_back": lambda said, names: (
        f"took {said.get('name')}, the public copy of “{said.get('paper')}”, back"
    ),
    "report.exempt_written": lambda said, names: (
        f"wrote Part 2 of the covering report, revision {said.get('revision')}"
    ),
    "report.field_written": lambda said, names: (
        f"wrote {named(said.get('field'), names).replace('_', ' ')} of the covering report"
    ),
}
