"""A worker that was killed loses nothing: what it had in hand runs again, and not for ever."""

import fcntl
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from django_tasks_db.models import DBTaskResult, get_date_max

from moothall.project import worker

NOW = datetime(2024, 7, 11, 18, 0, tzinfo=UTC)

pytestmark = pytest.mark.django_db


def a_running_task(*worker_ids: str, began_at: datetime = NOW - timedelta(minutes=1)) -> DBTaskResult:
    return DBTaskResult.objects.create(
        status="RUNNING",
        args_kwargs={"args": [], "kwargs": {}},
        task_path="moothall.apps.files.tasks.read_document",
        backend_name="default",
        run_after=get_date_max(),
        worker_ids=list(worker_ids),
        started_at=began_at,
        exception_class_path="",
        traceback="",
    )


def a_dead_worker(folder: Path, name: str = "here-1") -> str:
    worker.hold_lock(folder, name).close()
    return name


def test_a_task_left_by_a_dead_worker_is_set_to_run_again(tmp_path: Path) -> None:
    task = a_running_task(a_dead_worker(tmp_path))

    found = worker.sweep(tmp_path, now=NOW)

    task.refresh_from_db()
    assert found == 1
    assert task.status == "READY"
    assert list(DBTaskResult.objects.ready()) == [task]


def test_a_task_of_a_living_worker_is_left_alone_however_slow(tmp_path: Path) -> None:
    held = worker.hold_lock(tmp_path, "here-2")
    task = a_running_task("here-2", began_at=NOW - timedelta(days=3))

    found = worker.sweep(tmp_path, now=NOW)

    held.close()
    task.refresh_from_db()
    assert found == 0
    assert task.status == "RUNNING"


@pytest.mark.parametrize(("ago", "status"), [(timedelta(minutes=30), "RUNNING"), (timedelta(hours=3), "READY")])
def test_a_worker_of_another_machine_is_believed_alive_for_two_hours(
    tmp_path: Path, ago: timedelta, status: str
) -> None:
    task = a_running_task("elsewhere-7", began_at=NOW - ago)

    worker.sweep(tmp_path, now=NOW)

    task.refresh_from_db()
    assert task.status == status


def test_a_task_that_ended_three_workers_is_marked_as_failed_and_says_why(tmp_path: Path) -> None:
    task = a_running_task(*(a_dead_worker(tmp_path, f"here-{number}") for number in (1, 2, 3)))

    worker.sweep(tmp_path, now=NOW)

    task.refresh_from_db()
    assert task.status == "FAILED"
    assert "ended 3 times" in task.traceback


def test_two_workers_never_hold_the_same_lock(tmp_path: Path) -> None:
    held = worker.hold_lock(tmp_path, "here-1")

    with pytest.raises(BlockingIOError):
        worker.hold_lock(tmp_path, "here-1")

    fcntl.flock(held, fcntl.LOCK_UN)
    held.close()
