"""Starting and stopping on one machine."""

from __future__ import annotations

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from moothall.project import run

PATIENT = """
import signal, sys, time, pathlib
def stop(*_):
    time.sleep(0.3)
    pathlib.Path(sys.argv[1]).write_text("finished")
    sys.exit(0)
signal.signal(signal.SIGTERM, stop)
pathlib.Path(sys.argv[1]).write_text("going")
while True: time.sleep(0.05)
"""
SUPERVISE = """
import sys
from moothall.project.run import Part, Supervisor
names = ("web process", "worker")
parts = [Part(name, [sys.executable, "-c", sys.argv[1], path]) for name, path in zip(names, sys.argv[2:], strict=True)]
sys.exit(Supervisor(parts, say=lambda sentence: print(sentence, flush=True), greeting="ready", every=0.05).run())
"""


def wait_for(condition: Callable[[], bool], seconds: float = 10) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until, "waited too long"
        time.sleep(0.05)


def says(path: Path, words: str) -> bool:
    return path.exists() and path.read_text() == words


def test_ctrl_c_lets_both_parts_finish_what_is_in_hand_and_ends_well(tmp_path: Path) -> None:
    web, worker = tmp_path / "web", tmp_path / "worker"
    going = subprocess.Popen(
        [sys.executable, "-c", SUPERVISE, PATIENT, web, worker],
        start_new_session=True,
        stdout=subprocess.PIPE,
        text=True,
    )
    wait_for(lambda: says(web, "going") and says(worker, "going"))

    os.killpg(going.pid, signal.SIGINT)
    said, _ = going.communicate(timeout=15)

    assert going.returncode == 0
    assert web.read_text() == worker.read_text() == "finished"
    assert said.splitlines() == ["ready", "Stopping: finishing what is in hand.", "Stopped. Everything is kept."]


def test_a_part_that_ends_by_itself_is_started_again_and_after_three_times_everything_stops(tmp_path: Path) -> None:
    said: list[str] = []
    steady = run.Part("web process", [sys.executable, "-c", PATIENT, str(tmp_path / "web")])
    failing = run.Part("worker", [sys.executable, "-c", "raise SystemExit(3)"])
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}

    status = run.Supervisor([steady, failing], say=said.append, is_ready=lambda: False, every=0.05).run()

    for number, handler in before.items():
        signal.signal(number, handler)
    assert status == 1
    assert said[:3] == [
        "The worker ended by itself (status 3); it is started again.",
        "The worker ended by itself (status 3); it is started again.",
        "The worker ended 3 times within a minute (status 3), so everything stops.",
    ]
    assert steady.has_ended()


def test_a_port_in_use_is_named_with_the_way_out(capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind((run.HOST, 0))
        taken.listen()
        port = taken.getsockname()[1]

        status = run.main(["--port", str(port)])

    assert status == 1
    assert capsys.readouterr().err == f"Port {port} is in use. Name another: make run PORT={port + 1}\n"


def test_only_the_loopback_address_is_served() -> None:
    web, worker = run.parts(8123)

    assert "127.0.0.1:8123" in web.command
    assert worker.command[-1] == "moothall.project.worker"


def test_the_greeting_says_where_it_is_and_how_to_sign_in() -> None:
    words = run.greeting("http://127.0.0.1:8123", "/sign-in", has_demonstration=True)

    assert "http://127.0.0.1:8123/\n" in words
    assert "Sign in at http://127.0.0.1:8123/sign-in " in words
    assert "Ctrl-C" in words
