"""Where Chromium is: named by CHROMIUM, or on the path. It is never downloaded from here."""

import os
import shutil

NAMES = ("chromium", "chromium-browser", "google-chrome-stable", "google-chrome", "chrome")
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
ABSENT = (
    "No Chromium was found, so no page was looked at in a browser. "
    "Install Debian's package chromium, or set CHROMIUM to the program's path."
)


def find() -> str | None:
    """The path of a Chromium, or None where there is none."""
    named = os.environ.get("CHROMIUM")
    if named:
        return named if os.access(named, os.X_OK) else None
    return next((path for path in map(shutil.which, NAMES) if path), None)
