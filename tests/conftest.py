"""What every test may ask for: the shared folder, a browser and its pages, both databases."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import settings as hypothesis
from playwright.sync_api import Browser, Page, sync_playwright

from tests import chromium, examples

if TYPE_CHECKING:
    from pytest_django.plugin import DjangoDbBlocker

    from tests.people import Council

ROOT = Path(__file__).resolve().parent.parent
USES_DATABASE = {"db", "transactional_db", "django_db_reset_sequences", "live_server", "admin_client", "admin_user"}

# One thread for numpy's sums in each process: tests run on every core already, and threads would wait for one another.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")

# No deadline: how long an example takes says more of the machine than of the code.
hypothesis.register_profile("steady", deadline=None, derandomize=True, max_examples=examples.USUAL)
hypothesis.register_profile("thorough", deadline=None, max_examples=20 * examples.USUAL)
hypothesis.load_profile("steady")  # pytest --hypothesis-profile=thorough takes the other one


# What these pages say, and what is read in a file, is tested on one database. That each page opens for everybody on
# both, with something on it, is the promise `test_every_page`; every deed behind them is tried on both in tests/apps.
ROOMS_OF_PAGES = (
    *(ROOT / "tests" / "web" / room for room in ("council", "panel", "public", "account", "feeds")),
    ROOT / "tests" / "apps" / "intake",
    ROOT / "tests" / "project" / "test_demonstration.py",
)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Mark what touches the database: `-m "database and not page_words"` is what runs again on PostgreSQL."""
    for item in items:
        if item.get_closest_marker("django_db") or USES_DATABASE & set(getattr(item, "fixturenames", ())):
            item.add_marker("database")
        if any(map(item.path.is_relative_to, ROOMS_OF_PAGES)):
            item.add_marker("page_words")
        if {"browser", "page"} & set(getattr(item, "fixturenames", ())):
            item.add_marker("browser")


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Say once and plainly when no browser test could be run."""
    skipped = [
        report for report in terminalreporter.stats.get("skipped", []) if chromium.ABSENT in str(report.longrepr)
    ]
    if skipped:
        terminalreporter.write_line(f"BROWSER TESTS SKIPPED ({len(skipped)}). {chromium.ABSENT}", red=True, bold=True)


@pytest.fixture(scope="session")
def shared_folder() -> Path:
    """The folder beside the project with the five reports and other material that is not part of it."""
    folder = ROOT.parent / "shared"
    if not folder.is_dir():
        pytest.skip("There is no ../shared beside this copy of the project.")
    return folder


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """One Chromium for the session. Skips where there is none, and fails instead when CI=true."""
    path = chromium.find()
    if path is None:
        (pytest.fail if os.environ.get("CI") == "true" else pytest.skip)(chromium.ABSENT)
    # Playwright keeps an event loop in this thread; Django would refuse the tests' own database calls beside it.
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"
    with sync_playwright() as playwright:
        running = playwright.chromium.launch(executable_path=path, args=chromium.FLAGS)
        yield running
        running.close()


@pytest.fixture
def page(browser: Browser) -> Iterator[Page]:
    """A fresh page with no cookies, as wide as a desktop. What goes wrong in its scripts fails the test."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="en-GB", reduced_motion="reduce")
    context.set_default_timeout(15_000)
    opened = context.new_page()
    faults: list[str] = []
    opened.on("pageerror", lambda error: faults.append(str(error)))
    yield opened
    context.close()
    assert faults == [], "scripts of the page failed"


@pytest.fixture(scope="module")
def kept_for_module(django_db_setup: None, django_db_blocker: DjangoDbBlocker) -> Iterator[None]:
    """What is arranged on this stands for all tests of a module that only read it, and is gone after them."""
    from django.db import transaction

    with django_db_blocker.unblock(), transaction.atomic():
        yield
        transaction.set_rollback(True)


@pytest.fixture
def council(db: None) -> Council:
    """An invented council's workspace with one person for each role: see `tests/people.py`."""
    from tests import people

    return people.council()


@pytest.fixture(autouse=True)
def files_of_this_test(settings_of_files: None) -> None:
    """Each test that keeps files keeps them in a folder of its own."""


@pytest.fixture
def settings_of_files(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Point the store of files at an empty folder for a test that uses the database."""
    if not request.node.get_closest_marker("database"):
        yield
        return
    from django.test import override_settings

    folder = tmp_path_factory.mktemp("files")
    from django.conf import settings

    storages = {**settings.STORAGES, "default": {**settings.STORAGES["default"], "OPTIONS": {"location": str(folder)}}}
    with override_settings(STORAGES=storages):
        yield


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup: None) -> None:
    """The test database, whose append-only tables may be emptied between tests and by nothing else."""
    from tests import emptying

    emptying.allow_between_tests()
