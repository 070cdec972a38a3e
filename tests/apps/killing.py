"""A real process that is killed at every point of a deed, one after another, and what is found afterwards.

`python -m tests.apps.killing FOLDER` looks for prepared databases in the folder (`publish` and `submit`, each with
`moothall.sqlite3` and `files`). It does each deed once undisturbed and notes every statement that writes, every commit
and every file that is opened, made or moved. Then, on a fresh copy for each, it forks, and the child is killed at that
point; or it meets a disk that is full there. One line of JSON for each deed says what was wrong.
"""

from __future__ import annotations

import gc
import hashlib
import json
import os
import resource
import shutil
import signal
import sqlite3
import sys
from collections.abc import Callable, Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

DATABASE, FILES = "moothall.sqlite3", "files"
PUBLISHED_AT = datetime(2024, 7, 19, 9, tzinfo=UTC)
SENT_AT = datetime(2024, 7, 19, 10, 42, tzinfo=UTC)
DONE, REFUSED, FAILED = 0, 3, 4
_SHARED_MEMORY = 32_768 + 64  # what SQLite's index of the log takes: below this nothing could be opened at all
_BYTES_LEFT = 7
_SPOOL = "django_tasks_database_dbtaskresult"  # the worker is asked after the commit, and goes its rounds unasked too


@dataclass
class Points:
    """Counts the points of a deed as they are reached, and does something at one of them."""

    names: list[str] = field(default_factory=list)
    at: int | None = None
    then: Callable[[], None] = lambda: None
    is_on: bool = False

    def reach(self, name: str) -> None:
        """Note a point; what is to happen at this one happens."""
        if not self.is_on:
            return
        self.names.append(name)
        if len(self.names) - 1 == self.at:
            self.then()


POINTS = Points()


def _heard(event: str, args: tuple[Any, ...]) -> None:
    """Every file that is opened to be written, made, moved or taken away, before it is."""
    if not POINTS.is_on or not args:
        return
    path = args[0]
    if not isinstance(path, str | bytes | os.PathLike) or DATABASE in os.fsdecode(path):
        return
    if event == "open":
        mode, flags = args[1], args[2] or 0
        if (mode and set(mode) & set("wax+")) or flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT):
            POINTS.reach(f"file {Path(os.fsdecode(path)).name}")
    elif event in {"os.rename", "os.remove", "os.mkdir", "os.link", "os.truncate"}:
        POINTS.reach(f"{event} {Path(os.fsdecode(path)).name}")


@contextmanager
def watched() -> Iterator[None]:
    """Every point of what is done within it is reached: before each write, at each file, before and after each commit.

    After a write nothing is done until the next point, so that one stands for both.
    """
    from django.db import connection

    def execute(run: Callable[..., Any], sql: str, params: Any, many: bool, context: Any) -> Any:
        if sql.lstrip().upper().startswith(("SELECT", "PRAGMA")):
            return run(sql, params, many, context)
        name = " ".join(sql.replace('"', "").split()[:3])
        POINTS.reach(f"before {name}")
        return run(sql, params, many, context)

    commit = connection._commit

    def committed() -> Any:
        POINTS.reach("before COMMIT")
        answer = commit()
        POINTS.reach("after COMMIT")
        return answer

    connection._commit = committed
    POINTS.is_on = True
    try:
        with connection.execute_wrapper(execute):
            yield
    finally:
        POINTS.is_on = False
        del connection._commit


def publish() -> None:
    """The policy officer publishes the version members decided on."""
    from moothall.apps.publications.actions import publish_plan

    here, version, round_ = _here()
    publish_plan(workspace=here, version=version, round_=round_, by=_who("policy_officer"), at=PUBLISHED_AT)


def submit() -> None:
    """The chief executive certifies and sends what is published."""
    from moothall.apps.returns.actions import submit_return

    here, _, _ = _here()
    submit_return(
        workspace=here, words="I certify it.", channel="email", recipient="plans@department.example",
        by=_who("chief_executive"), at=SENT_AT,
    )  # fmt: skip


def submit_by_mail() -> None:
    """The same with the pack that was looked at, put into the outbox."""
    from moothall.apps.returns import packs
    from moothall.apps.returns.actions import submit_return
    from moothall.domain.packs import Channel

    (here, _, round_), by = _here(), _who("chief_executive")
    if not LOOKED_AT:
        asked = packs.Asked("I certify it.", Channel.MAIL, "plans@department.example", "Our plan", "Here it is.")
        LOOKED_AT.append(packs.prepare(workspace=here, round_=round_, asked=asked, by=by, at=SENT_AT))
    submit_return(
        workspace=here, words="I certify it.", channel=Channel.MAIL.value, recipient="plans@department.example",
        prepared=LOOKED_AT[0], by=by, at=SENT_AT,
    )  # fmt: skip


