"""Takes the pictures of the documentation from the demonstration, in a real browser: `python tools/pictures.py`.

Needs what `make test` needs. It starts Moothall on a temporary folder and stops it again.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
import urllib.request
from pathlib import Path

from playwright.sync_api import sync_playwright

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from tests import chromium  # noqa: E402

TARGET = ROOT / "docs" / "pictures"
PORT = 8947
HEIGHT = 1500
PICTURES = {
    "planner": "/plan-a-route?as_of=24+May+2024&deadline=19+July+2024&key=unsure&route=Cabinet%2C+Thu+11+July"
    "&meetings=Cabinet+13+June,+11+July,+25+July.+Overview+and+Scrutiny+2+July.+Council+18+July",
    "published-plan": "/plans/",
}


def _answers() -> bool:
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{PORT}/healthz", timeout=1) as answer:
            return bool(answer.status == 200)
    except OSError:
        return False


def main() -> None:
    """Start, take each picture, stop."""
    TARGET.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as folder:
        environment = {**os.environ, "MOOTHALL_FOLDER": folder, "MOOTHALL_DEMONSTRATION": "1"}
        running = subprocess.Popen([sys.executable, "-m", "moothall.project.run", "--port", str(PORT)], env=environment)
        try:
            while not _answers():
                time.sleep(0.3)
            _take()
        finally:
            running.terminate()
            running.wait()


def _take() -> None:
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=chromium.find(), args=chromium.FLAGS)
        for name, path in PICTURES.items():
            page = browser.new_page(viewport={"width": 1280, "height": 1000})
            page.goto(f"http://127.0.0.1:{PORT}{path}")
            if name == "published-plan":
                page.get_by_role("link", name="Wrenbourne").first.click()
            page.screenshot(
                path=TARGET / f"{name}.png", full_page=True, clip={"x": 0, "y": 0, "width": 1280, "height": HEIGHT}
            )
        browser.close()


if __name__ == "__main__":
    main()
