"""Documents as they are brought into a council's workspace: an invented report, the five real ones, and their formats."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from moothall.apps.intake import actions, queries
from moothall.apps.intake.models import Upload
from moothall.apps.intake.tasks import read_upload
from moothall.domain.roles import Role
from moothall.reference import authorities, rounds
from tests.people import Council, council
from tests.samples import as_docx, as_typst_pdf
from tests.samples.matter import items

NOON = datetime(2024, 6, 3, 12, tzinfo=UTC)

# ruff: noqa: E501 - a paragraph is one line, as in the reports councils keep as text
REPORT = """# Savings Plan 2024

Ambermere District Council

Report to:\tCabinet
Date:\t11 July 2024
Portfolio Holder:\tCouncillor Ada Merrow
Lead Officer:\tBram Oakes, Chief Executive
Key Decision:\tYes
Call In:\tThis item is subject to call in procedures

## Recommendations

2.1 That Cabinet approves and endorses the Savings Plan at Appendix A for publication and submission.

2.2 That authority is delegated to the Chief Executive, in consultation with the Leader, to make minor changes of wording.

## Reasons

3.1 The letter asks for a plan by 19 July 2024, overseen and endorsed by members and published on the council's website.

## Options

- Approve the plan as it stands.
- Ask for another version.

## Legal Implications

5.1 There is no duty in statute to write the plan.

## Financial Implications

6.1 None arise from the plan itself; each project in it has its own budget.

## Appendices

Appendix A - Savings Plan

## Background Papers

None
"""

FORMATS: dict[str, Callable[[str], bytes]] = {
    "txt": lambda text: text.encode(),
    "docx": lambda text: as_docx.make(items(text)),
    "pdf": lambda text: as_typst_pdf.make(items(text)),
}

FIVE = {
    "000": "E07000093",
    "001": "E07000135",
    "002": "E07000099",
    "003": "E07000073",
    "004": "E07000175",
}
"""The five reports beside the project by the number their names begin with, and the code of the council of each."""


def of_council(gss: str) -> Council:
    """The workspace of a real council in the first round that is shipped, with the invented cast in it."""
    return council(authorities.by_gss(gss), rounds.shipped()[0])


def text_of(shared_folder: Path, number: str) -> str:
    """One of the five reports as text."""
    return next((shared_folder / "seeds").glob(f"{number}_*.txt")).read_text(encoding="utf-8")


def bring(here: Council, data: bytes, name: str) -> Upload:
    """Upload a document and let it be read, as the worker would."""
    row = actions.upload_document(
        workspace=here.workspace, name=name, data=data, by=here.who(Role.POLICY_OFFICER), at=NOON
    )
    read_upload.call(row.pk)
    return again(row)


def again(row: Upload) -> Upload:
    """The upload as it stands now, with its facts and confirmations."""
    found = queries.upload(row.workspace, row.pk)
    assert found is not None
    return found


def confirm_all(here: Council, row: Upload) -> Upload:
    """Say of everything that was found that it is right, and that the report is the council's own."""
    by = here.who(Role.POLICY_OFFICER)
    actions.say_whose(upload=row, is_ours=True, by=by, at=NOON)
    for field, value in (row.record or {}).items():
        if value is not None and field != "authority":
            actions.confirm_fact(upload=row, field=field, verdict="right", by=by, at=NOON)
    return again(row)
