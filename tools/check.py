"""What `make check` does: runs every check, shows whole what fails, and tells the sizes of long modules."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
BIN = Path(sys.executable).parent
STRICT = ("domain", "reference", "documents", "corpus")
LONG = 400


def _strict_packages() -> list[str]:
    rooms = [room for room in STRICT if (ROOT / "src/moothall" / room / "__init__.py").exists()]
    return [part for room in rooms for part in ("-p", f"moothall.{room}")]


def checks() -> dict[str, list[str]]:
    """Each check's name and command."""
    return {
        "lint (ruff)": ["ruff", "check", "--output-format", "concise", "."],
        "format (ruff)": ["ruff", "format", "--check", "--output-format", "concise", "."],
        "types, strict (mypy)": ["mypy", "--strict", *_strict_packages()],
        "types with Django (mypy)": ["mypy", "--config-file", "tools/mypy-django.ini", "-p", "moothall"],
        "rooms (import-linter)": ["lint-imports"],
        "templates": ["python", "tools/templates.py"],
        "licences": ["python", "tools/licences.py"],
        "what is committed": ["python", "tools/tidy.py"],
        "migrations": ["python", "manage.py", "makemigrations", "--check", "--dry-run"],
    }


def run(name: str, command: list[str]) -> tuple[str, int, str, float]:
    """One check's name, exit status, output and seconds."""
    since = time.monotonic()
    done = subprocess.run(
        [str(BIN / command[0]), *command[1:]], cwd=ROOT, text=True, stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, env={**os.environ, "NO_COLOR": "1"},
    )  # fmt: skip
    return name, done.returncode, done.stdout, time.monotonic() - since


def long_modules() -> list[str]:
    """Modules over 400 lines, the longest first."""
    sizes = {
        path: len(path.read_text().splitlines())
        for path in (ROOT / "src").rglob("*.py")
        if "migrations" not in path.parts
    }
    long = sorted((lines, path) for path, lines in sizes.items() if lines > LONG)
    return [f"{lines} lines  {path.relative_to(ROOT)}" for lines, path in reversed(long)]


def main() -> int:
    """0 where every check passed."""
    failed = []
    with ThreadPoolExecutor(2) as pool:
        for name, status, output, seconds in pool.map(lambda item: run(*item), checks().items()):
            print(f"{'ok    ' if status == 0 else 'FAILED'}  {name} ({seconds:.1f} s)", flush=True)
            if status:
                failed.append(name)
                print(output, flush=True)
    for line in long_modules():
        print(f"look    is there a room inside that wants its own door? {line}")
    print("note    no list of known vulnerabilities was asked: do that where there is a network (pip-audit, npm audit)")
    print(f"Failed: {', '.join(failed)}." if failed else "All checks passed.")
    return bool(failed)


if __name__ == "__main__":
    sys.exit(main())
