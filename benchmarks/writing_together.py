"""How long the server takes to open a 20-page plan and a section of it, and to save one."""

from __future__ import annotations

import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from statistics import median

OPEN, SAVE = 0.150, 0.100  # seconds
PARAGRAPH = (
    "The council moved its offices into one building and let the other two to neighbours who share the cost. " * 5
)
PARAGRAPHS = 100  # of about 100 words: twenty pages of 500


def main() -> None:
    """Print median CPU milliseconds, so that a busy machine tells the same, in a test database of their own."""
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

    save()
    _say("open the whole plan", lambda: client.get(reverse("council:plan", args=at)), OPEN)
    _say("open one section with its page meter", lambda: client.get(section), OPEN)
    _say("save the section", save, SAVE)


def _say(name: str, do: Callable[[], object], wanted: float) -> None:
    taken = []
    for _ in range(9):
        since = time.process_time()
        do()
        taken.append(time.process_time() - since)
    met = "" if median(taken) < wanted else ", NOT MET"
    print(f"  {name:<40} {median(taken) * 1000:7.1f} ms (wanted: under {wanted * 1000:.0f}{met})")


if __name__ == "__main__":
    main()
