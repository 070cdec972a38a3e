"""Trials of asking for a file of everything about a plan."""

from __future__ import annotations

from typing import Any

from moothall.apps.audit_files import actions
from moothall.apps.audit_files.models import AuditFile
from moothall.domain.audit_files import Purpose
from moothall.domain.roles import Deed, Role
from tests.apps.deeds import NOW, Do, Trial
from tests.people import Council


def file_asked_for(here: Council, **done: Any) -> AuditFile:
    """A file for internal audit, asked for by the monitoring officer."""
    done = {"purpose": Purpose.INTERNAL_AUDIT, "why": "The annual audit", "at": NOW} | done
    done = {"by": here.who(Role.MONITORING_OFFICER)} | done
    return actions.ask_for_audit_file(workspace=here.workspace, **done)


def _ask(here: Council) -> Do:
    return lambda by: file_asked_for(here, by=by)


TRIALS = (
    Trial(
        "audit_files.ask_for_audit_file", "audit_file.asked", Deed.MAKE_AUDIT_FILE, Role.MONITORING_OFFICER, _ask
    ),
)  # fmt: skip
