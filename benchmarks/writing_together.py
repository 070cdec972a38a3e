"""How long the server takes to open a 20-page plan and a section of it, and to save one; and the page meter.

Wall clock, processor time and queries, on SQLite and on PostgreSQL. The machine may be busy with other things, so a
bar is held against processor time; on PostgreSQL the server's own time is in the wall clock alone.
"""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from statistics import median
from typing import Any

OPEN, SAVE, METER = 0.150, 0.100, 0.300  # seconds
PARAGRAPH = (
    "The council moved its offices into one building and let the other two to neighbours who share the cost. " * 5
)
PARAGRAPHS = 100  # of about 100 words: twenty pages of 500
FOUR_PAGES = 20  # paragraphs of which a plan of four pages is made
TURNS = 9


def main() -> None:
    """Print medians on SQLite in this process, then on PostgreSQL in one of its own."""
    if os.environ.get("DATABASE_URL"):
        _on_a_database("PostgreSQL")
        return
    _on_a_database("SQLite")
    subprocess.run([sys.executable, "-m", "tests.postgres", sys.executable, "-m", "benchmarks.writing_together"])


def _on_a_database(name: str) -> None:
    with tempfile.TemporaryDirectory(prefix="moothall-bench-") as folder:
        os.environ["MOOTHALL_FOLDER"] = folder
        os.environ["DJANGO_SETTINGS_MODULE"] = "tests.settings"
        import django
        from django.test.utils import get_runner, setup_test_environment

        django.setup()
        setup_test_environment()
        from django.conf import settings

        runner = get_runner(settings)(verbosity=0, interactive=False)
        databases = runner.setup_databases()
        print(f"  {name}", flush=True)
        try:
            _measure()
        finally:
            runner.teardown_databases(databases)
    assert not Path(folder).exists()


def _measure() -> None:
    from django.test import Client
    from django.urls import reverse

    from moothall.domain.roles import Role
    from tests import people

    here = people.council()
    here.written()
    client = Client()
    client.force_login(here.who(Role.POLICY_OFFICER), backend="django.contrib.auth.backends.ModelBackend")
    at = (here.round_.slug, here.workspace.slug)
    section = reverse("council:question", args=(*at, "T1.Q1"))
    text = "\n\n".join(f"{number}. {PARAGRAPH}" for number in range(PARAGRAPHS))
    turn = {"revision": 1}

    def save() -> None:
        turn["revision"] += 1
        said = {"revision": turn["revision"] - 1, "status": "answered", "text": f"{text}\n\nSaved {turn['revision']}."}
        assert client.post(section, said).status_code == 302, "the save was not taken"

    plan = reverse("council:plan", args=at)
    save()
    _say("open the whole plan, just saved", lambda: client.get(plan), OPEN, before=save)
    _say("open the whole plan again", lambda: client.get(plan), OPEN)
    length = reverse("council:plan_length", args=at)
    _say(
        "measure its pages, after it is shown",
        lambda: client.get(length, headers={"X-Part": "part"}),
        None,
        before=save,
    )
    _say("open one section, just saved", lambda: client.get(section), OPEN, before=save)
    _say("save the section", save, SAVE)
    plans = _four_page_plans(here)
    _say("page meter of a plan of four pages", lambda: _meter(here, next(plans)), METER)


def _four_page_plans(here: Any) -> Iterator[Any]:
    """Plans of about four pages, each a little different, so that nothing is remembered of them."""
    from moothall.apps.plans import queries

    draft = queries.draft(here.workspace)
    assert draft is not None
    plan = queries.plan(draft, here.round_)
    turn = 0
    while True:
        turn += 1
        text = "\n\n".join(f"{turn}.{number}. {PARAGRAPH}" for number in range(FOUR_PAGES))
        yield replace(plan, answers=(replace(plan.answers[0], text=text), *plan.answers[1:]))


def _meter(here: Any, plan: Any) -> None:
    from moothall.documents import plan_length

    sheets = plan_length.measure(plan, here.round_).sheets
    assert sheets in (4, 5), f"the plan takes {sheets} pages"


def _say(
    name: str, do: Callable[[], object], wanted: float | None, *, before: Callable[[], object] = lambda: None
) -> None:
    """Print the medians of some turns; ``before`` is done before each of them and not counted."""
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    taken, elapsed = [], []
    for _ in range(TURNS):
        before()
        processor, wall = time.process_time(), time.perf_counter()
        do()
        taken.append(time.process_time() - processor)
        elapsed.append(time.perf_counter() - wall)
    before()
    with CaptureQueriesContext(connection) as queries:
        do()
    met = "" if wanted is None or median(taken) < wanted else ", NOT MET"
    bar = f" (wanted: under {wanted * 1000:.0f}{met})" if wanted else ""
    print(
        f"  {name:<38} {median(taken) * 1000:7.1f} ms of processor, {median(elapsed) * 1000:7.1f} ms by the clock, "
        f"{len(queries):3} queries{bar}",
        flush=True,
    )


if __name__ == "__main__":
    main()
