"""Builds what pages and documents are dressed in: one stylesheet, one script, the fonts. Needs `node` and `npm`.

Everything comes from the locked npm packages and goes into folders that git ignores and the wheel carries.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MODULES = ROOT / "node_modules"
STYLES = ROOT / "src" / "moothall" / "web" / "styles"
TARGET = ROOT / "src" / "moothall" / "web" / "components" / "static" / "vendor"
FONTS = {
    "@fontsource-variable/source-serif-4": [
        "source-serif-4-latin-opsz-normal.woff2",
        "source-serif-4-latin-ext-opsz-normal.woff2",
        "source-serif-4-latin-opsz-italic.woff2",
    ],
    "@fontsource-variable/source-sans-3": [
        "source-sans-3-latin-wght-normal.woff2",
        "source-sans-3-latin-ext-wght-normal.woff2",
    ],
}
# What a council may not use: the fonts and marks that are the government's own.
RESTRICTED = ("GDS Transport", "crest", "crown")


def _run(what: str, *command: str) -> None:
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, stdin=subprocess.DEVNULL, check=False)
    if done.returncode:
        sys.exit(f"{done.stdout}{done.stderr}\n{what} failed. The lines above say why.")


def fetch() -> None:
    """Install the locked packages, unless exactly these are there."""
    stamp, lock = MODULES / ".moothall-lock", (ROOT / "package-lock.json").read_bytes()
    if stamp.exists() and stamp.read_bytes() == lock:
        return
    _run("Fetching the npm packages", "npm", "ci", "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error")
    stamp.write_bytes(lock)


def build_styles() -> None:
    """Compile the GOV.UK styles with our tokens, and ours after them, into one file."""
    _run(
        "Compiling the styles",
        "node",
        str(MODULES / "sass" / "sass.js"),
        "--no-source-map",
        "--style=compressed",
        "--quiet-deps",
        f"--load-path={MODULES}",
        f"{STYLES / 'moothall.scss'}:{TARGET / 'moothall.css'}",
    )
    css = (TARGET / "moothall.css").read_text()
    found = [word for word in RESTRICTED if word.lower() in css.lower()]
    if found or len(css) < 50_000:
        sys.exit(f"The stylesheet is not as it should be: {found or 'too short'}. Look at {STYLES.name}/moothall.scss.")


def copy_rest() -> None:
    """Copy the script, the page fonts and the fonts of documents, each with its licence."""
    govuk = MODULES / "govuk-frontend"
    shutil.copyfile(govuk / "dist" / "govuk" / "govuk-frontend.min.js", TARGET / "govuk-frontend.min.js")
    for package, names in FONTS.items():
        for name in names:
            shutil.copyfile(MODULES / package / "files" / name, TARGET / "fonts" / name)
        shutil.copyfile(MODULES / package / "LICENSE", TARGET / "fonts" / f"LICENSE-{Path(package).name}.txt")
    sys.path.insert(0, str(Path(__file__).parent))
    from fonts import copy_fonts

    copy_fonts(MODULES)


def main() -> None:
    """Fetch, then build; print how long each took."""
    started = time.monotonic()
    fetch()
    fetched = time.monotonic()
    (TARGET / "fonts").mkdir(parents=True, exist_ok=True)
    build_styles()
    copy_rest()
    print(f"fetching: {fetched - started:.1f} s, building: {time.monotonic() - fetched:.1f} s")


if __name__ == "__main__":
    main()