LOOKED_AT: list[Any] = []
DEEDS = {"publish": ("publish", publish), "submit": ("submit", submit), "submit_by_mail": ("submit", submit_by_mail)}


def _here() -> tuple[Any, Any, Any]:
    from moothall.apps.plans.models import Version
    from moothall.apps.rounds.queries import round_called
    from moothall.apps.workspaces.models import Workspace

    workspace = Workspace.objects.get()
    return workspace, Version.objects.get(), round_called(workspace.round_slug)


def _who(role: str) -> Any:
    from moothall.apps.people.models import Person

    return Person.objects.get(email=f"{role}@ambermere.example")


def _opened(folder: Path) -> None:
    """Let this process work on the database and the files of a folder."""
    from django.core.files.storage import default_storage
    from django.db import connections

    connections.close_all()
    connections["default"].settings_dict["NAME"] = str(folder / DATABASE)
    store: Any = default_storage
    store.base_location  # noqa: B018 - makes the store, so that its place can be put
    store.__dict__.pop("base_location", None)
    store._wrapped.__dict__.update(_location=str(folder / FILES))
    for name in ("base_location", "location"):
        store._wrapped.__dict__.pop(name, None)


def in_a_child(deed: Callable[[], None], folder: Path, *, at: int | None = None, then: Callable[[], None]) -> int:
    """Do a deed in a process of its own, in which something happens at one of its points; how the process ended.

    A signal is answered as a negative number.
    """
    child = os.fork()
    if child == 0:
        os._exit(_end_of(deed, folder, at, then))
    _, status = os.waitpid(child, 0)
    return -os.WTERMSIG(status) if os.WIFSIGNALED(status) else os.WEXITSTATUS(status)


def _end_of(deed: Callable[[], None], folder: Path, at: int | None, then: Callable[[], None]) -> int:
    from moothall.domain.refusals import Refusal

    POINTS.names, POINTS.at, POINTS.then = [], at, then
    try:
        _opened(folder)
        with watched():
            if at is None:
                then()
            deed()
    except Refusal:
        return REFUSED
    except Exception as fault:
        print(f"{type(fault).__name__}: {fault}", file=sys.stderr)
        return FAILED
    return DONE


def killed() -> None:
    """The process is ended as by a pulled plug."""
    os.kill(os.getpid(), signal.SIGKILL)


def torn() -> None:
    """The process is ended by the next file that grows beyond a few bytes, which are on the disk by then."""
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    signal.signal(signal.SIGXFSZ, signal.SIG_DFL)
    full(_BYTES_LEFT)


def full(size: int = _BYTES_LEFT) -> None:
    """No file of this process may grow beyond this size: writing more fails, as it does on a full disk."""
    resource.setrlimit(resource.RLIMIT_FSIZE, (size, size))


def rows(folder: Path) -> str:
    """A line that stands for every row of every table of a folder's database."""
    told = hashlib.sha256()
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        names = database.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name").fetchall()
        for (name,) in names:
            if name == _SPOOL:
                continue
            told.update(repr((name, sorted(map(repr, database.execute(f'SELECT * FROM "{name}"'))))).encode())
    return told.hexdigest()


def files_amiss(folder: Path) -> list[str]:
    """The rows of kept files whose bytes are not there, or are others."""
    with closing(sqlite3.connect(folder / DATABASE)) as database:
        kept = [sha256 for (sha256,) in database.execute("SELECT sha256 FROM files_storedfile")]
    paths = {sha256: folder / FILES / sha256[:2] / sha256 for sha256 in kept}
    return [
        f"the file of row {sha256[:12]} is not there or is another"
        for sha256, path in paths.items()
        if not path.exists() or hashlib.sha256(path.read_bytes()).hexdigest() != sha256
    ]


def listed(folder: Path) -> tuple[tuple[str, int], ...]:
    """Every file of a folder's store with its size."""
    store = folder / FILES
    return tuple(sorted((str(one.relative_to(store)), one.stat().st_size) for one in store.rglob("*") if one.is_file()))


