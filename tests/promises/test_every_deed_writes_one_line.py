"""The whole line is walked, and every deed done on the way is held to its one line in the record."""

from __future__ import annotations

import importlib
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import wraps
from typing import Any

import pytest

from moothall.apps.audit.models import Entry
from moothall.apps.plans import actions as plans
from moothall.apps.progress import actions as progress
from moothall.apps.workspaces import actions as workspaces
from moothall.domain.progress import MilestoneState
from moothall.domain.roles import Role
from tests import people
from tests.promises.test_deeds import deeds

pytestmark = pytest.mark.django_db
OCTOBER = datetime(2024, 10, 10, 9, tzinfo=UTC)


class Watch:
    """Counts what each deed writes for itself. A deed that does others inside it answers only for its own line."""

    def __init__(self) -> None:
        self.called: Counter[str] = Counter()
        self.own_lines: dict[str, set[int]] = {}
        self._inside: list[int] = []

    def over(self, name: str, deed: Callable[..., Any]) -> Callable[..., Any]:
        """The deed, watched."""

        @wraps(deed)
        def watched(*args: Any, **kwargs: Any) -> Any:
            before = Entry.objects.count()
            self._inside.append(0)
            result = deed(*args, **kwargs)
            written = Entry.objects.count() - before
            own = written - self._inside.pop()
            if self._inside:
                self._inside[-1] += written
            self.called[name] += 1
            self.own_lines.setdefault(name, set()).add(own)
            return result

        return watched


@pytest.fixture
def watch(monkeypatch: pytest.MonkeyPatch) -> Watch:
    """Every deed of every app, watched."""
    watching = Watch()
    for module, function in deeds():
        actions = importlib.import_module(module.name)
        name = f"{module.name.split('.')[2]}.{function.name}"
        monkeypatch.setattr(actions, function.name, watching.over(name, getattr(actions, function.name)))
    return watching


def test_from_the_letter_to_the_first_progress_there_are_as_many_lines_as_deeds(watch: Watch) -> None:
    here = people.council()

    here.sent()
    follows = here.who(Role.PERFORMANCE_MANAGER)
    progress.record_reading(
        workspace=here.workspace, measure="M1", period="to September 2024", period_ends_on=date(2024, 9, 30),
        value=Decimal("3.3"), by=follows, at=OCTOBER,
    )  # fmt: skip
    progress.update_milestone(
        workspace=here.workspace, milestone="C1.1", state=MilestoneState.DONE, words="Signed.",
        done_on=date(2024, 9, 27), by=follows, at=OCTOBER,
    )  # fmt: skip

    assert Entry.objects.count() == watch.called.total()
    assert {name: own for name, own in watch.own_lines.items() if own != {1}} == {}
    assert len(watch.called) > 15, "the line is walked by nearly every deed"


def test_opening_a_workspace_with_its_first_person_writes_its_own_line_and_one_for_each_role(watch: Watch) -> None:
    here = people.council()
    lines_before, deeds_before = Entry.objects.count(), watch.called.total()

    workspaces.open_workspace(
        authority=replace(people.COUNCIL, gss="X07000095", name="Tarnside"), round_=people.ROUND,
        first_person=here.stranger(), roles=(Role.POLICY_OFFICER, Role.REPORT_AUTHOR), by=None, at=OCTOBER,
    )  # fmt: skip

    assert Entry.objects.count() - lines_before == watch.called.total() - deeds_before == 4
    assert watch.own_lines["workspaces.open_workspace"] == {1}
    assert watch.own_lines["people.give_role"] == {1}


def test_a_deed_done_twice_that_changes_nothing_the_second_time_writes_one_line_in_all(watch: Watch) -> None:
    here = people.council()
    lines_before = Entry.objects.count()

    for _ in range(2):
        plans.begin_plan(workspace=here.workspace, title="Savings Plan", by=here.who(Role.POLICY_OFFICER), at=OCTOBER)

    assert Entry.objects.count() == lines_before + 1
    assert watch.own_lines["plans.begin_plan"] == {0, 1}
