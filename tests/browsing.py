"""What a browser test does with a page besides walking it: ask axe what is wrong, keep a picture of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = ROOT / "var" / "pictures"
WIDTHS = {"desktop": 1280, "phone": 375}
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def axe(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands: one sentence a fault, with its place; empty where all is well."""
    if not AXE.exists():
        pytest.fail("axe is not installed: run make setup, which installs the locked Node packages.")
    page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})", RULES
    )
    return [
        f"{fault['id']} ({fault['impact']}): {fault['help']}, at {' '.join(map(str, node['target']))}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


def look(page: Page, name: str) -> list[Path]:
    """Pictures of the whole page at desktop and phone width, kept as ``var/pictures/NAME-WIDTH.png``."""
    PICTURES.mkdir(parents=True, exist_ok=True)
    before = page.viewport_size
    taken = []
    for label, width in WIDTHS.items():
        page.set_viewport_size({"width": width, "height": 900})
        path = PICTURES / f"{name}-{label}.png"
        page.screenshot(path=path, full_page=True)
        taken.append(path)
    if before:
        page.set_viewport_size(before)
    return taken


def sideways(page: Page) -> int:
    """By how many pixels the page is wider than its window: 0 where nobody must scroll sideways."""
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return max(0, wider)