@dataclass
class Trial:
    """A deed that is tried at every point. ``found`` gathers what was wrong, ``ends`` how often each state was met."""

    name: str
    prepared: Path
    scratch: Path
    deed: Callable[[], None]
    old: str = ""
    new: str = ""
    points: list[str] = field(default_factory=list)
    found: list[str] = field(default_factory=list)
    ends: dict[str, int] = field(default_factory=lambda: {"old": 0, "new": 0})
    tried_again: set[Any] = field(default_factory=set)
    log_size: int = 0
    bytes_before: bytes = b""

    def copy(self, name: str) -> Path:
        """A fresh copy of the prepared database and files."""
        folder = self.scratch / self.name / name
        shutil.copytree(self.prepared, folder)
        return folder

    def once_undisturbed(self) -> None:
        """What the deed comes to, and its points; this process knows afterwards what every child would else look up."""
        from django.db import connections

        folder = self.copy("undisturbed")
        self.old, self.bytes_before = rows(folder), (folder / DATABASE).read_bytes()
        _opened(folder)
        POINTS.names, POINTS.at = [], None
        with watched():
            self.deed()
        self.points = list(POINTS.names)
        self.log_size = (folder / f"{DATABASE}-wal").stat().st_size
        connections.close_all()
        self.new = rows(folder)
        self.found += files_amiss(folder)

    def is_untouched(self, folder: Path) -> bool:
        """Whether the database is byte for byte the prepared one, with nothing in its log: then its rows are too."""
        log = folder / f"{DATABASE}-wal"
        if log.exists() and log.stat().st_size:
            return False
        return (folder / DATABASE).read_bytes() == self.bytes_before

    def look(self, folder: Path, where: str) -> str:
        """Which state a folder was left in; anything but the old and the new one is put down, and so is a lost file."""
        held = self.old if self.is_untouched(folder) else rows(folder)
        state = {self.old: "old", self.new: "new"}.get(held, "between")
        if state == "between":
            self.found.append(f"{where}: neither the old nor the new state")
        else:
            self.ends[state] += 1
        self.found += [f"{where}: {one}" for one in files_amiss(folder)]
        return state

    def again(self, folder: Path, state: str, where: str) -> None:
        """The deed is done again on what was left: it succeeds, or is refused where it was done. Alike ends once."""
        sign = (state, listed(folder))
        if state == "between" or sign in self.tried_again:
            return
        self.tried_again.add(sign)
        end = in_a_child(self.deed, folder, then=lambda: None)
        if end != (DONE if state == "old" else REFUSED) or rows(folder) != self.new or files_amiss(folder):
            self.found.append(f"{where}: the deed cannot be repeated on what is left ({end})")

    def at_each_point(self) -> None:
        """Killed at every point, in the middle of every file, and with a full disk for every file."""
        for number, point in enumerate(self.points):
            ways = [("killed", killed, -signal.SIGKILL)]
            if point.startswith("file "):
                ways += [("torn", torn, -signal.SIGXFSZ), ("full", full, REFUSED)]
            for name, then, end in ways:
                folder, where = self.copy(f"{number}-{name}"), f"{self.name}, {name} at {number} ({point})"
                met = in_a_child(self.deed, folder, at=number, then=then)
                if met != end:
                    self.found.append(f"{where}: ended with {met}")
                state = self.look(folder, where)
                if name == "full" and state != "old":
                    self.found.append(f"{where}: something was done on a full disk")
                self.again(folder, state, where)
                shutil.rmtree(folder)

    def on_a_full_disk(self, steps: int = 4) -> None:
        """The disk of the database is full at one size of its log after another: the deed fails and nothing is done.

        What comes after the commit, such as telling the worker, may be full too: the deed is done by then, and said so.
        """
        for step in range(steps):
            size = _SHARED_MEMORY + (self.log_size - 1 - _SHARED_MEMORY) * step // (steps - 1)
            folder, where = self.copy(f"log-{step}"), f"{self.name}, log full at {size} bytes"
            met = in_a_child(self.deed, folder, then=lambda size=size: full(size))
            state = self.look(folder, where)
            if (state == "old") != (met in {FAILED, REFUSED}):
                self.found.append(f"{where}: ended with {met} in the {state} state")
            self.again(folder, state, where)
            shutil.rmtree(folder)


def main(root: Path) -> None:
    """Try each deed that is prepared in the folder, and print one line for it."""
    import django

    django.setup()
    from moothall.documents.writing import pdf

    # Typesetting writes nothing of ours, and takes longer than all the rest.
    pdf.write = lambda document, **rest: f"%PDF-1.7 {document.title}".encode() * 40
    sys.addaudithook(_heard)
    for name, (prepared, deed) in DEEDS.items():
        trial = Trial(name, root / prepared, root / "scratch", deed)
        trial.once_undisturbed()
        gc.freeze()  # a child that collects would else copy everything
        trial.at_each_point()
        trial.on_a_full_disk()
        print(json.dumps({"deed": name, "points": trial.points, "found": trial.found, "ends": trial.ends}), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
