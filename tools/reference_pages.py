"""Prints the pages of docs/reference that are made from shipped data. Run it after changing data; a test compares."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from pathlib import Path

from moothall.domain.coding import CodeKind
from moothall.domain.rounds import Round
from moothall.reference import authorities, coding_frame, measures, rounds, sources

sys.path.insert(0, str(Path(__file__).resolve().parent.parent))  # so that it runs as a script too
from tools import (
    reference_clocks,
    reference_content,
    reference_documents,
    reference_law,
    reference_notices,
    reference_reading,
    reference_rounds,
    reference_routes,
    reference_rules,
    reference_safety,
    reference_templates,
)

FOLDER = Path(__file__).resolve().parent.parent / "docs" / "reference"
MADE = (
    "This page is printed from the data that Moothall ships (`python tools/reference_pages.py`). "
    "Change the data, not the page."
)


def _table(heads: tuple[str, ...], rows: Iterable[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join("| " + " | ".join(cell.replace("|", "\\|") for cell in line) + " |" for line in lines)


def _page(title: str, *parts: str) -> str:
    return "\n\n".join((f"# {title}", MADE, *(part for part in parts if part))) + "\n"


def register_of_authorities() -> str:
    """The register: current authorities by region, then those abolished with their successors."""
    every = authorities.all_authorities()
    current = sorted((a for a in every if a.ends_on is None), key=lambda a: a.name.casefold())
    ended = sorted((a for a in every if a.ends_on), key=lambda a: (a.ends_on, a.name.casefold()))
    kinds = sorted({a.kind for a in current})
    return _page(
        "Register of authorities",
        f"The {len(current)} principal authorities of England and {len(ended)} abolished since "
        f"{authorities.COMPLETE_FROM.isoformat()}. The register answers for days from then on. Credit: mySociety, "
        "CC BY 4.0; see [sources](sources.md).",
        "## How many of each kind",
        _table(("Kind", "Current"), ((kind, str(sum(a.kind == kind for a in current))) for kind in kinds)),
        "## Current",
        _table(
            ("Code", "Name", "Official name", "Kind", "Region", "County"),
            ((a.gss, a.name, a.official_name, a.kind, a.region, a.county) for a in current),
        ),
        "## Abolished",
        _table(
            ("Code", "Official name", "First day without it", "Replaced by", "Today"),
            (
                (
                    a.gss,
                    a.official_name,
                    a.ends_on.isoformat() if a.ends_on else "",
                    ", ".join(authorities.by_gss(gss).official_name for gss in a.replaced_by),
                    ", ".join(heir.official_name for heir in authorities.successors(a)),
                )
                for a in ended
            ),
        ),
    )


def shipped_rounds() -> str:
    """Every shipped round: days, themes with questions, requirements, promises."""
    return _page(
        "Rounds",
        "A round is a file, and all that Moothall needs to know of one call from government.",
        *reference_rounds.round_format(_table),
        *(_round(each) for each in rounds.shipped()),
    )


def _round(each: Round) -> str:
    facts = [
        ("Name in addresses", f"`{each.slug}`"),
        ("Asked by", each.issuer),
        (
            "Since then",
            "; ".join(f"{one.name}, from {one.from_on.isoformat()}" for one in each.successors) or "the same",
        ),
        ("Written to", each.letter.addressee or "not said"),
        ("Rests on", each.legal_basis.value.replace("_", " ")),
        ("Letter", each.letter_on.isoformat()),
        ("Deadline", each.deadline_on.isoformat()),
        ("Length", f"{each.pages[0]} to {each.pages[1]} pages; longer is allowed" if each.pages else "none set"),
        ("Polling days", ", ".join(day.isoformat() for day in each.polling_days) or "none"),
        ("Sent in by", " ".join(each.channels)),
        ("Promised", " ".join(each.promises)),
    ]
    questions = [
        (question.id, question.title, question.text, question.confidence or "", question.evidence)
        for _, question in each.questions()
    ]
    return "\n\n".join(
        (
            f"## {each.title}",
            each.note,
            _table(("What", "In this round"), facts),
            "### Themes",
            _table(
                ("Id", "Key", "Title", "What is asked"), ((t.id, f"`{t.key}`", t.title, t.text) for t in each.themes)
            ),
            "### Questions",
            _table(("Id", "Title", "Question in our words", "Confidence", "Evidence"), questions),
            "### Requirements",
            _table(
                ("Id", "Kind", "How firm", "What", "From"),
                ((r.id, r.kind.value, r.strength.value, r.text, r.source) for r in each.requirements),
            ),
            "### Later changes",
            _table(("Day", "By", "What"), ((a.on.isoformat(), a.authority, a.text) for a in each.amendments)),
        )
    )


def library_of_measures() -> str:
    """The measures, one row each, then the notes on fair use."""
    library = measures.library()
    return _page(
        "Measures",
        f"The library holds {len(library)} measures that councils already keep. A council takes those it reports "
        "anyway; nobody has to report anything new. Moothall shows a council its own measures over time and never puts "
        "councils in order by them.",
        _table(
            ("Id", "Measure", "Unit", "Direction", "Definition", "Divided by", "How often", "Usual source"),
            (
                (m.id, m.title, m.unit, m.direction.value, m.definition, m.denominator, m.frequency, m.usual_source)
                for m in library
            ),
        ),
        "## Using them fairly",
        _table(("Id", "What the figure does not show", "Basis"), ((m.id, m.fair_use, m.basis) for m in library)),
    )


def frame() -> str:
    """The coding frame, list by list, each code with its border and examples."""
    shipped = coding_frame.frame()
    parts = []
    for kind in CodeKind:
        parts.append(f"## {kind.value.capitalize()}s")
        for code in shipped.codes(kind):
            examples = "\n".join(f"- {example}" for example in code.examples)
            parts.append(
                f"### `{code.id}` {code.title}\n\n{code.definition}\n\n*In:* {code.include}\n\n"
                f"*Out:* {code.exclude}\n\n{examples}"
            )
    return _page(
        "Coding frame",
        f"Version {shipped.version}. A passage of a plan has one theme and may have a practice and a barrier. Codes "
        "name subjects; none says how good anything is. The examples were written for the frame and come from no plan.",
        *parts,
    )


def sources_of_data() -> str:
    """Where every shipped data file came from."""
    parts = []
    for source in sources.shipped_sources():
        recalled = f"\n\n*Recalled rather than read:* {source.recalled}" if source.recalled else ""
        parts.append(
            f"## `{source.file}`\n\n{source.holds}\n\n*From:* {source.comes_from}\n\n*Licence:* {source.licence}. "
            f"*As of:* {source.as_of}.{recalled}"
        )
    return _page("Sources of the shipped data", "Paths are below `src/moothall/reference/data/`.", *parts)


PAGES: dict[str, Callable[[], str]] = {
    "register-of-authorities.md": register_of_authorities,
    "rounds.md": shipped_rounds,
    "measures.md": library_of_measures,
    "coding-frame.md": frame,
    "sources.md": sources_of_data,
    "clocks.md": lambda: _page("Clocks", *reference_clocks.clocks()),
    "every-rule.md": lambda: _page("Every rule", *reference_law.every_rule()),
    "routes.md": lambda: _page("Routes", *reference_clocks.routes(), *reference_routes.walks()),
    "rules-format.md": lambda: _page("Rules format", *reference_rules.rules_format()),
    "house-templates.md": lambda: _page("House templates", *reference_documents.templates()),
    "report-template-names.md": lambda: _page("Names in a Word template", *reference_templates.names()),
    "notices.md": lambda: _page("Notices", *reference_notices.notices()),
    "hand-off.md": lambda: _page("Hand-off to a committee system", *reference_documents.hand_off()),
    "plan-format.md": lambda: _page("Plan format", *reference_documents.plan_format()),
    "facts.md": lambda: _page("Facts", *reference_reading.facts()),
    "plan-content.md": lambda: _page("What a plan says", *reference_content.plan_content()),
    "safety.md": lambda: _page("Before the public sees it", *reference_safety.safety()),
    "checks.md": lambda: _page("Checks", *reference_reading.checks()),
}


def main() -> None:
    """Write every page."""
    for name, page in PAGES.items():
        (FOLDER / name).write_text(page(), encoding="utf-8")
    reference_templates.write(FOLDER)


if __name__ == "__main__":
    main()
