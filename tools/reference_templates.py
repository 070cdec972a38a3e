"""The reference page of the names that a council's own Word template may use, and the template to begin from."""

from __future__ import annotations

from pathlib import Path

from moothall.documents.own_templates import sample
from moothall.documents.own_templates.checking import MOST
from moothall.documents.own_templates.names import NAMES, ROWS
from moothall.documents.own_templates.package import LIMITS
from moothall.documents.reading.limits import MEGABYTE
from moothall.reference import house_templates

SAMPLE = "report-template.docx"


def names() -> tuple[str, ...]:
    """The parts of the page: how a name is written, every name, what repeats, and what is refused."""
    return (
        "A council's own report in Word becomes its template by names in double braces. They are replaced, and nothing "
        "in them is run: whatever is no name below is told with its place and stays as it stands. "
        f"[A template to begin from]({SAMPLE}) has the plain order; the page of the report gives the same of any "
        "house order. Names may be written with capitals, spaces or hyphens. Words take the letters, style and numbers "
        "of the paragraph that the name stands in; one that says nothing leaves no paragraph behind, and a row of a "
        "table whose names say nothing leaves no row.",
        "## Names",
        _table(("Name", "Stands for"), [(f"`{{{{ {one.name} }}}}`", one.means) for one in NAMES.values()]),
        "## What repeats",
        "A row of a table with one of these repeats for each. Outside a table, `{{ each option }}` and `{{ end }}` on "
        "lines of their own stand around what repeats. A part that repeats holds no other.",
        _table(
            ("For each", "Name", "Stands for"),
            [
                (row.means, f"`{{{{ {row.name}.{column} }}}}`", means)
                for row in ROWS.values()
                for column, means in row.columns.items()
            ],
        ),
        "## What is kept or left out",
        "`{{ if glossary }}` and `{{ end }}` on lines of their own keep what stands between them where the report has "
        "a glossary, `{{ if not glossary }}` where it has none. Any name and any kind of row may stand there.",
        "## What is refused",
        f"More than {LIMITS.bytes // MEGABYTE} MB, or {LIMITS.unpacked_bytes // MEGABYTE} MB unpacked; macros; "
        "embedded files and controls; links to pictures, templates or files elsewhere, and fields that fetch or run "
        f"something; tracked changes and comments, which would stand in every report; more than {MOST} names. A link "
        "to click may stay. Part 2 has no name.",
    )


def sample_template() -> bytes:
    """The template to begin from, in the plain order."""
    return sample.write(house_templates.plain())


def write(folder: Path) -> None:
    """Write the template to begin from beside the page."""
    (folder / SAMPLE).write_bytes(sample_template())


def _table(heads: tuple[str, ...], rows: list[tuple[str, ...]]) -> str:
    lines = [heads, tuple("---" for _ in heads), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)
