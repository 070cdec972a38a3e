"""One command for one machine: prepares the data, then keeps a web process and a worker going until Ctrl-C.

`python -m moothall.project.run --port 8000`, which is what `make run` calls. It serves the loopback address only.
"""

from __future__ import annotations

import argparse
import ctypes
import io
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections import deque
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from types import FrameType

HOST = "127.0.0.1"
THREADS = 4
GRACE = 8.0  # seconds to finish what is in hand; a task cut off after that runs again at the next start
TOO_OFTEN = 3  # ends of one part within TOO_OFTEN_WITHIN seconds, after which everything stops
TOO_OFTEN_WITHIN = 60.0
PARENT_DIED = 1  # PR_SET_PDEATHSIG of Linux


def _end_with_parent() -> None:
    """In the child, before it starts: be told to end should the supervisor be killed. Linux only."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PARENT_DIED, signal.SIGTERM)


@dataclass
class Part:
    """One of the processes that make up the product."""

    name: str
    command: Sequence[str]
    ended_at: deque[float] = field(default_factory=lambda: deque(maxlen=TOO_OFTEN))
    process: subprocess.Popen[bytes] | None = None

    def start(self) -> None:
        """Start it away from the terminal's Ctrl-C, which is passed on by the supervisor alone, and gently."""
        self.process = subprocess.Popen(self.command, start_new_session=True, preexec_fn=_end_with_parent)

    def has_ended(self) -> bool:
        """Whether it is no longer running."""
        return self.process is None or self.process.poll() is not None

    def ends_too_often(self, now: float) -> bool:
        """Note that it ended, and answer whether starting it again is pointless."""
        self.ended_at.append(now)
        return len(self.ended_at) == TOO_OFTEN and now - self.ended_at[0] < TOO_OFTEN_WITHIN


class Supervisor:
    """Keeps its parts running, says once when they are ready, and ends them together."""

    def __init__(
        self,
        parts: Sequence[Part],
        *,
        say: Callable[[str], None],
        is_ready: Callable[[], bool] = lambda: True,
        greeting: str = "",
        every: float = 0.2,
    ) -> None:
        self.parts = parts
        self.say = say
        self.is_ready = is_ready
        self.greeting = greeting
        self.every = every
        self.stopping = False

    def ask_to_stop(self, signum: int, frame: FrameType | None) -> None:
        """The handler of Ctrl-C and of a closed terminal."""
        self.stopping = True

    def run(self) -> int:
        """Run until asked to stop (0), or until a part cannot be kept running (1)."""
        for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
            signal.signal(number, self.ask_to_stop)
        for part in self.parts:
            part.start()
        status, greeted = 0, False
        while not self.stopping and status == 0:
            time.sleep(self.every)
            status = self._look_after()
            if not greeted and self.is_ready():
                self.say(self.greeting)
                greeted = True
        self._end()
        return status

    def _look_after(self) -> int:
        for part in self.parts:
            if self.stopping or not part.has_ended():
                continue
            code = part.process.returncode if part.process else "none"
            if part.ends_too_often(time.monotonic()):
                self.say(
                    f"The {part.name} ended {TOO_OFTEN} times within a minute (status {code}), so everything stops."
                )
                return 1
            self.say(f"The {part.name} ended by itself (status {code}); it is started again.")
            part.start()
        return 0

    def _end(self) -> None:
        self.say("Stopping: finishing what is in hand.")
        for part in self.parts:
            if part.process is not None and not part.has_ended():
                part.process.terminate()
        until = time.monotonic() + GRACE
        for part in self.parts:
            if part.process is None:
                continue
            try:
                part.process.wait(max(0.1, until - time.monotonic()))
            except subprocess.TimeoutExpired:
                self.say(
                    f"The {part.name} is still busy and is cut off; what it was doing runs again at the next start."
                )
                part.process.kill()
                part.process.wait()
        self.say("Stopped. Everything is kept.")


def is_free(port: int) -> bool:
    """Whether nothing answers on this port of the loopback address."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HOST, port))
        except OSError:
            return False
    return True


def prepare(say: Callable[[str], None]) -> bool:
    """Bring data and static files up to this version; load the demonstration where it is wanted, and say whether."""
    import django

    django.setup()
    from django.conf import settings
    from django.core.management import call_command

    since = time.monotonic()
    call_command("check", stdout=io.StringIO())
    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    has_demonstration = bool(settings.MOOTHALL.has_demonstration)
    if has_demonstration:
        call_command("load_demonstration", verbosity=0)
    say(f"Data and pages are ready ({time.monotonic() - since:.1f} s).")
    return has_demonstration


def parts(port: int) -> list[Part]:
    """One web process with a few threads, and one worker."""
    web = [sys.executable, "-m", "gunicorn", "moothall.project.wsgi", "--bind", f"{HOST}:{port}", "--workers", "1"]
    web += ["--threads", str(THREADS), "--graceful-timeout", str(int(GRACE) - 2), "--timeout", "120"]
    web += ["--log-level", "warning", "--no-control-socket"]
    return [Part("web process", web), Part("worker", [sys.executable, "-m", "moothall.project.worker"])]


def answers(address: str) -> bool:
    """Whether the web process says that it is ready."""
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=2) as answer:  # noqa: S310 (loopback, our own)
            return bool(answer.status == 200)
    except OSError:
        return False


def greeting(address: str, sign_in: str, *, has_demonstration: bool) -> str:
    """Where it is and how to sign in, given the address and the path of the page for that."""
    lines = ["", f"Moothall is at {address}/"]
    if has_demonstration:
        lines.append(f"Sign in at {address}{sign_in} as anyone of the demonstration, with one click and no password.")
    else:
        lines.append(f"Sign in at {address}{sign_in}")
        lines.append("Make the first account with: .venv/bin/python manage.py add_person EMAIL NAME --role operator")
    lines += ["Stop with Ctrl-C; everything is kept.", ""]
    return "\n".join(lines)


def main(arguments: Sequence[str] | None = None) -> int:
    """Prepare, serve, and stop cleanly. 0 after Ctrl-C, 1 where it could not be kept going, 2 for wrong usage."""
    asked = argparse.ArgumentParser(prog="moothall.project.run", description="Run Moothall on this machine.")
    asked.add_argument("--port", type=int, default=8000, help="the port on 127.0.0.1 (default: 8000)")
    port: int = asked.parse_args(arguments).port
    if not is_free(port):
        print(f"Port {port} is in use. Name another: make run PORT={port + 1}", file=sys.stderr)
        return 1
    address = f"http://{HOST}:{port}"
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "moothall.project.settings")
    os.environ.setdefault("MOOTHALL_ADDRESS", address)
    try:
        has_demonstration = prepare(say)
    except KeyboardInterrupt:
        say("Stopped before it was ready; the next start goes on from here.")
        return 0
    from django.urls import reverse

    words = greeting(address, reverse("account:sign_in"), has_demonstration=has_demonstration)
    return Supervisor(parts(port), say=say, is_ready=lambda: answers(address), greeting=words).run()


def say(sentence: str) -> None:
    """One line to the person who started it, at once."""
    print(sentence, flush=True)


if __name__ == "__main__":
    sys.exit(main())
