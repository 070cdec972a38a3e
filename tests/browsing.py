"""What a browser test does with a page besides walking it: open it as somebody, ask axe what is wrong, keep a picture.

Pictures are taken only where MOOTHALL_PICTURES=1 asks for them: nobody looks at those of a run that passes.
"""

from __future__ import annotations

import os
from collections.abc import Collection
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.models import AbstractBaseUser
from django.test import Client
from playwright.sync_api import Page

ROOT = Path(__file__).resolve().parent.parent
AXE = ROOT / "node_modules" / "axe-core" / "axe.min.js"
PICTURES = ROOT / "var" / "pictures"
ARE_PICTURES_ASKED_FOR = os.environ.get("MOOTHALL_PICTURES") == "1"
WIDTHS = {"desktop": 1280, "phone": 375}
NARROWEST = 320  # a desktop page at 400%
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]


def sign_in(page: Page, address: str, person: AbstractBaseUser) -> Client:
    """Sign a person in by the session alone, and return a client that is the same person without a browser.

    ``address`` is the live server's. The form itself is walked in the journey and in the tests of signing in.
    """
    client = Client(raise_request_exception=False)
    client.force_login(person, backend="django.contrib.auth.backends.ModelBackend")
    page.context.clear_cookies()
    session = client.cookies[settings.SESSION_COOKIE_NAME].value
    page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session, "url": address}])
    return client


def axe(page: Page) -> list[str]:
    """What axe finds wrong on the page as it stands: one sentence a fault, with its place; empty where all is well."""
    if not AXE.exists():
        pytest.fail("axe is not installed: run make setup, which installs the locked Node packages.")
    page.wait_for_load_state()
    if page.evaluate("typeof window.axe === 'undefined'"):
        page.evaluate(AXE.read_text(encoding="utf-8"))
    found: dict[str, Any] = page.evaluate(
        "rules => axe.run(document, {runOnly: {type: 'tag', values: rules}, resultTypes: ['violations']})"
        ".then(found => ({violations: found.violations}))",
        RULES,
    )
    return [
        f"{fault['id']} ({fault['impact']}): {fault['help']}, at {' '.join(map(str, node['target']))}"
        for fault in found["violations"]
        for node in fault["nodes"]
    ]


def look(page: Page, name: str) -> list[Path]:
    """Pictures of the whole page at both widths, as ``var/pictures/NAME-WIDTH.png``; none where none are asked for."""
    if not ARE_PICTURES_ASKED_FOR:
        return []
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
    page.wait_for_load_state()
    wider: int = page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
    return max(0, wider)


def faults(page: Page, name: str, *, axe_at: Collection[int] = tuple(WIDTHS.values())) -> list[str]:
    """What is wrong with the page as it stands: by axe at both widths, and by its own width at these and at 400%.

    ``axe_at`` leaves axe out at a width at which the same elements are looked at elsewhere. ``name`` is said in each
    fault and names the pictures. The window is left as wide as it was. A page a button has just asked for is waited
    for: between its first byte and its last it has neither a width nor anything to find.
    """
    page.wait_for_load_state()
    look(page, name)
    before = page.viewport_size
    found = []
    for width in (*WIDTHS.values(), NARROWEST):
        page.set_viewport_size({"width": width, "height": 900})
        if wider := sideways(page):
            found.append(f"{name} at {width}: {wider} pixels wider than the window")
        if width in axe_at:
            found += [f"{name} at {width}: {fault}" for fault in axe(page)]
    if before:
        page.set_viewport_size(before)
    return found


def named(address: str) -> str:
    """An address as a name for its pictures."""
    return address.strip("/").replace("/", "-").replace(".", "-").replace("?", "-") or "front"
