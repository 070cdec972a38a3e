"""An invented council's own plan, brought in and read as a plan, for the tests of what it says."""

from __future__ import annotations

from moothall.apps.intake.models import Upload
from moothall.apps.statements import actions, queries
from moothall.apps.statements.models import PlanReading, StatementRead
from moothall.apps.statements.tasks import read_content
from moothall.domain.roles import Role
from moothall.reference import rounds
from tests import people
from tests.apps.intake.brought_in import NOON, bring
from tests.people import COUNCIL, Council

PLAN = """# Productivity Plan 2024

Ambermere District Council

July 2024

## 1. Changing the way we work

We moved three offices into one in 2021, which saves £412,000 a year.

We will move benefits into the shared team by 31 March 2025.

### How we measure productivity

We compare the cost of every service with that of fifteen similar districts.

## 2. Technology and data

We will pilot artificial intelligence for minutes in the autumn of 2024.

## 3. Reducing waste

The question on trade union facility time is answered in our annual pay policy statement.

The Minister said in April that councils “will be set free from needless red tape”.

Measure	Unit	2023/24	Target 2025/26
Agency spend	% of the pay bill	3.9	3.0

## 4. What stands in our way

Single-year settlements mean that we cannot plan beyond March. We ask Government to settle for three years at a time.
"""


def a_council() -> Council:
    """The invented council in the first round that is shipped."""
    return people.council(COUNCIL, rounds.shipped()[0])


def read(here: Council, data: bytes = PLAN.encode(), name: str = "plan.txt") -> PlanReading:
    """Bring a plan in and have it read as one, as the worker would."""
    return read_again(here, bring(here, data, name))


def read_again(here: Council, upload: Upload) -> PlanReading:
    """Have a document read as a plan, for the first time or anew."""
    reading = actions.read_plan(upload=upload, by=here.who(Role.POLICY_OFFICER), at=NOON)
    read_content.call(reading.pk)
    return again(reading)


def again(reading: PlanReading) -> PlanReading:
    """The reading as it stands now."""
    found = queries.reading(reading.upload)
    assert found is not None
    return found


def one(reading: PlanReading, kind: str, words: str = "") -> StatementRead:
    """The statement of a kind whose quotation holds these words."""
    return next(row for row in reading.statements.all() if row.kind == kind and words in row.quote)


def accept_all(here: Council, reading: PlanReading) -> PlanReading:
    """Say of every statement that it is right."""
    rows = list(reading.statements.all())
    actions.accept_statements(statements=rows, by=here.who(Role.POLICY_OFFICER), at=NOON)
    return again(reading)
