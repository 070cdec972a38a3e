"""A process killed at any point of publishing or sending leaves the old state or the new one, and never one between."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.db import connection

from moothall.apps.routes import actions as routes
from moothall.domain.roles import Role
from tests.apps.killing import DATABASE, FILES, PUBLISHED_AT
from tests.people import Council
from tests.promises.source import ROOT


def put_down(folder: Path) -> None:
    """What the database and the store hold at this moment, as an installation of its own."""
    folder.mkdir()
    connection.ensure_connection()
    (folder / DATABASE).write_bytes(connection.connection.serialize())
    shutil.copytree(default_storage.path(""), folder / FILES, dirs_exist_ok=True)


def killed_everywhere(root: Path) -> dict[str, dict[str, Any]]:
    """Each deed's points, what was wrong, and how often each state was met, from a process of its own."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "MOOTHALL_FOLDER": str(root),
        "MOOTHALL_MAIL": "smtp://localhost:1",  # the outbox is filled where there is a server, and nothing asks it here
        "DJANGO_SETTINGS_MODULE": "moothall.project.settings",
        "PYTHONPATH": os.pathsep.join([str(ROOT / "src"), str(ROOT)]),
    }
    command = [sys.executable, "-m", "tests.apps.killing", str(root)]
    done = subprocess.run(command, env=environment, cwd=ROOT, capture_output=True, text=True, timeout=120)
    assert done.returncode == 0, done.stderr
    return {line["deed"]: line for line in map(json.loads, done.stdout.splitlines())}


@pytest.mark.django_db
@pytest.mark.skipif(connection.vendor != "sqlite", reason="Copies of a database file are what makes this quick.")
def test_a_process_killed_at_any_point_of_publishing_or_sending_leaves_the_old_state_or_the_new(
    council: Council, tmp_path: Path
) -> None:
    decision, by = council.decided(), council.who(Role.DEMOCRATIC_SERVICES)
    routes.publish_decision(decision=decision, published_at=decision.recorded_at, by=by, at=decision.recorded_at)
    put_down(tmp_path / "publish")
    assert decision.plan_version is not None
    from moothall.apps.publications.actions import publish_plan

    publish_plan(
        workspace=council.workspace, version=decision.plan_version, round_=council.round_,
        by=council.who(Role.POLICY_OFFICER), at=PUBLISHED_AT,
    )  # fmt: skip
    put_down(tmp_path / "submit")

    tried = killed_everywhere(tmp_path)

    assert {name: one["found"] for name, one in tried.items()} == {"publish": [], "submit": [], "submit_by_mail": []}
    for one in tried.values():
        assert {"before COMMIT", "after COMMIT", "before INSERT INTO audit_entry"} <= set(one["points"])
        assert all(one["ends"].values()), "some points lie before the deed is done, and some after"
    assert [point for point in tried["publish"]["points"] if point.startswith("file ")], "the PDF is a file"
    assert "before INSERT INTO mail_message" in tried["submit_by_mail"]["points"]
