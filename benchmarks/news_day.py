"""A news day: a published plan asked for as often as two web processes on PostgreSQL can answer.

Against the same bytes as a static file of the same server, and against the same page made for each request. Who asks
runs on the same cores. Every peer is asked in turn, several times, and the middle of its rates counts.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median

from benchmarks._load import HOST, answer, at_a_rate, at_most, request

WORKERS, THREADS, CONNECTIONS = 2, 4, 8
SECONDS, TURNS, SECONDS_AT_HALF = 3.0, 5, 10.0
FILE = "news-day.html"
STATIC_BAR, MADE_BAR, WAIT_BAR = 0.8, 5.0, 0.050


def main() -> None:
    """Print rates, ratios and waits, and whether each bar is met."""
    if not os.environ.get("DATABASE_URL"):
        subprocess.run([sys.executable, "-m", "tests.postgres", sys.executable, "-m", "benchmarks.news_day"])
        return
    with tempfile.TemporaryDirectory(prefix="moothall-bench-") as folder:
        os.environ |= {"MOOTHALL_FOLDER": folder, "DJANGO_SETTINGS_MODULE": "moothall.project.settings"}
        path = _prepare()
        with _serving(8471, kept_megabytes=0) as made:
            body = urllib.request.urlopen(f"http://{HOST}:{made}{path}").read()
        _as_file(Path(folder) / "static", body)
        print(f"  {WORKERS} web processes on PostgreSQL, {CONNECTIONS} connections, a page of {len(body):,} bytes")
        with _serving(8472, kept_megabytes=48) as kept, _serving(8473, kept_megabytes=0) as made:
            for packed in (False, True):
                _compare(path, kept, made, packed=packed)


def _prepare() -> str:
    """Bring up an installation with the demonstration, and say the path of its published plan."""
    import django

    django.setup()
    from django.core.management import call_command

    from moothall.apps.publications import queries as publications

    call_command("migrate", interactive=False, verbosity=0)
    call_command("collectstatic", interactive=False, verbosity=0)
    call_command("load_demonstration", verbosity=0)
    plan = publications.listed()[0]
    return f"/plans/{plan.round_slug}/{plan.slug}/"


def _as_file(folder: Path, body: bytes) -> None:
    """Put the page among the static files, compressed as those are."""
    from whitenoise.compress import Compressor

    (folder / FILE).write_bytes(body)
    list(Compressor(quiet=True).compress(str(folder / FILE)))


@contextmanager
def _serving(port: int, *, kept_megabytes: int) -> Iterator[int]:
    """The web processes as a large installation starts them."""
    command = [sys.executable, "-m", "gunicorn", "moothall.project.wsgi", "--bind", f"{HOST}:{port}"]
    command += ["--workers", str(WORKERS), "--threads", str(THREADS), "--log-level", "error", "--keep-alive", "30"]
    running = subprocess.Popen(
        [*command, "--no-control-socket"], env=os.environ | {"MOOTHALL_KEPT_MEGABYTES": str(kept_megabytes)}
    )
    try:
        _wait(port)
        yield port
    finally:
        running.send_signal(signal.SIGTERM)
        running.wait(20)


def _wait(port: int) -> None:
    for _ in range(300):
        try:
            with urllib.request.urlopen(f"http://{HOST}:{port}/healthz", timeout=2) as told:
                if told.status == 200:
                    return
        except OSError:
            time.sleep(0.1)
    raise RuntimeError("The web processes did not start.")


def _compare(path: str, kept: int, made: int, *, packed: bool) -> None:
    static = f"/static/{FILE}"
    peers = {
        "static file": (kept, request(static, port=kept, packed=packed)),
        "kept page": (kept, request(path, port=kept, packed=packed)),
        "page made each time": (made, request(path, port=made, packed=packed)),
    }
    sizes = {name: len(answer(*peer)) for name, peer in peers.items()}
    rates: dict[str, list[float]] = {name: [] for name in peers}
    for _ in range(TURNS):
        for name, (port, asked) in peers.items():
            rates[name].append(at_most(port, asked, sizes[name], connections=CONNECTIONS, seconds=SECONDS))
    middle = {name: median(found) for name, found in rates.items()}
    print(f"  {'compressed, as browsers ask' if packed else 'not compressed'}")
    for name, rate in middle.items():
        spread = f"{min(rates[name]):,.0f} to {max(rates[name]):,.0f}"
        print(f"    {name:<20} {rate:>8,.0f} a second ({spread}), {sizes[name]:,} bytes with headers")
    kept_rate = middle["kept page"]
    _say("of the static file's rate", kept_rate / middle["static file"], STATIC_BAR)
    _say("times the page made each time", kept_rate / middle["page made each time"], MADE_BAR)
    port, asked = peers["kept page"]
    took = sorted(
        at_a_rate(
            port, asked, sizes["kept page"], connections=4 * CONNECTIONS, rate=kept_rate / 2, seconds=SECONDS_AT_HALF
        )
    )
    within = took[int(0.99 * len(took))]
    verdict = "met" if within < WAIT_BAR else "NOT met"
    print(
        f"    at half that rate ({kept_rate / 2:,.0f} a second): half within {1000 * took[len(took) // 2]:.1f} ms, "
        f"99% within {1000 * within:.1f} ms (bar {1000 * WAIT_BAR:.0f}: {verdict}), slowest {1000 * took[-1]:.0f} ms"
    )


def _say(what: str, ratio: float, bar: float) -> None:
    print(f"    {ratio:.2f} {what} (bar {bar}: {'met' if ratio >= bar else 'NOT met'})")


if __name__ == "__main__":
    main()
