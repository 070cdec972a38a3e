"""The worker's part: take in what was published, so that nobody's search has to wait for it."""

from django_tasks import task

from moothall.apps.panel import actions


@task()
def index_publications() -> int:
    """Take in what was published since; how many publications that concerned. May run twice."""
    return actions.index_publications()
