"""One reading process, seen from outside: started when needed, timed, ended when it hangs, replaced when it falls."""

from __future__ import annotations

import os
import subprocess
import sys
import threading
from dataclasses import asdict
from types import TracebackType
from typing import Any, BinaryIO, cast

from moothall.documents.reading import frames, progress
from moothall.documents.reading.child import OUT_OF_MEMORY
from moothall.documents.reading.document import Unreadable
from moothall.documents.reading.limits import DEFAULT, Limits
from moothall.documents.reading.reader import damaged

_FILES_BEFORE_RENEWAL = 200
_PASSED_ON = ("PATH", "PYTHONPATH", "PYTHONHOME", "VIRTUAL_ENV", "SYSTEMROOT", "LD_LIBRARY_PATH", "LANG", "LC_ALL")
_OVER_CPU_TIME = -24  # ended by SIGXCPU


class Worker:
    """A process that reads files one at a time. Not for use from two threads at once."""

    def __init__(self, limits: Limits = DEFAULT) -> None:
        self.limits = limits
        self._process: subprocess.Popen[bytes] | None = None
        self._asked = 0

    def __enter__(self) -> Worker:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        self.close()

    def ask(
        self, deed: str, data: bytes, name: str, *, on_progress: progress.Listener | None = None, **details: Any
    ) -> bytes:
        """What the reading process answers to a deed ("read", "picture", "boxes" or "plan") upon a file.

        ``on_progress`` is told how far it is; what it raises ends the reading and comes out here. Raises Unreadable
        when the file cannot be read, takes too long, or ends the process that reads it.
        """
        process = self._running()
        self._asked += 1
        late = threading.Event()
        clock = threading.Timer(self.limits.wall_seconds, _stop, (process, late))
        clock.start()
        try:
            answer = self._exchange(
                process, {"deed": deed, "name": name, "with": details, "limits": asdict(self.limits)}, data, on_progress
            )
        except BaseException:
            process.kill()  # it is in the middle of an answer nobody waits for any more
            self.close()
            raise
        finally:
            clock.cancel()
        if answer is None:
            raise self._fallen(name, late.is_set())
        head, body = answer
        if head.get("ok"):
            return body
        raise Unreadable(str(head.get("reason", "damaged")), str(head.get("sentence", damaged(name))))

    def start(self) -> None:
        """Start the process now, so that it is ready by the time a file is."""
        self._running()

    def close(self) -> None:
        """End the process, if one runs."""
        process, self._process = self._process, None
        if process is None:
            return
        for stream in (process.stdin, process.stdout):
            try:
                cast(BinaryIO, stream).close()
            except OSError:
                continue
        try:
            process.wait(timeout=1)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()

    def _running(self) -> subprocess.Popen[bytes]:
        if self._process is not None and (self._asked >= _FILES_BEFORE_RENEWAL or self._process.poll() is not None):
            self.close()
        if self._process is None:
            self._asked = 0
            self._process = subprocess.Popen(
                [sys.executable, "-m", "moothall.documents.reading.child"],
                stdin=subprocess.PIPE,
                stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL,
                env={key: os.environ[key] for key in _PASSED_ON if key in os.environ},
            )
        return self._process

    @staticmethod
    def _exchange(
        process: subprocess.Popen[bytes], head: dict[str, Any], data: bytes, on_progress: progress.Listener | None
    ) -> tuple[dict[str, Any], bytes] | None:
        """The answer, or None if the process fell, was stopped, or answered with something that is no message."""
        try:
            frames.send(cast(BinaryIO, process.stdin), head, data)
        except OSError:
            return None
        while True:
            try:
                answer = frames.receive(cast(BinaryIO, process.stdout))
                told = None if answer is None else answer[0].get("progress")
                done, of = (int(told[0]), None if told[1] is None else int(told[1])) if told else (0, None)
            except (OSError, ValueError, KeyError, TypeError, IndexError):
                return None
            if not told:
                return answer
            if on_progress is not None:
                on_progress(done, of)

    def _fallen(self, name: str, late: bool) -> Unreadable:
        process = cast("subprocess.Popen[bytes]", self._process)
        self.close()
        if late or process.returncode == _OVER_CPU_TIME:
            return Unreadable(
                "timed_out",
                f"{name} took longer than {self.limits.wall_seconds:.0f} seconds to read and was put aside. "
                "Export it again as a plain PDF or Word document, or upload a shorter part of it.",
            )
        if process.returncode == OUT_OF_MEMORY:
            return Unreadable(
                "bomb",
                f"{name} needs more memory to open than any report or plan should, and was put aside. "
                "Save it again without large pictures or embedded files, and upload the new copy.",
            )
        return Unreadable("damaged", damaged(name))


def _stop(process: subprocess.Popen[bytes], late: threading.Event) -> None:
    late.set()
    process.kill()
