"""A task that waits to be told to end, for the tests of the worker."""

import time
from pathlib import Path

from django_tasks import task


@task()
def wait_to_be_told(folder: str) -> str:
    """Note that it began, and end when there is a file `go`."""
    with (Path(folder) / "begun").open("a") as begun:
        begun.write("begun\n")
    while not (Path(folder) / "go").exists():
        time.sleep(0.05)
    return "told"
