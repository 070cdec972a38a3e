"""What must not be committed: paths of somebody's machine, addresses of registries, secrets, built files."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
# Written in parts, so that this file does not find itself.
WORDS = {
    "a path of somebody's machine": r"/(?:home|Users|root)/[\w.-]+|/tmp/[a-z_]+\.\d",
    "a registry's address": r"\"resolved\":\s*\"https?:|--(?:extra-)?index"
    + r"-url[ =]\S*:|^\s*registry\s*=|pypi\.org/simple|"
    r"files\.pythonhosted|registry\.npmjs",
    "a secret": r"-----BEGIN [A-Z ]*PRIVATE KEY|\bAKIA[0-9A-Z]{16}\b|\bgh[pousr]_[A-Za-z0-9]{30,}",
}
PATTERNS = {what: re.compile(pattern, re.MULTILINE) for what, pattern in WORDS.items()}
BUILT = re.compile(r"(^|/)(node_modules|\.venv|var|static/vendor|writing/fonts)/|\.(pyc|sqlite3|woff2?|ttf|otf)$")


def tracked() -> list[str]:
    """Every file git knows or would add, as paths from the root; without git, every file the set-up did not make."""
    listed = subprocess.run(
        ["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip
    if listed.returncode == 0:
        return sorted(name for name in listed.stdout.split("\0") if name and (ROOT / name).is_file())
    names = (str(path.relative_to(ROOT)) for path in ROOT.rglob("*") if path.is_file())
    return sorted(
        name for name in names if not BUILT.search(name) and not name.startswith(".") and "_cache/" not in name
    )


def faults(names: list[str]) -> list[str]:
    """One line for every place that must not be committed."""
    found = [f"{name}: built or fetched by the set-up, so not to be committed" for name in names if BUILT.search(name)]
    for name in names:
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        for what, pattern in PATTERNS.items():
            for hit in pattern.finditer(text):
                line = text.count("\n", 0, hit.start()) + 1
                found.append(f"{name}:{line}: {what}: {hit[0].strip()[:60]}")
    return found


if __name__ == "__main__":
    problems = faults(tracked())
    print("\n".join(problems) or f"{len(tracked())} files, nothing in them that should stay here.")
    sys.exit(bool(problems))
