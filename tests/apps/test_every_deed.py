"""Every deed of a council: it leaves one line, falls with any of its writes, and is for those whose deed it is."""

from __future__ import annotations

import pytest
from django.db import transaction

from moothall.apps.audit.models import Entry
from moothall.domain.refusals import Refusal
from moothall.domain.roles import MAY, Role
from tests.apps import (
    deeds_audit_files,
    deeds_best_value,
    deeds_decisions,
    deeds_department,
    deeds_groups,
    deeds_hours,
    deeds_lineage,
    deeds_notices,
    deeds_of_routes,
    deeds_of_the_return,
    deeds_progress,
    deeds_publication,
    deeds_rounds,
    deeds_with_words,
)
from tests.apps.deeds import NOW, Trial, next_door
from tests.apps.deeds import TRIALS as OF_A_COUNCIL
from tests.apps.proof import everything, failed_at_each_write
from tests.people import Council
from tests.promises.test_deeds import NAMES

pytestmark = pytest.mark.django_db
TRIALS = (
    *OF_A_COUNCIL,
    *deeds_with_words.TRIALS,
    *deeds_audit_files.TRIALS,
    *deeds_best_value.TRIALS,
    *deeds_decisions.TRIALS,
    *deeds_groups.TRIALS,
    *deeds_department.TRIALS,
    *deeds_hours.TRIALS,
    *deeds_lineage.TRIALS,
    *deeds_notices.TRIALS,
    *deeds_of_routes.TRIALS,
    *deeds_of_the_return.TRIALS,
    *deeds_progress.TRIALS,
    *deeds_publication.TRIALS,
    *deeds_rounds.TRIALS,
)
each_deed = pytest.mark.parametrize("trial", TRIALS, ids=str)

# Bringing documents in, evidence, and the panel, have tests of their own; so has what does many deeds at once.
ELSEWHERE = ("intake.", "evidence.", "panel.", "statements.put_into_plan")
# These save words by the plan's own deed too, which leaves a line of its own before theirs.
ALL_SAVING = (*deeds_with_words.SAVING, *deeds_groups.SAVING)
SAVING = pytest.mark.parametrize("trial", ALL_SAVING, ids=str)


def test_every_deed_is_tried_here() -> None:
    tried = {trial.name.partition(",")[0] for trial in (*TRIALS, *ALL_SAVING)}

    assert tried == {name for name in NAMES if not name.startswith(ELSEWHERE)}


@each_deed
def test_a_deed_leaves_one_line_with_its_event_its_person_and_its_moment(trial: Trial, council: Council) -> None:
    do, by, lines_before = trial.ready(council), council.who(trial.role), Entry.objects.count()

    do(by)

    line = Entry.objects.last()
    assert line is not None
    assert Entry.objects.count() == lines_before + 1
    assert (line.event, line.by_name, line.by_id, line.at) == (trial.event, by.name, by.pk, NOW)
    assert not trial.is_of_workspace or line.workspace_id == council.workspace.pk


@each_deed
def test_a_deed_that_fails_at_any_of_its_writes_leaves_nothing_behind(trial: Trial, council: Council) -> None:
    do, by = trial.ready(council), council.who(trial.role)
    before = everything()

    after_each_fault = list(failed_at_each_write(lambda: do(by)))

    assert len(after_each_fault) >= 2, "a row and a line"
    assert all(after == before for after in after_each_fault)
    assert everything() != before


@each_deed
def test_a_deed_is_refused_to_every_role_that_may_not_do_it(trial: Trial, council: Council) -> None:
    do = trial.ready(council)
    others = [council.who(role) for role in Role if role not in MAY[trial.deed]]
    others += [council.stranger(), next_door(trial.role)]
    before = everything()

    for someone in others:
        with pytest.raises(Refusal, match="You cannot do this") as refused:
            do(someone)
        assert refused.value.next_step.endswith("who may.")

    assert everything() == before


@each_deed
def test_a_deed_can_be_done_by_every_role_that_may(trial: Trial, council: Council) -> None:
    do = trial.ready(council)

    done_by = []
    for role in sorted(MAY[trial.deed]):
        with transaction.atomic():
            do(council.who(role))
            done_by.append(Entry.objects.latest("id").by_name)
            transaction.set_rollback(True)

    assert done_by == [council.who(role).name for role in sorted(MAY[trial.deed])]


@SAVING
def test_a_deed_with_another_inside_it_leaves_both_lines_or_none(trial: Trial, council: Council) -> None:
    do, by = trial.ready(council), council.who(trial.role)
    before, lines_before = everything(), Entry.objects.count()

    with pytest.raises(Refusal, match="You cannot do this"):
        do(council.who(Role.PERFORMANCE_MANAGER))
    after_each_fault = list(failed_at_each_write(lambda: do(by)))

    assert len(after_each_fault) >= 4, "two rows and two lines"
    assert all(after == before for after in after_each_fault)
    lines = Entry.objects.order_by("id")[lines_before:]
    assert [(one.by_name, one.at) for one in lines] == [(by.name, NOW)] * 2
    assert lines[1].event == trial.event
