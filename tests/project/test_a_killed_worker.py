"""A real worker, killed in the middle of a task, and the next one that finds what it left."""

from __future__ import annotations

import contextlib
import json
import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.promises.source import ROOT

pytestmark = pytest.mark.slow

ENQUEUE = """
import django; django.setup()
from tests.project.slow_tasks import wait_to_be_told
import sys; wait_to_be_told.enqueue(sys.argv[1])
"""


@pytest.fixture
def installation(tmp_path: Path) -> dict[str, str]:
    """The environment of an installation of its own, with its tables made."""
    environment = {
        **{name: value for name, value in os.environ.items() if name != "DATABASE_URL"},
        "MOOTHALL_FOLDER": str(tmp_path),
        "DJANGO_SETTINGS_MODULE": "moothall.project.settings",
        "PYTHONPATH": str(ROOT),
    }
    migrate = [sys.executable, "-m", "django", "migrate", "django_tasks_database", "--verbosity", "0"]
    subprocess.run(migrate, env=environment, cwd=ROOT, check=True)
    return environment


@contextlib.contextmanager
def a_worker(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    running = subprocess.Popen([sys.executable, "-m", "moothall.project.worker"], env=environment, cwd=ROOT)
    try:
        yield running
    finally:
        if running.poll() is None:
            running.kill()
            running.wait()


def wait_for(condition: Callable[[], bool], seconds: float = 20) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.05)


def test_a_task_whose_worker_was_killed_is_done_by_the_next_worker(
    installation: dict[str, str], tmp_path: Path
) -> None:
    begun = tmp_path / "begun"
    subprocess.run([sys.executable, "-c", ENQUEUE, str(tmp_path)], env=installation, cwd=ROOT, check=True)
    with a_worker(installation) as first:
        wait_for(begun.exists)
        first.send_signal(signal.SIGKILL)
        first.wait()

    with a_worker(installation) as second:
        wait_for(lambda: begun.read_text() == "begun\nbegun\n")
        (tmp_path / "go").touch()
        second.terminate()
        status = second.wait(20)

    with contextlib.closing(sqlite3.connect(tmp_path / "moothall.sqlite3")) as database:
        ((state, workers, answer),) = database.execute(
            "SELECT status, worker_ids, return_value FROM django_tasks_database_dbtaskresult"
        ).fetchall()
    assert status == 0, "told to stop, a worker finishes what is in hand and ends well"
    assert (state, json.loads(answer)) == ("SUCCESSFUL", "told")
    assert len(json.loads(workers)) == 2
    assert list((tmp_path / "workers").iterdir()) == []
