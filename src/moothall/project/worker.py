"""The worker: does the queued tasks one after another, and sets to run again what a killed worker left behind.

`python -m moothall.project.worker` starts one; there may be several. Each holds a lock on a file of its own for as
long as it lives, so a worker on the same machine knows the dead from the slow. A task must be safe to run twice.
"""

from __future__ import annotations

import fcntl
import logging
import os
import socket
import threading
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from django_tasks_db.models import DBTaskResult

ATTEMPTS = 3
FAR_AWAY = timedelta(hours=2)  # a worker on another machine is believed alive for this long after it began a task
SWEEP_EVERY = 60.0  # seconds
POLL_EVERY = 0.5  # seconds

log = logging.getLogger("moothall.worker")


class Abandoned(Exception):
    """A task whose worker died under it as often as it may be tried."""


def hold_lock(folder: Path, worker_id: str) -> IO[str]:
    """Take the lock that says this worker lives; it is let go when the process ends, however it ends."""
    folder.mkdir(parents=True, exist_ok=True)
    held = (folder / worker_id).open("w")
    fcntl.flock(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
    return held


def is_dead(worker_id: str, *, folder: Path, began_at: datetime | None, now: datetime) -> bool:
    """Whether a worker has ended: its lock is free, or it left no lock here and began too long ago to believe in."""
    path = folder / worker_id
    try:
        with path.open("r+") as left:
            fcntl.flock(left, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except FileNotFoundError:
        return began_at is None or now - began_at > FAR_AWAY
    except BlockingIOError:
        return False
    path.unlink(missing_ok=True)
    return True


def sweep(folder: Path, *, now: datetime) -> int:
    """Set every task of a dead worker to run again, or to failed after three attempts; how many were found."""
    from django.db import transaction
    from django_tasks_db.models import DBTaskResult

    found = 0
    dead: dict[str, bool] = {}
    with transaction.atomic():
        for task in DBTaskResult.objects.running().select_for_update(skip_locked=True):
            worker_id = task.worker_ids[-1] if task.worker_ids else ""
            if worker_id not in dead:
                dead[worker_id] = is_dead(worker_id, folder=folder, began_at=task.started_at, now=now)
            if dead[worker_id]:
                _set_to_run_again(task)
                found += 1
    return found


def _set_to_run_again(task: DBTaskResult) -> None:
    if len(task.worker_ids) >= ATTEMPTS:
        task.set_failed(
            Abandoned(f"The worker ended {ATTEMPTS} times while doing this task, so it is not tried again.")
        )
        log.error("Task %s (%s) ended its worker %s times; it is marked as failed.", task.id, task.task_path, ATTEMPTS)
        return
    task.status = "READY"
    task.started_at = None
    task.save(update_fields=["status", "started_at"])
    log.warning("Task %s (%s) was left by a worker that ended; it will run again.", task.id, task.task_path)


def sweep_now_and_then(folder: Path, stop: threading.Event) -> None:
    """Sweep, and do what passing time asks for, until told to stop; for a thread with its own database connection."""
    from django.db import DatabaseError, connection
    from django.utils import timezone

    from moothall.project.passing import pass_time

    done_for = ""
    while not stop.is_set():
        try:
            sweep(folder, now=datetime.now(UTC))
            done_for = pass_time(timezone.localtime(), done_for=done_for)
        except DatabaseError:
            log.exception("Looking for tasks left behind failed; it is tried again in %s seconds.", SWEEP_EVERY)
        except Exception:  # mail or a reminder that trips must not end the looking for tasks left behind
            log.exception("What the day asks for was not done; it is tried again in %s seconds.", SWEEP_EVERY)
        finally:
            connection.close()
        stop.wait(SWEEP_EVERY)


def main() -> None:
    """Run one worker until it is asked to stop. It finishes the task in hand first."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall.project.settings")
    import django

    django.setup()
    from django.conf import settings
    from django.utils.crypto import get_random_string
    from django_tasks_db.management.commands.db_worker import Worker

    logging.getLogger("django_tasks_db").setLevel(logging.ERROR)  # what it says of Ctrl-C is not true here
    folder = settings.MOOTHALL.folder / "workers"
    worker_id = f"{socket.gethostname()[:30]}-{os.getpid()}-{get_random_string(8)}"
    held = hold_lock(folder, worker_id)
    stop = threading.Event()
    threading.Thread(target=sweep_now_and_then, args=(folder, stop), daemon=True).start()
    worker = Worker(
        queue_names=["*"],
        excluded_queue_names=[],
        interval=POLL_EVERY,
        batch=False,
        backend_name="default",
        startup_delay=False,
        max_tasks=None,
        worker_id=worker_id,
    )
    worker.configure_signals()
    try:
        worker.run()
    finally:
        stop.set()
        (folder / worker_id).unlink(missing_ok=True)
        held.close()


if __name__ == "__main__":
    main()
