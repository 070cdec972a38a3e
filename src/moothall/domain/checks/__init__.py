"""Checks: each looks at values handed to it and yields remarks. They point out; they never change or block anything.

CHECKS lists the modules, each with its lasting id in ``CHECK`` and one function ``check``.
"""

from __future__ import annotations

from types import ModuleType

from moothall.domain.checks import (
    another_authority_named,
    appendices_counted,
    authority_not_named,
    deadline_contradiction,
    deadline_differs_from_round,
    delegation_without_consultee,
    department_name,
    forward_plan_differs,
    implication_without_author,
    letter_not_there,
    not_all_read,
    note_is_not_endorse,
    noting_only_against_approving,
    officer_comments_on_own_report,
    plan_not_final,
    status_contradicts_resolution,
    step_after_deadline,
)

CHECKS: tuple[ModuleType, ...] = (
    step_after_deadline,
    deadline_differs_from_round,
    deadline_contradiction,
    authority_not_named,
    another_authority_named,
    department_name,
    implication_without_author,
    note_is_not_endorse,
    noting_only_against_approving,
    officer_comments_on_own_report,
    delegation_without_consultee,
    status_contradicts_resolution,
    appendices_counted,
    letter_not_there,
    forward_plan_differs,
    plan_not_final,
    not_all_read,
)
