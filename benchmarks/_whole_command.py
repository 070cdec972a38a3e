"""A command measured from outside: its time by the clock and of the processor, and the memory of all its processes."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import time
from dataclasses import dataclass
from pathlib import Path

_EVERY = 0.2
_START = "import sys; from moothall.project.shell import main; sys.exit(main())"


@dataclass(frozen=True, slots=True)
class Cost:
    """Seconds by the clock and of the processor, all processes together; megabytes in use at each look, or nothing.

    A page that several processes share counts once, by parts (the proportional set size that Linux tells).
    """

    wall: float
    cpu: float
    megabytes: tuple[float, ...]

    @property
    def peak(self) -> str:
        """The most memory in use at once, in words."""
        return f"{max(self.megabytes):.0f} MB at most" if self.megabytes else "memory not told by this system"


def moothall(*words: str, to: Path) -> Cost:
    """What it costs to run ``moothall`` with these words, its answers written to a file. Raises where it fails."""
    before, since = _of_children(), time.perf_counter()
    with to.open("wb") as out:
        running = subprocess.Popen([sys.executable, "-c", _START, *words], stdout=out, stderr=subprocess.DEVNULL)
        seen = []
        while running.poll() is None:
            if (held := _megabytes(running.pid)) is not None:
                seen.append(held)
            time.sleep(_EVERY)
    wall = time.perf_counter() - since
    if running.returncode:
        raise RuntimeError(f"moothall {words[0]} ended with {running.returncode}")
    return Cost(wall, _of_children() - before, tuple(seen))


def _of_children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def _megabytes(process: int) -> float | None:
    """The memory of a process and all that it started, or None where the system does not tell."""
    total, waiting = 0, [process]
    try:
        while waiting:
            one = waiting.pop()
            told = Path(f"/proc/{one}/smaps_rollup").read_text(encoding="ascii")
            total += next(int(line.split()[1]) for line in told.splitlines() if line.startswith("Pss:"))
            for task in os.listdir(f"/proc/{one}/task"):
                waiting += map(int, Path(f"/proc/{one}/task/{task}/children").read_text(encoding="ascii").split())
    except (OSError, StopIteration, ValueError):  # no Linux, or a process that ended while it was looked at
        return None
    return total / 1024
